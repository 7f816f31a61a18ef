"""Where editors find the magazine's records that are no pages."""

from __future__ import annotations

from django.db.models import QuerySet
from django.urls import URLPattern, path
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    MultiFieldPanel,
    ObjectList,
)
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from magazine.consent.forms.consents import ConsentForm, ScanInput
from magazine.consent.views import describe_uses, portraits_by_consent, scan, withdraw_consent
from magazine.models import Consent

_SHOWS_AS_FINE = {Consent.Status.VALID, Consent.Status.ENDING}


class ConsentIndexView(IndexView):
    """The consents; none of them names anybody."""

    def get_base_queryset(self) -> QuerySet[Consent]:
        """Return them with their portraits, and without what is encrypted."""
        return portraits_by_consent(super().get_base_queryset())


class ConsentViewSet(ModelViewSet):
    """Consents."""

    model = Consent
    name = "magazine_consents"
    url_prefix = "toestemmingen"
    icon = "key"
    menu_label = _("Consents")
    menu_order = 260
    add_to_admin_menu = True
    copy_view_enabled = False
    index_view_class = ConsentIndexView
    list_per_page = 50
    ordering = ["-valid_until"]
    search_fields = ["reference"]
    search_backend_name = None
    list_filter = ["naming", "for_print", "for_social_media"]
    list_display = [
        "reference",
        StatusTagColumn(
            "get_status_display",
            label=_("Status"),
            primary=lambda consent: consent.status in _SHOWS_AS_FINE,
        ),
        Column(
            "valid_until",
            label=_("Valid until"),
            sort_key="valid_until",
            accessor=lambda consent: date_format(consent.valid_until),
        ),
        Column("uses", label=_("What for"), accessor=describe_uses),
        Column("portraits", label=_("Portraits"), accessor=lambda one: len(one.portraits.all())),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(template="magazine/consent/state.html"),
            FieldPanel("reference"),
            MultiFieldPanel(
                [
                    FieldPanel("for_site"),
                    FieldPanel("for_print"),
                    FieldPanel("for_social_media"),
                ],
                heading=_("What for"),
            ),
            FieldRowPanel([FieldPanel("given_on"), FieldPanel("valid_until")]),
            FieldPanel("naming"),
            FieldPanel("contact"),
            FieldPanel("form", widget=ScanInput),
        ],
        base_form_class=ConsentForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        """Add the signed form and withdrawing."""
        return [
            *super().get_urlpatterns(),
            path("formulier/<int:pk>/", scan, name="scan"),
            path("intrekken/<int:pk>/", withdraw_consent, name="withdraw"),
        ]
