"""How allauth works on this site: nobody signs up by themselves."""

from allauth.account.adapter import DefaultAccountAdapter

from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by Beheer, never by a visitor."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: there is no public sign-up for accounts."""
        return False
