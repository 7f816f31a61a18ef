"""What pages of our own in the admin have in common."""

from __future__ import annotations

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.views.generic import TemplateView

from wagtail.admin.views.generic import WagtailAdminTemplateMixin


class PermittedView(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateView):
    """A page for who has `permission_required`; others who are signed in are refused."""

    raise_exception = True
