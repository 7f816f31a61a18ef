"""The address of the page that lists the open data."""

from django.urls import path

from core.opendata.views import index

urlpatterns = [path("", index, name="open_data")]
