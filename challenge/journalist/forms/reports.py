"""The form in which a report is written: with the list of words that may be quoted."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from wagtail.blocks import BlockField, StructBlock

from redactieraad.forms.texts import GovernedPageForm

SHOWN_LETTERS = 90
VOICE, SOURCE = "voice", "source"


class ReportForm(GovernedPageForm):
    """Offers the words of this report's campaign, to who may read them already."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Fill the list in a copy of the block: who opens the next form may read less."""
        super().__init__(*args, **kwargs)
        shared = self.fields.get("body")
        if not isinstance(shared, BlockField):
            return
        block: Any = deepcopy(shared.block)
        voice: StructBlock = block.child_blocks[VOICE]
        voice.child_blocks[SOURCE].offer(self._choices())
        own = BlockField(block=block, required=shared.required, label=shared.label)
        own.help_text = shared.help_text
        self.fields["body"] = own

    def _choices(self) -> list[tuple[str, Any]]:
        """Return the words that may be quoted, by party; and those that are quoted already."""
        campaign = self._campaign()
        kept = [(name, _("(chosen before)")) for name in self._quoted()]
        if campaign is None or not (campaign.is_launched or self._may_read()):
            return kept
        from challenge.journalist.voices import voices  # noqa: PLC0415 - models import this form

        offered = {
            one.name: f"{one.speaker} ({one.party}), {one.occasion}: "
            f"{Truncator(one.words).chars(SHOWN_LETTERS)}"
            for one in voices(campaign)
        }
        gone = [(name, label) for name, label in kept if name not in offered]
        return [*offered.items(), *gone]

    def _quoted(self) -> list[str]:
        from challenge.journalist.reporting import quoted_in  # noqa: PLC0415 - as above

        return [name for name in quoted_in(self.instance.body) if name]

    def _may_read(self) -> bool:
        from challenge.journalist.access import may_read  # noqa: PLC0415 - as above

        return may_read(self.for_user)

    def _campaign(self) -> Any | None:
        """Return the campaign of the page above, which a new report does not know yet."""
        from challenge.models import CampaignPage  # noqa: PLC0415 - as above

        above = self.parent_page or (self.instance.get_parent() if self.instance.path else None)
        if above is None:
            return None
        found = CampaignPage.objects.select_related("campaign").filter(pk=above.pk).first()
        return found.campaign if found else None
