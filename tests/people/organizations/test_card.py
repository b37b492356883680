"""The card of an organization: what it takes and refuses, who was quicker, the logo on pages and in papers."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from mentoring.lib.uploads import LONGEST_SIDE
from people.accounts.models import User
from people.history.models import Move
from people.organizations.forms.card import CardForm
from people.organizations.forms.opening import OrganizationForm
from people.organizations.services.card import fingerprint
from reports.demo.script import installation
from reports.documents.heads import letterhead_of
from tests.world import DAY

pytestmark = pytest.mark.django_db
URL = "/o/school-3/organization/edit/"


@pytest.fixture
def place(home, settings, client):
    settings.MENTORING_TODAY = DAY
    place = home
    client.force_login(place.curator.user, backend="people.accounts.backends.LoginNameBackend")
    return place


def _picture(size=(40, 50), kind="PNG"):
    file = io.BytesIO()
    Image.new("RGB", size, "navy").save(file, kind)
    return file.getvalue()


def _sent(organization, **changes):
    form = CardForm(instance=organization)
    return {name: form[name].value() or "" for name in form.Meta.fields} | {"seen": form["seen"].value()} | changes


def test_the_card_is_written_with_its_history(place, client):
    codes = {"inn": "0000 000032", "kpp": "000001001", "ogrn": "1000000000032", "okpo": "00001368"}
    assert client.post(URL, _sent(place.organization, short_name="Школа", **codes)).status_code == 302
    place.organization.refresh_from_db()
    row = place.organization
    assert (row.short_name, row.inn, row.kpp, row.ogrn, row.okpo) == (
        "Школа", "0000000032", "000001001", "1000000000032", "00001368",
    )  # fmt: skip
    move = Move.objects.of(row).get()
    assert (move.deed, move.by) == ("Organization card changed", place.curator.user)


BAD = {
    "inn": ["0000000033", "12", "abc", "123456789037"],
    "kpp": ["12345", "00000Я001"],
    "ogrn": ["1000000000033", "2022200525819"],
    "okpo": ["00001369"],
    "time_zone": ["Europe/Atlantis"],
    "second_language": ["башкирский", "b"],
    "email": ["nobody"],
    "full_name": ["", "я" * 501],
    "founder": ["я" * 2001],
}


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in BAD.items() for text in texts])
def test_a_wrong_field_is_refused_and_nothing_is_saved(place, client, name, text):
    before = fingerprint(place.organization)
    response = client.post(URL, _sent(place.organization, place="г. Иной", **{name: text}))
    assert list(response.context["form"].errors) == [name]
    place.organization.refresh_from_db()
    assert fingerprint(place.organization) == before


def test_an_entrepreneur_has_no_kpp_and_a_second_letterhead_has_a_language(place, client):
    sent = _sent(place.organization, inn="123456789047", kpp="000001001", second_letterhead="Мәктәп")
    assert set(client.post(URL, sent).context["form"].errors) == {"kpp", "second_language"}


def test_the_form_of_a_new_organization_checks_the_codes_too(db):
    form = OrganizationForm({"inn": "0000000033", "ogrn": "5", "okpo": "1", "kpp": "1"})
    assert {"inn", "ogrn", "okpo", "kpp"} <= set(form.errors)


def test_whoever_saves_second_sees_both_texts(place, client):
    stale = _sent(place.organization, place="г. Второй")
    client.post(URL, _sent(place.organization, place="г. Первый"))
    response = client.post(URL, stale)
    page = response.content.decode()
    assert response.status_code == 200
    assert "г. Второй" in page
    assert "г. Первый" in page
    place.organization.refresh_from_db()
    assert place.organization.place == "г. Первый"


def test_grammar_proposes_the_cases_of_the_names(place):
    place.organization.full_name = "Муниципальное общеобразовательное учреждение «Средняя школа № 3»"
    form = CardForm(instance=place.organization)
    assert form["full_name_genitive"].value() == "Муниципального общеобразовательного учреждения «Средняя школа № 3»"


def test_the_codes_of_the_demonstration_are_right():
    for part in installation().organizations:
        form = CardForm({"inn": part.inn, "kpp": part.kpp, "ogrn": part.ogrn, "okpo": part.okpo})
        assert not {"inn", "kpp", "ogrn", "okpo"} & set(form.errors), part.slug


def test_a_logo_is_shown_printed_replaced_and_taken_away(place, client):
    picture = _picture()
    file = SimpleUploadedFile("герб.png", picture)
    assert client.post(URL, _sent(place.organization, logo_file=file)).status_code == 302
    response = client.get("/o/school-3/organization/logo/")
    assert (response["Content-Type"], b"".join(response)) == ("image/png", picture)
    place.organization.refresh_from_db()
    letterhead = letterhead_of(place.organization)
    assert letterhead.logo == picture
    assert letterhead.logo_uri.startswith("data:image/png;base64,")
    client.post(URL, _sent(place.organization, logo_removed="on"))
    place.organization.refresh_from_db()
    assert not place.organization.logo
    assert client.get("/o/school-3/organization/logo/").status_code == 404


def test_a_lost_file_leaves_the_letterhead_without_a_logo(place):
    place.organization.logo.name = "logos/gone.png"
    assert letterhead_of(place.organization).logo == b""


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("герб.svg", b"<svg/>"),
        ("герб.png", b"MZ not a picture"),
        ("герб.png", _picture()[:60]),
        ("герб.png", _picture(kind="JPEG")),
        ("герб.jpg", _picture((LONGEST_SIDE + 1, 10), "JPEG")),
        ("герб.jpg", b"\xff\xd8\xff" + b"0" * 1024 * 1024),
    ],
)
def test_what_is_no_good_picture_is_refused(place, client, name, content):
    response = client.post(URL, _sent(place.organization, logo_file=SimpleUploadedFile(name, content)))
    assert list(response.context["form"].errors) == ["logo_file"]


def test_a_new_name_takes_its_case_forms_along_but_not_those_the_writer_wrote(place, client):
    place.organization.name_genitive = "Старой школы"
    place.organization.save()
    client.post(URL, _sent(place.organization, short_name="Новая школа", name_dative="Новой школе № 3"))
    place.organization.refresh_from_db()
    assert (place.organization.name_genitive, place.organization.name_dative) == ("Новой школы", "Новой школе № 3")


def test_the_time_zone_is_chosen_by_its_name_and_one_out_of_the_list_stays(place, client):
    place.organization.time_zone = "Europe/Saratov"
    place.organization.save()
    offered = [value for value, _label in CardForm(instance=place.organization).fields["time_zone"].widget.choices]
    assert (len(offered), offered[-1]) == (12, "Europe/Saratov")
    assert client.post(URL, _sent(place.organization, place="г. Иной")).status_code == 302


def test_the_card_tells_the_cases_and_the_post_apart_from_whoever_heads_today(place, client):
    names = {"name_genitive": "Школы", "name_dative": "Школе", "name_instrumental": "Школой", "head_post": "Заведующий"}
    type(place.organization).objects.filter(pk=place.organization.pk).update(**names)
    page = " ".join(client.get("/o/school-3/organization/").content.decode().split())
    for label, form in (
        ("Краткое название, родительный падеж", "Школы"),
        ("Краткое название, дательный падеж", "Школе"),
        ("Краткое название, творительный падеж", "Школой"),
        ("Краткое название, предложный падеж", "–"),
    ):
        assert f"<dt>{label}</dt><dd>{form}</dd>" in page
    assert "<dd>Заведующий</dd>" in page
    assert "<p>Директор<br>" in page


def test_an_observer_finds_no_way_to_a_page_that_is_closed_to_them(place, client):
    client.force_login(
        User.objects.get(login="observer@ufa.example"), backend="people.accounts.backends.LoginNameBackend"
    )
    for path in ("organization", "organization/heads", "regulation", "regulation/editions"):
        page = client.get(f"/o/lyceum-136/{path}/")
        assert page.status_code == 200
        assert 'href="/o/lyceum-136/"' not in page.content.decode()
