"""The addresses of the newsletter, below each language."""

from django.urls import path

from magazine.newsletter.views import (
    AskedView,
    ConfirmView,
    LanguagesView,
    LeaveView,
    SubscribeView,
)

urlpatterns = [
    path("", SubscribeView.as_view(), name="newsletter_subscribe"),
    path("verstuurd/", AskedView.as_view(), name="newsletter_asked"),
    path("bevestigen/<str:key>/", ConfirmView.as_view(), name="newsletter_confirm"),
    path("talen/<str:token>/", LanguagesView.as_view(), name="newsletter_languages"),
    path("afmelden/<str:token>/", LeaveView.as_view(), name="newsletter_leave"),
]
