"""The series and the consents of the magazine's demo."""

from __future__ import annotations

from wagtail.models import Locale

from magazine.consent.ending import withdraw
from magazine.demo.plan import Plan, last_day, translation_key
from magazine.demo.texts import Texts
from magazine.models import Consent, Series


def load_consents(plan: Plan) -> dict[str, Consent]:
    """Return the consents by reference, made where they are missing.

    All are valid at first, since a portrait without consent is never submitted; those that
    the plan withdraws are withdrawn once their portrait is public.
    """
    for reference, entry in plan.consents.items():
        values = entry.values
        Consent.objects.get_or_create(
            reference=reference,
            defaults={
                "for_site": values.get("site", True),
                "for_print": values.get("print", False),
                "for_social_media": values.get("social", False),
                "naming": values.get("naming", Consent.Naming.CHOSEN),
                "given_on": values["given_on"],
                "valid_until": last_day(entry),
            },
        )
    return {one.reference: one for one in Consent.objects.filter(reference__in=plan.consents)}


def load_series(plan: Plan, texts: Texts) -> dict[str, dict[str, Series]]:
    """Return the series by language and key, made where they are missing."""
    found: dict[str, dict[str, Series]] = {}
    for language, words in texts.items():
        locale = Locale.objects.get(language_code=language.code)
        for key in plan.series.keys() & words.keys():
            values = words[key].values
            one, _created = Series.objects.get_or_create(
                translation_key=translation_key(key),
                locale=locale,
                defaults={"name": values["name"], "about": values.get("about", "")},
            )
            found.setdefault(language.code, {})[key] = one
    return found


def withdraw_consents(plan: Plan) -> None:
    """Take back what the plan says was taken back after the portrait had appeared."""
    taken_back = [key for key, entry in plan.consents.items() if entry.values.get("withdrawn")]
    for consent in Consent.objects.filter(reference__in=taken_back, withdrawn_on=None):
        withdraw(consent)


def empty_records(plan: Plan) -> None:
    """Remove the demo's series and consents."""
    Series.objects.filter(translation_key__in=map(translation_key, plan.series)).delete()
    for consent in Consent.objects.filter(reference__in=plan.consents, portraits=None):
        consent.delete()
