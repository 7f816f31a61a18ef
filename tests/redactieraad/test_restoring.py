"""A backup brings the register back as it was, append-only as it is."""

from __future__ import annotations

import pytest

from tests.test_operations import other_site as _other_site

other_site = _other_site

SETUP = """
from django.core.files.base import ContentFile
from magazine.tests import factories as magazine
from redactieraad.models import Entry, Remark
from redactieraad.tests.factories import council, publish, submit
members = council()
story = publish(magazine.story(), members[:3])
state = submit(magazine.story("open"))
remark = Remark.objects.create(
    task_state=state, user=members[0], kind="remark", voice=ContentFile(b"sound", "a.webm")
)
print("NUMBER", Entry.objects.get().number)
"""
LOSE = """
from magazine.models import StoryPage
from redactieraad.models import Entry, Remark
story = StoryPage.objects.get(slug="een-verhaal")
story.unpublish()
remark = Remark.objects.get()
remark.voice.storage.delete(remark.voice.name)
print("NUMBER", Entry.objects.count())
"""
LOOK = """
from magazine.models import StoryPage
from redactieraad.models import Entry, Remark
from redactieraad.models.appendonly import AppendOnlyError
print("LIVE", StoryPage.objects.get(slug="een-verhaal").live)
print("HEARD", Remark.objects.get().voice.read())
try:
    Entry.objects.get().delete()
except AppendOnlyError:
    print("KEPT")
StoryPage.objects.get(slug="een-verhaal").unpublish()
print("NUMBER", Entry.objects.first().number)
"""


def _said(done):
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.django_db
def test_the_register_comes_back_whole_and_goes_on(other_site, tmp_path):
    kept = str(tmp_path / "kept.tar.gz")
    run = ("shell", "-v0", "-c")
    assert "NUMBER 1" in _said(other_site.manage(*run, SETUP))
    _said(other_site.manage("backup", "--to", kept))
    assert "NUMBER 2" in _said(other_site.manage(*run, LOSE))
    _said(other_site.manage("restore", kept, "--yes"))
    _said(other_site.manage("register_verify"))
    found = _said(other_site.manage(*run, LOOK))
    assert "LIVE True" in found
    assert "HEARD b'sound'" in found
    assert "KEPT" in found
    assert "NUMBER 2" in found
    _said(other_site.manage("register_verify"))
