"""Words for what readers report, in the history of a place."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from warmtebronnen.upkeep.reports import REPORT


@hooks.register("register_log_actions")
def what_readers_say(actions: LogActionRegistry) -> None:
    """Give the history of a place words for a report."""
    actions.register_action(REPORT, _("Report"), _("A reader said that something is not right"))
