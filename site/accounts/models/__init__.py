"""Who can sign in, the links that they do it with, and the devices that remember them."""

from accounts.models.devices import TrustedDevice
from accounts.models.links import SignInLink
from accounts.models.users import User, UserManager

__all__ = ["SignInLink", "TrustedDevice", "User", "UserManager"]
