"""Makes subscribers and live editions, and gets at the links in our mails."""

from __future__ import annotations

import re
from typing import Any

from django.core import mail
from django.utils import timezone

from wagtail.models import Locale

from accounts.models import User
from magazine.models import EditionItem, EditionPage, MagazineIndexPage, Subscriber
from magazine.tests import factories
from redactieraad.tests.factories import member, publish
from tests.factories import home_in


def subscriber(
    address: str = "noor@voorbeeld.example", *languages: str, **fields: Any
) -> Subscriber:
    """Return a new subscriber who confirmed."""
    one = Subscriber(
        languages=list(languages or ("nl",)), **({"confirmed_at": timezone.now()} | fields)
    )
    one.set_address(address)
    one.save()
    return one


def live_edition(members: list[User], slug: str = "zomer", **fields: Any) -> EditionPage:
    """Return an edition that the redactieraad approved, with one live story in a section."""
    edition = factories.edition(slug, **fields)
    story = publish(factories.story("tafel", edition, title="Aan tafel & verder"), members)
    edition.items = [EditionItem(story=story, section="Reportages")]
    edition.save_revision()
    return publish(edition, members)


def translated(edition: EditionPage, code: str, title: str) -> EditionPage:
    """Return the live translation of a live edition."""
    home = home_in(code)
    index = MagazineIndexPage(title="Magazine", slug="magazine", locale=home.locale)
    index.translation_key = edition.get_parent().translation_key
    home.add_child(instance=index)
    index.save_revision().publish()
    copy = edition.copy_for_translation(Locale.objects.get(language_code=code))
    copy.title = title
    copy.save_revision()
    return publish(copy, [member(f"leest-{code}", reads=(code,))])


def links_in(number: int = -1) -> list[str]:
    """Return the paths of the links in a mail that was sent, in their order."""
    return re.findall(r"https?://[^/\s]+(/\S+)", mail.outbox[number].body)
