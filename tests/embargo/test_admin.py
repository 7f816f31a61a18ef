"""In the admin nobody comes across a result before the launch but who works on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from wagtail_localize.models import Translation, TranslationSource

from django.contrib.contenttypes.models import ContentType
from django.test import Client
from django.urls import reverse

from wagtail.models import Locale, Page
from wagtail.permissions import policy_registry

from accounts.models import User
from accounts.tests.factories import person
from challenge.models import ReportPage
from challenge.tests.whole import REPORT, SECRETS
from redactieraad.models import Member
from tests.embargo.addresses import addresses_of, routes
from tests.embargo.probing import OK, ask, ask_all, leaks

OTHERS = ("Redactie", "Vertalers", "Partners")
KNOW = ("Programmateam", "Beheer")
# Forms that only change something, or ask another machine.
LEFT_OUT = ("logout", "failwhale", "embed")


def signed_in(user: User) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(user)
    return client


def in_group(name: str) -> User:
    return person(name)


def admin_addresses(whole) -> Iterator[str]:
    """Yield every address of the admin, filled in with what nobody may know of."""
    values = Everything(whole)
    records = {whole.release.pk, whole.release.snapshot_id, whole.campaign.pk}
    for route in routes():
        if route.text.startswith("beheer/") and not any(word in route.text for word in LEFT_OUT):
            values["pk"] = records if "challenge" in route.text else [whole.report.pk]
            yield from addresses_of(route, values)
    explore = reverse("wagtailadmin_explore", args=[whole.page.pk])
    for query in (f"?q={REPORT}", "?ordering=-latest_revision_created_at"):
        yield f"{explore}{query}"
        yield f"{reverse('wagtailadmin_pages:search')}{query}"
    chooser = reverse("wagtailadmin_choose_page_child", args=[whole.page.pk])
    yield f"{chooser}?page_type=wagtailcore.page"
    yield f"{reverse('wagtailadmin_choose_page_search')}?q={REPORT}&page_type=wagtailcore.page"
    yield f"/beheer/api/main/pages/?child_of={whole.page.pk}&for_explorer=1"


class Everything(dict):
    """What a parameter of the admin can be: the report, the release, or their revisions."""

    def __init__(self, whole) -> None:
        """Take the campaign, and begin to translate its report."""
        super().__init__()
        self.whole = whole
        source, _is_new = TranslationSource.get_or_create_from_instance(whole.report)
        english = Locale.objects.get(language_code="en")
        translation = Translation.objects.create(source=source, target_locale=english)
        self["translation_source_id"] = [source.pk]
        self["translation_id"] = [translation.pk]

    def __contains__(self, name: object) -> bool:
        """Know every parameter."""
        return True

    def __missing__(self, name: str) -> list[object]:
        """Return what a parameter can be."""
        report, release = self.whole.report, self.whole.release
        if name.startswith("revision"):
            return [report.latest_revision_id, release.latest_revision_id]
        named = {
            "app_label": "challenge",
            "app_name": "challenge",
            "model_name": "reportpage",
            "content_type_app_name": "challenge",
            "content_type_model_name": "reportpage",
            "type_id": ContentType.objects.get_for_model(ReportPage).pk,
            "parent_page_id": self.whole.page.pk,
        }
        return [named.get(name, release.pk if name == "object_id" else report.pk)]


def test_the_admin_of_others_knows_nothing(eve):
    answers = ask_all(signed_in(in_group("Redactie")), admin_addresses(eve))
    assert leaks(answers, SECRETS) == {}


@pytest.mark.parametrize("group", KNOW)
def test_who_works_on_it_finds_it(eve, group):
    explore = reverse("wagtailadmin_explore", args=[eve.page.pk])
    answer = ask(signed_in(in_group(group)), explore)
    assert answer.status == OK
    assert answer.holds([REPORT])


def test_an_editor_who_sits_in_the_redactieraad_finds_it_and_others_from_the_launch_on(eve):
    editor = in_group("Redactie")
    client = signed_in(editor)
    explore = reverse("wagtailadmin_explore", args=[eve.page.pk])
    assert not ask(client, explore).holds([REPORT])
    Member.objects.create(user=editor, reads=["nl"])
    assert ask(client, explore).holds([REPORT])
    Member.objects.filter(user=editor).delete()
    assert not ask(client, explore).holds([REPORT])
    eve.launch()
    assert ask(client, explore).holds([REPORT])


def test_the_walk_finds_an_admin_that_forgets_to_ask(eve, monkeypatch):
    monkeypatch.setattr("challenge.hiding.may_know", lambda _user: True)
    explore = reverse("wagtailadmin_explore", args=[eve.page.pk])
    answers = ask_all(signed_in(in_group("Redactie")), [explore])
    assert leaks(answers, SECRETS) == {explore: [REPORT]}


def test_policies_of_features_hold_together(eve):
    """Partners see their own place only, and the report is withheld from all others."""
    policy = policy_registry.get_by_type(Page)
    names = [cls.__name__ for cls in type(policy).__mro__]
    assert {"TendedPagePolicy", "EmbargoedPagePolicy"} <= set(names)
    for group in OTHERS:
        user = in_group(group)
        assert not policy.user_has_permission_for_instance(user, "change", eve.report)
        assert not eve.report.permissions_for_user(user).can_edit()
        assert not policy.explorable_instances(user).filter(pk=eve.report.pk).exists()
