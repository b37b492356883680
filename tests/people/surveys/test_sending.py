"""Answers on their way in: kept as one goes, sent once, refused after the end, and nameless where that was promised."""

import datetime
import re

import pytest
from django.db import connection, models

from mentoring.lib.moves import MoveRefused
from people.models import AnonymousResponse, Invitee, Move, Notice, Proposal, Response
from people.surveys import services
from people.surveys.services import SurveyClosed, answering
from people.surveys.states import CampaignState
from tests.people.surveys.factories import campaign_of, colleagues, every_kind, full, read
from tests.world import world_with


def _asked(home):
    return campaign_of(home, every_kind(home), chosen=[home.mentee.employment, home.staff.employment])


@pytest.fixture(scope="module")
def make_world():
    return world_with(survey=_asked)


@pytest.fixture
def survey(home):
    return home.survey


@pytest.fixture
def mine(survey, home):
    return survey.invitees.get(employment=home.mentee.employment)


@pytest.fixture
def urn(home):
    return campaign_of(home, every_kind(home), chosen=colleagues(home, 6), is_anonymous=True)


@pytest.fixture
def browser_of(client):
    def enter(person):
        client.force_login(person.user, backend="people.accounts.backends.LoginNameBackend")
        return client

    return enter


def _url(home, survey, tail=""):
    return f"/o/{home.organization.slug}/my-surveys/{survey.pk}/{tail}"


def _columns(model):
    return {field.name for field in model._meta.get_fields()}


def test_an_anonymous_answer_has_no_column_that_leads_to_anybody():
    assert _columns(AnonymousResponse) == {"id", "campaign", "answers"}
    assert _columns(Invitee) == {"id", "campaign", "employment", "has_answered", "reminded_on", "response"}
    assert isinstance(AnonymousResponse._meta.pk, models.UUIDField)


def test_an_anonymous_answer_leaves_nothing_but_a_mark_that_one_has_answered(urn):
    invitee = urn.invitees.first()
    written = Move.objects.count(), Notice.objects.count()
    services.send_answers(invitee, full(urn, text="Тайна"))
    assert list(urn.invitees.filter(has_answered=True)) == [invitee]
    assert [row.answers["text"] for row in urn.urn.all()] == ["Тайна"]
    assert (Response.objects.count(), Proposal.objects.count()) == (0, 0)
    assert (Move.objects.count(), Notice.objects.count()) == written


def test_neither_keys_nor_places_of_rows_tell_who_answered_when(urn, monkeypatch):
    """After every answer the whole urn is new: other keys, an order drawn by lot, one write for all."""
    drawn = []
    monkeypatch.setattr(answering.SystemRandom, "shuffle", lambda self, papers: drawn.append(papers.reverse()))
    keys = set()
    for number, invitee in enumerate(urn.invitees.order_by("pk"), start=1):
        services.send_answers(invitee, full(urn, text=str(number)))
        now = set(urn.urn.values_list("pk", flat=True))
        assert len(now) == number and not now & keys
        keys |= now
    assert len(drawn) == 6
    assert _written(urn) == (["6"], 1 if connection.vendor == "postgresql" else None)


def _written(urn):
    """The text of the row that stands first on the disk, and how many transactions wrote urn and invitations."""
    place, kinds = "ctid" if connection.vendor == "postgresql" else "rowid", None
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT answers FROM people_anonymousresponse ORDER BY {place} LIMIT 1")
        first = [re.search(r'"text": "(\d)"', str(row[0]))[1] for row in cursor.fetchall()]
        if connection.vendor == "postgresql":
            cursor.execute(
                "SELECT count(DISTINCT x) FROM (SELECT xmin::text AS x FROM people_anonymousresponse "
                "UNION ALL SELECT xmin::text FROM people_invitee WHERE campaign_id = %s) AS both_tables",
                [urn.pk],
            )
            kinds = cursor.fetchone()[0]
    return first, kinds


def test_an_unfinished_answer_without_names_is_never_stored(urn):
    with pytest.raises(MoveRefused):
        services.save_answers(urn.invitees.first(), {"scale": 3}, {"scale"})
    assert Response.objects.count() == 0


def test_a_survey_without_names_asks_five_people_at_least(home):
    with pytest.raises(MoveRefused, match="5"):
        campaign_of(home, every_kind(home), chosen=colleagues(home, 4), is_anonymous=True)


def test_two_devices_add_to_one_unfinished_answer(mine):
    services.save_answers(mine, {"scale": 3, "text": "Начало"}, {"scale", "text"})
    services.save_answers(mine, {"yes_no": True}, {"yes_no"})
    services.save_answers(mine, {}, {"text"})
    assert mine.response.__class__.objects.get(invitee=mine).answers == {"scale": 3, "yes_no": True}


