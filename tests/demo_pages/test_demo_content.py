"""The demo content is whole, loads in any order of events, and names its own mistakes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from django_tasks_db.models import DBTaskResult

from django.core.management import CommandError, call_command

from wagtail.models import Page, Revision, Site

from core.demo import faults
from core.models import SiteImage
from home import demo
from home.demo import pages, texts
from home.demo.organisation import load_organisation
from home.demo.texts import read_texts
from home.demo.tree import HOME, read_tree
from home.models import HomePage, OrganisationSettings
from languages.registry import LANGUAGES, SOURCE
from projects.models import Fact, ProgrammeLine

# Words per sentence, on average over a page. Plain Dutch (B1) stays below the first,
# Eenvoudig Nederlands below the second.
LONGEST_SENTENCES = {"nl": 12, "nl-simple": 9}
# The languages that have every page.
COMPLETE = (*LONGEST_SENTENCES, "en", "ar")
UNWANTED = re.compile(r"doelgroep|cliënt|afstand tot de arbeidsmarkt", re.IGNORECASE)
READ = {"html", "text", "intro", "lead", "in_short", "search_description", "caption", "description"}
BY_CODE = {language.code: language for language in LANGUAGES}

pytestmark = pytest.mark.xdist_group("demo content")


def words_in(value: Any, name: str = "") -> Iterator[str]:
    """Yield every text that a reader reads, without its markup."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from words_in(one, key)
    elif isinstance(value, list):
        for one in value:
            yield from words_in(one, name)
    elif isinstance(value, str) and name in READ:
        yield re.sub(r"<[^>]+>", " ", re.sub(r"</(?:p|li)>", ". ", value))


def words_per_sentence(values: dict[str, Any]) -> float:
    sentences = re.split(r"[.!?:;]+(?:\s|$)", ". ".join(words_in(values)))
    lengths = [length for one in sentences if (length := len(one.split()))]
    return sum(lengths) / len(lengths)


def state() -> dict[str, list[Any]]:
    """Return what a second run must not change."""
    return {
        "pages": list(Page.objects.order_by("pk").values_list("pk", "path", "latest_revision_id")),
        "revisions": list(Revision.objects.order_by("pk").values_list("pk", flat=True)),
        "pictures": list(SiteImage.objects.order_by("pk").values_list("pk", "file")),
        "facts": list(Fact.objects.order_by("pk").values_list("pk", "latest_revision_id")),
        "lines": list(ProgrammeLine.objects.order_by("pk").values_list("pk", "page_id")),
    }


def tasks_about(page: Page) -> list[DBTaskResult]:
    """Return the tasks in the queue that name a page by its key."""
    about = ["wagtailcore", "page", str(page.pk)]
    return [one for one in DBTaskResult.objects.ready() if one.args_kwargs["args"] == about]


def page_in(code: str, key: str) -> Any:
    return Page.objects.get(
        translation_key=pages.translation_key(key), locale__language_code=code
    ).specific


@pytest.fixture(scope="module")
def content() -> texts.Texts:
    return read_texts(read_tree())


@pytest.fixture
def loaded(demo_content, db) -> None:
    """Let a test change the loaded demo."""


class TestTheTexts:
    def test_every_page_is_there_in_each_complete_language(self, content):
        for code in COMPLETE:
            assert list(content[BY_CODE[code]]) == list(read_tree())

    @pytest.mark.parametrize("code", LONGEST_SENTENCES)
    def test_sentences_are_short(self, content, code):
        averages = {
            key: words_per_sentence(text.values) for key, text in content[BY_CODE[code]].items()
        }
        too_long = {key: one for key, one in averages.items() if one > LONGEST_SENTENCES[code]}
        assert too_long == {}

    def test_people_are_never_called_by_the_words_of_an_office(self, content):
        found = {
            f"{language.code}/{key}": UNWANTED.findall(" ".join(words_in(text.values)))
            for language, by_key in content.items()
            for key, text in by_key.items()
        }
        assert {where: words for where, words in found.items() if words} == {}

    @pytest.mark.parametrize("code", COMPLETE)
    def test_no_two_pages_share_a_description(self, content, code):
        descriptions = [
            text.values["search_description"] for text in content[BY_CODE[code]].values()
        ]
        assert len(set(descriptions)) == len(descriptions)


