"""Keeping and removing a photo."""

from io import BytesIO

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from PIL import Image, ImageOps

from mentoring.lib.moves import MoveRefused
from people.history.services import record
from people.staff.models import Employment
from people.staff.selectors import may_show_photo

# Twice what a card shows, for dense screens.
SIDE = 480
QUALITY = 85


def _portrait(file):
    """The picture upright, small, as a JPEG without anything the camera wrote beside it."""
    with Image.open(file, formats=["PNG", "JPEG"]) as picture:
        picture.draft("RGB", (2 * SIDE, 2 * SIDE))
        upright = ImageOps.exif_transpose(picture).convert("RGBA")
    square = ImageOps.fit(upright, (SIDE, SIDE), centering=(0.5, 0.3))
    paper = Image.new("RGB", square.size, "white")
    paper.paste(square, mask=square.getchannel("A"))
    kept = BytesIO()
    paper.save(kept, "JPEG", quality=QUALITY)
    return ContentFile(kept.getvalue(), name="photo.jpg")


@transaction.atomic
def keep_photo(employment, file, *, by):
    """Put a checked picture on the card in place of the former one.

    Raises MoveRefused unless the person's consent to show the photo is in force.
    """
    row = Employment.objects.select_for_update(of=("self",)).select_related("organization", "person")
    row = row.get(pk=employment.pk)
    if not may_show_photo(row, row.organization.today()):
        raise MoveRefused(
            _("A photo is kept only with the person’s consent to disclosure that names it. Ask for it first.")
        )
    _drop(row)
    row.photo = _portrait(file)
    row.save(update_fields=["photo"])
    record(row, gettext_noop("Photo put on the card"), by=by)
    return row


@transaction.atomic
def remove_photo(employment, *, by):
    """Take the photo off the card and delete its file."""
    row = Employment.objects.select_for_update().get(pk=employment.pk)
    if row.photo:
        _drop(row)
        row.photo = ""
        row.save(update_fields=["photo"])
        record(row, gettext_noop("Photo taken off the card"), by=by)
    return row


def forget_hidden_photos(person, organization, *, by):
    """Delete the photos of ``person`` that may not be shown in ``organization`` any more (152-FZ art. 21 part 5)."""
    for card in Employment.objects.filter(organization=organization, person=person).exclude(photo=""):
        if not may_show_photo(card, organization.today()):
            remove_photo(card, by=by)


def _drop(row):
    if row.photo:
        storage, name = row.photo.storage, row.photo.name
        transaction.on_commit(lambda: storage.delete(name))
