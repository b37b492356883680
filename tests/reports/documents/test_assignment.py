"""The text of O4 in the right cases, by the words of each regulation."""

import datetime
from functools import partial

import pytest

from people.organizations.selectors import regulation_on
from programs.mentorships.states import Structure
from programs.orders.models import Order
from reports.documents.assignment import assignment_paper, compose_assignment
from reports.documents.papers import render
from reports.documents.writing import agreements_order
from tests.programs.orders.factories import agreed_pair, make_mentee, make_mentor
from tests.reports.orders.factories import draft, signed
from tests.world import build_schools

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 11, 21)
PRESETS = ("school-3", "lastochka", "cdutt", "malinovskaya", "lyceum-136")
PERIOD = {"starts_on": datetime.date(2026, 9, 1), "ends_on": datetime.date(2027, 5, 31)}


@pytest.fixture(scope="module")
def make_world():
    return partial(build_schools, PRESETS)


@pytest.fixture
def place_of(world):
    return world.__getitem__


def composed(place, *pairs, **options):
    return compose_assignment(place.organization, pairs, day=DAY, **options)


def points_of(place, *pairs, **options):
    return [point["text"].replace("\u00a0", " ") for point in composed(place, *pairs, **options).points]


def assigned(place, mentor, mentee):
    """The first sentence on a pair of these people, up to the period."""
    organization = place.organization
    pair = agreed_pair(place, make_mentor(organization, *mentor), make_mentee(organization, *mentee), **PERIOD)
    return points_of(place, pair)[0].partition(" на период")[0]


@pytest.mark.parametrize(
    ("mentor", "mentee", "sentence"),
    [
        (
            ("Ковальчук", "Мария", "Петровна", "female", "учитель математики"),
            ("Черных", "Лев", "Львович", "male", "учитель физики"),
            "Закрепить за учителем физики Черных Львом Львовичем наставника – учителя математики "
            "Ковальчук Марию Петровну",
        ),
        (
            ("Кара-оглы", "Тимур", "Али оглы", "male", "Педагог-психолог"),
            ("Сафиуллина", "Нурия", "Маратовна", "female", "учитель-логопед"),
            "Закрепить за учителем-логопедом Сафиуллиной Нуриёй Маратовной наставника – педагога-психолога "
            "Кара-оглы Тимура Али оглы",
        ),
        (
            ("Дюма", "Сергей", "Андреевич", "male", "старший воспитатель"),
            ("Дюма", "Софья", "Андреевна", "female", "воспитатель"),
            "Закрепить за воспитателем Дюма Софьей Андреевной наставника – старшего воспитателя Дюма Сергея Андреевича",
        ),
        (
            ("Шевченко", "Инна", "Олеговна", "female", "заместитель директора по УВР"),
            ("Ковальчук", "Пётр", "Ильич", "male", "педагог дополнительного образования"),
            "Закрепить за педагогом дополнительного образования Ковальчуком Петром Ильичом наставника – "
            "заместителя директора по УВР Шевченко Инну Олеговну",
        ),
        (
            ("Заречная", "Ольга", "", "female", "заведующий"),
            ("Мкртчян", "Ашот", "", "male", "ИКТ-методист"),
            "Закрепить за ИКТ-методистом Мкртчяном Ашотом наставника – заведующего Заречную Ольгу",
        ),
    ],
)
def test_names_and_posts_stand_in_the_case_the_sentence_needs(place_of, mentor, mentee, sentence):
    assert assigned(place_of("school-3"), mentor, mentee) == sentence


def test_a_form_corrected_by_hand_wins(place_of):
    place = place_of("school-3")
    pair = agreed_pair(place)
    pair.mentor.case_forms = {"accusative": "Кара-оглу Тимура Али оглу"}
    pair.mentor_entry.employment.post_case_forms = {"accusative": "учителя-историка"}
    assert "учителя-историка Кара-оглу Тимура Али оглу на период" in points_of(place, pair)[0]


