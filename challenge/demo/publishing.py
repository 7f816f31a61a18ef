"""Takes a campaign of the past through its stages: replies, snapshots, release, launch."""

from __future__ import annotations

import datetime as dt

from accounts.models import User
from challenge.demo.letters import write_letters
from challenge.demo.past import as_of
from challenge.demo.plan import CampaignPlan
from challenge.demo.replay import Replay
from challenge.demo.texts import Writer
from challenge.models import Campaign, Release
from challenge.publication import snapshots, steps
from challenge.vocabulary import Stage
from redactieraad.demo_votes import Voters


class History:
    """All that happened in one campaign until now."""

    def __init__(
        self, plan: CampaignPlan, campaign: Campaign, by: User, now: dt.datetime, writer: Writer
    ) -> None:
        """Take what happened, where, who of the team did it, until when, and who writes of it."""
        self.plan = plan
        self.campaign = campaign
        self.by = by
        self.now = now
        self.writer = writer
        self.replay = Replay(plan, campaign, by, now, writer.finder)

    def unfold(self) -> None:
        """Let it happen, as far as the dates of the campaign have come."""
        self.replay.invite()
        if self.now < self.plan.at(0, 9):
            return
        self._step(Stage.RUNNING, self.plan.at(0, 9))
        self.replay.run()
        replying_at = self.plan.at(self.plan.values["reply_from"], 9)
        if self.now >= replying_at:
            self._step(Stage.REPLYING, replying_at)
            self._answer_for_it()
        self._write_letters()

    def _answer_for_it(self) -> None:
        """Let members look at their records, and publish what came of it."""
        first, *later = self.plan.said["snapshot"]
        self._snapshot(first)
        self.replay.reply()
        for one in later:
            self._snapshot(one)
        self._release(self.writer.voters)
        self.writer.write_report(self.plan.key)
        self._step(Stage.READY, self.plan.at(self.plan.values["reply_until"] + 1, 9))
        self._step(Stage.LAUNCHED, self.campaign.launch_at)

    def _step(self, to: Stage, moment: dt.datetime) -> None:
        with as_of(moment):
            by = None if to == Stage.LAUNCHED else self.by
            self.campaign = steps.take(self.campaign, to, by, moment)

    def _snapshot(self, said: dict[str, int | str]) -> None:
        with as_of(self.plan.at(int(said["day"]), 10)) as moment:
            snapshots.make(self.campaign, self.by, str(said["reason"]), moment)

    def _release(self, voters: Voters) -> None:
        """Ask the council to publish the newest snapshot; it appears with the launch."""
        said = self.plan.said["release"]
        release = Release(
            campaign=self.campaign,
            snapshot=snapshots.newest(self.campaign),
            introduction=said["introduction"].strip(),
            shows_league=said["shows_league"],
            live=False,
        )
        release.full_clean()
        release.save()
        release.save_revision(user=self.by)
        voters.bring(release, "live", by=self.by)

    def _write_letters(self) -> None:
        """Write down the letters of the days before this one: today's are still to go out."""
        today = self.now.astimezone(self.plan.at(0).tzinfo).date()
        write_letters(self.plan, self.campaign, self.replay.invitees, today)
