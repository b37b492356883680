"""A mentor who leads the mentee at work needs a reason that is kept, whatever way leads to the pair."""

import pytest

from mentoring.lib.moves import MoveRefused
from programs.applications.forms import SuccessorForm
from programs.applications.services import propose_successor
from programs.applications.states import ApplicationState
from programs.mentorships.forms import JoinForm
from programs.mentorships.models import Mentorship
from programs.mentorships.services import add_mentee, propose_both_ways, propose_joining, propose_mentorship
from tests.programs.applications.factories import make_application
from tests.programs.mentorships.factories import LAST, TERMS, make_mentee, make_mentor
from tests.world import DAY, make_mentee_entry, make_mentorship

WHY = "Других физиков нет"


@pytest.fixture
def deputy(world):
    return make_mentor(world.home.organization, "Заместова", post="заместитель директора", capacity=5)


def _proposed(world, deputy):
    colleague = make_mentee(world.home.organization, "Равная", post="заместитель директора")
    sides = {"mentor_entry": deputy, "mentee_entries": [colleague]}
    return propose_mentorship(world.home.organization, by=world.home.curator.user, **sides, **TERMS)


def _at_work(world, deputy):
    return make_mentorship(deputy, make_mentee(world.home.organization, "Равная", post="заместитель директора"))


def _successor(world, deputy):
    asked = make_application(world.home, state=ApplicationState.GRANTED)
    return {"application": asked, "mentor_entry": deputy, "starts_on": DAY, "ends_on": LAST}


def ways(world, deputy):
    """Every way to a mentor beside the proposal itself, as a deed that takes the reason."""
    by, newcomer = world.home.curator.user, make_mentee(world.home.organization, "Новенькая")
    proposed, working = _proposed(world, deputy), _at_work(world, deputy)
    values = _successor(world, deputy)
    application = values.pop("application")
    return {
        "add": lambda **why: add_mentee(proposed, newcomer, by=by, **why),
        "join": lambda **why: propose_joining(working, newcomer, by=by, starts_on=DAY, **why),
        "succeed": lambda **why: propose_successor(application, by=by, **values, **why),
    }


@pytest.mark.parametrize("way", ["add", "join", "succeed"])
def test_no_way_leads_to_a_line_manager_without_a_reason(world, deputy, way):
    deed = ways(world, deputy)[way]
    count = Mentorship.objects.count()
    for why in ({}, {"override_reason": "  "}):
        with pytest.raises(MoveRefused) as refusal:
            deed(**why)
        assert set(refusal.value.error_dict) == {"override_reason"}
    assert Mentorship.objects.count() == count
    assert deed(override_reason=WHY).override_reason == WHY


def test_both_ways_at_once_say_that_the_way_to_a_line_manager_is_proposed_by_itself(world, deputy):
    young = make_mentor(world.home.organization, "Младшая")
    make_mentee_entry(young.employment)
    sides = {"mentor_entry": young, "mentee_entries": [make_mentee_entry(deputy.employment)]}
    with pytest.raises(MoveRefused) as refusal:
        propose_both_ways(world.home.organization, by=world.home.curator.user, **sides, **TERMS)
    assert refusal.value.message_dict == {
        "both_ways": [
            "В обратном направлении наставником станет руководитель по работе. Предложите это направление отдельно."
        ]
    }


def test_the_forms_ask_for_the_reason_only_where_somebody_offered_is_led(world, deputy):
    make_mentee(world.home.organization, "Новенькая")
    plain = make_mentor(world.home.organization, "Простая")
    led, equal = _at_work(world, deputy), make_mentorship(plain, make_mentee(world.home.organization))
    fields = [set(JoinForm(pair=pair, is_at_work=False).fields) for pair in (led, equal)]
    assert fields == [{"mentee", "override_reason"}, {"mentee"}]
    asked = make_application(world.home, state=ApplicationState.GRANTED)
    assert "override_reason" in SuccessorForm(application=asked).fields
    type(deputy).objects.filter(pk=deputy.pk).update(state="archived")
    assert "override_reason" not in SuccessorForm(application=asked).fields
