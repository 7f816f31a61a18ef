"""Addresses that belong to no feature: health, robots, security contact."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
