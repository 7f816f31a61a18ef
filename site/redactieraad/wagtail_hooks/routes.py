"""Answers in the admin, with a clear message, what the guard would refuse anyhow.

And takes away the buttons that could only lead there. The rule does not lean on this.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _

from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.action_menu import SubmitForModerationMenuItem
from wagtail.models import Page
from wagtail.snippets.action_menu import UnpublishMenuItem

from redactieraad.admin.translations import (
    TO_ALIAS,
    UpdateView,
    answer,
    switched_off,
    to_alias,
)
from redactieraad.governed import Governed, governed_model
from redactieraad.permissions import TAKE_OFFLINE

# Before wagtail-localize's own, which takes the whole page.
FIRST = -1


@hooks.register("before_edit_page", order=FIRST)
def submit_translated_page(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Take what a translator of a page sends."""
    return answer(request, page)


@hooks.register("before_edit_page", order=FIRST)
def nobody_to_submit_to(request: HttpRequest, page: Page) -> None:
    """Keep as a draft what is submitted after the workflow was switched off, and say so.

    Wagtail shows no button then, and does not expect that an editor has it on screen still.
    """
    asks = {"action-submit", "action-restart-workflow"} & request.POST.keys()
    if not asks or not isinstance(page, Governed) or page.get_workflow() is not None:
        return
    sent = request.POST.copy()
    for name in asks:
        del sent[name]
    request.POST = sent  # type: ignore[assignment]
    messages.warning(request, switched_off())


@hooks.register("before_edit_snippet", order=FIRST)
def submit_translated_record(request: HttpRequest, instance: Any) -> HttpResponse | None:
    """Take what a translator of a record sends."""
    return answer(request, instance)


@hooks.register("register_admin_urls", order=FIRST)
def addresses() -> list[URLPattern]:
    """Put ours in the place of two of wagtail-localize's."""
    return [
        path("localize/update/<int:translation_source_id>/", UpdateView.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", to_alias),
    ]


@hooks.register("before_copy_page")
def copies_are_drafts(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Say that nothing governed is copied live or as an alias, before anything is copied."""
    wanted = {"publish_copies", "alias"} & request.POST.keys()
    if not wanted or not _includes_governed(page):
        return None
    messages.error(
        request,
        _(
            "The redactieraad decides on each text, so that copies of texts are drafts. Copy "
            "without publishing, and not as an alias."
        ),
    )
    return redirect(request.path)


def _includes_governed(page: Page) -> bool:
    models = [model for model in apps.get_models() if governed_model(model)]
    types = ContentType.objects.get_for_models(*models).values()
    return page.get_descendants(inclusive=True).filter(content_type__in=types).exists()


@hooks.register("construct_page_action_menu")
def no_page_to_alias(menu_items: list[Any], request: HttpRequest, context: dict[str, Any]) -> None:
    """Take away the button that makes a translation an alias."""
    if isinstance(context.get("page"), Governed):
        menu_items[:] = [item for item in menu_items if item.name != TO_ALIAS]


class SubmitNewTextMenuItem(SubmitForModerationMenuItem):
    """Submits a new text. Wagtail would name the workflow of the page that it comes below."""

    def get_context_data(self, parent_context: dict[str, Any]) -> dict[str, Any]:
        """Name the redactieraad's workflow."""
        label = _("Submit to the redactieraad")
        return super().get_context_data(parent_context) | {"label": label}


@hooks.register("construct_page_action_menu")
def new_pages_go_to_the_redactieraad(
    menu_items: list[Any], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Say of a new governed page where submitting leads."""
    if context["view"] != "create" or request.resolver_match is None:
        return
    named = request.resolver_match.kwargs
    model = apps.get_model(named["content_type_app_name"], named["content_type_model_name"])
    if governed_model(model):
        menu_items[:] = [
            SubmitNewTextMenuItem(order=item.order) if item.name == "action-submit" else item
            for item in menu_items
        ]


@hooks.register("construct_snippet_action_menu")
def no_record_to_publish(
    menu_items: list[Any], request: HttpRequest, context: dict[str, Any]
) -> None:
    """Take away publishing, and offer taking offline to who may.

    Wagtail asks the person's permissions about these two, and not the policy of the model.
    """
    if not governed_model(context["model"]):
        return
    menu_items[:] = [
        item for item in menu_items if item.name not in {"action-publish", "action-unpublish"}
    ]
    is_live = context["view"] == "edit" and context["instance"].live
    if is_live and request.user.has_perm(TAKE_OFFLINE):
        menu_items.append(UnpublishMenuItem(order=20))
