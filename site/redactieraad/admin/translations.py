"""The redactieraad in wagtail-localize's editor and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wagtail_localize.views.convert import convert_to_alias
from wagtail_localize.views.update_translations import (
    UpdateTranslationsForm,
    UpdateTranslationsView,
)

from django.core.exceptions import PermissionDenied, ValidationError
from django.forms import HiddenInput
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from wagtail.admin import messages
from wagtail.models import Page
from wagtail.permissions import policy_registry

from redactieraad.checks import NotReadyError
from redactieraad.governed import Governed
from redactieraad.guard import AliasRefusedError, NotApprovedError
from redactieraad.writing.translating import submit_translation, translation_of

if TYPE_CHECKING:
    from wagtail_localize.models import Translation

    from accounts.models import User

# The name of the button that we add to the editor; the others are wagtail-localize's.
SUBMIT = "redactieraad-submit"
TO_ALIAS = "localize-convert-to-alias"


def answer(request: HttpRequest, text: Any) -> HttpResponse | None:
    """Take what a translator sends from the editor; None where that is wagtail-localize's."""
    if request.method != "POST" or not isinstance(text, Governed):
        return None
    if TO_ALIAS in request.POST:
        return refused(request, AliasRefusedError(text))
    translation = translation_of(text)
    if translation is None:
        return None
    if SUBMIT in request.POST:
        return _submit(request, text, translation)
    if request.POST.get("action") == "publish":
        return refused(request, NotApprovedError(text))
    return None


def refused(request: HttpRequest, error: PermissionDenied) -> HttpResponse:
    """Say on the same page why something was not done."""
    messages.error(request, str(error))
    return redirect(request.path)


def switched_off() -> str:
    """Return why nothing can be submitted."""
    return _("The redactieraad's workflow is switched off, so nothing can be submitted now.")


def _submit(request: HttpRequest, text: Any, translation: Translation) -> HttpResponse:
    user: User = request.user  # type: ignore[assignment]
    lock = text.get_lock()
    if lock and lock.for_user(user):
        messages.error(request, lock.get_message(user))
    elif text.get_workflow() is None:
        messages.error(request, switched_off())
    else:
        try:
            submit_translation(translation, user)
        except NotReadyError as error:
            for fault in error.faults:
                messages.error(request, fault)
        except ValidationError as error:
            for fault in error.messages:
                messages.error(request, fault)
        else:
            messages.success(request, _("The redactieraad now has this text."))
    return redirect(request.path)


class UpdateView(UpdateTranslationsView):
    """Brings translations up to date with their source, and publishes only who may.

    The view that this replaces publishes for everybody who may submit a translation.
    """

    def get_form(self) -> UpdateTranslationsForm:
        """Leave publishing out where it is nobody's, or not this person's."""
        form = super().get_form()
        if not all(self._may_publish(one.get_target_instance()) for one in self._translations()):
            field = form.fields["publish_translations"]
            # What is sent does not count then.
            field.disabled, field.widget = True, HiddenInput()
        return form

    def _translations(self) -> Any:
        return self.object.translations.filter(enabled=True)

    def _may_publish(self, target: Any) -> bool:
        if isinstance(target, Page):
            return target.permissions_for_user(self.request.user).can_publish()
        policy = policy_registry.get_by_type(type(target))
        return policy.user_has_permission(self.request.user, "publish")


def to_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """Make a translation an alias of its source, where that can be."""
    page = get_object_or_404(Page, pk=page_id).specific
    if isinstance(page, Governed):
        messages.error(request, str(AliasRefusedError(page)))
        return redirect(reverse("wagtailadmin_pages:edit", args=[page_id]))
    return convert_to_alias(request, page_id)
