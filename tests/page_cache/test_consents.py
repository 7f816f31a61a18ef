"""A portrait whose consent ends is in no cache any more, nor on any page that listed it."""

from __future__ import annotations

import datetime as dt

import pytest

from django.utils import timezone

from wagtail.models import Locale, Page, ReferenceIndex

from core.pagecache import answers
from home.models import InfoPage
from magazine.consent.ending import end_what_expired, withdraw
from magazine.models import Consent, PortraitPage
from magazine.tests.factories import edition, magazine, portrait
from magazine.tests.pictures import picture
from redactieraad.tests.factories import approve, council, publish, submit
from tests.factories import home_in, info_page

pytestmark = pytest.mark.django_db
TITLE = "Zilverkwast"


@pytest.fixture
def live(page_cache, commit):
    """Return a live portrait in two languages, in an edition and linked from another page."""
    members = council()
    with commit():
        issue = edition()
        page = portrait(title=TITLE, parent=issue)
        issue.items.create(story=page)
        issue.save_revision()
        publish(issue, members[:3])
        publish(page, members[:3])
        page.refresh_from_db()
        home_in("en")
        locale = Locale.objects.get(language_code="en")
        english = page.copy_for_translation(locale, copy_parents=True)
        english.save_revision()
        members[0].redactieraad_member.reads = ["nl", "en"]
        members[0].redactieraad_member.save()
        issue_in_english = issue.get_translation(locale)
        issue_in_english.save_revision()
        approve(submit(issue_in_english), members[:1])
        approve(submit(english), members[:1])
        link = [{"type": "text", "value": f'<p><a linktype="page" id="{page.pk}">Lees</a></p>'}]
        info_page(magazine().get_parent(), "Over", "over", body=link)
    assert PortraitPage.objects.filter(live=True).count() == 2
    return page


def addresses():
    """Return where something of the portrait may be shown."""
    issue = Page.objects.get(slug="zomer-2019", locale__language_code="nl")
    return [magazine().url, issue.url, "/nl/over/", "/sitemap-nl.xml"]


def portraits():
    return [page.url for page in PortraitPage.objects.all()]


@pytest.mark.parametrize("way", ["withdrawn", "expired"])
def test_it_is_gone_everywhere_at_once(live, client, commit, way):
    own = portraits()
    for address in [*own, *addresses()]:
        assert client.get(address).status_code == 200
    slug = live.slug
    with commit():
        if way == "withdrawn":
            withdraw(live.consent)
        else:
            yesterday = timezone.localdate() - dt.timedelta(days=1)
            Consent.objects.update(given_on=yesterday, valid_until=yesterday)
            end_what_expired()
    for address in own:
        assert client.get(address).status_code == 404
    for address in addresses():
        html = client.get(address).content.decode()
        assert TITLE not in html
        assert f"{slug}/" not in html


def test_a_page_that_shows_a_withheld_picture_goes_without_it(live, client, commit):
    shared = picture()
    with commit():
        PortraitPage.objects.filter(pk=live.pk).update(cover_image=shared)
        ReferenceIndex.create_or_update_for_object(PortraitPage.objects.get(pk=live.pk))
        withdraw(live.consent)
    figure = {"image": shared.pk, "alt_text": "Sam", "decorative": False, "caption": "Bijschrift"}
    with commit():
        info_page(
            magazine().get_parent(), "Later", "later", body=[{"type": "figure", "value": figure}]
        )
    response = client.get(InfoPage.objects.get(slug="later").url)
    assert response.status_code == 200


@pytest.mark.parametrize(("time", "most"), [((12, 0), 360), ((23, 57), 180), ((23, 59, 30), 30)])
def test_no_cache_keeps_it_beyond_its_last_day(monkeypatch, settings, time, most):
    settings.PAGE_CACHE_CDN_SECONDS, settings.PAGE_CACHE_STALE_SECONDS = 300, 60
    now = timezone.localtime().replace(hour=time[0], minute=time[1], second=(*time, 0)[2])
    monkeypatch.setattr(answers.timezone, "localtime", lambda: now)
    numbers = dict(part.split("=") for part in answers.cache_control().split(", ")[1:])
    assert int(numbers["s-maxage"]) + int(numbers["stale-while-revalidate"]) <= most
