"""Columns the reader chooses, and the workbooks: equal to the screen, and the form of the base."""

import datetime
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from people.banks.models import MenteeEntry, MentorEntry
from people.banks.services import write_results
from people.banks.states import EntryState
from people.lists.services import choose_columns
from people.models import Employment, Person
from tests.world import START, make_employment, make_mentee_entry, make_mentor_entry, make_mentorship, undrawn

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(home):
    Employment.objects.filter(pk=home.mentor.employment.pk).update(phone="8 900 000-00-09", email="m@example.org")
    Person.objects.filter(pk=home.mentee.person.pk).update(birth_date=datetime.date(2001, 5, 5))
    MenteeEntry.objects.filter(pk=home.mentee_entry.pk).update(categories=["young", "burnout"], request="Проекты")
    home.mentor_entry.strengths.create(competence=home.competence, level=5)
    write_results(
        home.mentor_entry,
        [home.mentee_entry, make_mentee_entry(home.staff.employment)],
        key="program-1",
        title="Год",
        form=home.mentorship.form,
        starts_on=START,
        ended_on=datetime.date(2026, 10, 1),
        is_completed=True,
        result="Есть своя программа",
        link="https://school.example/case",
        by=home.curator.user,
    )
    return home


@pytest.fixture
def as_role(client, home):
    def enter(role):
        client.force_login(getattr(home, role).user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return enter


def _sheet(answer):
    """The table of a workbook below its heading: [heading row, rows…]."""
    rows = [list(row) for row in load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)]
    start = next(place for place, row in enumerate(rows) if row[0] in ("№", "No."))
    return [row for row in rows[start:] if row[1] is not None or row[0] in ("№", "No.")]


@undrawn()
def test_the_workbook_has_the_rows_order_and_columns_of_the_screen(home, as_role):
    make_mentor_entry(make_employment(home.organization, "Ёлкин", subject="Физика"), entered_on=START)
    make_mentor_entry(make_employment(home.organization, "Архивов"), state=EntryState.ARCHIVED)
    client = as_role("curator")
    query = "?sort=-name&columns=subject,since,nonsense"
    page = client.get(f"/o/school-3/mentors/{query}").context["page"]
    head, *rows = _sheet(client.get(f"/o/school-3/mentors/workbook/{query}"))
    assert head[1:] == [heading.label for heading in page.columns.values()]
    assert page.shown == ["name", "since", "subject"]
    assert [row[1].split()[0] for row in rows] == ["Ковальчук", "Ёлкин"]
    assert rows[1][3] == "Физика"
    assert rows[1][2].date() == START
    narrowed = _sheet(client.get("/o/school-3/mentors/workbook/?q=елкин"))
    assert [row[1].split()[0] for row in narrowed[1:]] == ["Ёлкин"]


def test_a_list_without_rows_is_a_workbook_that_says_so(home, as_role):
    answer = as_role("curator").get("/o/school-3/mentors/workbook/?q=никого&columns=subject,state")
    cells = [row[0] for row in load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True)]
    assert "Записей нет." in cells


FORM = {
    "mentors": [
        "ФИО", "Контакты", "Место работы", "Основные компетенции", "Важные достижения", "Интересы",
        "Желаемый возраст наставляемых", "Ресурс времени", "Дата вхождения", "ФИО наставляемых",
        "Форма наставничества", "Место работы наставляемых", "Дата завершения", "Результаты",
        "Ссылка на кейс, отзыв на сайте",
    ],
    "mentees": [
        "ФИО", "Контакты", "Год рождения", "Основной запрос", "Затруднения (уровень до – после)", "Дата вхождения",
        "ФИО наставника", "Форма наставничества", "Место работы наставника", "Дата завершения", "Результаты",
        "Ссылка на кейс, отзыв на сайте", "Отметка о прохождении",
    ],
}  # fmt: skip


@pytest.mark.parametrize("bank", FORM)
def test_the_form_of_the_base_has_its_columns_in_order_and_the_results_of_programs(home, as_role, bank):
    make_mentor_entry(make_employment(home.organization, "Безсогласный"), state=EntryState.CANDIDATE)
    head, *rows = _sheet(as_role("curator").get(f"/o/school-3/{bank}/form/"))
    assert head[1 : len(FORM[bank]) + 1] == FORM[bank]
    cells = dict(zip(head, next(row for row in rows if row[1].split()[0] in ("Ковальчук", "Черных")), strict=True))
    assert cells["Дата завершения"] == "01.10.2026"
    assert cells["Результаты"] == "Есть своя программа"
    assert cells["Ссылка на кейс, отзыв на сайте"] == "https://school.example/case"
    assert cells["Форма наставничества"].splitlines() == ["педагог – педагог"] * 2
    if bank == "mentors":
        assert cells["ФИО наставляемых"].replace("\xa0", " ") == "Черных Л. Л., Шевченко О. И.\nЧерных Л. Л."
        assert cells["Контакты"] == "8 900 000-00-09\nm@example.org"
        assert "Безсогласный" not in str(rows)
    else:
        assert (cells["Год рождения"], cells["Отметка о прохождении"]) == ("2001", "да")
        assert cells["Категория наставляемого"] == "Молодой педагог"
        assert "выгорание" not in str(rows)


@pytest.mark.parametrize("role", ["council", "psychologist"])
@undrawn()
def test_contacts_and_birth_years_are_no_columns_for_those_who_do_not_read_them(home, as_role, role):
    client = as_role(role)
    for bank, private in (("mentors", {"contacts"}), ("mentees", {"contacts", "born"})):
        page = client.get(f"/o/school-3/{bank}/?columns=contacts,born,state").context["page"]
        assert not private & {each.name for each in page.choosable}
        answer = client.get(f"/o/school-3/{bank}/workbook/?columns=contacts,born,state")
        assert "8 900" not in str(_sheet(answer))
        assert client.get(f"/o/school-3/{bank}/form/").status_code == 403


def test_every_column_of_both_banks_can_be_shown_at_a_fixed_cost(home, as_role):
    client = as_role("curator")

    def queries(bank):
        with undrawn():
            names = [each.name for each in client.get(f"/o/school-3/{bank}/").context["page"].choosable]
        choose_columns(home.organization, f"people:{bank[:-1]}_list", names, by=home.curator.user)
        with CaptureQueriesContext(connection) as captured:
            page = client.get(f"/o/school-3/{bank}/").context["page"]
        assert page.shown == ["name", *names]
        return len(captured)

    few = {bank: queries(bank) for bank in ("mentors", "mentees")}
    for number in range(8):
        mentor = make_mentor_entry(make_employment(home.organization, f"Новиков{number}"))
        mentee = make_mentee_entry(make_employment(home.organization, f"Новикова{number}"))
        make_mentorship(mentor, mentee)
    MentorEntry.objects.update(refreshed_by=home.curator.user)
    MenteeEntry.objects.update(refreshed_by=home.curator.user)
    grown = {bank: queries(bank) for bank in ("mentors", "mentees")}
    # Whoever confirmed is a relation of its own once anybody has.
    assert all(grown[bank] - few[bank] <= 2 for bank in few), (few, grown)
