"""The challenge's addresses without a language: behind personal links, and certificates."""

from django.urls import include, path

app_name = "challenge"

urlpatterns = [
    path("", include("challenge.logbook.urls")),
    path("", include("challenge.personal.urls")),
]
