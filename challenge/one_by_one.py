"""Does something for each campaign by itself: what goes wrong in one keeps no other back."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable, Iterable

from challenge.models import Campaign

logger = logging.getLogger(__name__)


class SomeFailedError(RuntimeError):
    """Something went wrong in some campaigns, and was done for the others."""

    def __init__(self, slugs: Iterable[str]) -> None:
        """Name the campaigns."""
        super().__init__(f"Failed for: {', '.join(slugs)}")


def one_by_one(campaigns: Iterable[Campaign], act: Callable[[Campaign], object]) -> None:
    """Do it for each, whatever becomes of the others.

    Args:
        campaigns: for which.
        act: what is done.

    Raises:
        SomeFailedError: it failed for some, after all had their turn.

    """
    failed = []
    for campaign in campaigns:
        try:
            act(campaign)
        except Exception as error:  # noqa: BLE001 - whatever it is
            failed.append(campaign.slug)
            # Of an error only the kind and the place: its words may hold an address.
            place = "".join(traceback.format_tb(error.__traceback__))
            logger.error(  # noqa: TRY400 - as above
                "Campaign %s failed (%s) at:\n%s", campaign.slug, type(error).__name__, place
            )
    if failed:
        raise SomeFailedError(failed)
