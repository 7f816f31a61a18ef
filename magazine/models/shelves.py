"""The shelves of the magazine: under which headings each live story is listed.

A list of stories by date, language and any heading is read from here at the same speed
for a hundred stories and for twenty thousand; see decision 42. Nobody edits shelves:
`magazine.shelving` keeps them as the live stories are.
"""

from __future__ import annotations

from django.db import models

from wagtail.models import Locale

from magazine.querysets import ShelfPlaceQuerySet, ShelfQuerySet


class Shelf(models.Model):
    """One heading in one language: all stories, a kind, a district, a tag, a maker."""

    class Facet(models.TextChoices):
        """What sort of heading it is."""

        ALL = "all"
        KIND = "kind"
        LINE = "line"
        AREA = "area"
        TAG = "tag"
        EDITION = "edition"
        SERIES = "series"
        MAKER = "maker"
        YEAR = "year"

    locale = models.ForeignKey(Locale, on_delete=models.CASCADE, related_name="+")
    facet = models.CharField(max_length=7, choices=Facet.choices)
    # What makes it this heading and no other of its facet, in one language.
    code = models.CharField(max_length=60)
    # How links name it, where it has no record of its own that says so.
    value = models.CharField(max_length=60, blank=True)
    area = models.ForeignKey("projects.Area", null=True, on_delete=models.CASCADE, related_name="+")
    tag = models.ForeignKey("taggit.Tag", null=True, on_delete=models.CASCADE, related_name="+")
    edition = models.ForeignKey(
        "magazine.EditionPage", null=True, on_delete=models.CASCADE, related_name="+"
    )
    series = models.ForeignKey(
        "magazine.Series", null=True, on_delete=models.CASCADE, related_name="+"
    )
    maker = models.ForeignKey(
        "magazine.MakerPage", null=True, on_delete=models.CASCADE, related_name="+"
    )
    stories = models.PositiveIntegerField(default=0)
    # The date of the oldest among its newest stories: only those are compared with others.
    recent_since = models.DateField(null=True)

    objects = ShelfQuerySet.as_manager()

    class Meta:
        """One shelf for each heading, and the fullest are found at once."""

        constraints = [
            models.UniqueConstraint(fields=["locale", "facet", "code"], name="magazine_shelf_once")
        ]
        indexes = [
            models.Index(fields=["locale", "facet", "-stories"], name="magazine_shelf_fullest")
        ]

    def __str__(self) -> str:
        """Return what stands on it."""
        return f"{self.facet} {self.code}"


class ShelfPlace(models.Model):
    """A live story on one of its shelves."""

    shelf = models.ForeignKey(Shelf, on_delete=models.CASCADE, related_name="places")
    story = models.ForeignKey("magazine.StoryPage", on_delete=models.CASCADE, related_name="places")
    # As the story has it: lists are in its order.
    story_date = models.DateField()
    # On a maker's shelf: what this maker did, and where among the makers they are named.
    roles = models.CharField(max_length=80, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = ShelfPlaceQuerySet.as_manager()

    class Meta:
        """A story stands once on a shelf, by date."""

        constraints = [
            models.UniqueConstraint(
                fields=["story", "shelf"], name="magazine_place_once_on_a_shelf"
            )
        ]
        indexes = [
            models.Index(fields=["shelf", "-story_date", "-story"], name="magazine_place_by_date")
        ]

    def __str__(self) -> str:
        """Return which story stands where."""
        return f"{self.story_id} on {self.shelf_id}"
