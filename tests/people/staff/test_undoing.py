"""Undoing a load: everything as before, or nothing and the reason."""

import datetime

import pytest
from django.forms.models import model_to_dict
from django.utils import translation

from mentoring.lib.moves import MoveRefused
from people.history.models import Move
from people.staff.models import Employment, Person
from people.staff.services import decide, load_import, start_import, undo_import, update_employment
from people.staff.states import Decision, ImportState
from tests.people.staff.lists import xlsx
from tests.people.staff.test_judging import BORN, known
from tests.world import DAY, give_consent, make_mentee_entry, make_mentor_entry, make_user, world_with

HEADING = ["Табельный", "Ф.И.О.", "Должность", "Дата рождения", "Категория", "Вид занятости"]
ROWS = [
    ["1", "Ильина Вера Павловна", "учитель", "03.05.1990", "первая", ""],
    ["2", "Семёнова Анна Петровна", "Методист", "03.05.1990", "высшая", "внешнее"],
    ["3", "Орлова Анна Павловна", "педагог", None, "", ""],
]


def load(home):
    """One new, one changed, one who comes back."""
    known(home.organization, number="2", post_case_forms={"dative": "учителю-предметнику"})
    known(home.organization, "Орлова", "Анна", "Павловна", ends_on=datetime.date(2026, 6, 30))
    home.before = everything()
    staff_import = start_import(home.organization, xlsx([HEADING, *ROWS]), by=home.curator.user)
    decide(staff_import, {4: Decision.SAME}, by=home.curator.user)
    assert load_import(staff_import, by=home.curator.user) == 3
    return staff_import


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, loaded=load)


@pytest.fixture
def loaded(home):
    return home.loaded


def everything():
    """All people and cards, without the count of saves."""
    cards = [model_to_dict(each) | {"version": 0} for each in Employment.objects.order_by("pk")]
    return cards, [model_to_dict(each) | {"key": each.search_key} for each in Person.objects.order_by("pk")]


def card_of(name):
    return Employment.objects.filter(person__last_name=name).latest("pk")


def test_a_load_is_taken_back_whole(home, loaded):
    assert everything() != home.before
    assert undo_import(loaded, by=home.curator.user) == 3
    loaded.refresh_from_db()
    assert (everything(), loaded.state) == (home.before, ImportState.UNDONE)
    assert [row.is_loaded for row in loaded.rows.all()] == [False] * 3
    assert Move.objects.of(loaded).last().deed == "Undid the loading of the staff list"
    with pytest.raises(MoveRefused):
        undo_import(loaded, by=home.curator.user)


def _edit(home):
    update_employment(card_of("Семёнова"), by=home.curator.user, expected_version=2, subject="химия")


def _same_card_in_a_later_list(home):
    rows = [HEADING, ["1", "Ильина Вера Павловна", "тьютор", None, "", ""]]
    load_import(start_import(home.organization, xlsx(rows), by=home.curator.user), by=home.curator.user)


@pytest.mark.parametrize(
    ("build", "who", "why"),
    [
        (lambda home: make_mentee_entry(card_of("Ильина")), "Ильина В. П.", "mentee"),
        (lambda home: make_mentor_entry(card_of("Семёнова")), "Семёнова А. П.", "mentor"),
        (lambda home: make_mentee_entry(card_of("Орлова")), "Орлова А. П.", "mentee"),
        (lambda home: give_consent(card_of("Ильина")), "Ильина В. П.", "consent"),
        (lambda home: give_consent(card_of("Семёнова")), "Семёнова А. П.", "consent"),
        (lambda home: make_user("ilina", employment=card_of("Ильина")), "Ильина В. П.", "account"),
        (_edit, "Семёнова А. П.", "the staff card was changed later"),
        (_same_card_in_a_later_list, "Ильина В. П.", "the staff card was changed later"),
        (lambda home: card_of("Ильина").delete(), "Ильина Вера", "the staff card is gone"),
    ],
)
def test_what_was_built_on_a_load_keeps_it_and_is_named(home, loaded, build, who, why):
    build(home)
    after = everything()
    with translation.override("en"), pytest.raises(MoveRefused) as refused:
        undo_import(loaded, by=home.curator.user)
    assert f": {who} — {why}. " in refused.value.messages[0].replace("\u00a0", " ")
    loaded.refresh_from_db()
    assert (everything(), loaded.state) == (after, ImportState.LOADED)


def test_what_stood_before_the_load_does_not_keep_it(home):
    card = known(home.organization, "Зуева", number="4")
    make_mentor_entry(card)
    give_consent(card)
    row = ["4", "Зуева Анна Петровна", *ROWS[1][2:]]
    staff_import = start_import(home.organization, xlsx([HEADING, row]), by=home.curator.user)
    decide(staff_import, {2: Decision.SAME}, by=home.curator.user)
    load_import(staff_import, by=home.curator.user)
    assert card_of("Зуева").person.birth_date == BORN
    assert undo_import(staff_import, by=home.curator.user) == 1
    assert card_of("Зуева").person.birth_date is None


def test_a_list_that_is_not_loaded_is_not_undone(home):
    staff_import = start_import(home.organization, xlsx([HEADING, ROWS[0]]), by=home.curator.user)
    with pytest.raises(MoveRefused):
        undo_import(staff_import, by=home.curator.user)
