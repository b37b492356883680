"""A colleague is involved for named events: asked, answered, seen only there, printed, taken back."""

import datetime

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.accounts.actor import actor_in
from people.history.models import Move
from people.notices.models import Notice
from programs.plans.models import Event, Evidence, Helper
from programs.plans.selectors import colleagues_of
from programs.plans.services import accept_help, decline_help, invite_helper, withdraw_helper
from programs.plans.states import EventState, ProgramState
from reports.documents.program import program_paper
from tests.programs.plans.factories import make_event, make_evidence
from tests.world import DAY, make_employment

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


@pytest.fixture
def events(home):
    return [make_event(home.program, content=f"Практикум {n}") for n in range(3)]


def ask(home, events, **values):
    values = {"by": home.mentor.user, "events": events[:2], "words": "Показать лабораторию"} | values
    return invite_helper(home.program, home.staff.employment, **values)


def sees(home):
    """The events and files the colleague may know of."""
    actor = actor_in(home.staff.user, home.organization)
    return set(Event.objects.visible_to(actor)), set(Evidence.objects.visible_to(actor))


def test_the_colleague_sees_the_named_events_and_files_only_while_helping(home, events):
    files = [make_evidence(event, home.mentor.user) for event in events]
    helper = ask(home, events)
    steps = [sees(home)]
    accept_help(helper, by=home.staff.user)
    steps.append(sees(home))
    withdraw_helper(helper, by=home.curator.user)
    assert [*steps, sees(home)] == [(set(), set()), (set(events[:2]), set(files[:2])), (set(), set())]


def test_the_pages_open_only_what_is_named(home, events, client):
    file = make_evidence(events[0], home.mentor.user)
    accept_help(ask(home, events), by=home.staff.user)
    client.force_login(home.staff.user, backend="people.accounts.backends.LoginNameBackend")
    addresses = [
        reverse("programs:event_card", args=["school-3", events[0].pk]),
        reverse("programs:evidence_file", args=["school-3", file.pk]),
        reverse("programs:event_card", args=["school-3", events[2].pk]),
        reverse("programs:event_mark", args=["school-3", events[0].pk]),
        reverse("programs:program_card", args=["school-3", home.program.pk]),
    ]
    assert [client.get(address).status_code for address in addresses] == [200, 200, 404, 403, 404]
    page = client.get(addresses[0]).content.decode()
    assert addresses[-1] not in page


def test_both_sides_learn_of_every_step(home, events, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        helper = ask(home, events)
        accept_help(helper, by=home.staff.user)
        withdraw_helper(helper, by=home.curator.user)
    assert list(Notice.objects.order_by("pk").values_list("user", flat=True)) == [
        home.staff.user.pk,
        home.mentor.user.pk,
        home.staff.user.pk,
    ]


def test_the_plan_names_whoever_agreed_as_responsible(home, events):
    helper = ask(home, events)
    name = home.staff.person.short_name.replace("\xa0", " ")
    steps = [[name in event.responsible for event in program_paper(home.program, day=DAY).events]]
    accept_help(helper, by=home.staff.user)
    steps.append([name in event.responsible for event in program_paper(home.program, day=DAY).events])
    assert steps == [[False] * 3, [True, True, False]]


@pytest.mark.parametrize("who", ["mentor", "mentee"])
def test_nobody_of_the_pair_and_nobody_without_an_account_is_asked(home, events, who):
    nobody = make_employment(home.organization, "Безучётная")
    left = make_employment(home.organization, "Ушедшая", ends_on=DAY - datetime.timedelta(days=1))
    for work in (getattr(home, who).employment, nobody, left):
        with pytest.raises(MoveRefused) as refusal:
            invite_helper(home.program, work, by=home.mentor.user, events=events)
        assert list(refusal.value.message_dict) == ["employment"]
    assert home.staff.employment in colleagues_of(home.program)


def test_a_second_request_foreign_events_and_events_past_are_refused(home, events):
    ask(home, events)
    Event.objects.filter(pk=events[2].pk).update(state=EventState.CANCELLED)
    for work, chosen, field in (
        (home.staff.employment, events[:1], "employment"),
        (home.council.employment, [], "events"),
        (home.council.employment, events[2:], "events"),
    ):
        with pytest.raises(MoveRefused) as refusal:
            invite_helper(home.program, work, by=home.mentor.user, events=chosen)
        assert list(refusal.value.message_dict) == [field]
    assert Helper.objects.count() == 1


def test_everybody_answers_for_themselves_with_a_reason_and_in_time(home, events):
    helper = ask(home, events)
    for deed in (
        lambda: accept_help(helper, by=home.mentor.user),
        lambda: decline_help(helper, by=home.staff.user, answer=" "),
    ):
        with pytest.raises(MoveRefused):
            deed()
    accept_help(helper, by=home.staff.user)
    decline_help(helper, by=home.staff.user, answer="Командировка")
    with pytest.raises(MoveRefused):
        accept_help(helper, by=home.staff.user)
    assert sees(home) == (set(), set())
    assert not any("Командировка" in move.reason for move in Move.objects.of(home.program))
    again = ask(home, events)
    home.program.state = again.program.state = ProgramState.COMPLETED
    with pytest.raises(MoveRefused):
        accept_help(again, by=home.staff.user)