@pytest.mark.usefixtures("loaded")
class TestLoading:
    def test_each_text_is_a_live_page_and_a_translation_of_the_dutch_one(self, content):
        for language, by_key in content.items():
            for key, text in by_key.items():
                page = page_in(language.code, key)
                assert page.live
                assert page.title == text.values["title"]
                assert len(page.body) == len(text.values["body"])
                assert page.translation_key == page_in(SOURCE, key).translation_key

    def test_the_menu_has_the_sections_in_their_order(self):
        slugs = page_in(SOURCE, HOME).get_children().live().in_menu().values_list("slug", flat=True)
        assert list(slugs) == [
            *("warmtebronnen", "magazine", "projecten", "agenda"),
            *("uitdaging", "meedoen", "over-ons"),
        ]

    @pytest.mark.parametrize("code", COMPLETE)
    def test_every_link_inside_leads_to_a_live_page_in_the_same_language(self, content, code):
        there = {page_in(code, key).pk for key in content[BY_CODE[code]]}
        linked = set()
        for key in content[BY_CODE[code]]:
            stored = json.dumps(page_in(code, key).body.get_prep_value())
            linked |= {int(pk) for pk in re.findall(r'linktype=\\"page\\" id=\\"(\d+)', stored)}
            linked |= {int(pk) for pk in re.findall(r'"page": (\d+)', stored)}
        assert len(linked) > 10
        assert linked <= there

    def test_loading_again_changes_nothing(self):
        before = state()
        call_command("demo_content", verbosity=0)
        assert state() == before

    def test_loading_again_keeps_what_was_edited_and_makes_what_is_missing(self):
        edited, gone = page_in(SOURCE, "visie"), page_in(SOURCE, "agenda")
        edited.title, edited.slug = "Onze blik", "onze-blik"
        edited.save_revision().publish()
        Page.objects.get(pk=gone.pk).delete()
        call_command("demo_content", verbosity=0)
        assert page_in(SOURCE, "visie").title == "Onze blik"
        assert page_in(SOURCE, "agenda").live

    def test_reset_starts_over(self, settings):
        settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
        home = page_in(SOURCE, HOME)
        edited, extra = page_in("nl-simple", "visie"), Page(title="Extra", slug="extra")
        edited.title = "Onze blik"
        edited.save_revision().publish()
        page_in(SOURCE, "missie").add_child(instance=extra)
        home.lead = "Anders."
        home.save_revision().publish()
        Fact.objects.filter(key="poverty-rate").update(value=99)
        count = Page.objects.count() - 1
        assert tasks_about(extra)
        call_command("demo_content", reset=True, verbosity=0)
        assert page_in("nl-simple", "visie").title == "Visie"
        assert not Fact.objects.filter(value=99).exists()
        assert page_in(SOURCE, HOME).pk == home.pk
        assert page_in(SOURCE, HOME).lead != "Anders."
        assert Page.objects.count() == count
        assert Page.find_problems() == ([], [], [], [], [])
        assert not tasks_about(extra)

    def test_a_run_that_stopped_halfway_goes_on_where_it_was(self, monkeypatch):
        def stop(*arguments: Any) -> None:
            if arguments[0].code == "nl-simple":
                raise KeyboardInterrupt
            pages.load_pages(*arguments)

        for code in LONGEST_SENTENCES:
            Page.objects.get(pk=page_in(code, "visie").pk).delete()
        monkeypatch.setattr(demo, "load_pages", stop)
        with pytest.raises(KeyboardInterrupt):
            call_command("demo_content", verbosity=0)
        monkeypatch.undo()
        dutch = page_in(SOURCE, "visie").latest_revision_id
        simple = {"locale__language_code": "nl-simple"}
        assert not page_in(SOURCE, "visie").get_translations().filter(**simple).exists()
        call_command("demo_content", verbosity=0)
        assert page_in("nl-simple", "visie").live
        assert page_in(SOURCE, "visie").latest_revision_id == dutch

    def test_progress_names_each_part(self, capsys):
        call_command("demo_content")
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "Accounts"
        assert "Pages in Dutch (23)" in lines
        assert lines[-1] == "The demo content is complete."

    def test_each_programme_line_and_its_page_know_each_other(self):
        for line in ProgrammeLine.objects.filter(locale__language_code__in=COMPLETE):
            assert line.page.specific.programme_line == line

    def test_a_page_without_its_parent_stands_below_home_and_outside_the_menu(self, content):
        dutch = content[BY_CODE[SOURCE]]
        for page in Page.objects.filter(locale__language_code="uk", depth=2):
            page.delete()
        few = {key: dutch[key] for key in (HOME, "contact")}
        pages.load_pages(BY_CODE["uk"], read_tree(), few, demo.load_pictures())
        contact = page_in("uk", "contact")
        assert contact.get_parent().specific == page_in("uk", HOME)
        assert not contact.show_in_menus

    def test_a_link_to_a_page_that_a_language_lacks_leads_to_english_before_dutch(self, content):
        dutch = content[BY_CODE[SOURCE]]
        for page in Page.objects.filter(locale__language_code__in=["en", "uk"], depth=2):
            page.delete()
        pictures = demo.load_pictures()
        for code, keys in {"en": [HOME, "meedoen"], "uk": [HOME]}.items():
            few = {key: dutch[key] for key in keys}
            pages.load_pages(BY_CODE[code], read_tree(), few, pictures)
        routes = page_in("uk", HOME).body.first_block_by_name("routes").value["items"]
        goals = {route["page"].pk for route in routes}
        assert page_in("en", "meedoen").pk in goals
        assert page_in(SOURCE, "projecten").pk in goals

    def test_pictures_say_what_they_show_and_who_made_them(self):
        pictures = SiteImage.objects.filter(tags__name="demo")
        assert pictures.count() >= 13
        assert all(picture.description and picture.credit for picture in pictures)


