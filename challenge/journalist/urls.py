"""The addresses of the journalist's desk: all to read, none to change anything."""

from django.urls import path

from challenge.journalist.views import files, lists, members, presentation

app_name = "journalist"

urlpatterns = [
    path("", lists.desk, name="desk"),
    path("<slug:slug>/", lists.answers, name="answers"),
    path("<slug:slug>/logboeken/", lists.logbooks, name="logbooks"),
    path("<slug:slug>/contacten/", lists.all_contacts, name="contacts"),
    path("<slug:slug>/verklaringen/", lists.statements, name="statements"),
    path("<slug:slug>/wijzigingen/", lists.all_changes, name="changes"),
    path("<slug:slug>/raadslid/<uuid:key>/", members.member, name="member"),
    path("<slug:slug>/foto/<uuid:key>/", members.photo, name="photo"),
    path("<slug:slug>/bestand/<slug:table>.<slug:ending>", files.export, name="export"),
    path("<slug:slug>/presentatie/", presentation.presentation, name="presentation"),
    path("<slug:slug>/presentatie/bestand/", presentation.one_file, name="presentation_file"),
]
