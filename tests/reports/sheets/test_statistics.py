"""The statistics workbook read back: equal to the pages, safe, and without what must not leave."""

import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation
from openpyxl import load_workbook

from people.banks.models import Difficulty, MentorCompetence
from people.consents.states import Purpose
from people.models import Competence, Direction
from programs.models import Event, Mentorship, Program, Roadmap
from reports.monitoring.indicators import figures
from reports.sheets.statistics import statistics_workbook
from tests.reports.monitoring.factories import build_counted
from tests.reports.monitoring.test_indicators import COUNTED
from tests.world import CANARY, DAY, build_world, give_consent, make_employment, make_mentee_entry, make_mentorship

pytestmark = pytest.mark.django_db
EVIL = '=HYPERLINK("http://x";"y")'
SUM = "@SUM(A1)"
SHEETS = ["Сводка", "Наставники", "Наставляемые", "Пары и группы", "Программы", "Дорожная карта"]


@pytest.fixture(scope="module")
def make_world():
    return counted


def counted():
    """The counted world beside the cast of two others, and the workbooks of two, for those who only read them."""
    world = build_counted()
    tell_more(world.home)
    world.cast = build_world()
    for home in (world.home, world.cast.home):
        home.workbook = statistics_workbook(home.organization, DAY)
    return world


def tell_more(place):
    """What stands in some of the rows: levels, categories of which one tells of health, a consent, a typed formula."""
    direction = Direction.objects.create(organization=place.organization, name="методическое")
    lesson = Competence.objects.create(organization=place.organization, direction=direction, name="Методика урока")
    MentorCompetence.objects.create(entry=place.pair.mentor_entry, competence=lesson, level=5)
    Difficulty.objects.create(entry=place.in_pairs[0], competence=lesson, level_before=2, level_after=4)
    categories = place.organization.regulations.get().settings["criteria"]["mentee_categories"]
    place.sensitive = next(category for category in categories if category["sensitive"])
    place.plain = next(category for category in categories if not category["sensitive"])
    place.in_pairs[0].categories = [place.sensitive["code"], place.plain["code"]]
    place.in_pairs[0].request = EVIL
    place.in_pairs[0].save()
    give_consent(place.young, Purpose.TRANSFER)
    Mentorship.objects.update(focus=SUM)
    Program.objects.update(title=EVIL)


@pytest.fixture
def book(place):
    return read(place.workbook)


@pytest.fixture
def place(home):
    return home


@pytest.fixture
def cast(world):
    return world.cast.home


def read(workbook):
    return load_workbook(io.BytesIO(workbook))


def opened(organization):
    return read(statistics_workbook(organization, DAY))


def table(sheet):
    """The table of a sheet as rows by the words of its heading (the lowest row of labels)."""
    rows = [[cell.value for cell in row] for row in sheet]
    top = next(number for number, row in enumerate(rows) if row[0] == "№")
    labels = list(rows[top])
    if any(label is None for label in labels):
        labels = [low or high for high, low in zip(labels, rows[top + 1], strict=True)]
    if rows[top + 1][0] is None and any(rows[top + 1]):
        top += 1
    return [dict(zip(labels, row, strict=True)) for row in rows[top + 1 :] if row[0] is not None and row[1] is not None]


def everything(workbook):
    return "\n".join(str(cell.value) for sheet in workbook for row in sheet for cell in row if cell.value is not None)


def test_the_sheets_are_those_of_the_form(book):
    assert book.sheetnames == SHEETS


