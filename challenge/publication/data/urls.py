"""The addresses of the index as open data."""

from django.urls import path

from challenge.publication.data import views
from challenge.publication.data.package import FILES

_NEWEST = [
    path(f"data/index/{file}", views.newest_file, {"file": file}, name=views.url_name(file))
    for file in FILES
]
_EACH = [
    path(
        f"data/index/<slug:slug>/{file}",
        views.campaign_file,
        {"file": file},
        name=f"campaign_{views.url_name(file)}",
    )
    for file in FILES
]
urlpatterns = _NEWEST + _EACH
