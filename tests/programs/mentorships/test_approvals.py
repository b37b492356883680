"""The chain of approvals before the order, the limit of mentees, roles of mentors, forms kept outside."""

import datetime

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.accounts.actor import actor_in
from people.accounts.models import Membership
from people.accounts.states import Role
from people.notices.models import Notice
from programs.mentorships import selectors
from programs.mentorships.models import Mentorship
from programs.mentorships.services import (
    agree_as_mentee,
    agree_as_mentor,
    approve_mentorship,
    change_mentorship,
    enter_order,
)
from programs.mentorships.states import MentorshipState
from programs.orders.selectors import orderable
from tests.amending import amend
from tests.programs.mentorships.factories import (
    TERMS,
    make_mentee,
    make_mentor,
    make_proposal,
    user_of,
)
from tests.world import DAY, START, undrawn, world_with

CHAIN = [
    {"code": "subject", "label": "Предметное объединение", "role": "council", "needs_document": True},
    {"code": "deputy", "label": "Заместитель директора", "role": "curator"},
    {"code": "head", "label": "Директор", "role": "director"},
]


def agree_all(pair):
    agree_as_mentor(pair, by=user_of(pair.mentor_entry))
    for member in pair.members.all():
        agree_as_mentee(member, by=user_of(member.mentee_entry))


def agreed_pair(place):
    pair = make_proposal(place)
    agree_all(pair)
    return Mentorship.objects.get(pk=pair.pk)


@pytest.fixture(scope="module")
def make_world():
    return world_with(DAY, chain=lambda home: amend(home.organization, {"pairing.approvals": CHAIN}), pair=agreed_pair)


@pytest.fixture
def pair(home):
    return home.pair


def approve(pair, user, step, document="выписка из протокола № 3 от 14.09.2026", on=DAY):
    return approve_mentorship(pair, by=user, step=step, decided_on=on, document=document)


def told(user):
    return set(Notice.objects.filter(user=user).values_list("sentence", flat=True))


def test_an_unapproved_pair_is_offered_to_no_order_and_enters_none(home, pair):
    assert list(orderable(home.organization)) == []
    with pytest.raises(MoveRefused, match="Предметное объединение, Заместитель директора, Директор"):
        enter_order(pair, by=home.curator.user)
    approve(pair, home.council.user, "subject")
    approve(pair, home.curator.user, "deputy", document="")
    assert list(orderable(home.organization)) == []
    with pytest.raises(MoveRefused):
        enter_order(pair, by=home.curator.user)
    approve(pair, home.director.user, "head", document="")
    assert list(orderable(home.organization)) == [pair]
    enter_order(pair, by=home.curator.user)
    assert pair.state == MentorshipState.IN_ORDER
    assert [step.code for step in selectors.approval_steps(pair)] == ["subject", "deputy", "head"]
    assert selectors.approval_steps(home.mentorship) == []


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"step": "deputy"}, None),
        ({"step": "nonsense"}, None),
        ({"document": " "}, "document"),
        ({"on": DAY + datetime.timedelta(days=1)}, "decided_on"),
        ({"document": "№" * 201}, "document"),
    ],
)
def test_a_decision_out_of_turn_without_its_document_or_ahead_is_refused(home, pair, values, field):
    with pytest.raises(MoveRefused) as refusal:
        approve(pair, home.council.user, **({"step": "subject"} | values))
    assert list(getattr(refusal.value, "error_dict", {None: ""})) == [field]
    assert not pair.approvals.exists()


def test_a_later_step_is_not_decided_before_an_earlier_one(home, pair):
    approve(pair, home.council.user, "subject")
    with pytest.raises(MoveRefused):
        approve(pair, home.curator.user, "deputy", on=DAY - datetime.timedelta(days=1))


@undrawn()
def test_each_decision_is_entered_on_the_page_by_its_role_and_tells_the_next(home, pair, client):
    url = reverse("programs:mentorship_approve", args=[home.organization.slug, pair.pk])
    form = {"decided_on": DAY.isoformat(), "document": "протокол № 3 от 14.09.2026"}
    steps = [("subject", home.council, home.curator), ("deputy", home.curator, home.director)]
    for step, who, following in steps:
        for other in (home.director, home.curator, home.council, home.mentor):
            client.force_login(other.user, backend="people.accounts.backends.LoginNameBackend")
            assert (client.get(url).status_code == 200) == (other == who)
        client.force_login(who.user, backend="people.accounts.backends.LoginNameBackend")
        assert client.post(url, form | {"step": step}).status_code == 302
        assert selectors.awaiting_approval_of(actor_in(following.user, home.organization)) == [pair]
    card = client.get(reverse("programs:mentorship_card", args=[home.organization.slug, pair.pk]))
    assert [line["why"] for line in card.context["approvals"]][:2] == ["протокол № 3 от 14.09.2026"] * 2
    assert [line["next"] for line in card.context["approvals"]] == [False, False, True]


