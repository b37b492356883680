"""A photo stands on the card only while its person allows it to be shown."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from mentoring.lib.moves import MoveRefused
from people.consents.services import withdraw_consent
from people.consents.states import ConsentState, Disclosed, Purpose
from people.models import Employment
from people.staff.services import keep_photo, remove_photo
from tests.world import give_consent


def picture(size=(900, 1200), kind="JPEG", name="я.jpg", **fields):
    file = io.BytesIO()
    Image.new("RGB", size, "navy").save(file, kind, **fields)
    return SimpleUploadedFile(name, file.getvalue())


def let_show(employment):
    """The person of ``employment`` allows everybody to see the photo."""
    consent = give_consent(employment, Purpose.DISCLOSURE)
    consent.disclosures.create(field=Disclosed.PHOTO)
    return consent


@pytest.fixture
def url(home):
    return lambda card, path="": f"/o/{home.organization.slug}/staff/{card.pk}/{path}"


@pytest.fixture
def shown(home):
    """The mentor's card with a photo, and the consent that allows it."""
    card = home.mentor.employment
    consent = let_show(card)
    keep_photo(card, picture(), by=home.mentor.user)
    card.refresh_from_db()
    return card, consent


def test_a_photo_is_made_small_upright_and_clean_of_what_the_camera_wrote(home, enter, url):
    card = home.mentor.employment
    let_show(card)
    exif = Image.Exif()
    exif[0x010F], exif[0x0112] = "камера", 6
    response = enter(home.mentor).post(url(card, "photo/change/"), {"photo": picture((4000, 3000), exif=exif)})
    assert response.headers["Location"] == url(card)
    card.refresh_from_db()
    with Image.open(card.photo) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (480, 480), {})
    assert card.photo.name.startswith(f"photos/{home.organization.pk}/") and "я" not in card.photo.name


def test_readers_of_the_card_see_it_and_nobody_else(world, enter, url, shown):
    card, _consent = shown
    response = enter(world.home.curator).get(url(card, "photo/"))
    assert response.headers["Content-Type"] == "image/jpeg" and b"".join(response)[:3] == b"\xff\xd8\xff"
    assert "photo/" in enter(world.home.mentee).get(url(card)).content.decode()
    for stranger in (world.home.staff, world.other.curator):
        assert enter(stranger).get(url(card, "photo/")).status_code == 404


@pytest.mark.parametrize("state", [ConsentState.WITHDRAWN, ConsentState.EXPIRED, ConsentState.SUPERSEDED])
def test_a_consent_that_ended_hides_the_photo_at_once(home, enter, url, shown, state):
    card, consent = shown
    type(consent).objects.filter(pk=consent.pk).update(state=state)
    client = enter(home.curator)
    assert client.get(url(card, "photo/")).status_code == 404
    response = client.get(url(card))
    assert not response.context["shows_photo"] and "<img" not in response.content.decode().split("<main")[1]


def test_the_photo_of_a_withdrawn_consent_is_deleted(home, shown, django_capture_on_commit_callbacks):
    card, consent = shown
    storage, name = card.photo.storage, card.photo.name
    with django_capture_on_commit_callbacks(execute=True):
        withdraw_consent(consent, by=home.mentor.user)
    card.refresh_from_db()
    assert (card.photo.name, storage.exists(name)) == ("", False)


def test_a_consent_to_other_items_and_one_given_elsewhere_allow_nothing(world, enter, url):
    card = world.home.mentor.employment
    abroad = Employment.objects.create(
        organization=world.other.organization, person=card.person, post="методист", is_primary=False
    )
    let_show(abroad)
    give_consent(card, Purpose.DISCLOSURE).disclosures.create(field=Disclosed.NAME)
    response = enter(world.home.mentor).post(url(card, "photo/change/"), {"photo": picture()})
    assert set(response.context["form"].errors) == {"photo"}
    with pytest.raises(MoveRefused):
        keep_photo(card, picture(), by=world.home.curator.user)
    card.refresh_from_db()
    assert not card.photo


@pytest.mark.parametrize(
    "file",
    [
        picture(kind="GIF", name="a.gif"),
        picture(kind="GIF", name="a.jpg"),
        picture((6001, 10)),
        SimpleUploadedFile("a.png", picture(kind="PNG").read()[:300]),
        SimpleUploadedFile("a.jpg", b"\xff\xd8\xff" + bytes(20)),
    ],
    ids=["gif", "gif by another name", "too long", "half", "nonsense"],
)
def test_what_is_no_picture_is_refused_at_its_field(home, enter, url, file):
    card = home.mentor.employment
    let_show(card)
    file.seek(0)
    response = enter(home.mentor).post(url(card, "photo/change/"), {"photo": file})
    assert set(response.context["form"].errors) == {"photo"}


def test_a_photo_is_deleted_with_its_file_also_after_the_consent(
    home, enter, url, shown, django_capture_on_commit_callbacks
):
    card, consent = shown
    storage, name = card.photo.storage, card.photo.name
    consent.delete()
    with django_capture_on_commit_callbacks(execute=True):
        enter(home.mentor).post(url(card, "photo/change/"), {"remove": "1"})
    card.refresh_from_db()
    assert (bool(card.photo), storage.exists(name)) == (False, False)
    assert remove_photo(card, by=home.mentor.user).photo == ""


def test_a_new_photo_takes_the_place_of_the_former(home, shown, django_capture_on_commit_callbacks):
    card, _consent = shown
    storage, name = card.photo.storage, card.photo.name
    with django_capture_on_commit_callbacks(execute=True):
        row = keep_photo(card, picture((500, 500), "PNG", "b.png"), by=home.mentor.user)
    assert (storage.exists(name), storage.exists(row.photo.name)) == (False, True)
