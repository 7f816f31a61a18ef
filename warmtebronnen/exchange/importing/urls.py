"""The import's addresses in the admin."""

from django.urls import path

from warmtebronnen.exchange.importing import admin_views

urlpatterns = [
    path("", admin_views.choose, name="places_import"),
    path("rijen/", admin_views.rows, name="places_import_rows"),
    path("uitvoeren/", admin_views.apply, name="places_import_apply"),
]
