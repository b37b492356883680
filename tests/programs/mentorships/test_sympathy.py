"""The private question after the first meeting: who is asked, who reads."""

import datetime

import pytest
from django.urls import reverse

from mentoring.lib.moves import MoveRefused
from people.accounts.actor import actor_in
from people.accounts.models import Membership
from people.accounts.states import Role
from people.history.models import Move
from people.notices.models import Notice
from programs.mentorships import selectors
from programs.mentorships.models import SympathyAnswer
from programs.mentorships.services import answer_sympathy, note_talk, read_sympathy
from programs.plans.states import EventState
from tests.amending import amend
from tests.programs.plans.factories import make_event
from tests.world import DAY, START

ASKS = {"criteria.pair": [{"code": "sympathy", "label": "Взаимный интерес и симпатия"}]}
SECRET = "Мне с ней тяжело"


@pytest.fixture
def home(world):
    amend(world.home.organization, ASKS)
    return world.home


def tell(place, who="mentee", feeling=2, words=SECRET):
    side = getattr(place, who)
    return answer_sympathy(place.mentorship, by=side.user, employment=side.employment, feeling=feeling, words=words)


def asked(place):
    sides = [place.mentor.employment, place.mentee.employment, place.staff.employment]
    return [selectors.is_sympathy_asked(place.mentorship, work) for work in sides]


def begin(place, on, **fields):
    type(place.mentorship).objects.filter(pk=place.mentorship.pk).update(starts_on=on, **fields)
    place.mentorship.members.update(joined_on=on)
    place.mentorship.refresh_from_db()


def test_both_are_asked_after_the_first_meeting_or_two_weeks(home):
    begin(home, DAY)
    assert asked(home) == [False, False, False]
    make_event(home.program, state=EventState.HELD, held_on=DAY)
    assert asked(home) == [True, True, False]
    home.program.events.all().delete()
    begin(home, DAY - datetime.timedelta(days=14))
    assert asked(home) == [True, True, False]


def test_nobody_is_asked_where_the_regulation_does_not_join_by_sympathy(world):
    amend(world.home.organization, {"criteria.pair": [{"code": "profile", "label": "Опыт отвечает запросу"}]})
    assert asked(world.home) == [False, False, False]
    with pytest.raises(MoveRefused):
        tell(world.home)


def test_an_answer_is_changed_until_the_curator_reads_it(home):
    tell(home, feeling=4)
    answer = tell(home, feeling=2)
    assert list(SympathyAnswer.objects.values_list("feeling", "words")) == [(2, SECRET)]
    read_sympathy(answer, by=home.curator.user)
    with pytest.raises(MoveRefused):
        tell(home, feeling=5)
    assert SympathyAnswer.objects.get().feeling == 2


@pytest.mark.parametrize(("feeling", "words"), [(0, ""), (6, ""), (None, ""), (3, "ы" * 1001)])
def test_an_answer_off_the_scale_or_too_long_is_refused(home, feeling, words):
    with pytest.raises(MoveRefused):
        tell(home, feeling=feeling, words=words)
    assert not SympathyAnswer.objects.exists()


def test_the_answer_reaches_nobody_but_the_curator(home, client, django_capture_on_commit_callbacks):
    before = Move.objects.count()
    with django_capture_on_commit_callbacks(execute=True):
        read_sympathy(tell(home), by=home.curator.user)
    assert set(Notice.objects.values_list("user", flat=True)) == {home.curator.user.pk}
    assert SECRET not in str(list(Notice.objects.values_list("sentence", "values")))
    assert Move.objects.count() == before
    seen = {}
    for role, who in home.people.items():
        client.force_login(who.user, backend="people.accounts.backends.LoginNameBackend")
        pages = [
            reverse(f"programs:mentorship_{name}", args=["school-3", home.mentorship.pk])
            for name in ("sympathies", "card", "sympathy")
        ]
        seen[role] = any(SECRET in client.get(page).content.decode() for page in [*pages, "/o/school-3/"])
    assert {role for role, shown in seen.items() if shown} == {Role.CURATOR}


def test_a_curator_reads_nothing_of_the_own_pair(home, client):
    Membership.objects.create(user=home.mentor.user, organization=home.organization, role=Role.CURATOR, starts_on=START)
    tell(home)
    client.force_login(home.mentor.user, backend="people.accounts.backends.LoginNameBackend")
    assert (
        client.get(reverse("programs:mentorship_sympathies", args=["school-3", home.mentorship.pk])).status_code == 403
    )
    counts = [rows.count() for rows in selectors.answers_for(actor_in(home.mentor.user, home.organization))]
    assert counts == [0, 0]


def test_a_low_answer_is_a_duty_until_the_curator_has_talked(home):
    curator = actor_in(home.curator.user, home.organization)
    answer = tell(home)

    def duties():
        return [rows.count() for rows in selectors.answers_for(curator)]

    steps = [duties()]
    with pytest.raises(MoveRefused):
        note_talk(answer, by=home.curator.user)
    read_sympathy(answer, by=home.curator.user)
    steps.append(duties())
    note_talk(answer, by=home.curator.user)
    assert [*steps, duties()] == [[1, 0], [0, 1], [0, 0]]
    read_sympathy(tell(home, "mentor", feeling=5, words=""), by=home.curator.user)
    assert duties() == [0, 0]


def test_the_page_opens_an_answer_with_a_press(home, client):
    answer = tell(home)
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("programs:mentorship_sympathies", args=["school-3", home.mentorship.pk])
    assert SECRET not in client.get(url).content.decode()
    for wrong in ("", "read-", "read-x", f"talked-{answer.pk}", "read-" + "9" * 30, "drop-1"):
        client.post(url, {"do": wrong})
    answer.refresh_from_db()
    assert (answer.read_at, answer.talked_on) == (None, None)
    client.post(url, {"do": f"read-{answer.pk}"})
    assert SECRET in client.get(url).content.decode()
