"""Plans for the whole bank: computed, changed by hand by two curators, proposed as a whole or in part."""

import json

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.banks.models import Difficulty, MentorCompetence
from people.banks.states import EntryState
from people.history.models import Move
from programs.matching import selectors, services
from programs.matching.services import proposing
from programs.matching.states import Aim, Decision, PlanState, WhyLeft
from programs.models import Mentorship
from tests.amending import amend
from tests.programs.matching.factories import make_plan_of, make_small_plan
from tests.programs.mentorships.factories import FIRST, TERMS, make_mentee, make_mentor
from tests.world import DAY, make_mentee_entry, make_mentor_entry, undrawn

GROUP = ("group",)


@pytest.fixture
def place(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def compute(place, **options):
    options = {"title": "План", "aim": Aim.BEST_FIT, "threshold": 0} | options
    return services.make_plan(place.organization, by=place.curator.user, **options)


def propose(plan, lines=None, *, version=None, **changes):
    """Propose ``lines`` of ``plan``, all that wait by default."""
    lines = plan.lines.waiting() if lines is None else lines
    plan.refresh_from_db()
    return services.propose_lines(
        plan,
        lines,
        by=plan.made_by,
        expected_version=version or plan.version,
        terms=TERMS | changes,
        group_kinds=GROUP,
    )


def line_of(plan, entry):
    return plan.lines.get(mentee_entry=entry)


def who_to_whom(plan):
    rows = plan.lines.with_people()
    return {line.mentee.last_name: line.mentor and line.mentor.last_name for line in rows}


def needs(place, mentee, level=1):
    Difficulty.objects.create(entry=mentee, competence=place.competence, level_before=level)
    return mentee


def strong(place, mentor, level=5):
    MentorCompetence.objects.create(entry=mentor, competence=place.competence, level=level)
    return mentor


def full_house(place):
    """The mentor of the cast has no place left."""
    place.mentor_entry.capacity = 1
    place.mentor_entry.save()


def test_a_plan_has_everybody_without_a_mentor_and_says_why_somebody_is_left_over(place):
    organization = place.organization
    full_house(place)
    strong(place, make_mentor(organization, "Сильная", capacity=2))
    for name in ("Первых", "Вторых"):
        needs(place, make_mentee(organization, name))
    make_mentee(organization, "Третьих")
    make_mentee_entry(place.staff.employment, state=EntryState.CANDIDATE)
    plan = compute(place)
    assert who_to_whom(plan) == {"Первых": "Сильная", "Вторых": "Сильная", "Третьих": None, "Шевченко": None}
    left = {line.mentee.last_name: line for line in plan.lines.filter(mentor_entry=None).with_people()}
    assert {name: line.why for name, line in left.items()} == {"Третьих": WhyLeft.TAKEN, "Шевченко": WhyLeft.BARRED}
    taken = selectors.why_words(left["Третьих"])
    assert "Сильная" in taken
    assert "Первых" in taken
    assert "Вторых" in taken
    assert "Ждёт согласия" in selectors.why_words(left["Шевченко"]) or selectors.why_words(left["Шевченко"])
    assert set(plan.lines.waiting().values_list("in_group", "request")) == {(True, "Методика урока")}
    assert [move.deed for move in Move.objects.of(plan)] == ["Plan computed"]


def test_a_high_threshold_and_full_mentors_are_reasons_too(place):
    full_house(place)
    mentee = make_mentee(place.organization)
    assert compute(place).lines.get(mentee_entry=mentee).why == WhyLeft.NO_PLACES
    mentor = make_mentor(place.organization)
    line = compute(place, threshold=100).lines.get(mentee_entry=mentee)
    assert line.why == WhyLeft.THRESHOLD
    assert mentor.employment.person.short_name in selectors.why_words(line)


def test_groups_can_be_switched_off_and_need_a_kind_of_the_regulation(place):
    organization = place.organization
    strong(place, make_mentor(organization, "Сильная"))
    for name in ("Первых", "Вторых"):
        needs(place, make_mentee(organization, name))
    assert not compute(place, groups=False).lines.filter(in_group=True).exists()
    plan = compute(place)
    assert [len(unit) for unit in selectors.units_of(plan, list(plan.lines.waiting()))] == [2]
    assert propose(plan) == (2, 0)
    pair = Mentorship.objects.get(
        plan_lines__plan=plan, plan_lines__mentee_entry__employment__person__last_name="Первых"
    )
    assert (pair.structure, pair.kinds, pair.focus, pair.members.count()) == ("group", ["group"], "Методика урока", 2)


def test_without_mentees_or_mentors_there_is_no_plan(place):
    with pytest.raises(MoveRefused):
        compute(place)
    make_mentee(place.organization)
    place.mentor_entry.state = EntryState.PAUSED
    place.mentor_entry.save()
    with pytest.raises(MoveRefused):
        compute(place)


def test_a_change_by_hand_is_measured_and_refused_where_a_rule_is_broken(place):
    organization = place.organization
    first, second = make_mentor(organization, "Первая", capacity=1), make_mentor(organization, "Вторая", capacity=1)
    mentees = make_mentee(organization, "Новикова"), make_mentee(organization, "Белых")
    plan = make_plan_of(place, (mentees[0], first, 90.0), (mentees[1], second, 80.0))
    line = line_of(plan, mentees[0])
    with pytest.raises(MoveRefused) as refused:
        services.move_line(line, second, by=place.curator.user, expected_version=1)
    assert "Белых" in " ".join(refused.value.messages)
    services.move_line(line_of(plan, mentees[1]), None, by=place.curator.user, expected_version=1)
    moved = services.move_line(line, second, by=place.council.user, expected_version=1)
    assert (moved.decision, moved.changed_by, moved.computed_mentor) == (Decision.BY_HAND, place.council.user, first)
    figures = selectors.figures_of(plan)
    assert (figures.served, figures.best_served, figures.total) == (1, 2, moved.score)
    assert figures.cost == round(100 * (moved.score - 170) / 170, 1) < 0
    back = services.move_line(moved, first, by=place.curator.user, expected_version=2)
    assert back.decision == Decision.KEPT
    plan.refresh_from_db()
    assert plan.version == 4


def test_a_rule_of_the_bank_refuses_a_mentor_by_hand(place):
    own = make_mentee_entry(place.council.employment)
    make_mentor_entry(place.council.employment)
    plan = make_plan_of(place, (own, None, None))
    with pytest.raises(MoveRefused):
        services.move_line(plan.lines.get(), own.employment.mentor_entry, by=place.curator.user, expected_version=1)
    stranger = make_mentor(place.organization)
    stranger.state = EntryState.PAUSED
    stranger.save()
    with pytest.raises(MoveRefused):
        services.move_line(plan.lines.get(), stranger, by=place.curator.user, expected_version=1)


def test_of_two_curators_the_second_sees_what_the_first_did(place, client):
    organization = place.organization
    mentors = [make_mentor(organization, name) for name in ("Первая", "Вторая", "Третья")]
    plan = make_plan_of(place, (make_mentee(organization), mentors[0], 50.0))
    line = plan.lines.get()
    services.move_line(line, mentors[1], by=place.council.user, expected_version=1)
    with pytest.raises(StaleSave):
        services.move_line(line, mentors[2], by=place.curator.user, expected_version=1)
    client.force_login(place.curator.user, backend="people.accounts.backends.LoginNameBackend")
    address = reverse("programs:plan_move", args=[organization.slug, plan.pk, line.pk])
    answer = client.post(address, {"mentor": mentors[2].pk, "version": 1})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert all(mentor.employment.person.short_name in page for mentor in mentors[1:])
    assert line_of(plan, line.mentee_entry).mentor_entry == mentors[1]
    assert client.post(address, {"mentor": mentors[2].pk, "version": 2}).status_code == 302
    assert line_of(plan, line.mentee_entry).mentor_entry == mentors[2]


def test_a_part_is_proposed_and_the_rest_later(place):
    organization = place.organization
    mentor = make_mentor(organization)
    mentees = [make_mentee(organization, name) for name in ("Новикова", "Белых")]
    plan = make_plan_of(place, *((mentee, mentor, 70.0) for mentee in mentees), (make_mentee(organization), None, None))
    assert propose(plan, [line_of(plan, mentees[0])]) == (1, 0)
    plan.refresh_from_db()
    line = line_of(plan, mentees[0])
    assert (plan.state, line.decision, line.mentorship.state) == (PlanState.IN_PART, Decision.ACCEPTED, "proposed")
    with pytest.raises(MoveRefused):
        services.move_line(line, None, by=place.curator.user, expected_version=line.version)
    assert propose(plan) == (1, 0)
    plan.refresh_from_db()
    assert plan.state == PlanState.ACCEPTED
    assert Mentorship.objects.filter(plan_lines__plan=plan).count() == 2
    with pytest.raises(MoveRefused):
        propose(plan)


def test_who_got_a_mentor_meanwhile_or_lost_the_place_stays_with_the_sentence(place):
    organization = place.organization
    tight, wide = make_mentor(organization, "Тесная", capacity=2), make_mentor(organization, "Широкая")
    mentees = [make_mentee(organization, name) for name in ("Авдеева", "Белых", "Власова", "Громова")]
    plan = make_plan_of(place, *zip(mentees, (tight, tight, wide, wide), (90.0, 80.0, 70.0, 60.0), strict=True))
    tight.capacity = 1
    tight.save()
    taken = make_plan_of(place, (mentees[2], make_mentor(organization, "Другая"), 50.0))
    propose(taken)
    seats = selectors.seats_of(plan)
    news = selectors.news_of(plan, seats)
    assert set(news) == {line_of(plan, mentee).pk for mentee in mentees[:3]}
    assert propose(plan) == (2, 2)
    plan.refresh_from_db()
    assert plan.state == PlanState.IN_PART
    refused = {line.mentee.last_name: line.refusal for line in plan.lines.waiting().with_people()}
    assert set(refused) == {"Белых", "Власова"}
    assert "Тесная" in refused["Белых"]
    assert "Другая" in refused["Власова"]


def test_a_group_that_cannot_be_proposed_leaves_nobody_half_written(place):
    organization = place.organization
    mentor = make_mentor(organization)
    mentees = [make_mentee(organization, name) for name in ("Новикова", "Белых")]
    shared = {"request": "Методика урока", "in_group": True}
    plan = make_plan_of(place, *((mentee, mentor, 70.0, shared) for mentee in mentees), group_size=2)
    propose(make_plan_of(place, (mentees[1], make_mentor(organization, "Другая"), 50.0)))
    assert propose(plan) == (0, 2)
    plan.refresh_from_db()
    assert plan.state == PlanState.DRAFT
    assert not Mentorship.objects.filter(plan_lines__plan=plan).exists()
    assert propose(plan, [line_of(plan, mentees[0])]) == (1, 0)
    assert line_of(plan, mentees[0]).mentorship.structure == "pair"


def test_terms_the_regulation_refuses_are_refused_once_and_nothing_is_written(place):
    plan = make_small_plan(place)
    for changes, field in (({"ends_on": FIRST}, "ends_on"), ({"form": "нет"}, "form"), ({"kinds": []}, "kinds")):
        with pytest.raises(MoveRefused) as refused:
            propose(plan, **changes)
        assert set(refused.value.error_dict) == {field}
    with pytest.raises(StaleSave):
        propose(plan, version=7)
    plan.refresh_from_db()
    assert (plan.state, plan.version) == (PlanState.DRAFT, 1)


def test_many_proposals_go_to_the_worker(place, monkeypatch, django_capture_on_commit_callbacks):
    monkeypatch.setattr(proposing, "AT_ONCE", 0)
    plan = make_small_plan(place)
    with django_capture_on_commit_callbacks() as deeds:
        assert propose(plan) is None
    plan.refresh_from_db()
    assert (plan.state, services.progress_of(plan).total) == (PlanState.ACCEPTING, 1)
    with pytest.raises(MoveRefused):
        services.move_line(plan.lines.waiting().get(), None, by=place.curator.user, expected_version=1)
    with pytest.raises(MoveRefused):
        services.take_up(plan, by=place.curator.user)
    (deed,) = deeds
    proposing.propose_in_background.func(*json.loads(json.dumps(deed.args)))
    plan.refresh_from_db()
    assert (plan.state, plan.lines.filter(mentorship__isnull=False).count()) == (PlanState.ACCEPTED, 1)
    assert not services.progress_of(plan).is_alive


def test_a_plan_whose_worker_died_is_opened_again(place):
    plan = make_small_plan(place, state=PlanState.ACCEPTING)
    services.take_up(plan, by=place.curator.user)
    plan.refresh_from_db()
    assert plan.state == PlanState.DRAFT
    services.drop_plan(plan, by=place.curator.user)
    with pytest.raises(MoveRefused):
        propose(plan)


def test_two_plans_differ_by_mentee(place):
    organization = place.organization
    mentors = [make_mentor(organization, name) for name in ("Первая", "Вторая")]
    mentees = [make_mentee(organization, name) for name in ("Авдеева", "Белых", "Власова")]
    first = make_plan_of(place, (mentees[0], mentors[0], 90.0), (mentees[1], mentors[1], 60.0))
    second = make_plan_of(
        place, (mentees[0], mentors[0], 90.0), (mentees[1], mentors[0], 70.0), (mentees[2], None, None)
    )
    rows, same = selectors.differences(first, second)
    assert same == 1
    assert [(row.name.split()[0], row.change) for row in rows] == [("Белых", 10.0), ("Власова", 0)]
    assert rows[1].first is None


@undrawn()
def test_a_regulation_without_groups_makes_pairs_of_those_who_were_one(place, client):
    organization = place.organization
    mentor, shared = make_mentor(organization), {"request": "Методика урока", "in_group": True}
    mentees = [make_mentee(organization, name) for name in ("Новикова", "Белых")]
    plan = make_plan_of(place, *((mentee, mentor, 70.0, shared) for mentee in mentees), group_size=2)
    assert [len(unit) for unit in selectors.units_of(plan, list(plan.lines.all()))] == [2]
    amend(organization, {"kinds.items": [{"code": "traditional", "label": "Традиционное", "description": "Пара"}]})
    assert not compute(place).lines.filter(in_group=True).exists()
    client.force_login(place.council.user, backend="people.accounts.backends.LoginNameBackend")
    address = reverse("programs:plan_propose", args=[organization.slug, plan.pk])
    form = client.get(address).context["form"]
    assert "group_kinds" not in form.fields
    days = {name: form.initial[name].isoformat() for name in ("starts_on", "ends_on")}
    sent = {"line": form.initial["line"], "version": 1, "form": "teacher_teacher", "kinds": ["traditional"], **days}
    assert client.post(address, sent).status_code == 302
    assert [line.mentorship.structure for line in plan.lines.all()] == ["pair", "pair"]


def test_without_anybody_to_match_the_pages_say_what_to_do(place, client):
    client.force_login(place.curator.user, backend="people.accounts.backends.LoginNameBackend")
    addresses = [reverse(f"programs:plan_{page}", args=[place.organization.slug]) for page in ("list", "create")]
    bank = reverse("people:mentee_list", args=[place.organization.slug])
    assert all(bank in client.get(address).content.decode().partition('id="main"')[2] for address in addresses)
    make_mentee(place.organization)
    place.mentor_entry.state = EntryState.PAUSED
    place.mentor_entry.save()
    bank = reverse("people:mentor_list", args=[place.organization.slug])
    assert all(bank in client.get(address).content.decode().partition('id="main"')[2] for address in addresses)


def test_a_page_of_a_plan_asks_a_fixed_number_of_questions(place, client, django_assert_max_num_queries):
    organization = place.organization
    client.force_login(place.director.user, backend="people.accounts.backends.LoginNameBackend")
    mentor = make_mentor(organization, capacity=30)
    plan = make_plan_of(place, *((make_mentee(organization, f"Новикова-{n}"), mentor, 50.0) for n in range(12)))
    address = reverse("programs:plan_card", args=[organization.slug, plan.pk])
    with django_assert_max_num_queries(45):
        page = client.get(address).content.decode()
    assert page.count('id="line-') == 12
    assert reverse("programs:plan_propose", args=[organization.slug, plan.pk]) not in page
