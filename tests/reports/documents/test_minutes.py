"""The minutes of a meeting on paper."""

import pytest

from programs.council.services import mark_held
from programs.council.states import MeetingKind
from reports.documents.minutes import minutes_paper
from reports.documents.papers import HeardPoint, Signatory, render
from tests.amending import amend
from tests.programs.council.factories import make_meeting
from tests.world import DAY


@pytest.fixture
def home(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def test_a_title_that_begins_with_the_kind_of_meeting_is_not_said_twice(home):
    meeting = make_meeting(home, kind=MeetingKind.ROUND_TABLE, planned_on=DAY)
    meeting.title = "Круглый стол: где нужна помощь"
    paper = minutes_paper(meeting)
    assert paper.subject == "Круглый стол: где нужна помощь"
    assert dict(paper.facts)["Назначено на"].replace("\u00a0", " ").startswith("15 октября 2026 г.")


def test_the_paper_says_who_met_what_was_heard_and_who_signs(home):
    amend(home.organization, {"council.presence": "required", "council.label": "совет наставников"})
    invited = [home.mentor.employment, home.mentee.employment]
    meeting = make_meeting(home, planned_on=DAY, number=3, attendees=invited, secretary=home.staff.employment)
    draft = minutes_paper(meeting)
    assert (draft.draft, draft.dated_on, dict(draft.facts)["Приглашены"][:6]) == (True, None, "2 чел.")
    first = meeting.points.first()
    kwargs = {"present": [home.mentor.employment], "excused": [home.mentee.employment]}
    texts = {first.pk: ("О плане <b>", "1. Утвердить\n\n2. Выполнить")}
    held = mark_held(meeting, by=home.curator.user, held_on=DAY, expected_version=1, texts=texts, **kwargs)
    made = minutes_paper(held)
    assert (made.draft, made.dated_on, made.number) == (False, DAY, "3")
    assert made.subject.splitlines() == ["Совет наставников", "Итоги месяца school-3"]
    assert dict(made.facts) == {
        "Председатель": "С.\u00a0А.\u00a0Дюма",
        "Секретарь": "О.\u00a0И.\u00a0Шевченко",
        "Присутствовали": "1 чел.: М.\u00a0П.\u00a0Ковальчук",
        "Отсутствовали по уважительной причине": "1 чел.: Л.\u00a0Л.\u00a0Черных",
    }
    assert made.points == (
        HeardPoint("План работы", "О плане <b>", "1. Утвердить\n\n2. Выполнить"),
        HeardPoint("Отчёт наставников"),
    )
    assert made.signatures == (
        Signatory("Председатель", "С.\u00a0А.\u00a0Дюма"),
        Signatory("Секретарь", "О.\u00a0И.\u00a0Шевченко"),
    )
    page = render(made)
    assert made.points[0].paragraphs == ("СЛУШАЛИ: О плане <b>", "РЕШИЛИ: 1. Утвердить", "2. Выполнить")
    assert "О плане &lt;b&gt;" in page.replace("\u00a0", " ")
