"""Mentees without a mentor: the list, the support, the notes nobody else reads, the end by a pair or by leaving."""

import datetime
import io

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.accounts.models import Membership
from people.accounts.states import Role
from people.banks.services import archive_entry
from people.history.models import Move
from people.notices.models import Notice
from programs.matching.selectors import mentees_waiting
from programs.mentorships.services import (
    accept_mentorship,
    activate_mentorship,
    agree_as_mentee,
    agree_as_mentor,
    decline_mentorship,
    enter_order,
    propose_joining,
    propose_mentorship,
    terminate_mentorship,
)
from programs.models import Mentorship, SupportCase
from programs.support import selectors, services
from programs.support.models import SupportNote
from programs.support.states import CaseState
from reports.home.duties import curator, support
from tests.amending import amend
from tests.duties import duties_among
from tests.programs.mentorships.factories import TERMS, make_mentee, make_mentor, user_of
from tests.world import CAST, DAY, START, make_employment, make_mentorship, make_user

SECRET = "КАНАРЕЙКА-тревога"
# Whatever lists mentees, draws them into a file, counts them, tells of them or finds them.
PAGES = (
    "people:mentee_list",
    "people:mentee_workbook",
    "people:mentee_form",
    "people:notice_list",
    "programs:mentorship_list",
    "programs:support_list",
    "reports:home",
)
# Whose numbers are the same for every reader.
COUNTS = ("reports:monitoring", "reports:statistics_workbook")


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = DAY


@pytest.fixture
def mentee(home):
    return make_mentee(home.organization)


def waiting(home):
    return {row.pk: row for row in selectors.unpaired(home.organization)}


def test_whoever_learns_from_a_younger_colleague_is_not_without_a_mentor(home):
    served, waiting = (make_mentee(home.organization, name) for name in ("Опытная", "Ждущая"))
    make_mentorship(make_mentor(home.organization), served, direction="reverse", kinds=["reverse"])
    served.members.update(direction="reverse")
    assert set(selectors.unpaired(home.organization)) & {served, waiting} == {waiting}
    assert set(mentees_waiting(home.organization)) & {served, waiting} == {waiting}


def test_a_mentee_who_joins_a_group_at_work_has_a_mentor(home, mentee):
    services.take_into_support(mentee, by=home.curator.user)
    pair = propose_joining(home.mentorship, mentee, by=home.curator.user, starts_on=DAY)
    for work in (home.mentor.employment, mentee.employment):
        accept_mentorship(pair, by=work.person.user, employment=work)
    enter_order(pair, by=home.curator.user)
    activate_mentorship(pair, by=home.director.user, on=DAY)
    assert states(mentee) == [CaseState.PAIRED]


def states(entry):
    return list(entry.support_cases.values_list("state", flat=True))


def propose(home, mentee, mentor=None):
    mentor = mentor or make_mentor(home.organization)
    return propose_mentorship(
        home.organization, by=home.curator.user, mentor_entry=mentor, mentee_entries=[mentee], **TERMS
    )


def start(home, pair):
    agree_as_mentor(pair, by=user_of(pair.mentor_entry))
    agree_as_mentee(pair.members.get(), by=user_of(pair.members.get().mentee_entry))
    enter_order(pair, by=home.curator.user)
    return activate_mentorship(pair, by=home.director.user, on=DAY)


def test_the_list_knows_who_waits_since_when_and_what_was_tried(home, mentee):
    refused = propose(home, mentee)
    decline_mentorship(refused, by=user_of(refused.mentor_entry), reason="Разные смены")
    row = waiting(home)[mentee.pk]
    assert (row.since, row.n_tried, row.has_proposal, row.case_state) == (START, 1, False, "searching")
    [attempt] = selectors.attempts(mentee)
    assert (attempt.title, attempt.why) == (f"{refused.mentor.short_name}: Наставник отказался", "Разные смены")
    terminate_mentorship(home.mentorship, by=home.curator.user, on=DAY, reason="Переезд")
    assert waiting(home)[home.mentee_entry.pk].since == DAY
    pair = start(home, propose(home, mentee))
    assert set(waiting(home)) == {home.mentee_entry.pk}
    assert pair.state == "active"


def test_a_pair_at_work_ends_the_case_and_the_end_of_the_pair_begins_a_new_one(home, mentee):
    services.add_contact(mentee, by=home.psychologist.user, held_on=DAY, form="talk", note=SECRET)
    assert states(mentee) == [CaseState.SUPPORT]
    pair = propose(home, mentee)
    assert states(mentee) == [CaseState.SUPPORT]
    start(home, pair)
    assert states(mentee) == [CaseState.PAIRED]
    with pytest.raises(MoveRefused, match="уже не ждёт"):
        services.open_case(mentee, by=home.curator.user)
    terminate_mentorship(Mentorship.objects.get(pk=pair.pk), by=home.curator.user, on=DAY, reason="Переезд")
    assert services.keep_cases(home.organization) == 1
    assert services.keep_cases(home.organization) == 0
    assert sorted(states(mentee)) == [CaseState.PAIRED, CaseState.SEARCHING]


def test_leaving_the_bank_closes_the_case(home, mentee):
    services.take_into_support(mentee, by=home.psychologist.user)
    archive_entry(mentee, by=home.curator.user)
    assert states(mentee) == [CaseState.CLOSED]
    assert mentee.pk not in waiting(home)


