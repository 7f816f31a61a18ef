"""The addresses of the directory, below each language."""

from django.urls import path

from warmtebronnen import views
from warmtebronnen.card.views import card
from warmtebronnen.figures.views import figures

app_name = "warmtebronnen"

urlpatterns = [
    path("", views.directory, name="directory"),
    path("plekken.json", views.places_json, name="places_json"),
    path("cijfers/", figures, name="figures"),
    path("mijn-lijst/", views.my_list, name="my_list"),
    path("kaart/<slug:facet>/<slug:value>/<slug:size>.pdf", card, name="card"),
    path("<slug:slug>/", views.place, name="place"),
    path("<slug:slug>/klopt-dit-niet/", views.ReportView.as_view(), name="report"),
    path("<slug:slug>/bedankt/", views.report_thanks, name="report_thanks"),
]
