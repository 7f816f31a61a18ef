"""What people are mailed who want to sign in.

The website hands the address over unseen, so that neither its answer nor the time that it
takes can tell who has an account. The worker looks it up, and makes the link.
"""

from __future__ import annotations

from django_tasks import task

from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from accounts import links
from accounts.models import User
from accounts.two_step import signs_in_by_password
from core.letters import send, sending
from core.vault import Vault

vault = Vault("sign-in address")


def mail_link(email: str, onwards: str, language: str) -> None:
    """Have a way to sign in mailed to this address, whether or not it has an account.

    Args:
        email: the address, as it was typed.
        onwards: the path on this site that the person was on the way to, if any.
        language: in which to write.

    """
    asked_at = timezone.now().isoformat()
    answer_request.enqueue(vault.lock_text(email), onwards, language, asked_at)


@task()
def answer_request(
    locked_email: str, onwards: str, language: str, asked_at: str, attempt: int = 0
) -> None:
    """Mail what this address can sign in with.

    Who waited for longer than a link holds has long asked for another.
    """
    now = timezone.now()
    asked = parse_datetime(asked_at)
    if asked is None or now > asked + links.LIFETIME:
        return
    email = vault.unlock_text(locked_email)
    user = User.objects.filter(email__iexact=email, is_active=True).first()
    with sending(answer_request, attempt, locked_email, onwards, language, asked_at):
        if user is None:
            send(email, "account/email/sign_in_unknown", {}, language=language)
        elif signs_in_by_password(user):
            context = {"path": reverse("account_login")}
            send(user.email, "account/email/sign_in_password", context, language=language)
        else:
            token = links.make(user, onwards, now)
            context = {"path": reverse("account_open_link", args=[token])}
            send(user.email, "account/email/sign_in_link", context, language=language)
