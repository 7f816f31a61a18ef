"""Reads the mailbox of the newsletter from standard input."""

from __future__ import annotations

import sys
from typing import Any

from django.core.management.base import BaseCommand

from magazine.newsletter.bounces import Kind, take_in


class Command(BaseCommand):
    """Stops mailing where mail came back, and for who asked by mail to stop."""

    help = "Read an mbox (or one mail) from standard input: bounces, and wishes to unsubscribe."

    def handle(self, *args: Any, **options: Any) -> None:
        """Read it and tell what was in it, without names."""
        found = take_in(sys.stdin.buffer.read())
        for kind in Kind:
            self.stdout.write(f"{kind}: {found[kind]}")
