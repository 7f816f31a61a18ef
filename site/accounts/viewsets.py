"""The admin's pages about accounts, safe to hand to people who are no administrators."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse

from wagtail.users.views import users


class NoMakingAdministrators:
    """Keeps 'administrator' out of the form for who is none."""

    request: HttpRequest

    def get_form(self, *args: Any, **kwargs: Any) -> ModelForm:
        """Return the form with only what this person may decide."""
        form = super().get_form(*args, **kwargs)  # type: ignore[misc]
        if not self.request.user.is_superuser:
            form.fields.pop("is_superuser", None)
        return form


class CreateView(NoMakingAdministrators, users.CreateView):
    """Making an account."""


class EditView(NoMakingAdministrators, users.EditView):
    """Changing an account."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Keep an administrator's account, its address first of all, from other hands.

        Raises:
            PermissionDenied: the account is an administrator's, and this person is none.

        """
        account = self.get_object()
        if account.is_superuser and not request.user.is_superuser:
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class UserViewSet(users.UserViewSet):
    """Wagtail's pages about accounts with the two guarded ones."""

    add_view_class = CreateView
    edit_view_class = EditView