@pytest.mark.usefixtures("loaded")
class TestTheOrganisation:
    def test_nothing_is_made_up_about_how_to_reach_it(self):
        organisation = OrganisationSettings.for_site(Site.objects.get())
        assert (organisation.email, organisation.phone, organisation.address) == ("", "", "")
        assert [name for name, _link in organisation.social_links] == [
            *("Facebook", "Instagram", "LinkedIn"),
        ]

    def test_what_was_edited_stays(self):
        organisation = OrganisationSettings.for_site(Site.objects.get())
        organisation.facebook, organisation.phone = "", "010 000 00 00"
        organisation.save()
        load_organisation()
        organisation.refresh_from_db()
        assert (organisation.facebook, organisation.phone) == ("", "010 000 00 00")

    def test_the_site_follows_the_address_of_the_server(self, settings):
        settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8123"
        load_organisation()
        assert Site.objects.get().root_url == "http://127.0.0.1:8123"

    def test_a_host_name_that_somebody_chose_stays(self, settings):
        Site.objects.update(hostname="www.voorbeeld.example", port=443)
        settings.WAGTAILADMIN_BASE_URL = "http://127.0.0.1:8123"
        load_organisation()
        assert Site.objects.get().root_url == "https://www.voorbeeld.example"


WRONG = {
    'type = "lied"': "body[1].type: there is no block 'lied'",
    'type = "heading"\nlevel = "h7"\ntext = "Kop"': "body[1].level: ",
    'type = "heading"\ntekst = "Kop"': "body[1].tekst: unknown field",
    'type = "text"\nhtml = 7': "body[1].html: should be text",
    'type = "text"\nhtml = \'<p><a href="{page:nergens}">x</a></p>\'': "there is no page 'nergens'",
    'type = "fact"\nfact = "verzonnen"': "body[1].fact: there is no Fact 'verzonnen'",
    'type = "figure"\nimage = "foto"': "body[1].image: there is no picture 'foto'",
    'type = "related_pages"\npages = ["weg"]': "body[1].pages[1]: there is no page 'weg'",
    'type = "table"\ncolumns = ["a", "b"]\nrows = [["1"]]': "body[1].rows[1]: has 1 cells, not 2",
    'type = "table"\ncolumns = ["a"]\nrows = [["1"]]': "body[1]: ",
    'type = "steps"\nitems = [{title = "Een", text = "Twee"}]': "body[1].items: ",
    'type = "quote"\nspeaker = "Ik"': "body[1].text: ",
}


