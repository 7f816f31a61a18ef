"""What the columns of a table of members mean, for who makes one."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

COLUMNS = {
    "name": _("What the member is called. Always give it for a new member."),
    "sort_name": _("The family name first, as in a telephone book."),
    "email": _("The e-mail address. Kept locked, and never public."),
    "phone": _("The phone number. Kept locked, and never public."),
    "portfolio": _("What the member is about in the council."),
    "party": _("The party. One that is not known here is added."),
    "party_short_name": _("The short name of a new party."),
    "from": _("The first day in the council for this party."),
    "until": _("The last day; empty for who still sits."),
}
