"""Two regulations nobody thought of beforehand: typed into the pages, put into force by order, obeyed.

The first is typed and ordered in a browser, the second sent to the same pages without one.
"""

import datetime
from pathlib import Path

import pytest

from mentoring.lib.moves import MoveRefused
from people.banks.services import enter_mentor
from people.organizations.models import RegulationVersion
from people.organizations.regulations import check_regulation, load_regulation
from people.organizations.selectors import regulation_on
from programs.mentorships.services import approve_mentorship, propose_mentorship
from programs.plans.models import Event, Program
from programs.plans.services.guards import check_length
from programs.roadmap.services import approve_roadmap, open_year, submit_roadmap
from programs.roadmap.states import RoadmapState
from reports.documents.program import program_paper
from reports.documents.roadmap import roadmap_paper
from reports.orders.services import prepare_assignment
from tests.crawl import signed_in
from tests.path_steps.order import draft_and_sign
from tests.path_steps.place import DAY
from tests.path_steps.typing import Typist
from tests.path_steps.visitor import Desk, Visitor
from tests.people.organizations.entering import enter_regulation, said
from tests.programs.orders.factories import agreed_pair
from tests.reports.orders.factories import signed
from tests.world import PASSWORD, make_employment, make_organization, populate

pytestmark = pytest.mark.walk
HERE = Path(__file__).parent / "regulations"
MONTH = datetime.timedelta(days=30)
# The roadmap of the gymnasium as it is to be printed.
COLUMNS = [
    "№",
    "Наименование раздела",
    "Мероприятие",
    "Содержание деятельности и примерный план мероприятий",
    "Сроки",
    "Ответственный",
    "Планируемый результат",
    "Вид документа",
]
ROWS = [
    (
        "1.",
        "Организационный раздел",
        "Подготовка приказа и ознакомление с ним",
        "Утверждение Программы и назначение кураторов",
        "август – сентябрь 2026",
        "директор, кураторы",
        "Программа введена в действие",
        "приказ",
    ),
    (
        "2.",
        "",
        "Заседание методического совета",
        "Закрепление пар",
        "до 15 октября 2026",
        "куратор",
        "Пары работают",
        "приказ, выписка из протокола",
    ),
    (
        "3.",
        "Практический раздел",
        "Открытые уроки",
        "Взаимное посещение уроков",
        "ноябрь 2026, март 2027",
        "наставники",
        "Листы наблюдения",
        "справка",
    ),
    (
        "4.",
        "",
        "Конференция",
        "Итоги двух лет",
        "май 2028",
        "методический совет",
        "Сборник практик",
        "аналитическая справка",
    ),
]


