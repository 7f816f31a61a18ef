"""Where editors find the records: one menu, with a list for each kind."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from wagtail.admin.ui.tables import (
    BooleanColumn,
    Column,
    LiveStatusTagColumn,
    LocaleColumn,
    UpdatedAtColumn,
)
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet, SnippetViewSetGroup

from core.opendata.tables import safe_text
from projects.filters import FactFilterSet, OrganisationFilterSet, PersonFilterSet
from projects.models import Area, Fact, Neighbourhood, Organisation, Person, ProgrammeLine, Quote
from redactieraad.admin.records import GovernedRecords


class RecordIndexView(IndexView):
    """A list whose CSV export no spreadsheet takes for formulas; Wagtail guards only its XLSX."""

    custom_value_preprocess = {
        **IndexView.custom_value_preprocess,
        str: {IndexView.FORMAT_CSV: safe_text},
    }


class RecordViewSet(SnippetViewSet):
    """What the lists of all records share."""

    index_view_class = RecordIndexView
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = True
    export_headings = {"locale.language_code": _("language")}

    # The relations that a row of the list shows, read together with the rows.
    list_select_related: tuple[str, ...] = ()
    list_prefetch_related: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        """Return all records with what their rows show, whatever their number."""
        return self.model.objects.select_related(*self.list_select_related).prefetch_related(
            *self.list_prefetch_related
        )


class ProgrammeLineViewSet(RecordViewSet):
    """The four programme lines."""

    model = ProgrammeLine
    icon = "list-ul"
    menu_order = 100
    list_display = ["name", "key", "order", LocaleColumn(), LiveStatusTagColumn()]
    list_select_related = ("locale",)
    list_filter = ["key", "live"]
    list_export = ["key", "name", "summary", "order", "locale.language_code", "live"]
    export_filename = "programme-lines"


class FactViewSet(RecordViewSet):
    """Facts and figures."""

    model = Fact
    icon = "decimal"
    menu_order = 200
    list_display = [
        "statement",
        Column("value_text", label=_("Value"), sort_key="value"),
        "topic",
        "year",
        "review_by",
        LocaleColumn(),
        LiveStatusTagColumn(),
    ]
    list_select_related = ("locale",)
    ordering = ["topic", "order", "pk"]
    filterset_class = FactFilterSet
    list_export = [
        "key",
        "locale.language_code",
        "topic",
        "statement",
        "value",
        "unit",
        "precision",
        "where",
        "year",
        "comparison_value",
        "comparison_where",
        "source_title",
        "source_publisher",
        "source_url",
        "review_by",
        "live",
    ]
    export_filename = "facts"


class OrganisationViewSet(RecordViewSet):
    """Organisations."""

    model = Organisation
    icon = "group"
    menu_order = 300
    list_display = [
        "name",
        "kind",
        BooleanColumn("is_partner", label=_("Partner"), sort_key="is_partner"),
        BooleanColumn("is_employer", label=_("Employer"), sort_key="is_employer"),
        "area",
        LocaleColumn(),
        LiveStatusTagColumn(),
    ]
    list_select_related = ("locale", "area")
    filterset_class = OrganisationFilterSet
    list_export = [
        "name",
        "locale.language_code",
        "kind",
        "summary",
        "is_partner",
        "agreement_signed_on",
        "gives_thinking_power",
        "gives_facilities",
        "gives_budget",
        "gives_network",
        "is_employer",
        "address",
        "postcode",
        "town",
        "area",
        "phone",
        "email",
        "website",
        "office_hours",
        "is_example",
        "live",
    ]
    export_filename = "organisations"


class PersonViewSet(RecordViewSet):
    """People and their roles."""

    model = Person
    icon = "user"
    menu_order = 400
    list_display = [
        "name",
        Column("roles_text", label=_("Roles")),
        LocaleColumn(),
        UpdatedAtColumn(),
        LiveStatusTagColumn(),
    ]
    list_select_related = ("locale",)
    list_prefetch_related = ("roles",)
    filterset_class = PersonFilterSet
    list_export = ["name", "locale.language_code", "roles_text", "about", "is_example", "live"]
    export_filename = "people"


class AreaViewSet(RecordViewSet):
    """The areas of the city."""

    model = Area
    icon = "site"
    menu_order = 500
    list_display = ["name", "key", LiveStatusTagColumn()]
    list_filter = ["live"]
    list_export = ["key", "name", "live"]
    export_filename = "areas"


class NeighbourhoodViewSet(RecordViewSet):
    """The neighbourhoods of the areas."""

    model = Neighbourhood
    icon = "home"
    menu_order = 600
    list_display = ["name", "area", LiveStatusTagColumn()]
    list_select_related = ("area",)
    list_filter = ["area", "live"]
    list_export = ["name", "area", "live"]
    export_filename = "neighbourhoods"


class QuoteViewSet(GovernedRecords, RecordViewSet):
    """What people said."""

    model = Quote
    icon = "openquote"
    menu_order = 700
    list_display = ["text", "named_as", "said_on", LocaleColumn(), LiveStatusTagColumn()]
    list_select_related = ("locale",)
    list_filter = ["live"]
    list_export = ["text", "named_as", "occasion", "said_on", "locale.language_code", "live"]
    export_filename = "quotes"


class RecordsGroup(SnippetViewSetGroup):
    """The menu 'Records'."""

    menu_label = _("Records")
    menu_icon = "clipboard-list"
    menu_order = 250
    items = (
        ProgrammeLineViewSet,
        FactViewSet,
        OrganisationViewSet,
        PersonViewSet,
        AreaViewSet,
        NeighbourhoodViewSet,
        QuoteViewSet,
    )
