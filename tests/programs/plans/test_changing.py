"""A running program changed by an order: what comes of it, and what stood before."""

from datetime import date

import pytest

from mentoring.lib.moves import MoveRefused
from programs.models import Event, ProgramVersion
from programs.plans.selectors import Difference, content_of, differences
from programs.plans.services import (
    complete_program,
    correct_program,
    extend_program,
    mark_event,
    shorten_program,
)
from programs.plans.states import ProgramState
from tests.programs.plans.factories import make_event
from tests.world import DAY

LATER = date(2027, 8, 31)
SOONER = date(2026, 12, 31)


def plan_of(program):
    return sorted(program.events.values_list("content", "planned_on", "state"))


def test_an_extension_moves_the_end_of_the_program_and_of_the_pair_and_keeps_what_stood(home):
    make_event(home.program)
    before = content_of(home.program)
    version = extend_program(home.program, by=home.curator.user, ends_on=LATER, reason="болезнь")
    home.program.refresh_from_db()
    home.mentorship.refresh_from_db()
    assert (home.program.ends_on, home.mentorship.ends_on) == (LATER, LATER)
    kept = ProgramVersion.objects.get()
    values = (kept.pk, kept.number, kept.change, kept.before, kept.reason)
    assert values == (version.pk, 1, "extended", before, "болезнь")
    assert differences(kept.before, kept.after) == [Difference("Last day", "31.05.2027", "31.08.2027")]


def test_a_shortening_cancels_what_lies_behind_the_new_end_and_leaves_what_was_held(home):
    held, late = make_event(home.program), make_event(home.program, content="Итог", planned_on=date(2027, 4, 1))
    mark_event(held, by=home.mentor.user, held_on=DAY)
    shorten_program(home.program, by=home.curator.user, ends_on=SOONER)
    home.mentorship.refresh_from_db()
    assert plan_of(home.program) == [
        ("Итог", late.planned_on, "cancelled"),
        ("Разбор занятия", held.planned_on, "held"),
    ]
    assert home.mentorship.ends_on == SOONER
    with pytest.raises(MoveRefused) as refusal:
        shorten_program(home.program, by=home.curator.user, ends_on=date(2026, 10, 1))
    assert set(refusal.value.error_dict) == {"ends_on"}


def test_a_correction_changes_cancels_and_adds_but_never_touches_what_was_held(home):
    held, moved = make_event(home.program), make_event(home.program, content="Урок")
    dropped = make_event(home.program, content="Лишнее")
    changes = {
        "note": {"goal": "Вести класс", "state": "completed"},
        "events": {str(moved.pk): {"planned_on": "2026-11-30"}, str(held.pk): {"content": "Переписано"}},
        "cancelled": [dropped.pk],
        "added": [{"content": "Конкурс", "planned_on": "2026-12-15", "form": "contest"}],
    }
    mark_event(held, by=home.mentor.user, held_on=DAY)
    correct_program(home.program, by=home.curator.user, changes=changes)
    home.program.refresh_from_db()
    assert (home.program.goal, home.program.state) == ("Вести класс", ProgramState.RUNNING)
    assert plan_of(home.program) == [
        ("Конкурс", date(2026, 12, 15), "planned"),
        ("Лишнее", dropped.planned_on, "cancelled"),
        ("Разбор занятия", held.planned_on, "held"),
        ("Урок", date(2026, 11, 30), "planned"),
    ]
    kept = home.program.versions.get()
    assert differences(kept.before, kept.after) == [
        Difference("goal", "Освоить профессию", "Вести класс"),
        Difference("Event", "20.10.2026: Лишнее", "cancelled"),
        Difference("Урок: planned for", "20.10.2026", "30.11.2026"),
        Difference("Event", "", "15.12.2026: Конкурс"),
    ]


def test_a_version_is_written_once_and_an_ended_program_is_not_changed(home):
    version = extend_program(home.program, by=home.curator.user, ends_on=LATER)
    with pytest.raises(TypeError):
        version.save()
    complete_program(home.program, by=home.curator.user, on=DAY, reason="plan_done", result="Готово")
    with pytest.raises(MoveRefused, match="does not run"):
        extend_program(home.program, by=home.curator.user, ends_on=date(2027, 12, 31))
    assert (Event.objects.count(), ProgramVersion.objects.count()) == (0, 1)
