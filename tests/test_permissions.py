"""Who may open what in the admin: every group against every part of it.

The table is the promise that docs/groups/ makes to people. In it:
`+` opens, `-` is refused, `>` is sent to sign in first.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale, Page
from wagtail.snippets.models import get_snippet_models

from accounts import groups
from accounts.models import User
from accounts.tests.factories import person
from challenge.models import Invitee
from challenge.tests.factories import InviteeFactory
from core.models import SiteImage
from home.models import HomePage, InfoPage
from magazine.models import StoryPage
from projects.models import Fact, ProjectIndexPage, Quote
from projects.tests.factories import in_language, make_fact
from redactieraad.tests.factories import council, publish
from tests.factories import home_in, info_page
from tests.redactieraad.admin import address_of, form_at
from tests.redactieraad.kinds import QUOTE, STORY
from warmtebronnen.models import Report, Tending
from warmtebronnen.tests.factories import place as warm_place

PEOPLE = (
    "Beheer",
    "Redactie",
    "Vertalers",
    "Programmateam",
    "Redactieraad",
    "Partners",
    "Journalist",
    "nobody",
)
TABLE = """
                        Beheer Redactie Vertalers Programma Raad Partners Journalist nobody
dashboard                 +       +         +         +       -      +        +        >
own settings              +       +         +         +       -      +        +        >
style guide               +       +         +         +       -      +        +        >

tree of pages             +       +         +         +       -      -        -        >
edit a Dutch page         +       +         -         -       -      -        -        >
edit an English page      +       +         +         -       -      -        -        >
edit the projects page    +       +         -         +       -      -        -        >
add a page                +       +         -         -       -      -        -        >
delete a live page        +       -         -         -       -      -        -        >
unpublish a page          +       -         -         -       -      -        -        >
send to translation       +       -         +         -       -      -        -        >

pictures                  +       +         -         +       -      -        -        >
add a picture             +       +         -         +       -      -        -        >
edit a picture            +       +         -         +       -      -        -        >
delete a picture          +       +         -         +       -      -        -        >
choose a picture          +       +         +         +       -      +        +        >
documents                 +       +         -         +       -      -        -        >
add a document            +       +         -         +       -      -        -        >

facts                     +       +         +         +       -      -        -        >
add a fact                +       -         -         +       -      -        -        >
edit a Dutch fact         +       -         -         +       -      -        -        >
edit an English fact      +       -         +         +       -      -        -        >
delete a fact             +       -         -         +       -      -        -        >
quotes                    +       +         +         +       -      -        -        >
add a quote               +       +         -         +       -      -        -        >
edit a Dutch quote        +       +         -         +       -      -        -        >
edit a Turkish quote      +       +         +         +       -      -        -        >
take a quote offline      +       +         -         -       -      -        -        >
delete a quote            +       -         -         +       -      -        -        >

edit a Dutch story        +       +         -         -       -      -        -        >
edit a Turkish story      +       +         +         -       -      -        -        >
add a story               +       +         -         -       -      -        -        >
add an edition            +       +         -         -       -      -        -        >
copy a story              +       +         -         -       -      -        -        >
take a story offline      +       +         -         -       -      -        -        >
delete a live story       +       -         -         -       -      -        -        >
translate a story         +       -         +         -       -      -        -        >

consents                  +       +         -         -       -      -        -        >
add a consent             +       +         -         -       -      -        -        >

reports on places         +       +         -         +       -      -        -        >
answer a report           +       +         -         +       -      -        -        >
places to look at         +       +         -         +       -      -        -        >
import places             +       -         -         +       -      -        -        >
partners                  +       -         -         -       -      -        -        >
invite a partner          +       -         -         -       -      -        -        >
remove a partner          +       -         -         -       -      -        -        >
confidential addresses    +       -         -         -       -      -        -        >

campaigns at work         +       -         -         +       -      -        -        >
a campaign at work        +       -         -         +       -      -        -        >
members of a campaign     +       -         -         +       -      -        -        >
a member of a campaign    +       -         -         +       -      -        -        >
add a late member         +       -         -         +       -      -        -        >
postcards                 +       -         -         +       -      -        -        >
log of a campaign         +       -         -         +       -      -        -        >
import members            +       -         -         +       -      -        -        >
councils                  +       -         -         +       -      -        -        >
add a council             +       -         -         +       -      -        -        >
delete a council          -       -         -         -       -      -        -        >
parties                   +       -         -         +       -      -        -        >
council members           +       -         -         +       -      -        -        >
edit a council member     +       -         -         +       -      -        -        >
delete a council member   -       -         -         -       -      -        -        >
campaigns                 +       -         -         +       -      -        -        >
edit a campaign           +       -         -         +       -      -        -        >
delete a campaign         -       -         -         -       -      -        -        >
methods of the index      +       -         -         +       -      -        -        >
add a method              +       -         -         +       -      -        -        >
snapshots of the index    +       -         -         +       -      -        -        >
publications of the index +       -         -         +       -      -        -        >
guests                    +       -         -         +       -      -        -        >
add a guest               +       -         -         +       -      -        -        >

