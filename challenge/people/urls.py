"""The addresses of councils as open data."""

from django.urls import path

from challenge.people.views import council, councils

urlpatterns = [
    path("data/popolo/", councils, name="popolo_index"),
    path("data/popolo/<slug:slug>.json", council, name="popolo"),
]
