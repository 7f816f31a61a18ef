"""Makes the campaigns of the demo, all in preparation: what happened in them comes after."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from challenge.demo.plan import DATES, MOMENTS, CampaignPlan, Plan
from challenge.models import Campaign, CampaignLetter, Council, Method
from challenge.vocabulary import LetterKind


def load_campaigns(plan: Plan, council: Council, method: Method) -> list[Campaign]:
    """Return the campaigns that were missing.

    Raises:
        DemoContentError: the dates or the letters of one are wrong.

    """
    there = set(council.campaigns.values_list("slug", flat=True))
    missing = [one for one in plan.campaigns if one.key not in there]
    return [_make(plan, one, council, method) for one in missing]


def _make(plan: Plan, one: CampaignPlan, council: Council, method: Method) -> Campaign:
    said = one.values
    campaign = Campaign(
        name=said["name"],
        slug=one.key,
        council=council,
        method=method,
        weekly_amount=said["amount"],
        covers=plan.covers,
        postcard_words=plan.postcard.strip().replace("{amount}", one.amount),
        invitation_on=one.first_day,
        **{name: one.day(said[name]) for name in DATES if name in said},
        **{name: one.at(*said[name]) for name in MOMENTS},
    )
    try:
        campaign.full_clean()
    except ValidationError as error:
        field, messages = next(iter(error.message_dict.items()))
        one.place.at(field).refuse(messages[0])
    campaign.save()
    CampaignLetter.objects.bulk_create(_letters(plan, one, campaign))
    return campaign


def _letters(plan: Plan, one: CampaignPlan, campaign: Campaign) -> list[CampaignLetter]:
    written = [kind for kind in LetterKind.values if kind not in one.values.get("unwritten", [])]
    return [
        CampaignLetter(
            campaign=campaign,
            kind=kind,
            sort_order=position,
            subject=plan.letters[kind]["subject"],
            words=plan.letters[kind]["words"].strip().replace("{amount}", one.amount),
        )
        for position, kind in enumerate(written)
    ]
