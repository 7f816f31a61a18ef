"""The pages of the newsletter: asking for it, confirming, changing languages, leaving.

None of them takes a CSRF token: that would cost every reader a cookie, and no form here acts for
somebody who is signed in. What proves who somebody is, is the key in the link that we mailed.
"""

from __future__ import annotations

from typing import Any

from allauth.core.ratelimit import consume

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.decorators import method_decorator
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import FormView, TemplateView, View

from languages.registry import SOURCE
from magazine.models import Subscriber
from magazine.models.subscribers import VAULT
from magazine.newsletter.forms import LanguagesForm, SubscribeForm
from magazine.newsletter.keys import subscriber_number
from magazine.newsletter.subscribing import Answer, ask, confirm, in_order, leave, look_at
from magazine.newsletter.tasks import answer_request

GONE, TOO_MANY, NOT_FOUND = 410, 429, 404
STATUS = {Answer.EXPIRED: GONE, Answer.UNKNOWN: NOT_FOUND}


@method_decorator(csrf_exempt, "dispatch")
class SubscribeView(FormView):
    """Asks for an address and languages, and mails a link there."""

    template_name = "magazine/newsletter/subscribe.html"
    form_class = SubscribeForm

    def get_initial(self) -> dict[str, Any]:
        """Tick the language that somebody is reading now."""
        return {"languages": [_language()]}

    def form_valid(self, form: SubscribeForm) -> HttpResponse:
        """Have the mail sent. The answer is the same whether or not the address was known."""
        address = form.cleaned_data["email"]
        if form.is_a_trap:
            return redirect("newsletter_asked")
        if not consume(self.request, action="newsletter", key=VAULT.mark(address.casefold())):
            form.add_error(None, _("Too many attempts. Wait an hour, then try again."))
            return self.render_to_response(self.get_context_data(form=form), status=TOO_MANY)
        subscriber = ask(address, in_order(form.cleaned_data["languages"], _language()))
        answer_request.enqueue(subscriber.pk)
        return redirect("newsletter_asked")


class AskedView(TemplateView):
    """Says to look in the mailbox."""

    template_name = "magazine/newsletter/asked.html"


@method_decorator([csrf_exempt, never_cache], "dispatch")
class ConfirmView(View):
    """Confirms by a button: programs that open every link in a mail confirm nothing."""

    def get(self, request: HttpRequest, key: str) -> HttpResponse:
        """Show the button, or why there is none."""
        return _answered(request, look_at(key))

    def post(self, request: HttpRequest, key: str) -> HttpResponse:
        """Confirm."""
        return _answered(request, confirm(key))


def _answered(request: HttpRequest, answer: Answer) -> HttpResponse:
    status = STATUS.get(answer, 200)
    return render(request, "magazine/newsletter/confirm.html", {"answer": answer}, status=status)


class _OfSubscriberMixin:
    """Finds the subscriber by the token in the link."""

    kwargs: dict[str, Any]
    request: HttpRequest

    def subscriber(self) -> Subscriber | None:
        """Return the subscriber; nobody for who left, or for a link that is not ours."""
        number = subscriber_number(self.kwargs["token"])
        return Subscriber.objects.filter(pk=number).first() if number else None

    def nobody(self) -> HttpResponse:
        """Say that this link leads to nobody: because they left, or because it was altered."""
        is_ours = subscriber_number(self.kwargs["token"]) is not None
        return render(
            self.request,
            "magazine/newsletter/nobody.html",
            {"is_ours": is_ours},
            status=200 if is_ours else NOT_FOUND,
        )


@method_decorator([csrf_exempt, never_cache], "dispatch")
class LanguagesView(_OfSubscriberMixin, FormView):
    """Changes the languages of a subscriber. The page does not say whose they are."""

    template_name = "magazine/newsletter/languages.html"
    form_class = LanguagesForm

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        """Answer only for somebody who is still subscribed."""
        self.found = self.subscriber()
        return super().dispatch(request, *args, **kwargs) if self.found else self.nobody()

    def get_initial(self) -> dict[str, Any]:
        """Tick the languages that were chosen before."""
        return {"languages": self.found.languages if self.found else []}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Add the link to leave."""
        return super().get_context_data(token=self.kwargs["token"], **kwargs)

    def form_valid(self, form: LanguagesForm) -> HttpResponse:
        """Keep the languages, unless this person left at the same moment."""
        languages = in_order(form.cleaned_data["languages"], _language())
        if self.found:
            Subscriber.objects.filter(pk=self.found.pk).update(languages=languages)
        return self.render_to_response(self.get_context_data(form=form, is_saved=True))


@method_decorator([csrf_exempt, never_cache], "dispatch")
class LeaveView(_OfSubscriberMixin, View):
    """Takes a subscriber off the list: by the button here, or the mail program's (RFC 8058)."""

    def get(self, request: HttpRequest, token: str) -> HttpResponse:
        """Show the button."""
        if self.subscriber() is None:
            return self.nobody()
        return render(request, "magazine/newsletter/leave.html", {"token": token})

    def post(self, request: HttpRequest, token: str) -> HttpResponse:
        """Delete the subscriber. Whoever left already gets the same answer."""
        subscriber = self.subscriber()
        if subscriber is not None:
            leave(subscriber)
        return self.nobody()


def _language() -> str:
    """Return the language of the page."""
    return get_language() or SOURCE