@pytest.fixture
def rewrite(tmp_path, monkeypatch):
    """Return a function that loads a Dutch page with another text than it has."""

    def load(key: str, source: str) -> None:
        folder = tmp_path / "demo_content" / "pages"
        (folder / SOURCE).mkdir(parents=True)
        for file in (texts.FOLDER / SOURCE).glob("*.toml"):
            text = source if file.stem == key else file.read_text(encoding="utf-8")
            (folder / SOURCE / file.name).write_text(text, encoding="utf-8")
        monkeypatch.setattr(texts, "FOLDER", folder)
        Page.objects.get(pk=page_in(SOURCE, key).pk).delete()
        call_command("demo_content", verbosity=0)

    return load


@pytest.mark.usefixtures("loaded")
class TestMistakes:
    HEAD = 'title = "Visie"\nslug = "visie"\nsearch_description = "Over de stad."\n'

    @pytest.mark.parametrize("block", WRONG)
    def test_a_block_that_is_wrong_is_named_by_file_and_field(self, rewrite, block):
        with pytest.raises(CommandError) as error:
            rewrite("visie", f"{self.HEAD}\n[[body]]\n{block}\n")
        message = str(error.value)
        assert "demo_content/pages/nl/visie.toml: " in message
        assert WRONG[block] in message
        # Nothing half-done: the page that could not be made is not there.
        assert not Page.objects.filter(slug="visie", locale__language_code=SOURCE).exists()

    @pytest.mark.parametrize(
        ("head", "problem"),
        [
            ("title = Visie", "cannot be read"),
            ('title = "Visie"', "is missing"),
            (f'{HEAD}kop = "x"', "kop: unknown field"),
            (f'{HEAD}lead = "x"', "lead: InfoPage has no such field"),
            (f'{HEAD}picture = "hands"', "picture: only home"),
            (HEAD.replace("Over de stad.", "x" * 156), "search_description: is longer than 155"),
            (HEAD.replace('"visie"', '"missie"'), "slug: "),
        ],
    )
    def test_a_page_that_is_wrong_is_named_by_file_and_field(self, rewrite, head, problem):
        with pytest.raises(CommandError) as error:
            rewrite("visie", f'{head}\n[[body]]\ntype = "text"\nhtml = "Tekst."\n')
        assert "demo_content/pages/nl/visie.toml: " in str(error.value)
        assert problem in str(error.value)


def test_a_record_that_a_language_lacks_is_found_in_dutch(loaded):
    finder = pages.Finder(("uk", SOURCE), {}, {})
    found = finder.record(Fact, "poverty-rate", faults.Place(texts.FOLDER))
    assert Fact.objects.get(pk=found).locale.language_code == SOURCE


def test_the_dutch_home_page_of_the_first_migration_becomes_the_demo_home_page(loaded):
    assert page_in(SOURCE, HOME) == HomePage.objects.get(pk=Site.objects.get().root_page_id)
