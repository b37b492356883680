"""Applications on paper: to whom, from whom, what is asked for, and what was written on it since."""

import datetime

import pytest

from programs.applications.services import answer_application, decide_application, file_application, give_visa
from programs.applications.states import ApplicationKind
from programs.plans.services import correct_program
from reports.documents.applications import TO_SIGN, application_paper
from reports.documents.papers import Change, render
from reports.documents.program import program_paper
from reports.documents.wording import after_colon
from tests.amending import amend
from tests.programs.plans.factories import make_event
from tests.world import DAY, PASSWORD

LATER = datetime.date(2027, 8, 31)


@pytest.fixture
def home(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def plain(text):
    return text.replace("\u00a0", " ")


def test_a_request_for_another_mentor_is_worded_in_the_right_cases(home):
    asked = file_application(
        home.mentorship, ApplicationKind.REPLACEMENT, by=home.mentee.user, reason="Не совпало <b>", wish="Физик"
    )
    made = application_paper(asked)
    assert (made.kind, made.subject) == ("ХОДАТАЙСТВО", "о замене наставника")
    assert [plain(line) for line in made.corner] == [
        "Директору school-3",
        "Заречной Ирине Львовне",
        "от учителя физики",
        "Черных Льва Львовича",
    ]
    assert [plain(line) for line in made.paragraphs] == [
        "Прошу назначить мне другого наставника вместо учителя математики Ковальчук Марии Петровны.",
        "Причина: не совпало <b>.",
        "Пожелание: физик.",
    ]
    assert "не совпало &lt;b&gt;" in plain(render(made))


def test_an_extension_bears_consent_visa_and_resolution_and_the_remark_only_for_the_desk(home):
    amend(home.organization, {"program.extension_allowed": True})
    asked = file_application(
        home.mentorship, ApplicationKind.EXTENSION, by=home.mentor.user, new_ends_on=LATER, reason="болезнь"
    )
    answer_application(asked, by=home.mentee.user, agrees=True)
    give_visa(asked, by=home.curator.user, remark="CANARY")
    decided = decide_application(asked, by=home.director.user, password=PASSWORD, granted=True)
    made = application_paper(decided, with_remark=True)
    assert [(label, plain(words)) for label, words in made.notes] == [
        ("Другая сторона", "Л. Л. Черных: согласие дано 15.10.2026."),
        ("Виза куратора", "Рассмотрено, передано на решение директора – М. Д. Соколова, 15.10.2026. CANARY."),
        (
            "Резолюция директора",
            "Удовлетворить. Подписала простой электронной подписью И. Л. Заречная, 15.10.2026.",
        ),
    ]
    assert "CANARY" not in render(application_paper(decided))


def test_an_extension_just_filed_leaves_lines_for_everybody_still_to_sign(home):
    amend(home.organization, {"program.extension_allowed": True})
    asked = file_application(
        home.mentorship, ApplicationKind.EXTENSION, by=home.mentor.user, new_ends_on=LATER, reason="болезнь"
    )
    assert [(label, plain(words)) for label, words in application_paper(asked).notes] == [
        ("Другая сторона", f"Л. Л. Черных: согласие {TO_SIGN}"),
        ("Виза куратора", TO_SIGN),
        ("Резолюция директора", TO_SIGN),
    ]


def test_a_sentence_after_a_day_in_words_has_one_full_stop_before_it(home):
    asked = file_application(
        home.mentorship, ApplicationKind.RESIGNATION, by=home.mentor.user, wished_on=datetime.date(2026, 12, 4)
    )
    said = plain(application_paper(asked).paragraphs[0])
    assert "наставника с 4 декабря 2026 г. Наставничество ведётся в отношении" in said


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Соревнования роботов", "соревнования роботов"),
        ("ФГОС в работе", "ФГОС в работе"),
        ("Мария Петровна больна", "Мария Петровна больна"),
        ("Время", "время"),
        ("", ""),
    ],
)
def test_a_word_after_a_colon_is_small_unless_it_is_a_name(typed, printed):
    assert after_colon(typed) == printed


def test_a_corrected_program_prints_what_was_and_what_is(home):
    event = make_event(home.program)
    changes = {"events": {str(event.pk): {"planned_on": "2026-11-30"}}, "added": []}
    correct_program(home.program, by=home.curator.user, changes=changes)
    (change,) = program_paper(home.program, day=DAY).changes
    words = "Корректировка: Разбор занятия: запланировано на – было «20.10.2026», стало «30.11.2026»"
    assert change == Change("15.10.2026", words, "")
