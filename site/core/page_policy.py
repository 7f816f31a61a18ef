"""What people may do with pages in the admin, put together from what features add to it.

Wagtail knows one policy for all pages. Features that sit beside each other each add a rule.
"""

from __future__ import annotations

from wagtail.models import AbstractPage, Page
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail.permissions import policy_registry, register_permission_policy


def extend_page_policy(rule: type[PagePermissionPolicy]) -> None:
    """Ask this policy about every page from now on, and through `super()` those before it."""
    before = type(policy_registry.get_by_type(Page))
    made = type(rule.__name__, (rule, before), {"__doc__": rule.__doc__})
    register_permission_policy(AbstractPage, made())
