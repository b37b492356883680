"""Staff cards: hiring, changing, leaving, case forms."""

import datetime

import pytest

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.history.models import Move
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from people.staff.selectors import is_young, look_alikes
from people.staff.services import (
    correct_forms,
    create_employment,
    end_employment,
    undo_end,
    update_contacts,
    update_employment,
)
from tests.people.staff.test_judging import BORN, known
from tests.world import DAY

NAME = {"last_name": "Ильин", "first_name": "Пётр", "patronymic": "Ильич", "gender": "male"}


def test_somebody_new_gets_a_card_with_its_history(home):
    card = create_employment(home.organization, by=home.curator.user, **NAME, post="педагог-психолог")
    assert (card.person.full_name, card.is_teacher) == ("Ильин Пётр Ильич", True)
    assert [(move.deed, move.by) for move in Move.objects.of(card)] == [("Staff card made", home.curator.user)]


def test_somebody_who_left_is_hired_anew_and_somebody_present_is_not(home):
    gone = known(home.organization, ends_on=datetime.date(2026, 6, 30))
    card = create_employment(home.organization, by=home.curator.user, person=gone.person, post="учитель")
    assert card.person_id == gone.person_id
    with pytest.raises(MoveRefused):
        create_employment(home.organization, by=home.curator.user, person=gone.person, post="учитель")


def test_a_changed_name_and_post_forget_their_hand_corrected_forms(home):
    card = known(home.organization)
    by = home.curator.user
    forms = {"name_forms": {"dative": "Семёновой Ане"}, "post_forms": {"dative": "учительнице"}}
    correct_forms(card, by=by, expected_version=1, **forms)
    card = Employment.objects.get(pk=card.pk)
    assert card.person.case_forms == {"dative": "Семёновой Ане"}
    assert card.post_case_forms == {"dative": "учительнице"}
    update_employment(card, by=by, expected_version=2, last_name="Ильина", post="методист")
    card = Employment.objects.get(pk=card.pk)
    assert (card.person.case_forms, card.post_case_forms, card.version) == ({}, {}, 3)


def test_a_form_that_grammar_makes_by_itself_is_not_kept(home):
    card = known(home.organization)
    forms = {"name_forms": {"dative": "Семёновой Анне  Петровне", "genitive": ""}, "post_forms": {"dative": "учителю"}}
    correct_forms(card, by=home.curator.user, expected_version=1, **forms)
    card = Employment.objects.get(pk=card.pk)
    assert (card.person.case_forms, card.post_case_forms) == ({}, {})


def test_a_stale_save_writes_nothing(home):
    card = known(home.organization)
    update_contacts(Employment.objects.get(pk=card.pk), by=home.curator.user, expected_version=1, phone="1", email="")
    with pytest.raises(StaleSave) as stale:
        update_employment(card, by=home.curator.user, expected_version=1, last_name="Ильина", post="методист")
    assert stale.value.current.phone == "1"
    card = Employment.objects.get(pk=card.pk)
    assert (card.person.last_name, card.post, card.version) == ("Семёнова", "учитель", 2)


def test_nobody_leaves_before_being_hired(home):
    with pytest.raises(MoveRefused):
        end_employment(home.staff.employment, by=home.curator.user, ends_on=datetime.date(2020, 8, 31))


def test_a_leaving_can_be_taken_back_until_somebody_is_hired_anew(home):
    card = end_employment(home.staff.employment, by=home.curator.user, ends_on=datetime.date(2026, 10, 1))
    assert undo_end(card, by=home.curator.user).ends_on is None
    card = end_employment(card, by=home.curator.user, ends_on=datetime.date(2026, 10, 1))
    create_employment(home.organization, by=home.curator.user, person=card.person, post="учитель")
    with pytest.raises(MoveRefused):
        undo_end(card, by=home.curator.user)


def test_look_alikes_are_of_this_organization_only(world):
    home, other = world.home.organization, world.other.organization
    known(other, born=BORN)
    left = known(home, ends_on=datetime.date(2026, 6, 30))
    present = known(home)
    renamed = known(home, "Орлова", born=BORN)
    known(home, "Орлова", "Анна", "Павловна", born=BORN)
    asked = {"last_name": "СЕМЕНОВА", "first_name": "Анна", "patronymic": "Петровна", "birth_date": BORN}
    assert look_alikes(home, asked) == [present, renamed, left]


@pytest.mark.parametrize(
    ("born", "since", "teaches", "young"),
    [
        ("1990-10-16", "2023-10-15", True, True),
        ("1990-10-15", "2023-10-15", True, False),
        ("2000-01-01", "2023-10-14", True, False),
        ("2000-01-01", "2024-09-01", False, False),
        (None, "2024-09-01", True, True),
        ("2000-01-01", None, True, False),
    ],
)
def test_a_young_teacher_is_told_by_the_regulation(home, born, since, teaches, young):
    rule = regulation_on(home.organization, DAY).young_teacher
    assert (rule.max_age, rule.max_experience_years) == (35, 3)
    card = known(home.organization, experience_since=since, is_teacher=teaches, born=born)
    found = Employment.objects.filter(is_young(rule, DAY), pk=card.pk)
    assert found.exists() is young
