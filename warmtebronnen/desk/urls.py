"""The addresses of the partner's desk."""

from django.urls import path

from warmtebronnen.desk.views.answering import answer
from warmtebronnen.desk.views.changing import change
from warmtebronnen.desk.views.confirming import confirm_at_desk, confirm_by_link
from warmtebronnen.desk.views.moment import address, close_today, notice, take_back
from warmtebronnen.desk.views.places import desk, place

app_name = "partner"

urlpatterns = [
    path("", desk, name="desk"),
    path("<int:pk>/", place, name="place"),
    path("<int:pk>/wijzigen/", change, name="change"),
    path("<int:pk>/antwoord/", answer, name="answer"),
    path("<int:pk>/klopt/", confirm_at_desk, name="confirm"),
    path("klopt/<str:token>/", confirm_by_link, name="confirm_by_link"),
    path("<int:pk>/bericht/", notice, name="notice"),
    path("<int:pk>/bericht/<int:number>/terug/", take_back, name="take_back"),
    path("<int:pk>/vandaag-dicht/", close_today, name="close_today"),
    path("<int:pk>/adres/", address, name="address"),
]