def test_an_answer_is_sent_once_and_changed_no_more(survey, mine):
    services.send_answers(mine, full(survey))
    for late in (lambda: services.send_answers(mine, full(survey)), lambda: services.save_answers(mine, {}, {"text"})):
        with pytest.raises(MoveRefused):
            late()
    assert Response.objects.get().answers == full(survey)


def test_a_question_that_needs_an_answer_holds_the_sending_back(survey, mine):
    with pytest.raises(MoveRefused):
        services.send_answers(mine, read(survey, scale=5))
    assert not Invitee.objects.filter(has_answered=True).exists()


@pytest.mark.parametrize("anonymous", [False, True])
def test_a_survey_closed_while_one_answers_takes_nothing_and_gives_the_text_back(home, anonymous, browser_of):
    people = [home.mentee.employment, *colleagues(home, 5)]
    survey = campaign_of(home, every_kind(home), chosen=people, is_anonymous=anonymous)
    browser = browser_of(home.mentee)
    sent = {"q-scale": "4", "q-yes_no": "yes", "q-choice": "1", "q-several": ["0"], "q-text": "Важная мысль"}
    sent |= {"q-matrix-0": "0", "q-matrix-1": "1"}
    assert browser.get(_url(home, survey)).status_code == 200
    services.close_campaign(survey, by=home.curator.user)
    page = browser.post(_url(home, survey), sent)
    said = page.content.decode()
    assert page.status_code == 409 and "Важная мысль" in said and home.curator.person.full_name in said
    assert (AnonymousResponse.objects.count(), Response.objects.count()) == (0, 0)
    assert not Invitee.objects.filter(has_answered=True).exists()
    assert browser.post(_url(home, survey, "save/"), {"code": "text", "q-text": "Ещё"}).status_code == 409


def test_the_day_after_the_last_nothing_counts_though_the_calendar_has_not_closed_it(survey, mine, settings):
    settings.MENTORING_TODAY = survey.closes_on
    services.save_answers(mine, {"scale": 1}, {"scale"})
    settings.MENTORING_TODAY = survey.closes_on + datetime.timedelta(days=1)
    with pytest.raises(SurveyClosed):
        services.send_answers(mine, full(survey))
    services.extend_campaign(survey, settings.MENTORING_TODAY, by=None)
    services.send_answers(mine, full(survey))


def test_what_is_missing_is_named_and_what_was_typed_stays(home, survey, mine, browser_of):
    page = browser_of(home.mentee).post(
        _url(home, survey), {"q-scale": "11", "q-text": "Не потерять", "q-matrix-0": "0"}
    )
    named = {each.question.code for each in page.context["faults"]}
    assert named == {"scale", "yes_no", "choice", "several", "matrix"}
    assert "Не потерять" in page.content.decode()
    assert Response.objects.get().answers == {"text": "Не потерять", "matrix": {"0": 0}}
    assert not Response.objects.get().is_sent


def test_nobody_answers_for_somebody_else_or_uninvited(home, survey, browser_of):
    browser = browser_of(home.mentor)
    assert {browser.get(_url(home, survey)).status_code, browser.post(_url(home, survey)).status_code} == {404}
    curator = browser_of(home.curator)
    assert curator.post(_url(home, survey), {"q-scale": "1"}).status_code == 403


def test_only_those_who_have_not_answered_are_reminded_once_a_day(home, survey, mine, settings):
    services.send_answers(mine, full(survey))
    Notice.objects.all().delete()
    assert [services.remind_invitees(survey, by=home.curator.user) for _again in range(2)] == [1, 0]
    assert [notice.user for notice in Notice.objects.all()] == [home.staff.user]


def test_the_calendar_opens_reminds_and_closes(home, settings):
    day = home.organization.today()
    later = day + datetime.timedelta(days=3)
    survey = campaign_of(home, every_kind(home), opens_on=later, closes_on=later + datetime.timedelta(days=3))
    assert (survey.state, survey.invitees.count()) == (CampaignState.PLANNED, 0)
    seen = []
    for days in (2, 3, 5, 6, 7):
        settings.MENTORING_TODAY = day + datetime.timedelta(days=days)
        services.keep_campaigns(home.organization)
        services.keep_campaigns(home.organization)
        survey.refresh_from_db()
        seen.append((survey.state, survey.invitees.filter(reminded_on=settings.MENTORING_TODAY).count()))
    asked = survey.invitees.count()
    assert asked == len(home.people)
    assert seen == [("planned", 0), ("open", asked), ("open", asked), ("open", 0), ("closed", 0)]


def test_newcomers_are_asked_too(home, survey):
    survey = campaign_of(home, every_kind(home))
    before = survey.invitees.count()
    colleagues(home, 2)
    assert services.invite_newcomers(survey, by=home.curator.user) == 2
    assert survey.invitees.count() == before + 2
