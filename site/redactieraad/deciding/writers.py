"""Who wrote a text, and therefore has no vote on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wagtail_localize.models import SegmentOverride, StringTranslation

from django.contrib.contenttypes.models import ContentType
from django.db.models import QuerySet

from wagtail.models import Page, Revision, TranslatableMixin

from languages.registry import SOURCE
from redactieraad.models import Entry
from redactieraad.selectors import original_among

# A text: its base content type and its primary key, as revisions have them.
Key = tuple[int, str]


def writers_of(instance: Any) -> set[int]:
    """Return the ids of all who wrote or edited this text.

    Whose name stands on a revision counts, whoever owns the page now: an owner may be
    changed by hand. For a translation, who wrote the original counts as well, and so does
    everybody who translated a part of it.
    """
    return writers_of_each([instance])[key_of(instance)]


def writers_of_each(instances: Iterable[Any]) -> dict[Key, set[int]]:
    """Return the same for many texts, with as many queries for thirty as for one."""
    texts = {key_of(one): one for one in instances}
    translated = {key: one for key, one in texts.items() if isinstance(one, TranslatableMixin)}
    originals = _originals_of(translated)
    wrote: dict[Key, set[int | None]] = defaultdict(set)
    for (key, _family), owner in originals.items():
        wrote[key].add(owner)
    for key, one in texts.items():
        wrote[key].add(getattr(one, "owner_id", None))
    for key, user in _named_on_revisions(wrote.keys() | texts.keys()):
        wrote[key].add(user)
    translators = _translators_of(translated)
    families: dict[str, set[int | None]] = defaultdict(set)
    for key, family in originals:
        families[family] |= wrote[key]
    return {
        key: {
            user
            for user in wrote[key] | translators[key] | families[_family_of(one)]
            if user is not None
        }
        for key, one in texts.items()
    }


def key_of(instance: Any) -> Key:
    """Return the key of a text."""
    return instance.get_base_content_type().pk, str(instance.pk)


def _family_of(instance: Any) -> str:
    """Return what a text and its translations share."""
    return str(getattr(instance, "translation_key", ""))


def _originals_of(texts: dict[Key, Any]) -> dict[tuple[Key, str], int | None]:
    """Return the originals, with their families and owners.

    An original is written in the site's own language, or was published without following
    another text.
    """
    entries: dict[str, list[Entry]] = defaultdict(list)
    families = {_family_of(one) for one in texts.values()}
    for entry in Entry.objects.filter(translation_key__in=families).order_by("number"):
        entries[entry.translation_key].append(entry)
    found = {}
    for base in {base for base, _pk in texts}:
        for one in _relatives(base, families):
            family = _family_of(one)
            original = original_among(entries[family], None)
            is_followed = original is not None and original.object_id == str(one.pk)
            if is_followed or one.locale.language_code == SOURCE:
                found[key_of(one), family] = getattr(one, "owner_id", None)
    return found


def _relatives(base_id: int, families: set[str]) -> QuerySet:
    """Return the texts of these families, without their longer fields."""
    base: Any = ContentType.objects.get_for_id(base_id).model_class()
    fields = ["translation_key", "locale__language_code"]
    if issubclass(base, Page):
        fields.append("owner")
    relatives = base._default_manager.filter(translation_key__in=families)
    return relatives.select_related("locale").only(*fields)


def _named_on_revisions(keys: Iterable[Key]) -> Iterable[tuple[Key, int]]:
    """Return each text with each person whose name stands on a revision of it."""
    wanted = set(keys)
    revisions = Revision.objects.filter(
        base_content_type__in={base for base, _pk in wanted},
        object_id__in={pk for _base, pk in wanted},
    ).exclude(user=None)
    rows = revisions.values_list("base_content_type_id", "object_id", "user_id").distinct()
    return [((base, pk), user) for base, pk, user in rows if (base, pk) in wanted]


def _translators_of(texts: dict[Key, Any]) -> dict[Key, set[int | None]]:
    """Return who translated a part of each text in wagtail-localize's editor."""
    by_place = {(_family_of(one), one.locale_id): key for key, one in texts.items()}
    found: dict[Key, set[int | None]] = defaultdict(set)
    for model in (StringTranslation, SegmentOverride):
        parts = model.objects.filter(
            context__object_id__in={one.translation_key for one in texts.values()},
            locale__in={one.locale_id for one in texts.values()},
        )
        rows = parts.values_list("context__object_id", "locale_id", "last_translated_by_id")
        for family, locale, user in rows.distinct():
            if key := by_place.get((str(family), locale)):
                found[key].add(user)
    return found
