"""Papers made of the data: what is known stands in them, what is not is left to fill in."""

import datetime

import pytest

from mentoring.lib.dates import now
from people.accounts.actor import actor_in
from people.accounts.states import Role
from people.banks.states import EntryState
from people.consents.services import refuse_consent, request_consent, withdraw_consent
from people.consents.states import Purpose
from people.models import Difficulty
from people.organizations.selectors import regulation_on
from programs.appointments.models import Appointment
from programs.appointments.states import CouncilFunction, Duty
from programs.mentorships.states import MentorshipState
from programs.orders.models import Acquaintance, AcquaintanceMethod
from programs.orders.services import ask_for_visas
from programs.plans.states import EventForm, EventState
from reports.documents.answers import refusal_paper, withdrawal_paper
from reports.documents.catalog import KINDS, kind_of
from reports.documents.papers import pdf, render
from reports.documents.sheets.banks import MENTEE_SHARES
from reports.documents.statements import encouragement_paper, pair_consents_paper
from reports.issued.states import IssuedKind
from tests.amending import amend
from tests.people.consents.factories import make_draft
from tests.programs.applications.factories import make_application
from tests.programs.council.factories import make_held
from tests.programs.orders.factories import agreed_pair
from tests.programs.plans.factories import make_event
from tests.programs.roadmap.factories import make_running
from tests.reports.issued.factories import draft as draft_issued
from tests.reports.orders.factories import draft as order_draft
from tests.reports.orders.factories import signed
from tests.world import CANARY, DAY, make_mentor_entry, make_mentorship

STEPS = [{"code": "self_image", "label": "Самоопределение"}, {"code": "deficits", "label": "Диагностика дефицитов"}]


@pytest.fixture
def world(world, settings):
    settings.MENTORING_TODAY = DAY
    return world


def made(code, home, role=Role.CURATOR, **lookup):
    """The paper of this kind as ``role`` gets it, of its one row."""
    actor, kind = actor_in(home.people[role].user, home.organization), kind_of(code)
    return kind.make(kind.rows(actor).get(**lookup), actor)


def plain(text):
    return text.replace("\u00a0", " ")


def rows_of(paper):
    return [tuple(map(plain, row)) for part in paper.parts if part.table for row in part.table.rows]


def fill(home):
    """One row at least for every kind."""
    Difficulty.objects.create(entry=home.mentee_entry, competence=home.competence)
    make_mentor_entry(home.staff.employment)
    make_draft(home.mentor.employment)
    make_application(home)
    make_held(home, title="Совет")
    make_running(home)
    make_event(home.program, form=EventForm.VISIT)
    signed(home, agreed_pair(home))
    ask_for_visas(order_draft(home), [home.staff.employment], by=home.curator.user)
    answered(home)
    for kind in IssuedKind:
        draft_issued(home, kind)
    amend(
        home.organization, {"iom": {"enabled": True, "min_years": 4, "max_years": 5, "tutor": "тьютор", "steps": STEPS}}
    )


def answered(home):
    """A refusal and a withdrawal of the mentee."""
    refused = request_consent(home.mentee.employment, Purpose.TRANSFER, by=home.curator.user)
    refuse_consent(refused, by=home.mentee.user)
    withdraw_consent(home.mentee_consent, by=home.curator.user)
    return refused, home.mentee_consent


def acknowledge(home, subject, method):
    values = {"method": method, "on": DAY, "at": now(), "by": home.curator.user}
    return Acquaintance.objects.create(subject=subject, **values)


def test_every_kind_is_printed_for_every_role_that_has_a_row_of_it(world):
    """All texts come from one organization, and none of the other's."""
    home, printed = world.home, set()
    fill(home)
    for kind in KINDS:
        for role in (Role.CURATOR, Role.MENTEE):
            actor = actor_in(home.people[role].user, home.organization)
            thing = kind.rows(actor).first()
            if thing is None:
                continue
            text = render(kind.make(thing, actor))
            assert kind.name(thing) and kind.about(thing) and CANARY not in text and "None" not in text, kind.code
            printed.add(kind.code)
    assert printed == {kind.code for kind in KINDS}


def test_a_refusal_and_a_withdrawal_say_what_follows(home):
    refused, withdrawn = answered(home)
    paper = refusal_paper(refused)
    assert plain(paper.subject) == "об отказе от дачи согласия на передачу персональных данных третьим лицам"
    assert paper.corner[-2:] == ("от учителя физики", "Черных Льва Львовича")
    assert paper.signature.mark[0] == "Отказ подан в системе под личной учётной записью"
    paper = withdrawal_paper(withdrawn)
    assert plain(paper.paragraphs[0]) == "Отзываю согласие на работу с наставником, данное мной 1 сентября 2026 г."
    assert (paper.kind, paper.dated_on) == ("ОТЗЫВ", DAY)
    # The curator entered it on a letter: the letter is signed by hand.
    assert paper.signature.mark == ()