def test_without_a_psychologist_the_list_and_the_contacts_are_the_curators(home, mentee):
    client = Client()
    client.force_login(home.curator.user)
    page = reverse("programs:support_contact", args=[home.organization.slug, mentee.pk])
    assert client.get(page).status_code == 403
    amend(home.organization, {"psychologist.mode": "off"})
    assert client.get(page).status_code == 200
    assert 'name="note"' not in client.get(page).content.decode()
    listed = client.get(reverse("programs:support_list", args=[home.organization.slug])).content.decode()
    assert "список ведёт куратор" in listed
    with pytest.raises(MoveRefused, match="сами"):
        services.ask_psychologist(mentee, by=home.curator.user)


def test_only_the_writer_changes_or_removes_a_contact(home, mentee):
    contact = services.add_contact(mentee, by=home.psychologist.user, held_on=DAY, form="test", note=SECRET)
    with pytest.raises(MoveRefused, match="кто записал"):
        services.remove_contact(contact, by=home.curator.user)
    with pytest.raises(MoveRefused, match="ещё не наступил"):
        services.change_contact(
            contact, by=home.psychologist.user, held_on=DAY + datetime.timedelta(1), form="talk", note=""
        )
    services.remove_contact(contact, by=home.psychologist.user)
    assert not SupportNote.objects.exists()


def _lines(user, home, entry):
    name, kinds = entry.employment.person.short_name, (curator.without_mentor, support.to_support, support.waiting_long)
    found = duties_among(kinds, user, home.organization)
    return [duty.title for duty in found if name in duty.title + duty.detail]


def test_today_leads_the_psychologist_to_those_asked_for_and_the_curator_to_those_who_wait_long(home, mentee):
    name = mentee.employment.person.short_name
    amend(home.organization, {"psychologist.mode": "on_demand"})
    assert _lines(home.psychologist.user, home, mentee) == ["1 наставляемый без наставника"]
    services.ask_psychologist(mentee, by=home.curator.user)
    with pytest.raises(MoveRefused):
        services.ask_psychologist(mentee, by=home.curator.user)
    assert _lines(home.psychologist.user, home, mentee) == [f"{name}: наставника ещё нет"]
    assert "1 наставляемый без наставника" in _lines(home.curator.user, home, mentee)
    services.take_into_support(mentee, by=home.psychologist.user)
    assert _lines(home.psychologist.user, home, mentee) == []
    propose(home, mentee)
    assert "1 наставляемый без наставника" not in _lines(home.curator.user, home, mentee)
    amend(home.organization, {"psychologist.mode": "staffed"})
    other = make_mentee(home.organization, "Вторая")
    assert len(_lines(home.psychologist.user, home, other)) == 1
    propose(home, other)
    assert _lines(home.psychologist.user, home, other) == []


def _second_psychologist(place):
    work = make_employment(place.organization, "Вторая", post="педагог-психолог")
    user = make_user(f"second@{place.organization.slug}.example", employment=work)
    Membership.objects.create(user=user, organization=place.organization, role=Role.PSYCHOLOGIST, starts_on=START)
    return user


def _text(response):
    """The words of a page or of every cell of a workbook."""
    body = b"".join(response) if response.streaming else response.content
    if "spreadsheet" not in response.headers.get("Content-Type", ""):
        return body.decode("utf-8", "replace")
    book = openpyxl.load_workbook(io.BytesIO(body))
    return " ".join(str(cell.value) for sheet in book for row in sheet for cell in row)


@pytest.mark.walk
def test_a_note_is_read_by_its_writer_and_by_nobody_else_anywhere(world, django_capture_on_commit_callbacks):
    home = world.home
    mentee = make_mentee(home.organization)
    with django_capture_on_commit_callbacks(execute=True):
        contact = services.add_contact(mentee, by=home.psychologist.user, held_on=DAY, form="talk", note=SECRET)
        services.change_contact(contact, by=home.psychologist.user, held_on=DAY, form="group", note=SECRET)
    slug = home.organization.slug
    card = reverse("programs:support_card", args=[slug, mentee.pk])
    edit = reverse("programs:support_contact_edit", args=[slug, contact.pk])
    pages = [card, edit, reverse("people:mentee_card", args=[slug, mentee.pk])]
    pages += [reverse(name, args=[slug]) for name in PAGES]
    pages.append(f"{reverse('reports:search', args=[slug])}?q={SECRET}")
    readers = [home.people[role].user for role in CAST if role != Role.PSYCHOLOGIST]
    readers += [world.other.psychologist.user, world.admin, _second_psychologist(home), user_of(mentee)]
    client = Client(raise_request_exception=False)
    for reader in readers:
        client.force_login(reader)
        assert [page for page in pages if SECRET in _text(client.get(page)).replace(f'value="{SECRET}"', "")] == []
    client.force_login(home.curator.user)
    assert not any(SECRET in _text(client.get(reverse(name, args=[slug]))) for name in COUNTS)
    client.force_login(home.psychologist.user)
    assert [page for page in pages[:3] if SECRET in _text(client.get(page))] == [card, edit]
    assert not Move.objects.filter(reason__contains=SECRET).exists()
    assert not Notice.objects.filter(values__icontains=SECRET).exists()


def test_the_daily_round_opens_a_case_for_everybody_who_waits(home, mentee):
    assert services.keep_cases(home.organization) == 1
    assert list(SupportCase.objects.values_list("mentee_entry", "state")) == [(mentee.pk, "searching")]
