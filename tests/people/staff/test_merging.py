"""Two cards of one person become one: everything goes along, nothing of others is touched, nothing is guessed."""

import datetime

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from mentoring.lib.moves import MoveRefused
from people.banks.states import EntryState
from people.consents.states import ConsentState, Purpose
from people.history.models import Move
from people.history.services import record
from people.models import Employment, Head, Membership, Person
from people.staff.selectors import merge_candidates
from people.staff.services import forbidding, forbidding_one_card, merge_cards, what_moves
from people.staff.services.comparing import GONE, compare, fingerprint
from people.staff.services.merge_table import undecided
from programs.models import Acquaintance, ItemDuty, Member, Mentorship, OrderSubject
from tests.people.staff.test_judging import BORN, known
from tests.people.surveys.factories import campaign_of, every_kind
from tests.programs.roadmap.factories import item_of, make_draft, make_order
from tests.reports.orders.factories import give_account
from tests.world import (
    CANARY,
    DAY,
    give_consent,
    make_employment,
    make_mentee_entry,
    make_mentor_entry,
    make_mentorship,
)

D = datetime.date


def fresh(card):
    rows = Employment.objects.select_related("organization", "person__user", "mentor_entry", "mentee_entry")
    return rows.get(pk=card.pk)


def join(home, kept, gone, *, one_card=True, **choices):
    kept, gone = fresh(kept), fresh(gone)
    values = {"seen": fingerprint(kept, gone), "choices": choices, "one_card": one_card}
    return fresh(merge_cards(kept, gone, by=home.curator.user, **values))


@pytest.fixture
def twins(home):
    return known(home.organization, "Семёнова", born=BORN), known(home.organization, "Семенова")


@pytest.fixture
def url(home):
    return lambda path: f"/o/{home.organization.slug}/{path}"


def counts():
    """How many rows every table has, asked at once."""
    models = [model for name in ("people", "programs", "reports") for model in apps.get_app_config(name).get_models()]
    rows = [f"SELECT '{model._meta.label}', COUNT(*) FROM {model._meta.db_table}" for model in models]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(rows))
        return dict(cursor.fetchall())


def test_somebody_has_decided_on_every_reference():
    assert undecided() == []


def laden(home, card):
    """Everything that can hang on a person and a card."""
    user = give_account(card)
    Membership.objects.create(user=user, organization=home.organization, role="council", starts_on=DAY)
    Membership.objects.create(
        user=home.council.user,
        organization=home.organization,
        role="curator",
        starts_on=DAY,
        ends_on=DAY,
        stands_in_for=card,
    )
    give_consent(card)
    entry = make_mentor_entry(card, state=EntryState.PAIRED)
    entry.strengths.create(competence=home.competence, level=4)
    make_mentorship(entry, make_mentee_entry(home.staff.employment, state=EntryState.PAIRED))
    other = make_mentor_entry(home.council.employment, state=EntryState.PAIRED)
    make_mentorship(other, make_mentee_entry(card, state=EntryState.PAIRED))
    Head.objects.create(
        organization=home.organization, employment=card, post="И. о.", starts_on=D(2025, 1, 1), ends_on=D(2025, 2, 1)
    )
    order = make_order(home)
    subject = OrderSubject.objects.create(order=order, employment=card, role="mentor")
    Acquaintance.objects.create(subject=subject, method="electronic", on=DAY, at=timezone.now(), by=user)
    ItemDuty.objects.create(item=item_of(make_draft(home)), employment=card)
    record(card, "Staff card changed", by=home.curator.user)
    return user


def test_all_that_hangs_on_the_double_goes_to_the_card_and_nothing_is_lost(home, twins):
    kept, gone = twins
    user = laden(home, gone)
    assert sorted(n for _what, n in what_moves(fresh(gone))) == [*"11111112", user.login]
    before = counts()
    card = join(home, kept, gone)
    lost = {label: before[label] - n for label, n in counts().items() if before[label] != n}
    assert lost == {"people.Person": 1, "people.Employment": 1, "people.Move": -1}
    user.refresh_from_db()
    assert user.person == card.person
    mentor, mentee = Mentorship.objects.filter(mentor_entry__employment=card), card.mentee_entry.members.all()
    assert {row.mentor_person for row in Member.objects.filter(mentorship__in=mentor)} == {card.person}
    assert [row.mentee_person for row in mentee] == [card.person]
    hanging = (card.headships, card.order_mentions, card.roadmap_duties, card.person.consents)
    assert [rows.count() for rows in hanging] == [1, 1, 1, 1]
    assert list(Membership.objects.exclude(stands_in_for=None).values_list("stands_in_for", flat=True)) == [card.pk]
    told = [(move.deed, move.reason) for move in Move.objects.of(card)]
    assert told == [
        ("Staff card changed", ""),
        ("Joined with a double of this card", "Семенова Анна Петровна, учитель"),
    ]


