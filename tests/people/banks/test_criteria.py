"""Who may enter a bank: conditions with their three answers, refusals, newcomers, and the limit of places."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentoring.lib.dates import add_months
from mentoring.lib.moves import MoveRefused
from people.banks.criteria import Answer, Facts, all_of, any_of, mentee_grounds, mentor_conditions
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.selectors import newly_hired
from people.banks.services import (
    CriteriaRefused,
    archive_entry,
    edit_mentor,
    enter_mentee,
    enter_mentor,
    enter_newly_hired,
    resume_entry,
)
from people.banks.states import EntryState
from people.organizations.regulations.participants import MenteeGround, MentorThresholds
from tests.amending import amend
from tests.world import make_employment, make_mentee_entry, make_mentorship, undrawn

DAY = datetime.date(2026, 11, 21)
days = st.dates(datetime.date(1950, 1, 1), DAY)
some_day = st.none() | days
bounds = st.none() | st.integers(1, 50)


@given(some_day, some_day, some_day, bounds, bounds, bounds)
def test_a_mentor_passes_only_when_every_threshold_is_known_to_be_reached(teaches, subject, hired, a, b, c):
    thresholds = MentorThresholds(teaching_years=a, subject_years=b, organization_years=c)
    facts = Facts(teaches_since=teaches, subject_since=subject, hired_on=hired)
    answer = all_of(each.answer for each in mentor_conditions(thresholds, facts, DAY))
    asked = [(start, years) for start, years in ((teaches, a), (subject, b), (hired, c)) if years]
    known = [add_months(start, 12 * years) <= DAY for start, years in asked if start]
    expected = Answer.UNKNOWN if len(known) < len(asked) else Answer.HELD
    assert answer == (Answer.FAILED if False in known else expected)


grounds = st.builds(
    lambda age, experience, post, hired: MenteeGround(
        code="x",
        label="Основание",
        max_age=age,
        max_experience_years=experience,
        max_months_in_post=post,
        max_months_since_hired=hired,
    ),
    st.integers(18, 60),
    st.none() | st.integers(0, 50),
    st.none() | st.integers(1, 120),
    st.none() | st.integers(1, 120),
)
facts_of_anybody = st.builds(Facts, some_day, some_day, some_day, some_day, some_day)


@given(st.lists(grounds, min_size=1, max_size=4), facts_of_anybody, facts_of_anybody)
def test_filling_a_card_in_never_turns_a_known_answer_round(listed, known, more):
    def judge(facts):
        return any_of(ground.answer for ground in mentee_grounds(listed, facts, DAY))

    filled = Facts(*(getattr(known, name) or getattr(more, name) for name in Facts.__dataclass_fields__))
    # A card without the day of the post is read by the day of hiring, which a longer post would contradict.
    if known.post_since or not (known.hired_on and filled.post_since and filled.post_since < known.hired_on):
        assert judge(known) in (Answer.UNKNOWN, judge(filled))


@pytest.mark.parametrize(
    ("born", "teaches", "answer"),
    [
        (datetime.date(1990, 11, 22), datetime.date(2023, 11, 21), Answer.HELD),
        (datetime.date(1990, 11, 21), datetime.date(2023, 11, 21), Answer.FAILED),
        (datetime.date(1990, 11, 22), datetime.date(2023, 11, 20), Answer.FAILED),
        (None, datetime.date(2023, 11, 20), Answer.FAILED),
        (None, datetime.date(2023, 11, 21), Answer.UNKNOWN),
    ],
)
def test_age_and_experience_hold_together_up_to_their_last_day(born, teaches, answer):
    young = MenteeGround(code="young", label="Молодой педагог", max_age=35, max_experience_years=3)
    (ground,) = mentee_grounds([young], Facts(born_on=born, teaches_since=teaches), DAY)
    assert ground.answer == answer


GROUNDS = [
    {"code": "young", "label": "Молодой педагог", "max_age": 35, "max_experience_years": 3},
    {"code": "newcomer", "label": "Принят недавно", "max_months_since_hired": 6},
]


def test_a_mentor_below_the_thresholds_is_refused_by_what_is_missing_and_by_what_is_unknown(home):
    amend(home.organization, {"criteria.thresholds": {"teaching_years": 30, "subject_years": 2}})
    card, by = home.staff.employment, home.curator.user
    with pytest.raises(CriteriaRefused) as refusal:
        enter_mentor(card, by=by)
    (ground,) = refusal.value.grounds
    assert [each.answer for each in ground.conditions] == [Answer.FAILED, Answer.UNKNOWN]
    assert not MentorEntry.objects.filter(employment=card).exists()
    card.experience_since, card.subject_since = datetime.date(1990, 9, 1), datetime.date(2020, 9, 1)
    card.save()
    assert enter_mentor(card, by=by).state == EntryState.CANDIDATE


def test_a_mentee_enters_by_one_ground_of_several_and_the_card_names_it(home, client):
    amend(home.organization, {"criteria.mentee_grounds": GROUNDS})
    card, by = home.staff.employment, home.curator.user
    with pytest.raises(CriteriaRefused):
        enter_mentee(card, by=by)
    card.starts_on = add_months(home.organization.today(), -6)
    card.save()
    entry = enter_mentee(card, by=by)
    client.force_login(by, backend="people.accounts.backends.LoginNameBackend")
    page = client.get(f"/o/{home.organization.slug}/mentees/{entry.pk}/")
    assert [ground.label for ground in page.context["grounds"]] == ["Принят недавно"]
    archive_entry(entry, by=by)
    card.starts_on = datetime.date(2020, 9, 1)
    card.save()
    with pytest.raises(CriteriaRefused):
        resume_entry(MenteeEntry.objects.get(pk=entry.pk), by=by)


def test_the_form_of_a_new_card_lists_the_conditions_and_leads_to_the_staff_card(home, client):
    amend(home.organization, {"criteria.thresholds": {"subject_years": 2}})
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    card = home.staff.employment
    url = f"/o/{home.organization.slug}/mentors/new/"
    page = client.post(url, {"employment": card.pk, "capacity": 1})
    assert set(page.context["form"].errors) == {"employment"}
    assert f"/staff/{card.pk}/edit/" in page.content.decode()


@undrawn()
def test_newcomers_are_proposed_where_the_regulation_has_it_and_entered_by_one_button(home, client):
    today = home.organization.today()
    fresh = make_employment(home.organization, "Новенькая", starts_on=add_months(today, -1))
    make_employment(home.organization, "Давняя", starts_on=add_months(today, -30))
    make_employment(home.organization, "Секретарёва", starts_on=today, is_teacher=False)
    make_mentee_entry(make_employment(home.organization, "Бывшая", starts_on=today), state=EntryState.ARCHIVED)
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    url = f"/o/{home.organization.slug}/mentees/hired/"
    assert client.get(url).context["rows"] == []
    with pytest.raises(MoveRefused):
        enter_newly_hired(home.organization, [fresh], by=home.curator.user)
    settings = amend(home.organization, {"bank.enter_on_hiring": True, "criteria.mentee_grounds": GROUNDS})
    assert [(row, answer) for row, _grounds, answer in newly_hired(home.organization, settings)] == [
        (fresh, Answer.HELD)
    ]
    assert client.get(f"/o/{home.organization.slug}/mentees/").context["hired"] == 1
    client.post(url, {"employments": [home.staff.employment.pk]})
    assert not MenteeEntry.objects.filter(employment=home.staff.employment).exists()
    assert client.post(url, {"employments": [fresh.pk]}).status_code == 302
    assert (fresh.mentee_entry.state, fresh.mentee_entry.request) == (EntryState.CANDIDATE, "")


def test_a_newcomer_whose_card_is_not_filled_in_is_shown_and_not_entered(home):
    only = [{"code": "post", "label": "Новый в должности", "max_months_in_post": 1, "max_age": 30}]
    settings = amend(home.organization, {"bank.enter_on_hiring": True, "criteria.mentee_grounds": only})
    fresh = make_employment(home.organization, "Новенькая", starts_on=home.organization.today())
    assert [(row, answer) for row, _grounds, answer in newly_hired(home.organization, settings)] == [
        (fresh, Answer.UNKNOWN)
    ]
    with pytest.raises(MoveRefused):
        enter_newly_hired(home.organization, [fresh], by=home.curator.user)


def places(home, number):
    entry = MentorEntry.objects.get(pk=home.mentor_entry.pk)
    values = {"capacity": number}
    edit_mentor(entry, by=home.curator.user, values=values, strengths=[], expected_version=entry.version)
    return MentorEntry.objects.get(pk=entry.pk).capacity


def test_places_stay_between_those_in_use_and_the_limit_of_the_regulation(home):
    second = make_mentee_entry(make_employment(home.organization, "Второй"))
    make_mentorship(home.mentor_entry, second, state="proposed")
    with pytest.raises(MoveRefused) as refusal:
        places(home, 1)
    assert list(refusal.value.message_dict) == ["capacity"]
    assert places(home, 5) == 5
    amend(home.organization, {"bank.max_mentees": 1})
    assert places(home, 5) == 5
    with pytest.raises(MoveRefused):
        places(home, 3)
    assert places(home, 2) == 2
    with pytest.raises(MoveRefused) as refusal:
        enter_mentor(home.staff.employment, by=home.curator.user, capacity=2)
    assert list(refusal.value.message_dict) == ["capacity"]
