"""Words for what is logged of a place beside its page."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

from warmtebronnen.desk.views.moment import ADDRESS
from warmtebronnen.team.confidential_addresses import READ
from warmtebronnen.upkeep.notices import GIVE, TAKE_BACK


@hooks.register("register_log_actions")
def what_happens_to_places(actions: LogActionRegistry) -> None:
    """Give the history of a place words for what its people did at their desk."""
    actions.register_action(GIVE, _("Notice"), _("A notice was put on the site"))
    actions.register_action(TAKE_BACK, _("Notice taken back"), _("A notice was taken back"))
    actions.register_action(
        ADDRESS, _("Confidential address"), _("The confidential address was changed")
    )
    actions.register_action(
        READ, _("Confidential address read"), _("The confidential address was read")
    )
