"""The figures that a report and the slides show: of the snapshot that counts at this moment."""

from __future__ import annotations

from challenge.embargo import launched_release
from challenge.models import Campaign, Snapshot
from challenge.publication.reading import read
from challenge.publication.results import Index


def current_index(campaign: Campaign) -> Index | None:
    """Return the index as it stands: what was released, or before the launch the newest.

    Nothing where none was made yet. Who may see it is asked by the caller.
    """
    if campaign.is_launched:
        release = launched_release(campaign)
        return read(release.snapshot.content) if release else None
    newest = Snapshot.objects.filter(campaign=campaign).order_by("-number").first()
    return read(newest.content) if newest else None