def test_an_application_to_the_bank_takes_what_the_card_knows(home):
    home.mentee_entry.request = "Планирование урока"
    home.mentee_entry.save()
    Difficulty.objects.create(entry=home.mentee_entry, competence=home.competence)
    paper = made("mentee_application", home)
    assert [plain(text) for text in paper.paragraphs] == [
        "Прошу включить меня в банк (базу) наставляемых. С порядком ведения банка и использования внесённых в него "
        "сведений ознакомлен.",
        "Мой запрос: планирование урока.",
        "Затруднения: методика урока.",
    ]
    assert made("mentor_application", home, pk=home.mentor_entry.pk).paragraphs[0].endswith("ознакомлена.")


def test_the_consents_to_a_pair_name_the_other_side_in_its_case(home):
    sheets = pair_consents_paper(home.mentorship).sheets
    assert [sheet.title for sheet in sheets] == ["Согласие наставника", "Согласие наставляемого"]
    text = [plain(" ".join(sheet.lines)) for sheet in sheets]
    assert "согласна выполнять работу наставника в отношении учителя физики Черных Льва Львовича с 1 сентя" in text[0]
    assert "согласен на то, чтобы моим наставником была учитель математики Ковальчук Мария Петровна" in text[1]
    assert all("«____»" in each for each in text)


def test_a_representation_counts_what_was_held(home):
    make_event(home.program, state=EventState.HELD, held_on=DAY)
    make_event(home.program)
    make_event(home.program, state=EventState.CANCELLED)
    paper = made("encouragement", home)
    assert "Представляю к поощрению учителя математики Ковальчук Марию Петровну." in map(plain, paper.paragraphs)
    assert any("проведено 1 из 2 мероприятий" in plain(text) for text in paper.paragraphs)
    assert plain(paper.signature.name) == "М. Д. Соколова"


def test_a_representation_is_silent_about_a_program_nothing_is_held_of(home):
    make_event(home.program)
    said = [plain(text) for text in made("encouragement", home).paragraphs]
    assert "Программа «Первый год в школе»." in said
    assert said[1] == (
        "Работа наставника ведётся в отношении учителя физики Черных Льва Львовича с 1 сентября 2026 г. "
        "по 31 мая 2027 г."
    )


def test_a_representation_tells_the_merits_of_all_pairs_or_leaves_a_line_for_them(home):
    make_event(home.program, state=EventState.HELD, held_on=DAY)
    said = [plain(text) for text in made("encouragement", home).paragraphs]
    assert said[3] == "Заслуги:" and {*said[4:7]} == {"_" * 24}
    page = render(made("encouragement", home))
    assert page.count('<p class="fill-line"></p>') == 3 and '<p class="consent-hand consent-box">[' in page
    make_mentorship(home.mentor_entry, home.mentee_entry, state=MentorshipState.COMPLETED)
    said = [plain(text) for text in encouragement_paper(home.mentorship, day=DAY).paragraphs]
    assert said[3] == "Заслуги: с 1 сентября 2026 г. – 1 наставляемый и 1 проведённое мероприятие."
    ways = [each.label for each in regulation_on(home.organization, DAY).incentives.items]
    assert said[-len(ways) - 1] == "Предлагаемое поощрение (нужное отметить):" and said[-1].startswith("[    ] ")


def test_the_council_makes_the_representation_where_the_regulation_says_so(home):
    amend(home.organization, {"incentives.set_by_council": True, "council.presence": "required"})
    curator_signs = made("encouragement", home).signature
    order, chair = signed(home, agreed_pair(home)), home.council.employment
    duty = {"duty": Duty.COUNCIL, "function": CouncilFunction.CHAIR, "title": "совет наставников", "starts_on": DAY}
    Appointment.objects.create(order=order, employment=chair, **duty)
    paper = made("encouragement", home, pk=home.mentorship.pk)
    assert plain(paper.paragraphs[0]).startswith("Совет наставников представляет к поощрению учителя математики")
    assert plain(curator_signs.name) == "М. Д. Соколова"
    signature = (paper.signature.post, paper.signature.name)
    assert signature == ("Председатель совета наставников", chair.person.signed_name)


def test_nobody_without_the_consent_to_processing_stands_in_a_bank_or_has_an_extract(home):
    home.mentee_entry.state = EntryState.CANDIDATE
    home.mentee_entry.save()
    bank = made("mentee_bank", home)
    assert plain(bank.subtitle).endswith(", 0 чел.") and "Черных" not in render(bank)
    actor = actor_in(home.people[Role.CURATOR].user, home.organization)
    assert not kind_of("mentee_extract").rows(actor).exists()


