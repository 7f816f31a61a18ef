"""The demo's redactieraad: the seats of its five accounts."""

from __future__ import annotations

from accounts.demo import DOMAIN
from accounts.models import User
from redactieraad.deciding.council import take_seat
from redactieraad.models import Member

# By account: whether an experience expert, and which languages they judge.
SEATS = {
    "raad1": (True, ["nl"]),
    "raad2": (True, ["nl", "en", "tr"]),
    "raad3": (True, ["nl", "ar", "en"]),
    "raad4": (False, ["nl", "en"]),
    "raad5": (False, ["nl"]),
}


def load() -> None:
    """Give each account its seat; those that have one keep it as it is."""
    for name, (is_expert, reads) in SEATS.items():
        user = User.objects.get(email=f"{name}@{DOMAIN}")
        if not Member.objects.filter(user=user).exists():
            take_seat(Member(user=user, is_expert=is_expert, reads=reads))
