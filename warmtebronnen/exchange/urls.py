"""The addresses of the places as open data."""

from django.urls import path

from warmtebronnen.exchange import views

urlpatterns = [
    path(views.CSV, views.places_csv, name="places_csv"),
    path(views.GEOJSON, views.places_geojson, name="places_geojson"),
    path(views.HSDS, views.places_hsds, name="places_hsds"),
]
