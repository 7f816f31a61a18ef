"""How to reach a place before going there."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel

from core.fields import HttpsURLField
from core.validators import validate_phone


class Reaching(models.Model):
    """Numbers and addresses to call, write to or look at."""

    phone = models.CharField(
        _("phone number"), max_length=30, blank=True, validators=[validate_phone]
    )
    whatsapp = models.CharField(
        _("WhatsApp number"), max_length=30, blank=True, validators=[validate_phone]
    )
    email = models.EmailField(_("e-mail address"), blank=True)
    website = HttpsURLField(_("website"), blank=True)

    reaching_panels = [
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("phone"), FieldPanel("whatsapp")]),
                FieldPanel("email"),
                FieldPanel("website"),
            ],
            heading=_("How to reach it"),
        )
    ]
    reaching_facts = ("phone", "whatsapp", "email", "website")

    class Meta:
        """Never a table of its own."""

        abstract = True
