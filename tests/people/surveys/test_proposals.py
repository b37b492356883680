"""Answers of the two bank surveys on their way into the banks: decided by the curator, each written once."""

import pytest
from django.db import IntegrityError, transaction

from mentoring.lib.moves import MoveRefused
from people.banks.services import archive_entry, seed_catalog
from people.models import Campaign, Competence, MenteeEntry, MentorEntry, Proposal
from people.surveys import services
from people.surveys.states import CampaignState
from tests.people.surveys.factories import answer, campaign_of, colleagues, from_template, read
from tests.world import START, make_mentor_entry, undrawn, world_with


@pytest.fixture(scope="module")
def make_world():
    return world_with(catalog=lambda home: seed_catalog(home.organization))


def _competences(home, *names):
    return [str(Competence.objects.get(organization=home.organization, name=name).pk) for name in names]


PLAN, TALK = "Рабочая программа и планирование", "Разговор с родителями"


@pytest.fixture
def requests(home):
    people = [home.mentee.employment, home.staff.employment, *colleagues(home, 2)]
    for row in people:
        row.experience_since = row.starts_on = START
        row.save()
    return campaign_of(home, from_template(home, "requests"), chosen=people)


def _confirm(campaign, home):
    return services.confirm_proposals(campaign, list(Proposal.objects.waiting()), by=home.curator.user)


def test_a_request_enters_the_bank_of_mentees(home, requests):
    said = {
        "wants": "yes",
        "difficulties": _competences(home, PLAN, TALK),
        "request": "Группы",
        "form": ["0"],
        "time": 1,
    }
    answer(requests, home.staff.employment, read(requests, **said))
    assert [len(_confirm(requests, home).done) for _again in range(2)] == [1, 0]
    entry = MenteeEntry.objects.get(employment=home.staff.employment)
    assert {(need.competence.name, need.level_before) for need in entry.needs.all()} == {(PLAN, 2), (TALK, 2)}
    assert (entry.request, entry.time_resource) == ("Группы", "Один-два часа")
    assert entry.wishes == "Посещать занятия опытного коллеги"


def test_a_card_of_the_bank_is_added_to_and_loses_nothing(home, requests):
    entry = home.mentee_entry
    entry.request, entry.time_resource = "Дисциплина", "по средам"
    entry.save()
    own = Competence.objects.get(organization=home.organization, name=PLAN)
    entry.needs.create(competence=own, level_before=4)
    said = {"wants": "yes", "difficulties": _competences(home, PLAN, TALK), "request": "Группы", "time": 0}
    answer(requests, home.mentee.employment, read(requests, **said))
    _confirm(requests, home)
    entry.refresh_from_db()
    assert {(need.competence.name, need.level_before) for need in entry.needs.all()} == {(PLAN, 4), (TALK, 2)}
    assert (entry.request, entry.time_resource) == ("Дисциплина\nГруппы", "по средам")


def test_whoever_wants_no_mentor_is_not_proposed(home, requests):
    answer(requests, home.staff.employment, read(requests, wants="no", difficulties=_competences(home, PLAN)))
    assert Proposal.objects.count() == 0


def test_one_refusal_does_not_hold_the_others_back_and_the_survey_is_processed_with_the_last(home, requests):
    first, second = colleagues(home, 2, "Другой")
    for row in (first, second):
        row.experience_since = row.starts_on = START
        row.save()
    survey = campaign_of(home, requests.questionnaire, chosen=[first, second, home.staff.employment])
    for row in (first, second, home.staff.employment):
        answer(survey, row, read(survey, wants="yes"))
    services.close_campaign(survey, by=home.curator.user)
    second.ends_on = START
    second.save()
    outcome = _confirm(survey, home)
    assert {each.employment for each in outcome.done} == {first, home.staff.employment}
    assert [each.employment for each, _why in outcome.refused] == [second]
    assert Campaign.objects.get(pk=survey.pk).state == CampaignState.CLOSED
    with pytest.raises(MoveRefused):
        services.process_campaign(survey, by=home.curator.user)
    services.decline_proposals(survey, list(Proposal.objects.waiting()), by=home.curator.user)
    assert Campaign.objects.get(pk=survey.pk).state == CampaignState.PROCESSED
    assert not MenteeEntry.objects.filter(employment=second).exists()


def test_readiness_enters_the_bank_of_mentors_and_brings_an_archived_card_back_whole(home):
    new, back, no = [home.staff.employment, *colleagues(home, 2)]
    old = make_mentor_entry(back, achievements="Победа 2019")
    old.strengths.create(competence=Competence.objects.get(organization=home.organization, name=TALK), level=5)
    archive_entry(old, by=home.curator.user)
    survey = campaign_of(home, from_template(home, "readiness"), chosen=[new, back, no])
    said = {"competences": _competences(home, PLAN), "capacity": 1, "experience": "yes", "achievements": "Класс"}
    answer(survey, new, read(survey, ready=1, **said))
    answer(survey, back, read(survey, ready=0, **said))
    answer(survey, no, read(survey, ready=2, **said))
    assert _confirm(survey, home).refused == []
    found = {entry.employment: entry for entry in MentorEntry.objects.filter(employment__in=[new, back, no])}
    assert {row: entry.capacity for row, entry in found.items()} == {new: 2, back: 2}
    assert found[back].achievements == "Победа 2019\nКласс"
    assert {(each.competence.name, each.level) for each in found[back].strengths.all()} == {(TALK, 5), (PLAN, 4)}


def test_a_survey_for_a_bank_is_never_without_names(home, requests):
    with pytest.raises(MoveRefused):
        campaign_of(home, requests.questionnaire, is_anonymous=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        Campaign.objects.filter(pk=requests.pk).update(is_anonymous=True)


@undrawn()
def test_the_page_shows_what_would_be_written_and_writes_the_ticked_ones(home, requests, client):
    for row in requests.invitees.all():
        answer(requests, row.employment, read(requests, wants="yes", request=f"Запрос {row.employment_id}"))
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    address = f"/o/{home.organization.slug}/surveys/{requests.pk}/proposals/"
    page = client.get(address)
    shown = {proposal.pk: card.added["request"] for proposal, card in page.context["waiting"]}
    assert set(shown.values()) == {f"Запрос {row.employment_id}" for row in requests.invitees.all()}
    ticked = sorted(shown)[:2]
    client.post(address, {"deed": "confirm", "proposals": ticked})
    client.post(address, {"decline": sorted(shown)[2]})
    client.post(address, {"deed": "confirm", "proposals": ["9" * 30, "x"]})
    states = dict(Proposal.objects.values_list("pk", "state"))
    assert states == dict(zip(sorted(shown), ["confirmed", "confirmed", "declined", "proposed"], strict=True))
