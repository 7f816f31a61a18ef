"""Letters by e-mail: rendered in the reader's language, sent by the task queue, tried again.

A letter is two templates, `<name>_subject.txt` and `<name>_message.txt`; its HTML is made of
the text. What stands in the queue is kept for two weeks, so that a task takes the numbers of
rows, never an address, a name or a token. A task that sends a letter looks like this:

    @task()
    def tell(user_id: int, attempt: int = 0) -> None:
        user = User.objects.get(pk=user_id)
        with sending(tell, attempt, user_id):
            send(user.email, "app/email/news", {"user": user}, language="nl")
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from django_tasks import task_backends

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils import timezone, translation

logger = logging.getLogger(__name__)

# How long to wait before each further attempt.
PAUSES = (timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1), timedelta(hours=6))
# What a mail server answers that will not change its mind.
FINAL = range(500, 600)
HTML = "core/email/letter.html"


def send(address: str, template: str, context: dict[str, Any], *, language: str) -> None:
    """Send one letter, now.

    Args:
        address: who gets it.
        template: the path of its templates, without `_subject.txt` and `_message.txt`.
        context: what they show; `site` is added, the address of the site without a slash.
        language: the tag of the language to write in.

    Raises:
        OSError: the mail server is away, or refused it.

    """
    written(address, template, context, language=language).send()


def written(
    address: str, template: str, context: dict[str, Any], *, language: str
) -> EmailMultiAlternatives:
    """Return a letter as `send` would send it."""
    context = {"site": settings.WAGTAILADMIN_BASE_URL, **context}
    with translation.override(language):
        subject = " ".join(render_to_string(f"{template}_subject.txt", context).split())
        text = render_to_string(f"{template}_message.txt", context).strip() + "\n"
        html = render_to_string(HTML, {"subject": subject, "text": text})
    letter = EmailMultiAlternatives(
        subject, text, to=[address], headers={"Auto-Submitted": "auto-generated"}
    )
    letter.attach_alternative(html, "text/html")
    return letter


@contextmanager
def sending(task: Any, attempt: int, *arguments: Any) -> Iterator[None]:
    """Try again later where the mail server fails inside this block, and in the end give up.

    Nothing of the failure but its kind is written down: a server's answer names the reader.

    Args:
        task: the task that sends the letter; its last argument is the attempt.
        attempt: how often it was tried before.
        arguments: what the task takes before the attempt.

    """
    try:
        yield
    except OSError as error:  # SMTPException is one
        kind = type(error).__name__
        may_wait = task_backends["default"].supports_defer
        if may_wait and attempt < len(PAUSES) and not _is_final(error):
            later = task.using(run_after=timezone.now() + PAUSES[attempt])
            later.enqueue(*arguments, attempt + 1)
            logger.warning("%s: a letter could not be sent yet (%s)", task.name, kind)
        else:
            logger.error("%s: a letter could not be sent (%s)", task.name, kind)  # noqa: TRY400


def _is_final(error: OSError) -> bool:
    """Return whether the server said that it will never take this letter."""
    answers = _answers(error)
    return bool(answers) and all(code in FINAL for code in answers)


def _answers(error: OSError) -> list[int]:
    if not isinstance(error, SMTPException):
        return []
    refused = getattr(error, "recipients", None)
    if isinstance(refused, dict):
        return [code for code, _words in refused.values()]
    code = getattr(error, "smtp_code", None)
    return [code] if isinstance(code, int) else []
