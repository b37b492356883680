"""Pages of meetings: who sees which, what two writers keep, what a phone sends."""

import pytest

from programs.council import services
from programs.council.states import MeetingKind
from programs.models import Meeting
from tests.amending import amend
from tests.programs.council.factories import make_held, make_meeting, scan
from tests.world import DAY, undrawn

LIST = "/o/school-3/meetings/"


@pytest.fixture
def home(home, settings, tmp_path):
    settings.MENTORING_TODAY, settings.MEDIA_ROOT = DAY, tmp_path
    return home


def _sent(form, **changes):
    """What a browser sends of an open form, the hidden words that were read among it."""
    data = {name: form[name].value() for name in form.fields if name != "file"}
    data |= {form[name].html_initial_name: form[name].value() for name in form.remembered}
    return {name: value for name, value in (data | changes).items() if value is not None}


@undrawn()
def test_everybody_sees_the_meetings_they_keep_read_or_are_invited_to(home, client):
    ours = make_meeting(home).title
    seminar = make_meeting(home, kind=MeetingKind.SEMINAR, title="Семинар", attendees=[home.staff.employment]).title
    council_only = make_meeting(home, title="Закрытое", attendees=[]).title
    everything = {ours, seminar, council_only}
    seen = {}
    for role, person in home.people.items():
        client.force_login(person.user)
        seen[role.value] = {row.title for row in client.get(LIST).context["page"].rows}
    assert seen == {
        "director": everything,
        "curator": everything,
        "council": everything,
        "psychologist": everything,
        "mentor": {ours},
        "mentee": set(),
        "staff": {seminar},
        "sysadmin": set(),
    }


@undrawn()
def test_the_council_keeps_its_own_meetings_only_and_only_the_marker_takes_a_mark_back(home, client):
    seminar = make_meeting(home, kind=MeetingKind.SEMINAR, planned_on=DAY)
    held = make_held(home)
    client.force_login(home.council.user)
    answers = {name: client.get(f"{LIST}{seminar.pk}/{name}/").status_code for name in ("edit", "held", "cancel")}
    assert answers == {"edit": 403, "held": 403, "cancel": 403}
    assert client.post(f"{LIST}{held.pk}/unmark/").status_code == 403
    form = client.get(f"{LIST}new/?kind=seminar").context["form"]
    assert [code for code, _label in form.fields["kind"].choices] == ["council"]
    refused = client.post(f"{LIST}new/", _sent(form, title="Семинар", planned_on="2026-10-20", kind="seminar"))
    assert (refused.status_code, Meeting.objects.count()) == (200, 2)
    client.force_login(home.curator.user)
    assert client.post(f"{LIST}{held.pk}/unmark/").status_code == 302
    assert Meeting.objects.get(pk=held.pk).is_planned
    choices = client.get(f"{LIST}new/").context["form"].fields["kind"].choices
    assert {code for code, _label in choices} == set(MeetingKind.values)


@undrawn()
def test_the_council_is_called_as_the_regulation_calls_it(home, client):
    amend(home.organization, {"council.presence": "required", "council.label": "совет наставников"})
    meeting = make_meeting(home)
    client.force_login(home.mentor.user)
    assert client.get(f"{LIST}{meeting.pk}/").context["meeting"].kind_label == "Совет наставников"


def test_two_writers_of_a_meeting_lose_nothing(home, client):
    meeting = make_meeting(home, place="Кабинет 1")
    url = f"{LIST}{meeting.pk}/edit/"
    client.force_login(home.curator.user)
    mine = client.get(url).context["form"]
    theirs = client.get(url).context["form"]
    changes = {"title": "Их тема", "place": "Их кабинет", "agenda": "Их пункт", "attendees": [home.staff.employment.pk]}
    assert client.post(url, _sent(theirs, **changes)).status_code == 302
    late = client.post(url, _sent(mine, title="Моя тема", time="14:30")).context["form"]
    assert [(own, now) for _label, own, now in late.stale] == [("Моя тема", "Их тема")]
    assert client.post(url, _sent(late)).status_code == 302
    meeting.refresh_from_db()
    kept = (meeting.title, meeting.place, f"{meeting.time:%H:%M}", [str(point) for point in meeting.points.all()])
    assert kept == ("Моя тема", "Их кабинет", "14:30", ["Их пункт"])
    invited = set(meeting.attendance.values_list("employment", flat=True))
    assert invited == {home.staff.employment.pk, home.council.employment.pk}


@undrawn()
def test_two_writers_of_minutes_lose_nothing(home, client):
    meeting = make_meeting(home, planned_on=DAY)
    first, second = meeting.points.all()
    url = f"{LIST}{meeting.pk}/held/"
    client.force_login(home.curator.user)
    mine = client.get(url).context["form"]
    kwargs = {"present": [home.mentor.employment], "texts": {first.pk: ("Их слова", ""), second.pk: ("", "Их решение")}}
    services.mark_held(meeting, by=home.council.user, held_on=DAY, expected_version=1, **kwargs)
    late = client.post(url, _sent(mine, **{f"heard_{first.pk}": "Мои слова", "further_title": "Разное"}))
    form = late.context["form"]
    assert [(own, now) for _label, own, now in form.stale] == [("Мои слова", "Их слова")]
    assert client.post(url, _sent(form)).status_code == 302
    rows = meeting.points.values_list("title", "heard", "decided")
    assert list(rows) == [("План работы", "Мои слова", ""), ("Отчёт наставников", "", "Их решение"), ("Разное", "", "")]
    present = set(meeting.attendance.filter(presence="present").values_list("employment", flat=True))
    assert present == {home.mentor.employment.pk}


@undrawn()
def test_a_meeting_is_marked_with_its_file_and_the_file_is_read_by_the_invited_only(home, client):
    meeting = make_meeting(home, planned_on=DAY)
    url = f"{LIST}{meeting.pk}/held/"
    client.force_login(home.curator.user)
    form = client.get(url).context["form"]
    script = scan("Протокол.exe")
    assert set(client.post(url, _sent(form, file=script)).context["form"].errors) == {"file"}
    assert client.post(url, _sent(form, file=scan())).status_code == 302
    answers = {}
    for role in ("mentor", "mentee", "director"):
        client.force_login(getattr(home, role).user)
        answers[role] = client.get(f"{LIST}{meeting.pk}/file/").status_code
    assert answers == {"mentor": 200, "mentee": 404, "director": 200}
