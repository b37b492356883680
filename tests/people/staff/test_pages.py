"""The pages of the room: who sees what, what a refusal shows, how many queries a list costs."""

import datetime

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from mentoring.lib.ui import date_words
from people.staff.models import Employment, Person, StaffImport
from people.staff.services import start_import
from tests.people.staff.lists import people
from tests.people.staff.test_judging import BORN, known
from tests.world import CANARY, make_employment, undrawn

HOSTILE = ["<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "\u202eгорп"]


@pytest.fixture
def url(home):
    return lambda path: f"/o/{home.organization.slug}/{path}"


def cards(world):
    """Everything that may be known of two people, in words nobody else has."""
    for side, mark in ((world.home.mentor, "МЕНТ"), (world.home.mentee, "МЕНТИ")):
        card = side.employment
        card.subject, card.phone, card.number = f"{mark}-работа", f"{mark}-контакт", f"{mark}-личное"
        card.save()


PARTS = ("работа", "контакт", "личное")


def test_a_card_shows_each_role_its_part(world, enter, url):
    cards(world)
    for who, whose, sees in (
        ("director", "mentor", {"работа", "контакт", "личное"}),
        ("curator", "mentor", {"работа", "контакт", "личное"}),
        ("sysadmin", "mentor", {"работа", "контакт", "личное"}),
        ("council", "mentor", {"работа"}),
        ("psychologist", "mentor", {"работа"}),
        ("mentor", "mentor", {"работа", "контакт", "личное"}),
        ("mentor", "mentee", {"работа"}),
        ("mentee", "mentor", {"контакт"}),
    ):
        card = getattr(world.home, whose).employment
        text = enter(getattr(world.home, who)).get(url(f"staff/{card.pk}/")).content.decode()
        mark = {"mentor": "МЕНТ", "mentee": "МЕНТИ"}[whose]
        assert {part for part in PARTS if f"{mark}-{part}" in text} == sees, who


@pytest.mark.parametrize("who", ["mentor", "mentee", "staff"])
def test_a_card_of_somebody_else_does_not_exist(world, enter, url, who):
    assert enter(getattr(world.home, who)).get(url(f"staff/{world.home.council.employment.pk}/")).status_code == 404


def names(response):
    return {row.person.last_name for row in response.context["page"].rows}


@undrawn()
def test_the_list_counts_and_shows_exactly_its_quick_filters(world, enter, url):
    organization = world.home.organization
    known(organization, "Юная", born=datetime.date(2003, 1, 1), experience_since=datetime.date(2025, 9, 1))
    known(organization, "Ушедшая", ends_on=datetime.date(2026, 6, 30))
    known(organization, "Секретарёва", is_teacher=False)
    client = enter(world.home.curator)
    page = client.get(url("staff/")).context["page"]
    assert [chip.count for chip in page.quick] == [10, 9, 1, 2, 1]
    assert names(client.get(url("staff/?show=young"))) == {"Юная"}
    assert names(client.get(url("staff/?show=left"))) == {"Ушедшая"}
    assert names(client.get(url("staff/?show=no_account"))) == {"Юная", "Секретарёва"}
    assert names(client.get(url("staff/?q=секретарева АННА"))) == {"Секретарёва"}
    assert names(client.get(url("staff/?post=директор"))) == {"Заречная"}
    assert names(client.get(url("staff/?category=highest"))) == set()


def test_accounts_are_no_matter_of_the_council(world, enter, url):
    client = enter(world.home.council)
    response = client.get(url("staff/"))
    assert [chip.count for chip in response.context["page"].quick] == [8, 8, 0, 0]
    assert "no_account" not in response.content.decode()
    with undrawn():
        assert len(client.get(url("staff/?show=no_account")).context["page"].rows) == 8


@pytest.mark.parametrize("path", ["staff/", "staff-lists/", "staff-lists/{}/"])
def test_a_list_costs_the_same_queries_for_3_rows_and_for_12(world, enter, url, path):
    home = world.home

    def fill(start, count):
        rows = [["", f"Ильина{'а' * (start + n)} Анна Петровна", "учитель", None] for n in range(count)]
        for row in rows:
            known(home.organization, row[1].split()[0], number=str(start + len(row[1])))
        for _each in range(count if path == "staff-lists/" else 1):
            made = start_import(home.organization, people(*rows), by=home.curator.user)
        ContentType.objects.clear_cache()
        return made.pk

    def queries(pk):
        with CaptureQueriesContext(connection) as captured:
            assert client.get(url(path.format(pk))).status_code == 200
        return len(captured)

    client = enter(home.curator)
    pk = fill(0, 3)
    few = queries(pk)
    assert queries(fill(10, 12)) == few


FORM = {"last_name": "Ильина", "first_name": "Вера", "patronymic": "Павловна", "post": "Учитель", "category": "none"}


def create(client, url, **values):
    return client.post(url("staff/new/"), {**FORM, "version": 1, **values})


def test_a_person_entered_by_hand_gets_a_card(home, enter, url):
    response = create(enter(home.curator), url, birth_date="1990-05-03", starts_on="2026-09-01")
    card = Employment.objects.get(person__last_name="Ильина")
    assert response.headers["Location"] == url(f"staff/{card.pk}/")
    assert (card.post, card.person.gender, card.organization) == ("учитель", "female", home.organization)


def test_a_card_keeps_the_days_and_the_partner_that_regulations_ask_for(home, enter, url):
    values = {"subject_since": "2024-09-01", "post_since": "2026-09-01", "is_external": "on"}
    client = enter(home.curator)
    response = create(client, url, **values)
    card = Employment.objects.get(person__last_name="Ильина")
    days = (datetime.date(2024, 9, 1), datetime.date(2026, 9, 1))
    assert (card.subject_since, card.post_since, card.is_external) == (*days, True)
    text = client.get(response.headers["Location"]).content.decode()
    assert date_words(days[0]) in text and date_words(days[1]) in text


@undrawn()
def test_each_refusal_stands_at_its_field_and_nobody_is_written(home, enter, url):
    before, client = Person.objects.count(), enter(home.curator)
    for values, fields in (
        ({"birth_date": "2030-01-01"}, {"birth_date"}),
        ({"birth_date": "1990-05-03", "starts_on": "1999-09-01"}, {"starts_on"}),
        ({"last_name": "Ким", "first_name": "Саша", "patronymic": ""}, {"gender"}),
        ({"last_name": "И.", "post": ""}, {"last_name", "post"}),
        ({"phone": "нет", "email": "нет"}, {"phone", "email"}),
        ({"experience_since": "2030-01-01"}, {"experience_since"}),
        ({"subject_since": "2030-01-01", "post_since": "2030-01-01"}, {"subject_since", "post_since"}),
        ({"birth_date": "1990-05-03", "post_since": "1999-09-01"}, {"post_since"}),
        ({"gender": "director", "category": "x"}, {"gender", "category"}),
    ):
        assert set(create(client, url, **values).context["form"].errors) == fields, values
    assert Person.objects.count() == before


def test_a_namesake_is_shown_with_a_link_and_entered_only_on_a_word(home, enter, url):
    card = known(home.organization, "Ильина", "Вера", "Павловна")
    client = enter(home.curator)
    response = create(client, url, last_name="ИЛЬИНА")
    assert set(response.context["form"].errors) == {"same_as"}
    assert url(f"staff/{card.pk}/") in response.content.decode()
    assert create(client, url, same_as="other").status_code == 302
    assert Person.objects.filter(last_name="Ильина").count() == 2


def test_somebody_who_left_is_taken_back_and_a_stranger_never(world, enter, url):
    home = world.home
    gone = known(home.organization, "Ильина", "Вера", "Павловна", ends_on=datetime.date(2026, 6, 30))
    stranger = known(world.other.organization, "Ильина", "Вера", "Павловна", ends_on=datetime.date(2026, 6, 30))
    client = enter(home.curator)
    response = create(client, url, same_as=stranger.person_id)
    assert set(response.context["form"].errors) == {"same_as"}
    assert create(client, url, same_as=gone.person_id).status_code == 302
    assert Employment.objects.filter(person=gone.person).count() == 2


def test_extra_fields_change_nothing(world, enter, url):
    create(enter(world.home.curator), url, organization=world.other.organization.pk, person=1, ends_on="2020-01-01")
    card = Employment.objects.get(person__last_name="Ильина")
    assert (card.organization, card.ends_on, card.is_primary) == (world.home.organization, None, True)


def test_a_stale_save_shows_both_texts_and_keeps_what_was_typed(home, enter, url):
    card = known(home.organization, "Ильина", "Вера", "Павловна", subject="было")
    client = enter(home.curator)
    values = {**FORM, "gender": "female"}
    assert (
        client.post(url(f"staff/{card.pk}/edit/"), {**values, "version": 1, "subject": "их текст"}).status_code == 302
    )
    response = client.post(url(f"staff/{card.pk}/edit/"), {**values, "version": 1, "subject": "мой текст"})
    assert [pair[1:] for pair in response.context["form"].stale] == [("мой текст", "их текст")]
    assert response.context["form"]["subject"].value() == "мой текст"
    assert response.context["form"]["version"].value() == 2
    card.refresh_from_db()
    assert card.subject == "их текст"


def test_everybody_changes_only_the_own_contacts(home, enter, url):
    own, other = home.staff.employment, home.council.employment
    client = enter(home.staff)
    values = {"version": 1, "phone": "8 900 111-22-33", "email": "o@example.org", "post": "директор"}
    assert client.post(url(f"staff/{own.pk}/contacts/"), values).status_code == 302
    assert client.post(url(f"staff/{other.pk}/contacts/"), values).status_code == 404
    own.refresh_from_db()
    assert (own.phone, own.email, own.post) == ("8 900 111-22-33", "o@example.org", "учитель химии")


def test_case_forms_are_shown_and_corrected(home, enter, url):
    card = known(home.organization)
    client = enter(home.curator)
    assert "Семёновой Анне Петровне" in client.get(url(f"staff/{card.pk}/case-forms/")).content.decode()
    client.post(url(f"staff/{card.pk}/case-forms/"), {"version": 1, "name_dative": "Семёновой Ане"})
    assert "Семёновой Ане" in client.get(url(f"staff/{card.pk}/")).content.decode()


def test_a_list_goes_from_file_to_staff_in_the_browser(home, enter, url):
    client = enter(home.sysadmin)
    upload = people(["901", "Ильина Вера Павловна", "Учитель", None], ["902", "Ким", "учитель", None])
    response = client.post(url("staff-lists/new/"), {"file": upload})
    staff_import = StaffImport.objects.get()
    assert response.headers["Location"] == url(f"staff-lists/{staff_import.pk}/")
    page = client.get(url(f"staff-lists/{staff_import.pk}/"))
    assert (page.context["ready"], page.context["left_out"]) == (1, 1)
    for _tab in range(2):
        client.post(url(f"staff-lists/{staff_import.pk}/load/"))
    assert Employment.objects.filter(number="901").count() == 1
    answer = client.get(url(f"staff-lists/{staff_import.pk}/failed/"))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_an_unreadable_file_is_refused_at_its_field(home, enter, url):
    with translation.override("ru"):
        response = enter(home.curator).post(url("staff-lists/new/"), {"file": people(["1"]).file})
    assert set(response.context["form"].errors) == {"file"}
    assert not StaffImport.objects.exists()


def test_choices_for_duplicates_are_kept_and_nonsense_is_not(home, enter, url):
    known(home.organization, born=BORN)
    rows = people(["", "Ильина Анна Петровна", "учитель", "03.05.1990"])
    staff_import = start_import(home.organization, rows, by=home.curator.user)
    client = enter(home.curator)
    page = url(f"staff-lists/{staff_import.pk}/")
    for posted in ({"row-2": "everything"}, {"row-x": "same"}, {"row-" + "9" * 20: "same"}, {"row-²": "same"}):
        assert client.post(page, posted).status_code == 302
        assert staff_import.rows.get().decision == ""
    client.post(page, {"row-2": "same"})
    assert staff_import.rows.get().decision == "same"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_list_is_shown_harmlessly(home, enter, url, text):
    made = make_employment(home.organization, text[:90], post=text[:90], subject=text[:90])
    cells = [text[:30], f"{text} Анна Петровна", text, text]
    upload = (
        people(["n", "Ильина Анна Петровна", "x", None], cells) if not text.startswith("=") else people(["1", "И", "x"])
    )
    staff_import = start_import(home.organization, upload, by=home.curator.user)
    client = enter(home.curator)
    for path in (f"staff-lists/{staff_import.pk}/", f"staff/{made.pk}/", f"staff/{made.pk}/edit/", "staff/"):
        response = client.get(url(path))
        assert response.status_code == 200 and "<img src=x" not in response.content.decode()


def test_nothing_of_another_organization_shows_anywhere(world, enter, url):
    start_import(world.other.organization, people(["1", f"{CANARY} Анна", "у", None]), by=world.other.curator.user)
    client = enter(world.home.curator)
    foreign = StaffImport.objects.get().pk
    for path in ("staff/", "staff/?show=left", "staff-lists/"):
        assert CANARY not in client.get(url(path)).content.decode()
    for path in (
        f"staff/{world.other.staff.employment.pk}/",
        f"staff-lists/{foreign}/",
        f"staff-lists/{foreign}/failed/",
    ):
        assert client.get(url(path)).status_code == 404
