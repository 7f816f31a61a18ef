"""The addresses of confidential places for Beheer: one at a time, and each reading is logged."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from wagtail.log_actions import log

from core.admin_views import PermittedView
from core.vault import SealedError
from warmtebronnen.models import PrivateAddress
from warmtebronnen.row_numbers import row_number

PERMISSION = "warmtebronnen.view_privateaddress"
READ = "warmtebronnen.private_address.read"
HERE = {"url": reverse_lazy("warmtebronnen_addresses"), "label": _("Confidential addresses")}


@method_decorator(never_cache, "dispatch")
class AddressesView(PermittedView):
    """The confidential places, and the address of the one that was asked for by a button."""

    template_name = "warmtebronnen/admin/addresses.html"
    page_title = _("Confidential addresses")
    header_icon = "lock"
    permission_required = PERMISSION
    breadcrumbs_items = [*PermittedView.breadcrumbs_items, HERE]

    def post(self, request: HttpRequest) -> HttpResponse:
        """Show one address, and write down who read it."""
        number = row_number(request.POST.get("place", ""))
        kept = get_object_or_404(PrivateAddress.objects.select_related("place"), place_id=number)
        try:
            address = kept.unlock_address()
        except SealedError:
            address = ""
        log(instance=kept.place, action=READ, user=request.user)
        return self.render_to_response(self.get_context_data(shown=kept, address=address))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the places, without their addresses."""
        kept = PrivateAddress.objects.select_related("place").order_by("place__title")
        return super().get_context_data(kept=kept.defer("locked_address"), **kwargs)
