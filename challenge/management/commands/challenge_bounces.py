"""Reads the mailbox that letters come back to, from standard input."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from challenge.letters.bounces import take_in


class Command(BaseCommand):
    """Notes which members were not reached."""

    help = "Read an mbox (or one mail) from standard input: letters to council members."

    def handle(self, *args: Any, **options: Any) -> None:
        """Read it and tell how many came back, without names."""
        self.stdout.write(f"bounced: {take_in(sys.stdin.buffer.read())}")
