"""The addresses of a council member's own pages."""

from django.urls import path

from challenge.personal.views.answering import answer
from challenge.personal.views.home import home, receipt
from challenge.personal.views.record import correction, publication, statement

urlpatterns = [
    path("<str:token>/", home, name="personal"),
    path("<str:token>/ontvangst/", receipt, name="receipt"),
    path("<str:token>/antwoord/", answer, name="answer"),
    path("<str:token>/publicatie/", publication, name="publication"),
    path("<str:token>/correctie/", correction, name="correction"),
    path("<str:token>/verklaring/", statement, name="statement"),
]
