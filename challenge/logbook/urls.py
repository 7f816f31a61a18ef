"""The addresses of a member's week, and where anybody verifies a certificate."""

from django.urls import path

from challenge.logbook.views.certificates import certificate_file, verify
from challenge.logbook.views.choosing import week
from challenge.logbook.views.ending import closing, stopping
from challenge.logbook.views.writing import entry, entry_photo, entry_removal, logbook

urlpatterns = [
    path("getuigschrift/<str:code>/", verify, name="certificate"),
    path("<str:token>/week/", week, name="week"),
    path("<str:token>/logboek/", logbook, name="logbook"),
    path("<str:token>/logboek/<uuid:key>/", entry, name="entry"),
    path("<str:token>/logboek/<uuid:key>/foto/", entry_photo, name="entry_photo"),
    path("<str:token>/logboek/<uuid:key>/weg/", entry_removal, name="entry_removal"),
    path("<str:token>/stoppen/", stopping, name="stop"),
    path("<str:token>/afsluiten/", closing, name="close"),
    path("<str:token>/getuigschrift.pdf", certificate_file, name="certificate_file"),
]
