"""The warm places as open data, column by column."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from core.enumerating import listed_lazy
from core.opendata import Column, DataFile, Dataset
from warmtebronnen.vocabulary import SPOKEN, Access, Cost, Entrance, Need


def _codes(meaning: Promise, codes: Iterable[str]) -> Promise:
    listed = format_lazy(
        _("Codes, with semicolons between them. They are: {codes}."), codes=listed_lazy(list(codes))
    )
    return format_lazy("{meaning} {listed}", meaning=meaning, listed=listed)


PLACE_COLUMNS = (
    Column("id", "string", _("Names the place for ever (UUID); also in GeoJSON and HSDS.")),
    Column("url", "string", _("Address of its page. Not read by an import.")),
    Column("name", "string", _("What the place is called.")),
    Column("summary", "string", _("What sort of place it is, in Dutch.")),
    Column("needs", "string", _codes(_("What there is."), Need.values)),
    Column("for_whom", "string", _("Who is welcome, in Dutch.")),
    Column("conditions", "string", _("What is asked of who comes, in Dutch; empty if nothing.")),
    Column(
        "costs",
        "string",
        format_lazy(_("What a visitor pays. One of: {codes}."), codes=listed_lazy(Cost.values)),
    ),
    Column("costs_note", "string", _("About the costs, in Dutch.")),
    Column("how_to_come", "string", _codes(_("How a visitor comes in."), Entrance.values)),
    Column("spoken", "string", _codes(_("Languages spoken there (ISO 639)."), SPOKEN)),
    Column(
        "hours",
        "string",
        _("Opening hours in OpenStreetMap's syntax, in Rotterdam's time; empty if unknown."),
    ),
    Column("hours_note", "string", _("About the opening hours, in Dutch.")),
    Column(
        "is_confidential",
        "boolean",
        _("Whether its address is kept from everybody: nothing that tells where it is is filled."),
    ),
    Column("address", "string", _("Street and number.")),
    Column("postcode", "string", _("Postcode.")),
    Column("town", "string", _("Town.")),
    Column("area", "string", _("Key of one of Rotterdam's 14 areas.")),
    Column("neighbourhood", "string", _("Name of a neighbourhood in that area.")),
    Column("latitude", "number", _("Degrees north (WGS 84), with a point before the decimals.")),
    Column("longitude", "number", _("Degrees east (WGS 84), with a point before the decimals.")),
    Column("how_to_find", "string", _("How to find it, in Dutch.")),
    Column("access", "string", _codes(_("What makes it easier to be there."), Access.values)),
    Column("phone", "string", _("Phone number.")),
    Column("whatsapp", "string", _("WhatsApp number.")),
    Column("email", "string", _("E-mail address.")),
    Column("website", "string", _("The place's own website.")),
    Column("organisation", "string", _("Name of the organisation that runs it.")),
    Column("is_example", "boolean", _("Whether the place is invented, to show how this works.")),
    Column(
        "confirmed_on",
        "date",
        _("Day on which somebody last said that this is right. Not read by an import."),
    ),
    Column("modified_on", "date", _("Day of the last change. Not read by an import.")),
)
# What is reckoned by the site itself.
NOT_IMPORTED = ("url", "confirmed_on", "modified_on")

PLACES = Dataset(
    key="warmtebronnen",
    title=_("Warm places"),
    description=_(
        "The places that the redactieraad approved, each once, with their words in Dutch. The "
        "codes are explained in the columns below. HSDS is the Human Services Data Specification "
        "of Open Referral, version 3.0."
    ),
    files=(
        DataFile("places_csv", "CSV"),
        DataFile("places_geojson", "GeoJSON"),
        DataFile("places_hsds", "HSDS 3.0"),
    ),
    columns=PLACE_COLUMNS,
)