def test_a_visit_leaves_class_and_theme_to_be_written_and_tells_the_sides_apart(home):
    make_event(home.program, form=EventForm.VISIT, remark="Урок разобран")
    paper = made("visit", home)
    known = {part.heading: part.paragraphs for part in paper.parts if part.paragraphs}
    assert known == {"Цель посещения": ("Разбор занятия",), "Что получилось": ("Урок разобран",)}
    assert [signatory.post for signatory in paper.signatures] == [
        "Наставник, учитель математики",
        "Наставляемый, учитель физики",
    ]


def test_the_journal_holds_what_was_held_and_leaves_lines_for_the_rest(home):
    make_event(home.program, state=EventState.HELD, held_on=DAY, remark="Урок разобран")
    make_event(home.program)
    made_rows = rows_of(made("journal", home))
    assert made_rows[0] == ("1", "15.10.2026", "встреча", "Разбор занятия", "Урок разобран", "", "", "")
    assert made_rows[1:] == [("2", *("",) * 7)]


def test_an_extract_tells_contacts_only_to_whoever_reads_them(home):
    employment = home.mentee.employment
    employment.phone = "+7 900 000-00-00"
    employment.save()
    known = dict(rows_of(made("mentee_extract", home)))
    assert known["Контакты"] == "+7 900 000-00-00" and known["ФИО"] == "Черных Лев Львович"
    assert "Контакты" not in dict(rows_of(made("mentee_extract", home, Role.MENTEE)))
    bank = made("mentee_bank", home)
    assert len(bank.parts[0].table.columns) == len(MENTEE_SHARES) + 1
    assert "+7 900" not in render(bank) and "Черных" in render(bank)


def test_a_category_that_tells_of_health_leaves_no_trace(home):
    sensitive = {"code": "burnout", "label": "Выгорание", "sensitive": True}
    amend(home.organization, {"criteria.mentee_categories": [sensitive]})
    home.mentee_entry.categories = ["burnout"]
    home.mentee_entry.save()
    for code in ("mentee_extract", "mentee_bank", "mentee_application"):
        assert "Выгорание" not in render(made(code, home)), code


def test_the_route_follows_the_steps_of_the_regulation_and_stands_only_where_there_are_any(home):
    actor = actor_in(home.curator.user, home.organization)
    assert not kind_of("route").rows(actor).exists()
    fill(home)
    paper = made("route", home, pk=home.mentee_entry.pk)
    assert [(part.heading, part.lines, part.table is None) for part in paper.parts] == [
        ("1. Самоопределение", 5, True),
        ("2. Диагностика дефицитов", 0, False),
    ]
    assert plain(paper.facts[0][1]) == "4–5 лет с 1 сентября 2026 г."


def test_registers_hold_all_consents_and_everybody_named_in_orders(home):
    answered(home)
    signed(home, agreed_pair(home))
    states = {(row[1], *row[4:]) for row in rows_of(made("consent_register", home))}
    assert ("Черных Лев Львович", "в системе", "15.10.2026", "", "", "отказ") in states
    given = {row[1:] for row in states if row[0] == "Ковальчук Мария Петровна"}
    assert given == {("в системе", "01.09.2026", "до отзыва", "", "действует")}
    named = rows_of(made("acquaintance", home))
    assert [row[2] for row in named] == [
        "Белых Анна Олеговна",
        "Кара-оглы Тимур Али оглы",
        "Соколова Марина Дмитриевна",
    ]
    assert {row[1:2] + row[4:] for row in named} == {
        ("от 15.10.2026 № 1 «О закреплении наставнической пары»", "", "", "")
    }


def test_nobody_signs_a_register_for_what_was_confirmed_elsewhere(home):
    order = signed(home, agreed_pair(home))
    first, *others = order.subjects.order_by("employment__person__search_key", "pk")
    acknowledge(home, first, AcquaintanceMethod.PAPER)
    assert {row[-1] for row in rows_of(made("acquaintance", home))} == {"в листе ознакомления", ""}
    for subject in others:
        acknowledge(home, subject, AcquaintanceMethod.ELECTRONIC)
    assert made("acquaintance", home).parts[0].table.columns[-1].title == "Дата"


# The letters on paper are the same on either engine.
@pytest.mark.printed
def test_wide_sheets_lie_and_print(home):
    make_event(home.program, state=EventState.HELD, held_on=datetime.date(2026, 10, 1))
    paper = made("journal", home)
    assert paper.is_wide and pdf(paper).startswith(b"%PDF")