def test_each_field_stays_as_chosen_and_the_empty_is_filled(home, twins):
    kept, gone = twins
    Employment.objects.filter(pk=kept.pk).update(starts_on=D(2020, 9, 1), phone="1", post="учитель")
    Employment.objects.filter(pk=gone.pk).update(
        starts_on=D(2019, 9, 1), phone="2", email="a@b.ru", post="педагог", post_case_forms={"dative": "педагогу!"}
    )
    Person.objects.filter(pk=gone.person_id).update(case_forms={"dative": "Семеновой!"})
    card = join(home, kept, gone, last_name=GONE, post=GONE, one_card=True)
    person = card.person
    assert (person.last_name, person.birth_date, person.case_forms) == ("Семенова", BORN, {"dative": "Семеновой!"})
    assert (card.post, card.post_case_forms) == ("педагог", {"dative": "педагогу!"})
    assert (card.starts_on, card.phone, card.email) == (D(2019, 9, 1), "1", "a@b.ru")


def test_two_works_of_one_person_both_stay_and_only_one_is_the_main(home, twins):
    kept, gone = twins
    make_mentor_entry(gone)
    former = make_employment(home.organization, "Бывшая", starts_on=D(2018, 9, 1), ends_on=D(2019, 1, 1))
    Employment.objects.filter(pk=former.pk).update(person=gone.person)
    join(home, kept, gone, one_card=False)
    works = Employment.objects.filter(person=kept.person).order_by("pk")
    assert [(work.pk, work.is_primary) for work in works] == [(kept.pk, True), (gone.pk, False), (former.pk, True)]
    assert not Person.objects.filter(pk=gone.person_id).exists()
    assert fresh(gone).mentor_entry
    assert (fresh(kept).version, fresh(gone).version) == (kept.version + 1, gone.version + 1)


def _accounts(home, kept, gone):
    give_account(kept), give_account(gone)


def _mentors(home, kept, gone):
    make_mentor_entry(kept), make_mentor_entry(gone, state=EntryState.PAUSED)


def _mentees(home, kept, gone):
    make_mentee_entry(kept), make_mentee_entry(gone)


def _pair(home, kept, gone):
    make_mentorship(make_mentor_entry(gone), make_mentee_entry(kept), state="completed")


def _elsewhere(world, card):
    Employment.objects.create(organization=world.other.organization, person=card.person, post=CANARY)


@pytest.mark.parametrize("build", [_accounts, _mentors, _mentees, _pair])
@pytest.mark.parametrize("one_card", [True, False])
def test_what_makes_two_people_of_them_forbids_it_and_changes_nothing(home, twins, build, one_card):
    build(home, *twins)
    before = counts()
    assert len(forbidding(fresh(twins[0]), fresh(twins[1]))) == 1
    with pytest.raises(MoveRefused):
        join(home, *twins, one_card=one_card)
    assert counts() == before


def test_the_double_never_takes_data_of_another_organization_along(world, home, twins):
    kept, gone = twins
    _elsewhere(world, gone)
    reasons = forbidding(fresh(kept), fresh(gone))
    assert len(reasons) == 1 and CANARY not in reasons[0]
    with pytest.raises(MoveRefused):
        join(home, kept, gone)
    card = join(home, gone, kept, last_name=GONE, birth_date=GONE)
    assert (card.person.last_name, card.person.birth_date) == ("Семенова", None)
    assert {line.name for line in compare(fresh(gone), card) if line.fixed} >= {"last_name", "first_name"}


def test_a_role_or_a_consent_elsewhere_counts_as_data_of_others(world, home, twins):
    kept, gone = twins
    user = give_account(gone)
    Membership.objects.create(user=user, authority=world.city, role="observer", starts_on=DAY)
    assert len(forbidding(fresh(kept), fresh(gone))) == 1


@pytest.mark.parametrize("closed", ["kept", "gone"])
def test_of_two_accounts_the_one_in_use_goes_with_the_person(home, twins, closed):
    users = {"kept": give_account(twins[0]), "gone": give_account(twins[1])}
    names = {"kept": "Семёнова Анна Петровна", "gone": "Семенова Анна Петровна"}
    idle = users.pop(closed)
    type(idle).objects.filter(pk=idle.pk).update(is_active=False)
    card = join(home, *twins)
    idle.refresh_from_db()
    assert (card.person.user, idle.person, idle.display_name) == (*users.values(), None, names[closed])


def test_of_two_consents_the_later_stays_in_force(home, twins):
    first, second = give_consent(twins[0]), give_consent(twins[1])
    type(first).objects.filter(pk=second.pk).update(given_on=D(2026, 10, 1))
    give_consent(twins[1], Purpose.MENTOR)
    card = join(home, *twins)
    states = {row.pk: row.state for row in card.person.consents.filter(purpose=Purpose.PROCESSING)}
    assert states == {first.pk: ConsentState.SUPERSEDED, second.pk: ConsentState.GIVEN}
    assert card.person.consents.count() == 3


