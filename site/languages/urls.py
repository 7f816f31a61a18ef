"""The site's first address, which goes to the reader's language."""

from django.urls import path

from languages.views import first_visit

urlpatterns = [path("", first_visit, name="first_visit")]
