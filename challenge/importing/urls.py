"""The import's addresses in the admin."""

from django.urls import path

from challenge.importing.views import CarryOutView, ChooseView, RowsView

app_name = "challenge_import"

urlpatterns = [
    path("", ChooseView.as_view(), name="choose"),
    path("rijen/", RowsView.as_view(), name="rows"),
    path("uitvoeren/", CarryOutView.as_view(), name="carry_out"),
]