accounts                  +       -         -         -       -      -        -        >
make an account           +       -         -         -       -      -        -        >
edit an account           +       -         -         -       -      -        -        >
edit an administrator     -       -         -         -       -      -        -        >
groups                    -       -         -         -       -      -        -        >
organisation              +       -         -         -       -      -        -        >
redirects                 +       -         -         -       -      -        -        >
collections               +       -         -         -       -      -        -        >
workflows                 -       -         -         -       -      -        -        >
sites                     -       -         -         -       -      -        -        >
languages                 -       -         -         -       -      -        -        >
site history              +       +         +         +       -      -        -        >
"""


@dataclass
class Place:
    """What the addresses in the table are about."""

    home: HomePage
    dutch: InfoPage
    english: InfoPage
    projects: ProjectIndexPage
    image: SiteImage
    dutch_fact: Fact
    english_fact: Fact
    colleague: User
    administrator: User
    report: Report
    tending: Tending
    invitee: Invitee
    story: StoryPage
    turkish_story: StoryPage
    quote: Quote
    turkish_quote: Quote

    def governed(self) -> dict[str, str]:
        """Return the address behind each row about what the redactieraad decides on."""
        quote, magazine = "/beheer/snippets/projects/quote", self.story.get_parent().pk
        return {
            "quotes": f"{quote}/",
            "add a quote": f"{quote}/add/",
            "edit a Dutch quote": f"{quote}/edit/{self.quote.pk}/",
            "edit a Turkish quote": f"{quote}/edit/{self.turkish_quote.pk}/",
            "take a quote offline": f"{quote}/unpublish/{self.quote.pk}/",
            "delete a quote": f"{quote}/delete/{self.quote.pk}/",
            "edit a Dutch story": f"/beheer/pages/{self.story.pk}/edit/",
            "edit a Turkish story": f"/beheer/pages/{self.turkish_story.pk}/edit/",
            "add a story": f"/beheer/pages/add/magazine/storypage/{magazine}/",
            "add an edition": f"/beheer/pages/add/magazine/editionpage/{magazine}/",
            "copy a story": f"/beheer/pages/{self.story.pk}/copy/",
            "take a story offline": f"/beheer/pages/{self.story.pk}/unpublish/",
            "delete a live story": f"/beheer/pages/{self.story.pk}/delete/",
            "translate a story": f"/beheer/localize/submit/page/{self.story.pk}/",
        }

    def challenge(self) -> dict[str, str]:
        """Return the addresses of the campaigns and what belongs to them."""
        campaign = f"/beheer/uitdaging/{self.invitee.campaign_id}"
        council = self.invitee.campaign.council_id
        return {
            "campaigns at work": "/beheer/uitdaging/",
            "a campaign at work": f"{campaign}/",
            "members of a campaign": f"{campaign}/leden/",
            "a member of a campaign": f"{campaign}/leden/{self.invitee.pk}/",
            "add a late member": f"{campaign}/leden/erbij/",
            "postcards": f"{campaign}/kaarten/",
            "log of a campaign": f"{campaign}/verloop/",
            "import members": "/beheer/uitdaging/importeren/",
            "councils": "/beheer/raden/",
            "add a council": "/beheer/raden/new/",
            "delete a council": f"/beheer/raden/delete/{council}/",
            "parties": "/beheer/partijen/",
            "council members": "/beheer/raadsleden/",
            "edit a council member": f"/beheer/raadsleden/edit/{self.invitee.member_id}/",
            "delete a council member": f"/beheer/raadsleden/delete/{self.invitee.member_id}/",
            "campaigns": "/beheer/campagnes/",
            "edit a campaign": f"/beheer/campagnes/edit/{self.invitee.campaign_id}/",
            "delete a campaign": f"/beheer/campagnes/delete/{self.invitee.campaign_id}/",
            "methods of the index": "/beheer/snippets/challenge/method/",
            "add a method": "/beheer/snippets/challenge/method/add/",
            "snapshots of the index": "/beheer/momentopnamen/",
            "publications of the index": "/beheer/snippets/challenge/release/",
            "guests": "/beheer/gasten/",
            "add a guest": "/beheer/gasten/new/",
        }

    def addresses(self) -> dict[str, str]:
        """Return the address behind each row of the table."""
        fact = "/beheer/snippets/projects/fact"
        return self.governed() | {
            "dashboard": "/beheer/",
            "own settings": "/beheer/account/",
            "style guide": "/beheer/stijlgids/",
            "tree of pages": "/beheer/pages/",
            "edit a Dutch page": f"/beheer/pages/{self.dutch.pk}/edit/",
            "edit an English page": f"/beheer/pages/{self.english.pk}/edit/",
            "edit the projects page": f"/beheer/pages/{self.projects.pk}/edit/",
            "add a page": f"/beheer/pages/add/home/infopage/{self.home.pk}/",
            "delete a live page": f"/beheer/pages/{self.dutch.pk}/delete/",
            "unpublish a page": f"/beheer/pages/{self.dutch.pk}/unpublish/",
            "send to translation": f"/beheer/localize/submit/page/{self.dutch.pk}/",
            "pictures": "/beheer/images/",
            "add a picture": "/beheer/images/add/",
            "edit a picture": f"/beheer/images/{self.image.pk}/",
            "delete a picture": f"/beheer/images/{self.image.pk}/delete/",
            "choose a picture": "/beheer/images/chooser/",
            "documents": "/beheer/documents/",
            "add a document": "/beheer/documents/add/",
            "facts": f"{fact}/",
            "add a fact": f"{fact}/add/",
            "edit a Dutch fact": f"{fact}/edit/{self.dutch_fact.pk}/",
            "edit an English fact": f"{fact}/edit/{self.english_fact.pk}/",
            "delete a fact": f"{fact}/delete/{self.dutch_fact.pk}/",
            "consents": "/beheer/toestemmingen/",
            "add a consent": "/beheer/toestemmingen/new/",
            "reports on places": "/beheer/meldingen/",
            "answer a report": f"/beheer/meldingen/edit/{self.report.pk}/",
            "places to look at": "/beheer/warmtebronnen/nakijken/",
            "import places": "/beheer/warmtebronnen/importeren/",
            "partners": "/beheer/partners/",
            "invite a partner": "/beheer/partners/new/",
            "remove a partner": f"/beheer/partners/delete/{self.tending.pk}/",
            "confidential addresses": "/beheer/warmtebronnen/adressen/",
            **self.challenge(),
            "accounts": "/beheer/users/",
            "make an account": "/beheer/users/new/",
            "edit an account": f"/beheer/users/edit/{self.colleague.pk}/",
            "edit an administrator": f"/beheer/users/edit/{self.administrator.pk}/",
            "groups": "/beheer/groups/",
            "organisation": "/beheer/settings/home/organisationsettings/",
            "redirects": "/beheer/redirects/",
            "collections": "/beheer/collections/",
            "workflows": "/beheer/workflows/list/",
            "sites": "/beheer/sites/",
            "languages": "/beheer/locales/",
            "site history": "/beheer/reports/site-history/",
        }


@pytest.fixture
def place(db):
    home = HomePage.objects.get()
    english_home = home_in("en")
    projects = ProjectIndexPage(title="Projecten", slug="projecten")
    home.add_child(instance=projects)
    fact = make_fact()
    members = council()
    story, quote = (publish(kind.make(), members[:3]) for kind in (STORY, QUOTE))
    home_in("tr")
    turkish = Locale.objects.get(language_code="tr")
    turkish_quote = quote.copy_for_translation(turkish)
    turkish_quote.save()
    warm = warm_place()
    tending = Tending.objects.create(user=person("Partners"), place=warm)
    return Place(
        report=Report.objects.create(place=warm, text="x", language="nl"),
        tending=tending,
        invitee=InviteeFactory(),
        story=story,
        turkish_story=story.copy_for_translation(turkish, copy_parents=True),
        quote=quote,
        turkish_quote=turkish_quote,
        home=home,
        dutch=info_page(home, "Over ons", "over-ons"),
        english=info_page(english_home, "About", "about"),
        projects=projects,
        image=SiteImage.objects.create(title="x", description="x", file=get_test_image_file()),
        dutch_fact=fact,
        english_fact=in_language(fact, "en"),
        colleague=person("Redactie"),
        administrator=User.objects.create_superuser("baas@voorbeeld.example", "x"),
    )


def expected() -> dict[str, str]:
    """Return the marks of each row of the table, one for each kind of person."""
    rows = [line.rsplit(maxsplit=len(PEOPLE)) for line in TABLE.splitlines()[2:] if line]
    return {row[0].strip(): "".join(row[1:]) for row in rows}


def client_of(name: str) -> Client:
    """Return a browser in which this kind of person has signed in."""
    client = Client()
    if name != "nobody":
        client.force_login(person(name))
    return client


def mark(client: Client, address: str) -> str:
    """Return how the admin answers, as the table writes it."""
    response = client.get(address)
    goal = response.headers.get("location", "")
    if goal.startswith("/inloggen/"):
        return ">"
    if response.status_code == 403 or goal == "/beheer/":
        return "-"
    # Lists and settings with one thing in them go straight to that thing.
    inside = response.status_code == 302 and goal.startswith("/beheer/")
    return "+" if response.status_code == 200 or inside else f"?{response.status_code} {goal}"


def test_everybody_opens_what_the_table_says_and_nothing_else(place):
    clients = [client_of(name) for name in PEOPLE]
    found = {
        area: "".join(mark(client, address) for client in clients)
        for area, address in place.addresses().items()
    }
    assert found == expected()


@pytest.mark.django_db
@pytest.mark.parametrize("name", PEOPLE)
def test_every_record_of_the_programme_follows_the_row_of_facts(name):
    client = client_of(name)
    rows = expected()
    records = [model for model in get_snippet_models() if model._meta.app_label == "projects"]
    assert records
    for model in records:
        views = model.snippet_viewset
        assert (
            mark(client, reverse(views.get_url_name("list"))) == rows["facts"][PEOPLE.index(name)]
        )
        new = "add a quote" if model is Quote else "add a fact"
        assert mark(client, reverse(views.get_url_name("add"))) == rows[new][PEOPLE.index(name)]


@pytest.mark.django_db
def test_every_group_of_the_table_exists_and_no_other():
    assert set(Group.objects.values_list("name", flat=True)) == set(PEOPLE) - {"nobody"}


@pytest.mark.parametrize("name", ["Redactie", "Programmateam", "Vertalers"])
def test_nobody_but_beheer_puts_a_page_online(place, name):
    page = place.english
    page.unpublish()
    client_of(name).post(
        f"/beheer/pages/{page.pk}/edit/",
        {"title": "Nieuw", "slug": "about", "body-count": 0, "action-publish": "1"},
    )
    page.refresh_from_db()
    assert not page.live


def test_beheer_puts_a_page_online(place):
    page = place.dutch
    page.unpublish()
    client_of("Beheer").post(
        f"/beheer/pages/{page.pk}/edit/",
        {
            "title": "Nieuw",
            "slug": "over-ons",
            "in_short": "",
            "intro": "",
            "body-count": 0,
            "comments-TOTAL_FORMS": 0,
            "comments-INITIAL_FORMS": 0,
            "action-publish": "1",
        },
    )
    page.refresh_from_db()
    assert page.live
    assert page.title == "Nieuw"


def test_beheer_cannot_make_an_administrator(place):
    client = client_of("Beheer")
    form = {
        "email": "nieuw@voorbeeld.example",
        "first_name": "Nieuw",
        "last_name": "Voorbeeld",
        "is_superuser": "on",
        "is_active": "on",
    }
    client.post("/beheer/users/new/", form)
    made = User.objects.get(email="nieuw@voorbeeld.example")
    client.post(f"/beheer/users/edit/{made.pk}/", form)
    made.refresh_from_db()
    assert not made.is_superuser


@pytest.mark.parametrize("action", ["delete", "set_active_state", "assign_role"])
def test_beheer_cannot_touch_an_administrator_among_many(place, action):
    chosen = f"id={place.administrator.pk}&id={place.colleague.pk}"
    client_of("Beheer").post(
        f"/beheer/bulk/accounts/user/{action}/?{chosen}",
        {"mark_as_active": "False", "role": Group.objects.first().pk},
    )
    place.administrator.refresh_from_db()
    assert place.administrator.is_active
    assert not place.administrator.groups.exists()


def test_what_an_administrator_gave_by_hand_stays(place):
    redactie = Group.objects.get(name="Redactie")
    extra = Group.objects.get(name="Beheer").permissions.get(codename="add_redirect")
    redactie.permissions.add(extra)
    groups.sync()
    groups.sync()
    assert extra in redactie.permissions.all()
    assert redactie.page_permissions.count() == 2


def test_a_translation_that_is_new_is_open_to_translators_at_once(place):
    turkish = home_in("tr")
    translator = person("Vertalers")
    assert Page.objects.get(pk=turkish.pk).permissions_for_user(translator).can_edit()
    assert not place.home.permissions_for_user(translator).can_edit()


@pytest.mark.parametrize("name", PEOPLE)
def test_nobody_puts_online_what_the_redactieraad_decides_on(place, name):
    client = client_of(name)
    for text in (place.story, place.quote, place.turkish_story, place.turkish_quote):
        text.unpublish()
        address = address_of(text, "edit")
        client.post(address, form_at(client, address) | {"action-publish": "1"})
        assert not type(text).objects.get(pk=text.pk).live


@pytest.mark.django_db
@pytest.mark.parametrize("name", PEOPLE[:-1])
def test_nobody_is_given_to_publish_quotes_and_members_do_not_enter_the_admin(name):
    permissions = set(person(name).get_all_permissions())
    assert "projects.publish_quote" not in permissions
    assert ("wagtailadmin.access_admin" in permissions) == (
        name in {"Beheer", "Redactie", "Vertalers", "Programmateam", "Partners", "Journalist"}
    )
