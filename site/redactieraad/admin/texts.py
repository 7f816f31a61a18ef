"""The admin's pages about the redactieraad: all that is on its way, and one text."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from django.views.generic import TemplateView

from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from redactieraad.admin.access import may_edit
from redactieraad.admin.editing import about
from redactieraad.admin.overview import overview_for
from redactieraad.admin.reach import warnings_about_council
from redactieraad.admin.situation import situation_of
from redactieraad.deciding.remarks import leave_remark
from redactieraad.deciding.voting import VoteRefusedError
from redactieraad.forms.answers import AnswerForm
from redactieraad.governed import governed_model
from redactieraad.guard import NotApprovedError
from redactieraad.models import Remark
from redactieraad.publishing.appearing import publish_approved
from redactieraad.publishing.pending import pending_of
from redactieraad.selectors import specific

# More than a council can keep open; each section says how many there are.
SHOWN = 100
HERE = {"url": reverse_lazy("redactieraad_overview"), "label": _("Redactieraad")}


class OverviewView(WagtailAdminTemplateMixin, TemplateView):
    """All that is on its way, for who works on it."""

    template_name = "redactieraad/admin/overview.html"
    page_title = _("Redactieraad")
    header_icon = "group"
    breadcrumbs_items = [*WagtailAdminTemplateMixin.breadcrumbs_items, HERE]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add what is on its way."""
        return super().get_context_data(
            overview=overview_for(self.request.user, SHOWN),
            warnings=warnings_about_council(),
            **kwargs,
        )


class AboutOneText(WagtailAdminTemplateMixin, TemplateView):
    """A page about one governed text, for who works on it."""

    header_icon = "group"
    breadcrumbs_items = [*WagtailAdminTemplateMixin.breadcrumbs_items, HERE]
    text: Any

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Find the text.

        Raises:
            PermissionDenied: this person does not work on it.

        """
        self.text = _governed(kwargs["type_id"], kwargs["object_id"])
        if not may_edit(request.user, self.text):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        """Return the text's title."""
        return getattr(self.text, "draft_title", "") or str(self.text)

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        """Return the way here, ending in the text's title."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_subtitle()}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add how the text stands."""
        situation = situation_of(self.text, self.request.user)
        context = super().get_context_data(**kwargs)
        return {**context, **about(situation, self.request.user)}


class TextView(AboutOneText):
    """How one text stands, what was said of it, and where a writer answers."""

    template_name = "redactieraad/admin/text.html"
    page_title = _("Redactieraad")

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep a writer's answer."""
        form = AnswerForm(request.POST)
        context = self.get_context_data(form=form)
        desk = context["situation"].desk
        if not form.is_valid():
            return self.render_to_response(context)
        try:
            leave_remark(
                request.user,  # type: ignore[arg-type] # nobody is anonymous in the admin
                desk.state.pk if desk else 0,
                Remark.Kind.ANSWER,
                text=form.cleaned_data["text"],
            )
        except VoteRefusedError as refused:
            form.add_error(None, str(refused.message))
            return self.render_to_response(context)
        messages.success(request, _("Your answer is with the redactieraad."))
        return redirect(request.path)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the form for an answer."""
        return super().get_context_data(**{"form": AnswerForm(), **kwargs})


class LetAppearView(AboutOneText):
    """Lets an approved text appear that no longer waits for anything."""

    template_name = "redactieraad/admin/let_appear.html"
    page_title = _("Let it appear")

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """Go on for who may.

        Raises:
            PermissionDenied: this person may not.

        """
        if not request.user.has_perm("redactieraad.let_appear"):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Publish exactly what was approved, or say why not."""
        try:
            is_done = publish_approved(self.text, user=request.user)
        except NotApprovedError as refused:
            messages.error(request, str(refused))
            return redirect(address_of(self.text))
        waiting = pending_of(self.text)
        if not is_done:
            messages.warning(
                request,
                _("It appears together with: %(title)s") % {"title": self.text.appears_with()},
            )
        elif waiting is not None and waiting.appears_at:
            messages.success(request, _("It will appear at the moment that is planned."))
        else:
            messages.success(request, _("It is on the site now."))
        return redirect(address_of(self.text))


def address_of(text: Any, name: str = "redactieraad_text") -> str:
    """Return the address of the admin's page about this text."""
    return reverse(name, args=[text.get_base_content_type().pk, text.pk])


def _governed(type_id: int, object_id: str) -> Model:
    """Return the governed text with this type and number.

    Raises:
        Http404: there is none.

    """
    model = get_object_or_404(ContentType, pk=type_id).model_class()
    try:
        found = specific(get_object_or_404(model, pk=object_id)) if model else None
    except ValueError:
        found = None
    if found is None or not governed_model(type(found)):
        raise Http404
    return found
