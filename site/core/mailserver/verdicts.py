"""What a mail server's answer means for a letter. Pure."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from enum import StrEnum

_FINAL = 500


class Outcome(StrEnum):
    """What becomes of a letter."""

    # Nobody got it, and it may be sent again.
    PENDING = "pending"
    # There is no such address.
    BOUNCED = "bounced"
    FAILED = "failed"
    UNSURE = "unsure"


@dataclass(frozen=True)
class Verdict:
    """What becomes of a letter that did not get through.

    Attributes:
        state: what becomes of it; `PENDING` is tried again later.
        is_ours: whether it is about our server and not about this reader, so that the next
            letter would meet the same.

    """

    state: Outcome
    is_ours: bool = False


def verdict_on(error: Exception) -> Verdict:
    """Return what becomes of a letter after this error.

    Only where it is certain that the server did not take the letter, it may be tried again.
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        codes = [code for code, _words in error.recipients.values()]
        return Verdict(
            Outcome.BOUNCED if all(code >= _FINAL for code in codes) else Outcome.PENDING
        )
    if isinstance(error, smtplib.SMTPSenderRefused | smtplib.SMTPHeloError):
        return Verdict(Outcome.PENDING, is_ours=True)
    if isinstance(error, smtplib.SMTPDataError):
        # Refused for what is in it: no reason to stop mailing this reader.
        return Verdict(Outcome.FAILED if error.smtp_code >= _FINAL else Outcome.PENDING)
    if isinstance(error, smtplib.SMTPNotSupportedError | ValueError):
        # The address cannot be written in a mail.
        return Verdict(Outcome.FAILED)
    # The line broke, or something unknown happened: perhaps the server had taken it.
    return Verdict(Outcome.UNSURE, is_ours=isinstance(error, OSError))
