"""Where a translator adds what is made anew in each language, such as a recording.

wagtail-localize's editor has a place only for what the original has, and would begin with
the original's.
"""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _

from wagtail.admin import messages

from redactieraad.admin.forms.own_parts import own_parts_form
from redactieraad.admin.texts import AboutOneText, address_of
from redactieraad.writing.translating import keep_own_parts, translation_of


class OwnPartsView(AboutOneText):
    """The own parts of one translation."""

    template_name = "redactieraad/admin/own_parts.html"
    page_title = _("Own to this language")

    def get_form(self, data: Any = None) -> Any:
        """Return the form for the newest draft.

        Raises:
            Http404: this text has no such parts, or is edited as any page is.

        """
        names = self.text.own_in_each_language
        if not names or translation_of(self.text) is None:
            raise Http404
        draft = self.text.get_latest_revision_as_object()
        return own_parts_form(type(self.text), names)(data, instance=draft)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep what was chosen in a new draft, unless the text is locked."""
        form, lock = self.get_form(request.POST), self.text.get_lock()
        if lock and lock.for_user(request.user):
            messages.error(request, lock.get_message(request.user))
        elif form.is_valid():
            keep_own_parts(form.instance, request.user)  # type: ignore[arg-type] # nobody anonymous
            messages.success(request, _("Your draft is saved."))
            return redirect(address_of(self.text, "redactieraad_own_parts"))
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form."""
        form = kwargs.pop("form", None) or self.get_form()
        return super().get_context_data(form=form, media=form.media, **kwargs)
