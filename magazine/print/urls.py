"""The address of an edition's PDF, below each language."""

from django.urls import path

from magazine.print.views import edition_pdf

urlpatterns = [path("magazine/<int:pk>/edition.pdf", edition_pdf, name="edition_pdf")]