@pytest.mark.parametrize("live", [0, 1])
def test_an_archived_entry_gives_its_pairs_and_strengths_to_the_live_one(home, twins, live):
    states = [EntryState.ARCHIVED, EntryState.ARCHIVED]
    states[live] = EntryState.ACTIVE
    entries = [make_mentor_entry(card, state=state) for card, state in zip(twins, states, strict=True)]
    for entry, level in zip(entries, (1, 2), strict=True):
        entry.strengths.create(competence=home.competence, level=level)
    old = make_mentorship(
        entries[1 - live], make_mentee_entry(home.staff.employment, state=EntryState.ARCHIVED), state="completed"
    )
    card = join(home, *twins)
    assert (card.mentor_entry.pk, card.mentor_entry.state) == (entries[live].pk, EntryState.ACTIVE)
    assert [row.level for row in card.mentor_entry.strengths.all()] == [live + 1]
    old.refresh_from_db()
    assert old.mentor_entry == card.mentor_entry


def test_named_twice_in_one_order_the_read_mention_stays(home, twins):
    order = make_order(home)
    kept, gone = (OrderSubject.objects.create(order=order, employment=card, role="named") for card in twins)
    Acquaintance.objects.create(subject=gone, method="electronic", on=DAY, at=timezone.now(), by=home.curator.user)
    card = join(home, *twins)
    assert list(card.order_mentions.all()) == [gone]
    assert not OrderSubject.objects.filter(pk=kept.pk).exists()


def test_asked_twice_in_one_survey_the_answer_stays(home, twins):
    campaign = campaign_of(home, every_kind(home), chosen=twins, opened=False)
    for card in twins:
        campaign.invitees.create(employment=card, has_answered=card == twins[1])
    card = join(home, *twins)
    asked = campaign.invitees.values_list("employment", "has_answered")
    assert (list(asked), list(campaign.chosen.all())) == ([(card.pk, True)], [card])


def test_in_different_roles_of_one_order_they_can_only_be_two_works(home, twins):
    order = make_order(home)
    for card, role in zip(twins, ("mentor", "curator"), strict=True):
        OrderSubject.objects.create(order=order, employment=card, role=role)
    kept, gone = map(fresh, twins)
    assert (forbidding(kept, gone), len(forbidding_one_card(kept, gone))) == ([], 1)
    with pytest.raises(MoveRefused):
        join(home, *twins)
    join(home, *twins, one_card=False)
    assert OrderSubject.objects.filter(order=order).count() == 2


def test_a_card_changed_meanwhile_is_looked_at_again(home, twins):
    seen = fingerprint(*map(fresh, twins))
    Person.objects.filter(pk=twins[1].person_id).update(patronymic="Павловна")
    with pytest.raises(MoveRefused):
        merge_cards(*map(fresh, twins), by=home.curator.user, seen=seen, choices={}, one_card=True)


def test_days_that_do_not_fit_are_refused(home, twins):
    kept, gone = twins
    Employment.objects.filter(pk=gone.pk).update(starts_on=D(2010, 9, 1), ends_on=D(2012, 8, 31))
    with pytest.raises(MoveRefused):
        join(home, kept, gone, starts_on="kept", ends_on=GONE)
    assert Employment.objects.filter(pk=gone.pk).exists()


def test_doubles_are_proposed_by_name_birth_date_number_and_mail(world, home):
    card = known(home.organization, "Семёнова", born=BORN, number="7", email="s@example.org")
    alike = [
        known(home.organization, "Семенова"),
        known(home.organization, "Иванова", born=BORN),
        known(home.organization, "Иная", "Вера", number="7"),
        known(home.organization, "Дальняя", "Вера", email="S@example.org"),
    ]
    known(home.organization, "Чужая", "Вера")
    known(world.other.organization, "Семенова", born=BORN)
    found = merge_candidates(card)
    assert {row.pk for row, _signs in found} == {row.pk for row in alike}
    assert all(len(signs) == 1 for _row, signs in found)


def test_a_curator_compares_and_joins_in_the_browser(world, home, enter, url, twins):
    kept, gone = twins
    client = enter(home.curator)
    assert url(f"staff/{kept.pk}/join/{gone.pk}/") in client.get(url(f"staff/{kept.pk}/join/")).content.decode()
    known(world.other.organization, CANARY)
    assert CANARY not in client.get(url(f"staff/{kept.pk}/join/?q={CANARY[:6]}")).content.decode().split("search")[0]
    page = url(f"staff/{kept.pk}/join/{gone.pk}/")
    form = client.get(page).context["form"]
    values = {"seen": form["seen"].value(), "works": "one", "keep_last_name": "gone", "keep_birth_date": "kept"}
    unsure = client.post(page, values)
    assert set(unsure.context["form"].errors) == {"sure"}
    assert client.post(page, {**values, "sure": "on"}).headers["Location"] == url(f"staff/{kept.pk}/")
    assert fresh(kept).person.last_name == "Семенова"
    assert client.get(url(f"staff/{gone.pk}/")).status_code == 404


def test_nobody_of_another_organization_and_no_work_of_the_same_person_can_be_joined(world, home, enter, url, twins):
    client = enter(home.curator)
    own = Employment.objects.create(
        organization=home.organization, person=twins[0].person, post="методист", is_primary=False
    )
    for other in (world.other.staff.employment, own):
        for method in (client.get, client.post):
            assert method(url(f"staff/{twins[0].pk}/join/{other.pk}/")).status_code == 404
