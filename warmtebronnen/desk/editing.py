"""A partner's change of a place: what they type, beside what is there, and what came between.

The form says which version it began with. When somebody else changed the place meanwhile,
nothing is saved: the partner is told, and goes on with both changes before them.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BoundField
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from wagtail.models import Revision

from accounts.models import User
from redactieraad.fingerprint import fingerprint
from warmtebronnen.desk.photos import photo_forms, photos_of, rows_of, take_in
from warmtebronnen.forms.photos import PhotoForm
from warmtebronnen.forms.places import PlaceForm
from warmtebronnen.models import WarmtebronPage
from warmtebronnen.row_numbers import row_number

SEEN = "seen"
# How many new photos the form has room for at once.
ROOM = 2


def newest(place: WarmtebronPage) -> WarmtebronPage:
    """Return a place as its newest version has it, each time a new object."""
    fresh = WarmtebronPage.objects.get(pk=place.pk)
    text: WarmtebronPage = fresh.get_latest_revision_as_object()
    return text


def mark_of(place: WarmtebronPage) -> str:
    """Return which version is the newest: an autosave writes over a revision of one number."""
    return f"{place.latest_revision_id or 0}-{fingerprint(newest(place))[:16]}"


class Editing:
    """A form about one version of a place.

    Attributes:
        place: the page as the database has it.
        seen: which version this form is about.
        data: what was typed; None for a fresh form.
        form: the facts and words.
        photos: the forms of the photos.

    """

    def __init__(
        self,
        place: WarmtebronPage,
        data: QueryDict | None = None,
        files: MultiValueDict | None = None,
        typed: dict[str, Any] | None = None,
        rows: list[dict[str, str]] | None = None,
    ) -> None:
        """Begin with the newest version.

        Args:
            place: the page.
            data: what was sent, if something was; it is written to.
            files: the files that were sent with it.
            typed: what takes the place of what the version says.
            rows: the same for its photos.

        """
        self.place, self.data, self.seen = place, data, mark_of(place)
        self._text = newest(place)
        rows = rows_of(self._text) if rows is None else rows
        self.form = PlaceForm(data, instance=self._text, initial=typed)
        self.photos = photo_forms(place, rows, None if data is None else (data, files))

    @property
    def began_with(self) -> str:
        """Return which version was on the screen when this was typed."""
        return self.data.get(SEEN, "") if self.data else self.seen

    @cached_property
    def is_valid(self) -> bool:
        """Whether all is in order, also for the redactieraad."""
        photos = [one.is_valid() for one in self.photos]
        if not self.form.is_valid() or not all(photos):
            return False
        for fault in self.after().faults_before_submitting():
            self.form.add_error(None, ValidationError(fault))
        return not self.form.errors

    def take_in_photos(self, user: User) -> None:
        """Keep the photos that came through, whatever else is wrong."""
        if self.data is not None:
            take_in(self.place, self.photos, self.data, user)

    @property
    def asks_for_rows(self) -> bool:
        """Return whether the form is to come back with more rows for opening hours."""
        return bool(self.data) and bool(self.form["hours"].value().asked_for)

    @property
    def faulty_fields(self) -> list[BoundField]:
        """Return the fields in which something is wrong, in the order of the form."""
        forms = [self.form, *self.photos]
        return [field for form in forms for field in form if field.errors]

    @property
    def has_faults(self) -> bool:
        """Return whether something is wrong."""
        return bool(self.form.errors or self.faulty_fields)

    @property
    def shown_photos(self) -> list[PhotoForm]:
        """Return the photos that there are, and room for some more; who wants more comes back."""
        filled = [one for one in self.photos if one.picture or one.errors or one["caption"].value()]
        return filled + [one for one in self.photos if one not in filled][:ROOM]

    def after(self) -> WarmtebronPage:
        """Return the place as it will be; the form has been found in order."""
        self._text.photos.set(photos_of(self.photos, newest(self.place)))
        return self._text


def merged(place: WarmtebronPage, data: QueryDict) -> Editing:
    """Return a form about the newest version with what this partner changed in an earlier one.

    What they left alone follows the newest version, so that they undo nobody's change.
    """
    earlier = earlier_version(place, data.get(SEEN, ""))
    mine = PlaceForm(data, instance=earlier or newest(place))
    typed = {name: mine[name].value() for name in mine.changed_data}
    before = None if earlier is None else rows_of(earlier)
    forms = photo_forms(place, [], (data, None))
    sent = [_row(one) for one in forms if one.picture and not one["remove"].value()]
    return Editing(place, typed=typed, rows=None if sent == before else sent)


def earlier_version(place: WarmtebronPage, seen: str) -> WarmtebronPage | None:
    """Return the version that a form began with, unless it was written over."""
    number, _dash, mark = seen.partition("-")
    versions = Revision.page_revisions.filter(object_id=str(place.pk))
    revision = versions.filter(pk=row_number(number)).first()
    text = revision.as_object() if revision else None
    return text if text is not None and fingerprint(text)[:16] == mark else None


def _row(form: Any) -> dict[str, str]:
    return {"kept": form["kept"].value(), "caption": form["caption"].value() or ""}
