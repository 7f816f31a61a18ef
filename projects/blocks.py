"""The blocks that show records of the programme in a text."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from core.blocks.base import TEXT_GROUP, BlockValue, FieldsBlock
from core.blocks.choosers import RecordChooserBlock
from core.pagecache.shared import of_this_page


class QuoteChooserBlock(RecordChooserBlock):
    """Chooses a quote, which comes with what readers see of it as `shown`."""

    def __init__(self, **kwargs: Any) -> None:
        """Choose among the quotes."""
        super().__init__("projects.Quote", **kwargs)

    def found(self, ids: set[int]) -> dict[int, Any]:
        """Return the quotes of a text by one query, in the reader's language or what follows it."""
        from projects.selectors import chosen_quotes  # noqa: PLC0415 - it needs models, they blocks

        code = get_language() or settings.LANGUAGE_CODE
        name = f"quotes {code} {sorted(ids)}"
        return of_this_page(name, lambda: chosen_quotes(ids, code))


class QuoteRecordValue(BlockValue):
    """A quote, as long as the redactieraad's approval of it stands."""

    @property
    def quote(self) -> Any:
        """Return what readers see: nothing where it is not approved, or was taken offline."""
        return getattr(self["quote"], "shown", None)

    @property
    def is_shown(self) -> bool:
        """Return whether there is something to read."""
        return self.quote is not None

    @property
    def language(self) -> str:
        """Return the language of the words."""
        return self.quote.locale.language_code if self.quote.locale_id else ""

    @property
    def said(self) -> dict[str, str]:
        """Return the words, the name as this person wants to be called, and the occasion."""
        quote = self.quote
        return {"text": quote.text, "speaker": quote.named_as, "occasion": quote.occasion}


def _sample() -> dict[str, Any]:
    from projects.models import Quote  # noqa: PLC0415 - as above

    quote = Quote(
        text="Ik hoef niet geholpen te worden. Ik wil meedoen.",
        named_as="Bram (voorbeeld)",
        occasion="op een bijeenkomst in de wijk",
    )
    quote.shown = quote
    return {"quote": quote}


class QuoteRecordBlock(FieldsBlock):
    """Somebody's words out of the records."""

    quote = QuoteChooserBlock(
        label=_("Quote"),
        help_text=_("Readers see it as soon as the redactieraad has approved it."),
    )

    class Meta:
        """How an editor finds it."""

        group = TEXT_GROUP
        icon = "openquote"
        label = _("Quote from the records")
        description = _("Somebody's own words, approved by the redactieraad")
        template = "projects/blocks/quote_record.html"
        value_class = QuoteRecordValue
        preview_value = staticmethod(_sample)
