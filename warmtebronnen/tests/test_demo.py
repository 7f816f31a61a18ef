"""The demo's places: approved as any place is, recognised when loaded again, gone with a reset."""

from __future__ import annotations

import pytest

from django.utils import timezone

from wagtail.models import Locale, Page, Site

import accounts.demo
import redactieraad.demo
from accounts.models import User
from core.demo.faults import DemoContentError
from redactieraad.models import Entry, Vote
from redactieraad.register.verifying import faults
from warmtebronnen import demo
from warmtebronnen.demo import plan
from warmtebronnen.models import Confirmation, Notice, PrivateAddress, Tending, WarmtebronPage
from warmtebronnen.models import WarmtebronnenIndexPage as Index
from warmtebronnen.tests.factories import directory

pytestmark = pytest.mark.django_db

PLACES = """
[[place]]
key = "de-pan"
is_example = true
needs = ["meal", "company"]
languages = ["nl", "ar"]
hours = "Mo 10:00-12:00"
latitude = 51.919
longitude = 4.466
partners = ["partner1"]
confirmed_days_ago = 12

[place.notice]
text = "Vandaag soep."
until_days = 3

[place.proposal]
by = "partner1"
state = "waiting"
remark = ""
changes = { hours = "Mo 10:00-14:00" }

[[place]]
key = "het-huis"
is_confidential = true
private_address = "Geheim 1"
state = "sent-back"
remark = "Voor wie is dit?"
"""
DUTCH = """title = "{title}"
slug = "{slug}"
summary = "Samen."
[[body]]
type = "text"
html = '<p>Lees ook van <a href="{{page:de-pan}}">de pan</a>.</p>'
"""


@pytest.fixture
def content(tmp_path, monkeypatch):
    """Return a folder of demo content with two places, one of them in English too."""
    accounts.demo.load()
    redactieraad.demo.load()
    dutch = directory()
    english = Locale.objects.get_or_create(language_code="en")[0]
    home = Site.objects.get(is_default_site=True).root_page
    top = home.get_translation_or_none(english) or home.copy_for_translation(english)
    index = Index(title="Warm places", slug="warm", locale=english)
    index.translation_key = dutch.translation_key
    top.add_child(instance=index)
    files = {"nl/de-pan": DUTCH.format(title="De Pan", slug="de-pan")}
    files["nl/het-huis"] = DUTCH.format(title="Het Huis", slug="het-huis")
    files["en/de-pan"] = 'title = "The Pan"\nsummary = "Together."\n'
    for name, text in files.items():
        file = tmp_path / f"{name}.toml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    (tmp_path / "places.toml").write_text(PLACES)
    monkeypatch.setattr(plan, "CONTENT", tmp_path)
    monkeypatch.setattr(plan, "FILE", tmp_path / "places.toml")
    return tmp_path


def load():
    demo.load(lambda _line: None, {}, lambda _code: {}, {})


def pan(code="nl"):
    return WarmtebronPage.objects.get(title__contains="Pan", locale__language_code=code)


def test_places_go_the_whole_way_and_partners_find_theirs(content):
    load()
    page, house = pan(), WarmtebronPage.objects.get(slug="het-huis")
    partner = User.objects.get(email=f"partner1@{accounts.demo.DOMAIN}")
    assert page.live
    assert pan("en").live
    assert pan("en").translation_key == page.translation_key
    assert pan("en").needs == page.needs == ["meal", "company"]
    assert list(WarmtebronPage.objects.tended_by(partner)) == [page]
    assert (timezone.now() - Confirmation.objects.get(place=page).confirmed_at).days == 12
    assert Notice.objects.holding_on(timezone.localdate()).get().place == page
    assert not house.live
    assert Vote.objects.filter(choice=Vote.Choice.SEND_BACK).exists()
    assert PrivateAddress.objects.get(place=house).unlock_address() == "Geheim 1"
    assert "Geheim" not in str(house.get_latest_revision().content)
    # What the partner asked for waits; readers see what was approved.
    assert page.hours == "Mo 10:00-12:00"
    assert page.get_latest_revision_as_object().hours == "Mo 10:00-14:00"
    assert page.get_latest_revision().user == partner
    assert page.workflow_in_progress
    assert list(faults()) == []


def test_loading_again_makes_what_is_missing_and_keeps_what_was_edited(content):
    load()
    page = pan()
    Page.objects.filter(pk=page.pk).update(slug="elders")
    Tending.objects.all().delete()
    WarmtebronPage.objects.get(slug="het-huis").delete()
    load()
    assert WarmtebronPage.objects.count() == 3
    assert pan().slug == "elders"
    assert not Tending.objects.exists()
    assert PrivateAddress.objects.count() == 1


def test_a_reset_leaves_nothing_but_the_register(content):
    load()
    demo.empty(lambda _line: None)
    models = (WarmtebronPage, Tending, Notice, Confirmation, PrivateAddress)
    assert [model.__name__ for model in models if model.objects.exists()] == []
    assert Entry.objects.filter(reason=Entry.Reason.DELETED).count() == 2


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ('"meal"', '"lunch"', "place[1].needs"),
        ("latitude", "height", "place[1].height"),
        ('key = "het-huis"', 'key = "de-pan"', "place[2].key"),
        ('partners = ["partner1"]', 'partners = ["niemand"]', "place[1].partners"),
        ("changes = { hours", "changes = { tijden", "place[1].proposal.changes.tijden"),
        ("is_confidential = true", 'area = "atlantis"', "place[2].area"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_made(content, old, new, field):
    (content / "places.toml").write_text(PLACES.replace(old, new))
    with pytest.raises(DemoContentError, match=f": {field}:".replace("[", r"\[")):
        load()
    assert not WarmtebronPage.objects.exists()