def test_the_summary_says_what_the_page_says(place, cast, settings, client):
    settings.MENTORING_TODAY = DAY
    cast.curator.user.memberships.update(organization=place.organization)
    client.force_login(cast.curator.user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get(reverse("reports:monitoring", args=[place.organization.slug])).context["figures"]
    response = client.get(reverse("reports:statistics_workbook", args=[place.organization.slug]))
    rows = table(read(response.content)["Сводка"])
    with translation.override("ru"):
        shown = [
            (str(each.label), each.numerator, each.denominator, each.share if each.is_share else each.share_text)
            for each in page
        ]
    assert [(row["Показатель"], row["Числитель"], row["Знаменатель"], row["Доля"]) for row in rows] == shown
    assert [(row["Числитель"], row["Знаменатель"]) for row in rows] == list(COUNTED.values())


def test_the_summary_has_a_chart_of_the_shares_and_the_line_to_sign(cast):
    book = read(cast.workbook)
    sheet = book["Сводка"]
    assert len(sheet._charts) == 1
    values = sheet._charts[0].series[0].val.numRef.f
    shares = sum(figure.is_share for figure in figures(cast.organization, DAY))
    first, last = (int(part.rpartition("$")[2]) for part in values.split(":"))
    assert last - first + 1 == shares
    assert "И.\xa0Л.\xa0Заречная" in everything(book)


def test_the_banks_hold_exactly_those_who_consented_to_be_there(place, book):
    mentors = {row["ФИО"]: (row["Ведёт сейчас"], row["Может вести"]) for row in table(book["Наставники"])}
    assert mentors == {
        place.mentor.person.full_name: (1, 3),
        place.second_mentor.person.full_name: (2, 3),
        place.others[2].person.full_name: (0, 3),
    }
    mentees = {row["ФИО"]: (row["ФИО наставника"], row["Прошёл программу"]) for row in table(book["Наставляемые"])}
    assert mentees == {
        place.young.person.full_name: (f"{short(place.mentor)}\n{short(place.others[2])}", "да"),
        place.older.person.full_name: (f"{short(place.others[2])}\n{short(place.second_mentor)}", "нет"),
        place.novice.person.full_name: (short(place.second_mentor), "нет"),
        place.alone.person.full_name: (None, "нет"),
        place.others[0].person.full_name: (None, "нет"),
    }


def short(employment):
    return employment.person.short_name


def test_competences_and_difficulties_stand_with_their_levels(place, book):
    mentor = next(row for row in table(book["Наставники"]) if row["ФИО"] == place.mentor.person.full_name)
    assert mentor["Основные компетенции"] == "Методика урока (может учить других)"
    mentee = next(row for row in table(book["Наставляемые"]) if row["ФИО"] == place.young.person.full_name)
    assert mentee["Затруднения (уровень до – после)"] == "Методика урока (2 – 4)"


def test_a_category_that_may_tell_of_health_leaves_no_trace(place, book):
    mentee = next(row for row in table(book["Наставляемые"]) if row["ФИО"] == place.young.person.full_name)
    assert mentee["К кому относится"] == place.plain["label"]
    assert place.sensitive["label"] not in everything(book)


def test_the_consent_to_hand_data_on_stands_beside_each_name(place, book):
    rows = table(book["Наставляемые"])
    assert {row["ФИО"] for row in rows if row["Согласие на передачу"] == "да"} == {place.young.person.full_name}


def test_pairs_and_programs_stand_as_the_database_has_them(place, book):
    pairs = table(book["Пары и группы"])
    assert len(pairs) == Mentorship.objects.filter(organization=place.organization).count()
    group = next(row for row in pairs if row["Пара или группа"] == "группа")
    assert group["Наставляемые"].split("\n") == [place.novice.person.full_name, place.older.person.full_name]
    numbers = {
        (row["с"], row["Состояние"]): (row["По плану"], row["Проведено"], row["Просрочено"], row["Доля проведённых"])
        for row in table(book["Программы"])
        if row["№"]
    }
    assert sorted(numbers.values(), key=str) == sorted([(0, 0, 0, "–"), (2, 1, 1, 0.5), (5, 2, 0, 0.4)], key=str)


def test_the_roadmap_stands_stage_by_stage_with_what_is_late(book):
    rows = table(book["Дорожная карта"])
    assert [(row["№"], row["Состояние"]) for row in rows] == [
        ("1.1", "Выполнено"),
        ("1.2", "Просрочено"),
        ("1.3", "Выполняется"),
        ("1.4", "Отменено"),
        ("1.5", "Выполнено"),
        ("1.6", "Запланировано"),
    ]


def test_a_draft_roadmap_does_not_leave_the_house_and_nothing_to_divide_by_is_a_dash(place):
    Roadmap.objects.update(state="draft")
    book = opened(place.organization)
    assert not table(book["Дорожная карта"])
    assert "Дело 1" not in everything(book)
    rows = table(book["Сводка"])
    assert [row["Доля"] for row in rows if (row["Числитель"], row["Знаменатель"]) == (0, 0)] == ["–"]


def test_what_people_typed_never_becomes_a_formula(book):
    cells = [cell for sheet in book for row in sheet for cell in row if cell.value in (EVIL, SUM)]
    assert len(cells) > 5
    assert {cell.data_type for cell in cells} == {"s"}


def test_another_organization_is_not_in_the_workbook(cast):
    assert CANARY not in everything(read(cast.workbook))


def test_the_workbook_is_russian_for_an_english_reader(place):
    with translation.override("en"):
        book = opened(place.organization)
        assert translation.get_language() == "en"
    with translation.override("ru"):
        words = {pair.get_state_display() for pair in Mentorship.objects.all()}
    assert {row["Состояние"] for row in table(book["Пары и группы"])} == words


# The number of questions is the same on either engine.
def test_it_costs_the_same_number_of_queries_for_few_and_many(place):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            statistics_workbook(place.organization, DAY)
        return len(captured)

    queries()
    few = queries()
    for number in range(6):
        entry = make_mentee_entry(make_employment(place.organization, f"Добавочный{number}"), state="paired")
        pair = make_mentorship(place.pair.mentor_entry, entry)
        program = Program.objects.create(
            mentorship=pair, title="Ещё", starts_on=pair.starts_on, ends_on=pair.ends_on, state="draft"
        )
        Event.objects.create(program=program, content="Урок", planned_on=DAY)
    assert queries() == few <= 60


def test_it_comes_as_a_file_with_a_russian_name(cast, settings, client):
    settings.MENTORING_TODAY = DAY
    client.force_login(cast.director.user, backend="people.accounts.backends.LoginNameBackend")
    response = client.get(reverse("reports:statistics_workbook", args=[cast.organization.slug]))
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''%D0%9D%D0%B0%D1%81%D1%82")
    assert response["X-Content-Type-Options"] == "nosniff"
