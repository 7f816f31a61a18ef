"""What the clock does about consents."""

from __future__ import annotations

from core.clock.registry import register_periodic

MINUTE, HOUR = 60, 3_600


def register() -> None:
    """Have it done; what ended at midnight is offline before anybody is up."""
    register_periodic("end consents", MINUTE, "magazine.consent.ending.end_what_expired")
    register_periodic("ask about consents", HOUR, "magazine.consent.asking.ask_what_ends")
