"""Addresses of the projects app that are no pages."""

from django.urls import path

from projects.views import facts_csv

urlpatterns = [path("data/facts.csv", facts_csv, name="facts_csv")]