def test_nobody_decides_on_a_pair_of_their_own(home, pair, client):
    mentor = user_of(pair.mentor_entry)
    Membership.objects.create(user=mentor, organization=home.organization, role=Role.COUNCIL, starts_on=START)
    with pytest.raises(MoveRefused):
        approve(pair, mentor, "subject")
    client.force_login(mentor, backend="people.accounts.backends.LoginNameBackend")
    assert client.get(reverse("programs:mentorship_approve", args=[home.organization.slug, pair.pk])).status_code == 403


def test_those_who_decide_next_are_told(home, pair, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        approve(pair, home.council.user, "subject")
    assert "The pair %(pair)s waits for an approval: %(step)s" in told(home.curator.user)
    with django_capture_on_commit_callbacks(execute=True):
        approve(pair, home.curator.user, "deputy", document="")
        approve(pair, home.director.user, "head", document="")
    assert "The pair %(pair)s is approved — prepare the order." in told(home.curator.user)


def test_new_terms_take_the_approvals_away(home, pair):
    approve(pair, home.council.user, "subject")
    row = Mentorship.objects.get(pk=pair.pk)
    change_mentorship(row, by=home.curator.user, expected_version=row.version, **(TERMS | {"focus": "Опыты"}))
    assert not row.approvals.exists()
    agree_all(row)
    assert selectors.next_approval(Mentorship.objects.get(pk=pair.pk)).code == "subject"


def test_the_limit_of_the_regulation_blocks_whatever_places_the_mentor_gives(world):
    organization = world.home.organization
    mentor = make_mentor(organization, capacity=5)
    make_proposal(world.home, mentor=mentor)
    amend(organization, {"bank.max_mentees": 1})
    with pytest.raises(MoveRefused, match="1") as refusal:
        make_proposal(world.home, mentor=mentor, focus="второй")
    assert list(refusal.value.message_dict) == ["mentor"]
    (row,) = [row for row in selectors.mentors_to_choose(organization) if row == mentor]
    assert (row.taken, row.places, row.capacity) == (1, 1, 5)


ROLES = [
    {
        "code": "tutor",
        "word": {
            "nominative": "наставник-тьютор",
            "genitive": "наставника-тьютора",
            "plural_nominative": "наставники-тьюторы",
            "plural_genitive": "наставников-тьюторов",
        },
    }
]


def test_a_role_of_the_regulation_is_chosen_with_the_terms_and_no_other(world, client):
    with pytest.raises(MoveRefused) as refusal:
        make_proposal(world.home, mentor_role="tutor")
    assert list(refusal.value.message_dict) == ["mentor_role"]
    amend(world.home.organization, {"terms.mentor_roles": ROLES})
    pair = make_proposal(world.home, mentor_role="tutor", mentor=make_mentor(world.home.organization, "Тьюторова"))
    client.force_login(user_of(pair.mentor_entry), backend="people.accounts.backends.LoginNameBackend")
    card = client.get(reverse("programs:mentorship_card", args=[world.home.organization.slug, pair.pk]))
    assert "Наставник-тьютор" in card.content.decode()


def test_a_form_kept_outside_the_system_is_never_offered_or_taken(world, client):
    organization = world.home.organization
    items = organization.regulations.get().settings["forms"]["items"]
    items[1]["outside"] = True
    amend(organization, {"forms.items": items})
    with pytest.raises(MoveRefused) as refusal:
        make_proposal(world.home, form=items[1]["code"])
    assert list(refusal.value.message_dict) == ["form"]
    mentor, mentee = make_mentor(organization, "Формина"), make_mentee(organization, "Формова")
    client.force_login(world.home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    query = f"?step=3&mentor={mentor.pk}&mentee={mentee.pk}"
    page = client.get(reverse("programs:mentorship_propose", args=[organization.slug]) + query)
    assert items[1]["code"] not in dict(page.context["form"].fields["form"].choices)


@undrawn()
def test_the_card_names_the_curator_whose_scope_is_the_subject_of_the_mentor(world, client):
    organization, work = world.home.organization, world.home.mentor.employment
    work.subject = "математика, физика"
    work.save()
    scopes = [{"code": "exact", "label": "Учителя математики"}, {"code": "art", "label": "Искусство"}]
    client.force_login(world.home.mentee.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("programs:mentorship_card", args=[organization.slug, world.home.mentorship.pk])
    Membership.objects.filter(user=world.home.curator.user).update(scope="exact")
    assert client.get(url).context["curators"] == []
    amend(organization, {"curator.scopes": scopes, "curator.most": 2})
    assert client.get(url).context["curators"] == [(world.home.curator.person, "Учителя математики")]
    Membership.objects.filter(user=world.home.curator.user).update(scope="art")
    assert client.get(url).context["curators"] == []