def test_a_group_names_all_its_mentees_and_the_heading_says_what_it_is(place_of):
    place = place_of("school-3")
    mentees = [make_mentee(place.organization, *card) for card in (
        ("Черных", "Лев", "Львович", "male", "учитель физики"),
        ("Белых", "Анна", "Олеговна", "female", "учитель химии"),
        ("Заяц", "Пётр", "Ильич", "male", "учитель"),
    )]  # fmt: skip
    group = agreed_pair(place, make_mentor(place.organization), mentees[0], structure=Structure.GROUP)
    for entry in mentees[1:]:
        group.members.create(
            mentee_entry=entry, mentor_person=group.mentor, mentee_person=entry.employment.person,
            joined_on=group.starts_on,
        )  # fmt: skip
    sentence = points_of(place, group)[0]
    assert sentence.startswith("Закрепить за учителем химии Белых Анной Олеговной, учителем Зайцем Петром Ильичом и ")
    assert composed(place, group).heading == "О закреплении наставнической группы"
    assert composed(place, group, agreed_pair(place)).heading == "О закреплении наставнических пар и групп"


def test_one_pair_of_school_3_reads_as_its_regulation_writes(place_of):
    place = place_of("school-3")
    text = composed(place, agreed_pair(place, **PERIOD), curator=place.curator.employment)
    assert text.heading == "О закреплении наставнической пары"
    assert text.basis.replace("\u00a0", " ") == (
        "В целях реализации системы наставничества педагогических работников, в соответствии со статьёй 351.8 "
        "Трудового кодекса Российской Федерации, на основании Положения о наставничестве для педагогических "
        "работников муниципального общеобразовательного учреждения «Средняя школа № 3 Тракторозаводского района "
        "Волгограда», утверждённого приказом от 6 мая 2022 г. № 147, и письменных согласий наставника и наставляемого"
    )
    assert [(point["depth"], point["text"].replace("\u00a0", " ")) for point in text.points] == [
        (
            1,
            "Закрепить за учителем химии Белых Анной Олеговной наставника – учителя истории Кара-оглы Тимура "
            "Али оглы на период с 1 сентября 2026 г. по 31 мая 2027 г. Форма наставничества: «педагог – педагог»; "
            "вид (форма): традиционная форма наставничества.",
        ),
        (
            1,
            "Возложить на наставника разработку с участием наставляемого персонализированной программы "
            "наставничества и представление программы куратору реализации программ наставничества в срок до "
            "5 декабря 2026 г.",
        ),
        (
            1,
            "Поручить куратору реализации программ наставничества оформить не позднее дня подписания "
            "настоящего приказа дополнительное соглашение к трудовому договору наставника.",
        ),
        (
            1,
            "Куратору реализации программ наставничества, заместителю директора по УВР Соколовой Марине Дмитриевне:",
        ),
        (2, "ознакомить с настоящим приказом названных в нём лиц;"),
        (2, "обеспечить организационное и методическое сопровождение наставнической пары;"),
        (2, "контролировать выполнение персонализированной программы наставничества."),
    ]
    assert text.control == "Контроль за исполнением настоящего приказа оставляю за собой."


@pytest.mark.parametrize(
    ("preset", "beginning", "end", "control"),
    [
        (
            "lastochka",
            "В целях реализации системы",
            "«Детский сад «Ласточка» и письменных согласий наставника и наставляемого",
            "Контроль за исполнением настоящего приказа оставляю за собой.",
        ),
        (
            "cdutt",
            "В целях реализации системы",
            "Санкт-Петербурга и письменного согласия наставника",
            "Контроль за исполнением настоящего приказа оставляю за собой.",
        ),
        (
            "malinovskaya",
            "В целях внедрения системы",
            "утверждённого приказом от 27.05.2022 № 20, и письменных согласий наставника и наставляемого",
            "Контроль исполнения приказа оставляю за собой.",
        ),
        (
            "lyceum-136",
            "В соответствии со статьёй 351.8",
            "утверждённого приказом от 16 ноября 2022 г. № 348/1, и письменных согласий наставника и наставляемого",
            "Контроль за исполнением настоящего приказа оставляю за собой.",
        ),
    ],
)
def test_the_basis_and_the_control_are_those_of_the_regulation(place_of, preset, beginning, end, control):
    place = place_of(preset)
    text = composed(place, agreed_pair(place))
    basis = text.basis.replace("\u00a0", " ")
    assert basis.startswith(beginning) and basis.endswith(end)
    assert text.control == control