def meant(name):
    return load_regulation((HERE / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture
def place(live_server, settings):
    settings.MENTORING_TODAY = DAY
    return populate(make_organization("school-3", preset="school-3"))


@pytest.fixture
def visitor(place, new_page):
    """``visitor(person)``: somebody of the place, at a browser or with `reader` without one."""
    desks = []

    def seat(person):
        desks.append(Desk(new_page))
        return Visitor(desks[-1], "school-3", person.user.login, PASSWORD).sit_down()

    yield seat
    assert [desk.faults for desk in desks if desk.faults] == []


def put_in_force(name, place, client, curator, director, choose=lambda curator: None):
    """Type the regulation, send it, draft the order and sign it: by the pages alone; returns the rules then."""
    card = enter_regulation(client, "school-3", meant(name))
    version = RegulationVersion.objects.get(pk=int(card.rstrip("/").rpartition("/")[2]))
    assert said(check_regulation(version.settings)) == said(meant(name))
    curator.open(card)
    curator.press("Отправить руководителю")
    curator.follow("Составить приказ")
    choose(curator)
    draft_and_sign(curator, director)
    return regulation_on(place.organization, DAY)


def end_of(place):
    """The pair of the world is over, so that its people are free."""
    place.mentorship.members.update(is_active=False, left_on=DAY)
    place.mentorship.state = "completed"
    place.mentorship.save(update_fields=["state"])


def words(order):
    return " ".join([order.basis, *(point["text"] for point in order.points), order.control]).replace("\xa0", " ")


def long_here(organization, last, **fields):
    since = datetime.date(2012, 9, 1)
    return make_employment(organization, last, experience_since=since, subject_since=since, starts_on=since, **fields)


def test_an_annual_program_with_several_curators_and_a_chain_of_approvals(place, visitor):
    organization, by = place.organization, place.curator.user
    curator = visitor(place.curator)
    rules = put_in_force("gymnasium", place, Typist(curator), curator, visitor(place.director))
    assert rules.regulation.title_genitive == "Программы наставничества в гимназии «Восход» на 2026/27 учебный год"

    # Banks: thresholds, the limit that blocks.
    with pytest.raises(MoveRefused):
        enter_mentor(make_employment(organization, "Новикова", experience_since=DAY - 12 * MONTH), by=by)
    with pytest.raises(MoveRefused):
        enter_mentor(long_here(organization, "Давыдова"), by=by, capacity=3)
    enter_mentor(long_here(organization, "Ефимова"), by=by, capacity=2)

    # Pairs: forms kept outside are never chosen, the chain comes before the order.
    end_of(place)
    days = {"starts_on": DAY, "ends_on": datetime.date(2027, 10, 14)}
    sides = {"mentor_entry": place.mentor_entry, "mentee_entries": [place.mentee_entry]}
    with pytest.raises(MoveRefused) as refused:
        propose_mentorship(organization, by=by, form="pupil_pupil", kinds=["traditional"], **sides, **days)
    assert set(refused.value.error_dict) == {"form"}
    pair = agreed_pair(place, form="teacher_teacher", mentor_role="tutor", **days)
    with pytest.raises(MoveRefused):
        prepare_assignment(organization, [pair], by=by)
    with pytest.raises(MoveRefused):
        approve_mentorship(pair, by=by, step="subject", decided_on=DAY)
    approve_mentorship(pair, by=by, step="subject", decided_on=DAY, document="выписка из протокола № 3")
    approve_mentorship(pair, by=place.council.user, step="council", decided_on=DAY)
    order = signed(place, pair)
    assert order.number_text == "1-осн. деят."
    text = words(order)
    for part in ("подшефн", "наставника-тьютора", "15 процентов", "Программы наставничества в гимназии", "29 октября"):
        assert part in text, part

    # Programs: exactly twelve months, three more columns.
    program = Program(mentorship=pair, title="Год вместе", starts_on=DAY, ends_on=datetime.date(2027, 4, 14))
    with pytest.raises(MoveRefused):
        check_length(program)
    program.ends_on = datetime.date(2027, 10, 14)
    check_length(program)
    program.save()
    Event.objects.create(program=program, content="Урок вдвоём", planned_on=DAY, risks="Нет времени")
    titles = [column.title.replace("\xad", "") for column in program_paper(program, day=DAY).event_table.columns]
    assert titles[-3:] == ["Риски", "Предупреждение рисков", "Критерии успешности"]

    # The roadmap: sections of two years, every column; only an order approves it.
    roadmap = submit_roadmap(open_year(organization, 2026, by=by), by=by)
    assert (roadmap.years, roadmap.label) == (2, "2026/27 – 2027/28")
    with pytest.raises(MoveRefused):
        approve_roadmap(roadmap, by=place.director.user, password=PASSWORD)
    table = roadmap_paper(roadmap).table
    assert [column.title for column in table.columns] == COLUMNS
    assert [tuple(cell.replace("\xa0", " ") for cell in row) for row in table.rows] == ROWS


def test_a_procedure_with_the_head_as_curator_for_the_whole_trainee_period(place, visitor):
    organization, by = place.organization, place.curator.user
    head = f"{place.director.employment.person.full_name}, {place.director.employment.post}"
    rules = put_in_force(
        "nursery",
        place,
        signed_in(by),
        visitor(place.curator).reader,
        visitor(place.director).reader,
        choose=lambda curator: curator.field("Куратор").select_option(label=head),
    )
    assert rules.document_for("employer_student").title_genitive == "Положения о наставничестве студентов-стажёров"

    end_of(place)
    pair = agreed_pair(place, form="employer_student", starts_on=DAY, ends_on=datetime.date(2028, 8, 31))
    order = signed(place, pair)
    assert order.number_text == "2 § 1"
    text = words(order)
    for part in ("стажёр", "2 500", "Положения о наставничестве студентов-стажёров", "№ 47 § 3"):
        assert part in text, part

    program = Program(mentorship=pair, title="До конца стажировки", starts_on=DAY, ends_on=pair.ends_on)
    check_length(program)
    program.ends_on = DAY + 3 * MONTH
    with pytest.raises(MoveRefused):
        check_length(program)

    roadmap = submit_roadmap(open_year(organization, 2026, by=by), by=by)
    approve_roadmap(roadmap, by=place.director.user, password=PASSWORD)
    roadmap.refresh_from_db()
    assert roadmap.state == RoadmapState.RUNNING
    assert len(roadmap_paper(roadmap).table.columns) == 3
