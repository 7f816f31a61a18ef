"""The form of a consent."""

from __future__ import annotations

from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from wagtail.admin.forms import WagtailAdminModelForm

from magazine.consent.scans import KINDS


class ScanInput(forms.ClearableFileInput):
    """Shows that there is a scan, with a link for who may see it: it has no public address."""

    template_name = "magazine/consent/scan_input.html"
    address = ""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        """Let a browser offer the right kinds of files."""
        super().__init__({"accept": ",".join(KINDS), **(attrs or {})})

    def is_initial(self, value: Any) -> bool:
        """Return whether there is a scan already."""
        return bool(value)

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        """Add where the scan is shown."""
        context = super().get_context(name, value, attrs)
        context["widget"]["address"] = self.address
        return context


class ConsentForm(WagtailAdminModelForm):
    """A consent, and how to reach who gave it."""

    contact = forms.CharField(
        label=_("How to reach this person"),
        required=False,
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("A phone number or an e-mail address. It is kept encrypted."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Show what is kept encrypted; what was withdrawn stays as it is."""
        super().__init__(*args, **kwargs)
        consent = self.instance
        if consent.pk is None:
            return
        self.initial["contact"] = consent.contact
        scan = self.fields["form"].widget
        scan.address = reverse("magazine_consents:scan", args=[consent.pk])
        if consent.withdrawn_on:
            for field in self.fields.values():
                field.disabled = True

    def _post_clean(self) -> None:
        """Lock the contact away before the consent is saved."""
        super()._post_clean()
        if "contact" in self.cleaned_data:
            self.instance.contact = self.cleaned_data["contact"]
