"""For somebody who has lost both their phone and their recovery codes."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator

from django.core.management.base import BaseCommand, CommandError, CommandParser

from accounts.models import User


class Command(BaseCommand):
    """Takes the second step of one account away; where it is required, it is asked for anew."""

    help = (
        "Let somebody who lost their phone and their recovery codes set up two-step sign-in anew."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Ask for the address of the account."""
        parser.add_argument("email", help="the e-mail address of the account")

    def handle(self, *args: Any, email: str, **options: Any) -> None:
        """Take away the phone and the codes.

        Raises:
            CommandError: there is no such account, or it has no second step.

        """
        user = User.objects.filter(email=email.lower()).first()
        if user is None:
            message = f"No account has the address {email}."
            raise CommandError(message)
        removed, _by_model = Authenticator.objects.filter(user=user).delete()
        if not removed:
            message = f"The account of {email} has no two-step sign-in."
            raise CommandError(message)
        self.stdout.write(f"{email} now signs in with a password only, and can set up a new phone.")