def test_dates_stand_as_the_regulation_writes_them(place_of):
    place = place_of("malinovskaya")
    assert "с 01.09.2026 по 31.05.2027." in points_of(place, agreed_pair(place, **PERIOD))[0]
    assert points_of(place, agreed_pair(place), due_on=datetime.date(2026, 12, 1))[1].endswith(
        "ответственному за реализацию дорожной карты в срок до 01.12.2026."
    )


def test_agreements_are_drawn_up_by_the_day_the_work_begins_or_at_once(place_of):
    place = place_of("school-3")
    settings = regulation_on(place.organization, DAY)
    ahead, gone = (agreements_order(settings, DAY + datetime.timedelta(days=days), DAY) for days in (1, -1))
    assert ahead.replace("\u00a0", " ").endswith("оформить не позднее дня начала работы (22 ноября 2026 г.)")
    assert gone.endswith("оформить не позднее дня подписания настоящего приказа")


def test_kinds_are_named_as_such_with_one_capital_in_a_cell(place_of):
    place = place_of("cdutt")
    pair = agreed_pair(place, kinds=["situational", "traditional"], **PERIOD)
    kinds = "виды: ситуационное наставничество, традиционная форма наставничества."
    assert points_of(place, pair)[0].endswith(f"Форма наставничества: «педагог – педагог»; {kinds}")
    (annex,) = assignment_paper(draft(place, *(agreed_pair(place, **PERIOD) for _ in range(3)), pair)).annexes
    assert annex.table.groups[0].rows[3][4] == "Ситуационное наставничество, традиционная форма наставничества"


def test_a_single_meeting_needs_no_program(place_of):
    place = place_of("school-3")
    assert not any(
        "программы наставничества и" in text for text in points_of(place, agreed_pair(place, kinds=["speed"]))
    )


def test_three_pairs_are_sentences_and_four_an_annex(place_of):
    place = place_of("cdutt")
    three = draft(place, *(agreed_pair(place) for _ in range(3)))
    assert [point["text"][:13] for point in three.points[:4]] == ["Закрепить за "] * 3 + ["Возложить на "]
    assert assignment_paper(three).annexes == ()
    four = draft(place, *(agreed_pair(place, **PERIOD) for _ in range(4)))
    assert four.points[0]["text"] == (
        "Закрепить наставников в наставнических парах согласно приложению к настоящему приказу."
    )
    (annex,) = assignment_paper(four).annexes
    assert annex.title == "Список наставнических пар"
    assert [column.title for column in annex.table.columns] == [
        "№", "Наставник", "Наставляемый (группа)", "Форма", "Вид", "Период",
    ]  # fmt: skip
    assert annex.table.groups[0].rows[3] == (
        "4", "Кара-оглы Тимур Али оглы, учитель истории", "Белых Анна Олеговна, учитель химии", "«педагог – педагог»",
        "Традиционная форма наставничества", "с 01.09.2026\nпо 31.05.2027",
    )  # fmt: skip


def test_the_paper_of_a_draft_is_a_project_and_that_of_an_order_carries_number_date_and_mark(place_of):
    place = place_of("lyceum-136")
    project = assignment_paper(draft(place))
    assert (project.draft, project.number_text, project.signatory.mark) == (True, "______", ())
    order = signed(place)
    paper = assignment_paper(Order.objects.get(pk=order.pk))
    assert (paper.kind, paper.number, paper.dated_on) == ("ПРИКАЗ ПО ОСНОВНОЙ ДЕЯТЕЛЬНОСТИ", "1/1", order.signed_on)
    assert paper.signatory.mark[:2] == ("Подписано простой электронной подписью", "Заречная Ирина Львовна")
    assert paper.acquainted_title == "С приказом ознакомлены:"


def test_hostile_text_is_shown_and_not_run(place_of):
    place = place_of("school-3")
    order = draft(place)
    Order.objects.filter(pk=order.pk).update(
        heading="<img src=x onerror=alert(1)>", points=[{"text": "<script>alert(1)</script>", "depth": 1}]
    )
    html = render(assignment_paper(Order.objects.get(pk=order.pk)))
    assert "<script>" not in html and "<img" not in html
    assert "&lt;script&gt;" in html
