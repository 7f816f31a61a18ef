"""The photos in a partner's form: taken in, kept between two steps, and forgotten when unused."""

from __future__ import annotations

from datetime import timedelta
from pathlib import PurePath
from secrets import token_hex

from django.core.files.uploadedfile import UploadedFile
from django.core.signing import BadSignature, Signer
from django.http import QueryDict
from django.utils import timezone

from wagtail.models import Collection, Revision

from accounts.models import User
from core.models import SiteImage
from warmtebronnen.forms.photos import PhotoForm
from warmtebronnen.models import PlacePhoto, WarmtebronPage

MOST = 6
COLLECTION = "Foto's van partners"
# How long a photo waits that was chosen and never sent.
PATIENCE = timedelta(days=7)
_signer = Signer(salt="warmtebronnen.photo")


def token_of(place: WarmtebronPage, picture_id: int) -> str:
    """Return what stands in the form of this place for a photo; nobody can make up another's."""
    return _signer.sign(f"{place.pk}-{picture_id}")


def picture_by(place: WarmtebronPage, token: str) -> SiteImage | None:
    """Return the photo that a form of this place names."""
    try:
        place_id, _dash, picture_id = _signer.unsign(token).partition("-")
    except BadSignature:
        return None
    return SiteImage.objects.filter(pk=picture_id).first() if place_id == str(place.pk) else None


def rows_of(text: WarmtebronPage) -> list[dict[str, str]]:
    """Return the photos of a place as its form begins with them."""
    photos = [one for one in text.photos.all() if one.image_id]
    return [{"kept": token_of(text, one.image_id), "caption": one.caption} for one in photos]


def photo_forms(
    place: WarmtebronPage, rows: list[dict[str, str]], request_data: tuple | None = None
) -> list[PhotoForm]:
    """Return a form for each photo that a place can have.

    Args:
        place: the place.
        rows: what they begin with.
        request_data: what was sent and its files, if something was.

    """
    data, files = request_data or (None, None)
    forms = []
    for number in range(MOST):
        prefix = f"photo-{number}"
        row = rows[number] if number < len(rows) else {}
        token = data.get(f"{prefix}-kept", "") if data is not None else row.get("kept", "")
        picture = picture_by(place, token) if token else None
        forms.append(PhotoForm(data, files, prefix=prefix, initial=row, picture=picture))
    return forms


def take_in(place: WarmtebronPage, forms: list[PhotoForm], data: QueryDict, user: User) -> None:
    """Keep each photo that came through, and write into the form's data which it is."""
    for form in forms:
        form.is_valid()
        if form.picture:
            _describe(form)
        elif upload := form.cleaned_data.get("file"):
            picture = _keep(upload, form, place, user)
            data[form.add_prefix("kept")] = token_of(place, picture.pk)
            form.settle(picture)


def photos_of(forms: list[PhotoForm], before: WarmtebronPage) -> list[PlacePhoto]:
    """Return the photos as the forms make them; one that stays is the same row as before."""
    rows = {one.image_id: one.pk for one in before.photos.all()}
    chosen = [one for one in forms if one.picture and not one.cleaned_data.get("remove")]
    return [
        PlacePhoto(
            pk=rows.pop(form.picture.pk, None),
            image=form.picture,
            caption=form.cleaned_data["caption"],
            sort_order=number,
        )
        for number, form in enumerate(chosen)
        if form.picture
    ]


def forget_unsent() -> None:
    """Delete photos that a partner chose some time ago and that no version of a place has."""
    old = SiteImage.objects.filter(
        collection__name=COLLECTION, created_at__lt=timezone.now() - PATIENCE
    ).exclude(pk__in=PlacePhoto.objects.exclude(image=None).values("image"))
    unused = set(old.values_list("pk", flat=True))
    if not unused:
        return
    versions = Revision.page_revisions.filter(
        object_id__in=[str(pk) for pk in WarmtebronPage.objects.values_list("pk", flat=True)]
    )
    for content in versions.values_list("content", flat=True).iterator():
        unused -= {photo.get("image") for photo in content.get("photos", ())}
    for picture in SiteImage.objects.filter(pk__in=unused):
        picture.delete()


def _keep(upload: UploadedFile, form: PhotoForm, place: WarmtebronPage, user: User) -> SiteImage:
    # The name of the file may tell who made it, or when.
    upload.name = f"{token_hex(8)}{PurePath(upload.name or '').suffix.lower()}"
    picture = SiteImage(
        title=place.title,
        description=form.cleaned_data.get("alt", ""),
        file=upload,
        collection=_collection(),
        uploaded_by_user=user,
    )
    picture.save()
    return picture


def _describe(form: PhotoForm) -> None:
    """Give a photo the words that it came without."""
    if form.picture and form.cleaned_data.get("alt"):
        form.picture.description = form.cleaned_data["alt"]
        form.picture.save(update_fields=["description"])
        form.settle(form.picture)


def _collection() -> Collection:
    found = Collection.objects.filter(name=COLLECTION).first()
    return found or Collection.get_first_root_node().add_child(instance=Collection(name=COLLECTION))
