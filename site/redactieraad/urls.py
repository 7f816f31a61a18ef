"""Addresses of the public register, below the language."""

from django.urls import path

from redactieraad.register.views import entry, register

urlpatterns = [
    path("", register, name="redactieraad_register"),
    path("<int:number>/", entry, name="redactieraad_entry"),
]
