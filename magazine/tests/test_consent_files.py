"""What shows somebody who does not agree any more is not served, by anybody."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from django.core.cache import caches
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from wagtail.contrib.frontend_cache.utils import PurgeBatch

from core.models import SiteImage
from core.sharing.address import share_picture_path
from core.storages import private_storage
from magazine.consent.ending import end_what_expired, withdraw
from magazine.consent.moving import finish_moving
from magazine.consent.withholding import is_withheld, restore_files_of
from magazine.models import PortraitPage, WithheldFile
from magazine.tests.factories import consent, portrait, story
from magazine.tests.pictures import picture, recording
from redactieraad.checks import NotReadyError
from redactieraad.tests.factories import council, publish, submit

pytestmark = pytest.mark.django_db
FIGURE = {"alt_text": "Sam op de markt.", "decorative": False, "caption": ""}


@pytest.fixture(autouse=True)
def committed(django_capture_on_commit_callbacks):
    """Give each test a block at whose end everything is committed, and no earlier pictures."""
    caches["renditions"].clear()
    with django_capture_on_commit_callbacks(execute=True):
        yield


@pytest.fixture
def carry_out(django_capture_on_commit_callbacks):
    """Return a function that withdraws a consent and commits it."""

    def carry_out(page):
        with django_capture_on_commit_callbacks(execute=True):
            withdraw(page.consent)

    return carry_out


@pytest.fixture
def on_disk(settings, tmp_path):
    """Keep uploads in a folder that the site serves."""
    disk = "django.core.files.storage.FileSystemStorage"
    settings.STORAGES = settings.STORAGES | {
        "default": {"BACKEND": disk, "OPTIONS": {"location": str(tmp_path)}}
    }
    settings.MEDIA_ROOT, settings.SERVE_MEDIA = str(tmp_path), True


def names_of(image):
    """Return the names of all the files of a picture."""
    return {image.file.name, *(one.file.name for one in image.renditions.all())}


def body_with(image, **figure):
    return [{"type": "figure", "value": FIGURE | {"image": image.pk} | figure}]


def test_the_original_goes_to_the_private_files_and_its_versions_are_gone(carry_out):
    cover = picture()
    page = publish(portrait(cover_image=cover), council()[:3])
    names = names_of(cover)
    assert len(names) >= 2
    carry_out(page)
    assert not any(default_storage.exists(name) for name in names)
    row = WithheldFile.objects.get()
    assert private_storage().exists(row.kept_as)
    assert not cover.renditions.exists()


def test_pictures_inside_the_text_and_of_earlier_versions_go_too(carry_out):
    members, first, second = council(), picture("een.png"), picture("twee.png")
    page = publish(portrait(body=body_with(first)), members[:3])
    page.body = body_with(second)
    page.save_revision()
    carry_out(page)
    assert not default_storage.exists(first.file.name)
    assert not default_storage.exists(second.file.name)


def test_what_another_live_page_shows_stays_until_nobody_else_shows_it(
    carry_out, django_capture_on_commit_callbacks
):
    members, shared = council(), picture()
    page = publish(portrait(cover_image=shared), members[:3])
    other = publish(story(cover_image=shared), members[:3])
    carry_out(page)
    end_what_expired()
    assert default_storage.exists(shared.file.name)
    assert not is_withheld(shared)
    with django_capture_on_commit_callbacks(execute=True):
        other.unpublish()
    end_what_expired()
    assert not default_storage.exists(shared.file.name)
    assert is_withheld(shared)


def test_nobody_is_asked_about_another_story_that_shows_a_withheld_picture(carry_out):
    cover, inside = picture(), picture("in.png")
    page = publish(portrait(cover_image=cover, body=body_with(inside)), council()[:3])
    carry_out(page)
    other = story("ander", cover_image=cover, body=body_with(inside))
    assert len(other.faults_before_submitting()) == 2
    with pytest.raises(NotReadyError):
        submit(other)


def test_what_only_a_draft_shows_as_well_goes(carry_out):
    shared = picture()
    page = publish(portrait(cover_image=shared), council()[:3])
    story(cover_image=shared)
    carry_out(page)
    assert not default_storage.exists(shared.file.name)


@pytest.mark.usefixtures("on_disk")
def test_a_recording_is_served_no_longer(carry_out, client):
    audio = recording()
    page = publish(portrait(audio=audio), council()[:3])
    assert client.get(audio.url).status_code == 200
    carry_out(page)
    assert client.get(audio.url).status_code == 404
    assert client.get(audio.url, headers={"Range": "bytes=0-1"}).status_code == 404


def test_the_share_picture_is_drawn_and_served_no_longer(carry_out, client):
    page = publish(portrait(), council()[:3])
    path = share_picture_path(page)
    assert client.get(path).status_code == 200
    kept = f"share/{path.rpartition('-')[2]}"
    assert default_storage.exists(kept)
    carry_out(page)
    assert client.get(path).status_code == 404
    assert not default_storage.exists(kept)


def test_a_portrait_that_may_not_be_on_social_media_has_no_share_picture(client):
    given = consent(for_social_media=False)
    page = publish(portrait(consent=given), council()[:3])
    assert client.get(share_picture_path(page)).status_code == 404


def test_a_share_picture_is_kept_by_others_no_longer_than_a_page(client, settings):
    page = publish(portrait(), council()[:3])
    header = client.get(share_picture_path(page)).headers["Cache-Control"]
    assert f"s-maxage={settings.PAGE_CACHE_CDN_SECONDS}" in header
    assert "immutable" not in header


def test_a_new_consent_and_a_new_decision_bring_everything_back(
    carry_out, django_capture_on_commit_callbacks
):
    members, cover = council(), picture()
    page = publish(portrait(cover_image=cover), members[:3])
    carry_out(page)
    page = PortraitPage.objects.get()
    page.consent = consent()
    page.save_revision()
    assert not default_storage.exists(cover.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        publish(page, members[:3])
    cover = SiteImage.objects.get()
    assert page.live
    assert default_storage.exists(cover.file.name)
    assert not WithheldFile.objects.exists()
    cover.get_rendition("width-50")


def test_a_picture_that_comes_back_takes_another_name_where_its_own_was_given_away(
    carry_out, django_capture_on_commit_callbacks
):
    cover = picture()
    page = publish(portrait(cover_image=cover), council()[:3])
    carry_out(page)
    other = picture(PurePath(cover.file.name).name)
    assert other.file.name == cover.file.name
    with django_capture_on_commit_callbacks(execute=True):
        restore_files_of(page)
    cover.refresh_from_db()
    assert cover.file.name != other.file.name
    assert default_storage.exists(cover.file.name)


def test_stopped_between_copying_and_deleting_it_is_finished_later(carry_out, monkeypatch):
    cover = picture()
    page = publish(portrait(cover_image=cover), council()[:3])
    with monkeypatch.context() as patch:
        patch.setattr(default_storage, "delete", lambda _name: 1 / 0)
        carry_out(page)
    assert default_storage.exists(cover.file.name)
    first = WithheldFile.objects.get()
    assert first.moved_at is None
    finish_moving()
    assert not default_storage.exists(cover.file.name)
    assert WithheldFile.objects.get().kept_as == first.kept_as
    assert private_storage().exists(first.kept_as)


def test_one_file_that_cannot_be_moved_leaves_the_others_alone(carry_out, caplog):
    lost, cover = picture("weg.png"), picture("sam.png")
    page = publish(portrait(cover_image=cover, body=body_with(lost)), council()[:3])
    default_storage.delete(lost.file.name)
    carry_out(page)
    assert not default_storage.exists(cover.file.name)
    assert not WithheldFile.objects.filter(moved_at=None).exists()


def test_a_failed_withdrawal_moves_nothing(monkeypatch):
    cover = picture()
    page = publish(portrait(cover_image=cover), council()[:3])
    monkeypatch.setattr("magazine.consent.withholding._withhold", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        withdraw(page.consent)
    assert default_storage.exists(cover.file.name)
    assert not WithheldFile.objects.exists()


def test_withdrawn_again_while_on_its_way_back_it_goes_once_more(carry_out):
    cover = picture()
    page = publish(portrait(cover_image=cover), council()[:3])
    carry_out(page)
    default_storage.save(cover.file.name, ContentFile(b"back"))
    WithheldFile.objects.update(goes_back=True, moved_at=timezone.now())
    PortraitPage.objects.update(consent=consent())
    carry_out(PortraitPage.objects.get())
    assert not default_storage.exists(cover.file.name)
    assert not WithheldFile.objects.get().goes_back


def test_a_deleted_picture_leaves_nothing_private_behind(
    carry_out, django_capture_on_commit_callbacks
):
    cover = picture()
    page = publish(portrait(cover_image=cover), council()[:3])
    carry_out(page)
    kept = WithheldFile.objects.get().kept_as
    with django_capture_on_commit_callbacks(execute=True):
        SiteImage.objects.get().delete()
    assert not private_storage().exists(kept)


def test_the_caches_in_front_are_told(carry_out, settings, monkeypatch):
    purged = set()
    monkeypatch.setattr(PurgeBatch, "purge", lambda batch: purged.update(batch.urls))
    cover = picture()
    page = publish(portrait(cover_image=cover), council()[:3])
    rendition = cover.renditions.get().file.url
    settings.WAGTAILFRONTENDCACHE = {"http": {"BACKEND": "x", "LOCATION": "http://cache"}}
    carry_out(page)
    assert settings.WAGTAILADMIN_BASE_URL + rendition in purged
    assert settings.WAGTAILADMIN_BASE_URL + cover.file.url in purged


@pytest.mark.usefixtures("on_disk")
def test_it_is_not_served_from_the_folder_of_uploads(carry_out, client):
    cover = picture()
    page = publish(portrait(cover_image=cover), council()[:3])
    address = f"/media/{cover.file.name}"
    assert client.get(address).status_code == 200
    carry_out(page)
    assert client.get(address).status_code == 404
