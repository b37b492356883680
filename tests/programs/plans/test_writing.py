"""A program starts from a template, is written by two hands, and nobody's text is lost."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.lib.dates import add_working_days
from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.history.models import Move
from people.models import Competence, Difficulty, Direction
from people.organizations.regulations import preset_codes
from programs.mentorships.states import MentorshipState
from programs.models import Member, Program, ProgramTemplate
from programs.plans.laying import lay_day, teaching_until
from programs.plans.services import (
    add_event,
    agree_program,
    create_program,
    edit_event,
    edit_program,
    remove_event,
    seed_templates,
)
from programs.plans.states import ProgramState
from tests.programs.plans.factories import make_event
from tests.world import END, START, make_employment, make_mentee_entry, make_organization

NOTE = ("problem", "goal", "tasks", "mentor_work", "mentee_work", "interim_results", "planned_results")


def _deeds(program):
    return [move.deed for move in Move.objects.of(program)]


@pytest.mark.django_db
@pytest.mark.parametrize("preset", preset_codes())
def test_every_organization_gets_three_whole_templates_in_its_own_words(preset):
    organization = make_organization("x", preset=preset)
    seed_templates(organization)
    templates = list(ProgramTemplate.objects.filter(organization=organization))
    assert len(templates) == 3
    for template in templates:
        assert 8 <= len(template.events) <= 12
        assert all(getattr(template, name) for name in NOTE)
        assert all(event["direction"] and event["content"] and event["form"] for event in template.events)
        assert all(0 < event["after_days"] < template.months * 31 for event in template.events)
        assert "{" not in repr([getattr(template, name) for name in NOTE])
    assert seed_templates(organization) == []


@pytest.mark.django_db
def test_the_kindergarten_reads_of_its_own_teachers():
    organization = make_organization("x", preset="lastochka")
    template = next(row for row in seed_templates(organization) if row.title == "Первый год в профессии")
    assert template.problem.startswith("Начинающий воспитатель")


@given(
    after=st.integers(0, 400),
    start=st.dates(date(2024, 1, 1), date(2028, 12, 31)),
    length=st.integers(14, 400),
    months=st.integers(3, 12),
)
def test_an_event_falls_on_a_working_day_inside_the_term(after, start, length, months):
    end = start + timedelta(days=length)
    day = lay_day(after, start, end, months)
    assert start <= day <= end
    assert add_working_days(day, 0) == day


def test_a_shorter_term_draws_the_events_together_in_their_order():
    days = [lay_day(after, date(2026, 9, 1), date(2026, 12, 1), 9) for after in (3, 60, 120, 180, 258)]
    assert days == sorted(days)
    assert days[-1] > date(2026, 11, 1)


@pytest.mark.parametrize(
    ("start", "until"),
    [
        (date(2026, 11, 12), date(2027, 5, 31)),
        (date(2026, 9, 1), date(2027, 8, 31)),
        (date(2027, 4, 1), date(2027, 8, 31)),
    ],
    ids=["late", "fits", "mostly after the summer"],
)
def test_a_plan_that_would_run_into_the_summer_ends_with_teaching(start, until):
    assert teaching_until(start, date(2027, 8, 31), 9, (9, 1)) == until


def test_a_program_takes_over_parts_and_events_of_its_template(home):
    home.program.delete()
    template = seed_templates(home.organization)[0]
    Direction.objects.create(organization=home.organization, name="нормативно-правовое")
    program = create_program(
        home.mentorship, by=home.mentor.user, template=template, title="Наша", starts_on=START, ends_on=END
    )
    assert {name: getattr(program, name) for name in NOTE} == {name: getattr(template, name) for name in NOTE}
    events = list(program.events.all())
    assert {event.content for event in events} == {line["content"] for line in template.events}
    assert all(START <= event.planned_on <= END for event in events)
    assert {str(event.direction) for event in events if event.direction} == {"методическое", "нормативно-правовое"}
    assert events[0].responsible == "Ковальчук\u00a0М.\u00a0П., Черных\u00a0Л.\u00a0Л."
    assert _deeds(program) == ["Started from a template"]


def test_a_difficulty_the_template_does_not_name_gets_an_event_of_its_own(home):
    home.program.delete()
    template = seed_templates(home.organization)[0]
    named = Competence.objects.create(
        organization=home.organization, direction=home.direction, name="Планирование занятия"
    )
    for competence, level in ((home.competence, 2), (named, 1)):
        Difficulty.objects.get_or_create(
            entry=home.mentee_entry, competence=competence, defaults={"level_before": level}
        )
    program = create_program(
        home.mentorship, by=home.mentor.user, template=template, title="Наша", starts_on=START, ends_on=END
    )
    known = {line["content"] for line in template.events}
    [added] = [event for event in program.events.all() if event.content not in known]
    assert (added.task, added.direction) == (home.competence.name, home.direction)
    assert START < added.planned_on < END and added.planned_on.weekday() < 5


@pytest.mark.parametrize("title", ["Наша", "Практика и цифра"])
@pytest.mark.parametrize("term", [END - START, timedelta(days=20), timedelta(days=3)])
def test_difficulties_are_worked_on_before_the_plan_closes_and_none_the_title_names(home, term, title):
    home.program.delete()
    home.mentee_entry.difficulties.all().delete()
    template = seed_templates(home.organization)[0]
    names = ["Каллиграфия", "Сцена", "Туризм", "Практика и цифра"]
    for name in names:
        competence = Competence.objects.create(organization=home.organization, direction=home.direction, name=name)
        Difficulty.objects.create(entry=home.mentee_entry, competence=competence, level_before=1)
    program = create_program(
        home.mentorship, by=home.mentor.user, template=template, title=title, starts_on=START, ends_on=START + term
    )
    known = {line["content"] for line in template.events}
    events = list(program.events.all())
    added = [event for event in events if event.content not in known]
    assert {event.task for event in added} == set(names) - {title}
    assert max(event.planned_on for event in added) < max(event.planned_on for event in events)
    assert all(event.planned_on >= START for event in added)


def test_a_pair_has_one_open_program_and_only_while_it_lives(home):
    values = {"by": home.mentor.user, "title": "Вторая", "starts_on": START, "ends_on": END}
    with pytest.raises(MoveRefused, match="already"):
        create_program(home.mentorship, **values)
    home.program.delete()
    type(home.mentorship).objects.update(state=MentorshipState.PROPOSED)
    with pytest.raises(MoveRefused):
        create_program(home.mentorship, **values)


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "field"),
    [
        (START - timedelta(days=1), END, "starts_on"),
        (START, END + timedelta(days=1), "ends_on"),
        (END, START, "ends_on"),
        (START, START, "ends_on"),
    ],
)
def test_the_days_of_a_program_are_days_of_its_pair(home, starts_on, ends_on, field):
    home.program.delete()
    with pytest.raises(MoveRefused) as refusal:
        create_program(home.mentorship, by=home.mentor.user, title="…", starts_on=starts_on, ends_on=ends_on)
    assert set(refusal.value.error_dict) == {field}
    assert not Program.objects.filter(mentorship=home.mentorship).exists()


def test_a_late_save_gets_the_newer_text_and_writes_nothing(home, draft):
    edit_program(draft, by=home.mentor.user, values={"goal": "Цель наставника"}, expected_version=1)
    with pytest.raises(StaleSave) as stale:
        edit_program(draft, by=home.mentee.user, values={"goal": "Цель наставляемого"}, expected_version=1)
    assert stale.value.current.goal == "Цель наставника"
    draft.refresh_from_db()
    assert (draft.goal, draft.version) == ("Цель наставника", 2)


def test_a_late_save_of_the_same_text_is_no_conflict(home, draft):
    edit_program(draft, by=home.mentor.user, values={"goal": "Общая"}, expected_version=1)
    assert edit_program(draft, by=home.mentee.user, values={"goal": "Общая"}, expected_version=1) is False


def test_an_approved_text_stays_as_it_is(home):
    event = make_event(home.program)
    deeds = [
        lambda: edit_program(home.program, by=home.mentor.user, values={"goal": "…"}, expected_version=1),
        lambda: add_event(home.program, by=home.mentor.user, values={"content": "…", "planned_on": START}),
        lambda: edit_event(event, by=home.mentor.user, values={"content": "…"}, expected_version=1),
        lambda: remove_event(event, by=home.mentor.user),
    ]
    for deed in deeds:
        with pytest.raises(MoveRefused):
            deed()
    assert [each.content for each in home.program.events.all()] == ["Разбор занятия"]


@pytest.mark.parametrize("day", [START - timedelta(days=1), END + timedelta(days=1)])
def test_an_event_lies_inside_the_term(home, draft, day):
    with pytest.raises(MoveRefused) as refusal:
        add_event(draft, by=home.mentor.user, values={"content": "…", "planned_on": day})
    assert set(refusal.value.error_dict) == {"planned_on"}
    assert not draft.events.exists()


def _change_text(home, draft, event):
    edit_program(draft, by=home.mentee.user, values={"goal": "Иная"}, expected_version=draft.version)


def _add(home, draft, event):
    add_event(draft, by=home.mentee.user, values={"content": "Ещё", "planned_on": START})


def _change_event(home, draft, event):
    edit_event(event, by=home.mentee.user, values={"content": "Иное"}, expected_version=1)


def _remove(home, draft, event):
    make_event(draft, content="Остаётся")
    remove_event(event, by=home.mentee.user)


@pytest.mark.parametrize("change", [_change_text, _add, _change_event, _remove])
@pytest.mark.parametrize("everybody", [True, False])
def test_any_change_empties_the_agreements_with_a_line_of_history(
    home, draft, change, everybody, django_capture_on_commit_callbacks
):
    event = make_event(draft)
    agree_program(draft, by=home.mentor.user)
    if everybody:
        agree_program(draft, by=home.mentee.user)
    with django_capture_on_commit_callbacks(execute=True):
        change(home, draft, event)
    draft = Program.objects.get(pk=draft.pk)
    assert (draft.state, draft.mentor_agreed_at, draft.mentees_agreed.count()) == (ProgramState.DRAFT, None, 0)
    assert _deeds(draft)[-1] == "Changed, agreement is asked again"
    assert home.mentor.user.notices.filter(sentence__contains="agree again").count() == 1


def test_a_member_who_left_loses_sight_of_the_program(home):
    entry = make_mentee_entry(make_employment(home.organization, "Уехал"))
    Member.objects.create(
        mentorship=home.mentorship,
        mentee_entry=entry,
        mentor_person=home.mentor.person,
        mentee_person=entry.employment.person,
        joined_on=START,
        left_on=START,
    )
    assert not Program.objects.of(entry.employment).exists()
    assert Program.objects.of(home.mentee.employment).get() == home.program
