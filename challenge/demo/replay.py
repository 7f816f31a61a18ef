"""Plays what the members of one campaign did, by the code that does it for real members."""

from __future__ import annotations

import datetime as dt
from functools import cached_property

from accounts.models import User
from challenge.demo import lines
from challenge.demo.logbooks import keep_week
from challenge.demo.past import as_of
from challenge.demo.plan import CampaignPlan, One
from challenge.models import Campaign, Contact, Correction, Guest, Invitee, Membership, Ruling
from challenge.personal import answering, replying
from challenge.team import acting, inviting
from challenge.vocabulary import AddressStanding, Channel, Result
from core.demo.finder import Finder

# Before the invitation, everybody is put on the list.
LISTED = -7
# Members see their record from the one, and get their answers on the other.
STATEMENTS, REPLIES = 96, 97


class Replay:
    """What happened in one campaign, as far as the plan says."""

    def __init__(
        self, plan: CampaignPlan, campaign: Campaign, by: User, now: dt.datetime, finder: Finder
    ) -> None:
        """Take what is to happen, where, who of the team does it, until when, and its pictures."""
        self.plan = plan
        self.campaign = campaign
        self.by = by
        self.now = now
        self.finder = finder

    def invite(self) -> None:
        """Put everybody on the list who sits in the council on the day of the invitation."""
        with as_of(min(self.plan.at(LISTED), self.now)):
            inviting.invite_all(self.campaign, self.by)
        for one in self.plan.said.get("guest", []):
            Guest.objects.create(campaign=self.campaign, **one)

    def run(self) -> None:
        """Play what members and team did while answers were taken."""
        self._bring_in()
        for one in self.plan.members:
            invitee = self._invitee(one)
            self._reach(invitee, one)
            self._confirm(invitee, one)
            self._answer(invitee, one)
            if "week" in one.values:
                keep_week(invitee, one, self.plan, self.now, self.finder)
            if "outside" in one.values:
                since = one.values["since"]
                with as_of(self.plan.at(since)):
                    acting.put_outside(
                        invitee, one.values["outside"], self.plan.day(since), self.by
                    )

    def reply(self) -> None:
        """Play what members asked and told when they saw their records, and what became of it."""
        for one in self.plan.members:
            if "correction" in one.values:
                self._correct(self._invitee(one), one)
            if "statement" in one.values:
                with as_of(self.plan.at(STATEMENTS, 20)) as moment:
                    replying.make_statement(self._invitee(one), one.values["statement"], moment)

    @cached_property
    def invitees(self) -> dict[str, Invitee]:
        """Return who is asked, by name."""
        everybody = self.campaign.invitees.select_related("member", "campaign")
        return {str(invitee): invitee for invitee in everybody}

    def _invitee(self, one: One) -> Invitee:
        name = one.values["name"]
        if name not in self.invitees:
            one.place.at("name").refuse(f"{name!r} is not asked in this campaign")
        return self.invitees[name]

    def _bring_in(self) -> None:
        """Put those on the list who came when it had begun."""
        for one in self.plan.members:
            if "invited" in one.values:
                number = one.values["invited"]
                seats = Membership.objects.on(self.plan.day(number))
                with as_of(self.plan.at(number, 8)):
                    seat = seats.get(member__name=one.values["name"])
                    inviting.bring_in(self.campaign, seat, self.by)

    def _reach(self, invitee: Invitee, one: One) -> None:
        """Hand over a postcard, call, and say what is known of the address."""
        place = one.place.at("contacts")
        told = [lines.contact(text, place) for text in one.values.get("contacts", [])]
        for line in told:
            channel, result = line.codes
            self._contact(invitee, line.day, channel, result, line.words)
        if self._got_a_postcard(one):
            day = self.plan.values["postcards_on"]
            self._contact(invitee, day, Channel.POSTCARD, Result.HANDED_OVER)
        if one.values.get("address") == AddressStanding.VERIFIED:
            with as_of(self.plan.at(told[0].day, 15)):
                acting.mark_address(invitee, AddressStanding.VERIFIED, self.by)

    def _got_a_postcard(self, one: One) -> bool:
        """Return whether this member sat in the council on that day, and was there."""
        said = one.values
        is_asked = said.get("invited", 0) <= self.plan.values["postcards_on"]
        return is_asked and not said.get("outside") and bool(said.get("postcard", True))

    def _contact(
        self, invitee: Invitee, day: int, channel: str, result: str, note: str = ""
    ) -> None:
        with as_of(self.plan.at(day, 14), Contact):
            acting.add_contact(invitee, self.by, channel=channel, result=result, note=note)

    def _confirm(self, invitee: Invitee, one: One) -> None:
        if "receipt" in one.values:
            with as_of(self.plan.at(one.values["receipt"], 10, 20)) as moment:
                answering.confirm_receipt(invitee, moment)
                # It changed in the database.
                invitee.refresh_from_db(fields=["address", "receipt_confirmed_at"])

    def _answer(self, invitee: Invitee, one: One) -> None:
        place = one.place.at("answers")
        for position, text in enumerate(one.values.get("answers", [])):
            line = lines.answer(text, place.at(position))
            choice, audience = line.codes
            with as_of(self.plan.at(line.day, 11, 5)) as moment:
                answering.give_answer(
                    invitee, answering.Reply(choice, line.words, audience), moment
                )

    def _correct(self, invitee: Invitee, one: One) -> None:
        """Ask a correction, establish what was not right, and reply."""
        place = one.place.at("correction")
        line = lines.read(one.values["correction"], place, Correction.Standing)
        with as_of(self.plan.at(line.day, 9, 40)) as moment:
            replying.ask_correction(invitee, line.words, moment)
        ruling = one.values.get("ruling")
        with as_of(self.plan.at(REPLIES, 16), Ruling) as moment:
            if ruling:
                acting.rule(invitee, by=self.by, **ruling)
            correction = invitee.corrections.get()
            acting.reply_to(correction, line.codes[0], one.values["reply"], self.by)
            invitee.corrections.update(replied_at=moment)
