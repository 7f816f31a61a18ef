"""Signing in and out, two-step verification and passwords, by allauth's own views."""

from django.urls import include, path

urlpatterns = [path("", include("allauth.urls"))]
