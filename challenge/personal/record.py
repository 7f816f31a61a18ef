"""What will be published about one member: read as readers will see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from challenge.embargo import launched_release, public_entries
from challenge.models import Answer, Campaign, Invitee, Snapshot
from challenge.public.logbooks import Diary, diary_of
from challenge.public.persons import Sheet
from challenge.publication.contents import member_content
from challenge.publication.reading import person_from, read
from challenge.publication.results import Person
from challenge.publication.snapshots import newest
from challenge.selectors import asked_in
from challenge.vocabulary import Audience, Stage

# From when members look at what will be published.
SHOWN = (Stage.REPLYING, Stage.READY, Stage.LAUNCHED)


@dataclass(frozen=True)
class OwnRecord:
    """One member as readers will see them.

    Attributes:
        sheet: the record, as a snapshot holds it, with what was said in public.
        diary: what everybody may read of the logbook, if there is anything.

    """

    sheet: Sheet
    diary: Diary | None


def record_of(invitee: Invitee, now: datetime) -> OwnRecord | None:
    """Return what will be published of a member; nothing while answers are still given."""
    campaign: Campaign = invitee.campaign
    if campaign.stage not in SHOWN:
        return None
    person = _published(invitee) or _as_it_stands(invitee, now)
    sheet = Sheet(person, invitee.party.name, _public_words(invitee, person))
    return OwnRecord(sheet, _diary(sheet, invitee))


def _diary(sheet: Sheet, invitee: Invitee) -> Diary | None:
    entries = list(public_entries(invitee.campaign).filter(week__invitee=invitee))
    return diary_of(sheet, invitee.week, entries) if entries else None


def _as_it_stands(invitee: Invitee, now: datetime) -> Person:
    """Return the record as a snapshot of this moment would hold it."""
    (asked,) = asked_in(invitee.campaign, now, [invitee])
    return person_from(member_content(asked))


def _published(invitee: Invitee) -> Person | None:
    """Return the record as the snapshot holds it that is published, or waits for the launch."""
    snapshot = _snapshot(invitee.campaign)
    persons = read(snapshot.content).persons if snapshot else ()
    key = str(invitee.member.uuid)
    return next((one for one in persons if one.key == key), None)


def _snapshot(campaign: Campaign) -> Snapshot | None:
    if campaign.is_launched:
        release = launched_release(campaign)
        return release.snapshot if release else None
    return newest(campaign) if campaign.stage == Stage.READY else None


def _public_words(invitee: Invitee, person: Person) -> str:
    """Return the words of the answer that the record is about, if everybody may read them."""
    in_time = Answer.objects.filter(
        invitee=invitee, given_at__lt=invitee.campaign.answers_until
    ).order_by("-number")
    answer = in_time.first()
    is_shown = answer and answer.audience == Audience.PUBLIC and answer.choice == person.heading
    return answer.words.strip() if answer and is_shown else ""
