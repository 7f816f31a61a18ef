"""The newsletter's addresses in the admin."""

from django.urls import path

from magazine.newsletter.admin_views import edition, overview, start, take_off, test

urlpatterns = [
    path("", overview, name="newsletter_overview"),
    path("afmelden/", take_off, name="newsletter_take_off"),
    path("<int:pk>/", edition, name="newsletter_edition"),
    path("<int:pk>/proef/", test, name="newsletter_test"),
    path("<int:pk>/versturen/", start, name="newsletter_start"),
]
