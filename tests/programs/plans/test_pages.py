"""The pages: a list in a fixed number of queries, both texts side by side, text kept for a lost session."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.models import Direction, Organization
from programs.mentorships.states import MentorshipState
from programs.models import Event, KeptText, Program, ProgramTemplate
from programs.plans.services import agree_program, edit_program, seed_templates
from programs.plans.states import EventState, ProgramState
from tests.programs.plans.factories import make_event, make_evidence
from tests.world import (
    DAY,
    END,
    START,
    make_employment,
    make_mentee_entry,
    make_mentor_entry,
    make_mentorship,
    make_program,
    undrawn,
)

LIST = "/o/school-3/programs/"


def _text(program, **changes):
    """The text form as a browser sends it."""
    names = [name for name in Program.TEXT_FIELDS if name not in ("starts_on", "ends_on")]
    values = {name: getattr(program, name) for name in names}
    days = {"starts_on": program.starts_on.isoformat(), "ends_on": program.ends_on.isoformat()}
    return values | days | {"seen": program.version} | changes


def _more_programs(home, count):
    for number in range(count):
        mentor = make_mentor_entry(make_employment(home.organization, f"Наставник{number}"))
        mentees = [make_mentee_entry(make_employment(home.organization, f"Ученик{number}{each}")) for each in "аб"]
        program = make_program(make_mentorship(mentor, *mentees), title=f"Программа {number}")
        make_event(program, planned_on=START)
        make_event(program, state=EventState.HELD, held_on=START)


def _queries(client, url):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(url).status_code == 200
    return len(queries)


@pytest.mark.parametrize("who", ["curator", "director"])
def test_the_list_costs_the_same_for_three_rows_and_for_eight(home, client, who):
    client.force_login(getattr(home, who).user)
    _more_programs(home, 3)
    few = _queries(client, LIST)
    _more_programs(home, 5)
    assert _queries(client, LIST) == few


def test_the_card_costs_the_same_for_one_event_and_for_six(home, client):
    client.force_login(home.mentor.user)
    url = f"{LIST}{home.program.pk}/"
    make_evidence(make_event(home.program), home.mentor.user)
    few = _queries(client, url)
    for _number in range(5):
        make_evidence(make_event(home.program, direction=home.direction), home.mentor.user)
    assert _queries(client, url) <= few


def test_own_cards_cost_the_same_for_one_program_and_for_five(home, client):
    client.force_login(home.mentor.user)
    make_event(home.program)
    few = _queries(client, LIST)
    for number in range(4):
        entry = make_mentee_entry(make_employment(home.organization, f"Ещё{number}"))
        make_event(make_program(make_mentorship(home.mentor_entry, entry)))
    assert _queries(client, LIST) == few


@undrawn()
def test_the_list_counts_events_and_finds_by_title_and_every_name(home, client):
    client.force_login(home.curator.user)
    _more_programs(home, 2)
    rows = client.get(f"{LIST}?sort=title").context["page"].rows
    assert [(row.title, row.n_held, row.n_events, row.n_overdue) for row in rows] == [
        ("Первый год в школе", 0, 0, 0),
        ("Программа 0", 1, 2, 1),
        ("Программа 1", 1, 2, 1),
    ]
    found = {
        "q=ПЕРВЫЙ": ["Первый год в школе"],
        "q=ученик1б": ["Программа 1"],
        "q=наставник0 программа": ["Программа 0"],
        "overdue=true": ["Программа 0", "Программа 1"],
        "state=draft": [],
    }
    for query, titles in found.items():
        assert [row.title for row in client.get(f"{LIST}?sort=title&{query}").context["page"].rows] == titles


@undrawn()
def test_a_participant_sees_own_programs_only(home, client):
    _more_programs(home, 2)
    client.force_login(home.mentee.user)
    assert [card["program"] for card in client.get(LIST).context["cards"]] == [home.program]


@undrawn()
def test_pairs_without_a_program_are_offered_to_those_who_may_start_one(home, client):
    home.program.delete()
    entries = [make_mentee_entry(make_employment(home.organization, f"Ещё{number}")) for number in range(2)]
    make_mentorship(home.mentor_entry, entries[0], kinds=["speed"])
    make_mentorship(home.mentor_entry, entries[1], state=MentorshipState.PROPOSED)
    offered = {}
    for who in ("curator", "mentor", "mentee", "director"):
        client.force_login(getattr(home, who).user)
        offered[who] = client.get(LIST).context["lacking"]
    assert offered == {"curator": [home.mentorship], "mentor": [home.mentorship], "mentee": [], "director": []}


@undrawn()
def test_a_program_is_started_from_a_template_on_its_page(home, client):
    home.program.delete()
    template = seed_templates(home.organization)[1]
    elsewhere = Organization.objects.exclude(pk=home.organization.pk).get()
    foreign = ProgramTemplate.objects.create(organization=elsewhere, title="Чужой", months=3, events=[])
    client.force_login(home.mentor.user)
    url = f"/o/school-3/mentorships/{home.mentorship.pk}/program/"
    days = {"starts_on": START.isoformat(), "ends_on": END.isoformat()}
    assert set(client.post(url, days | {"template": foreign.pk}).context["form"].errors) == {"template"}
    assert set(client.post(url, days).context["form"].errors) == {"title"}
    assert client.post(url, days | {"template": template.pk}).status_code == 302
    program = Program.objects.get(mentorship=home.mentorship)
    assert (program.title, program.events.count()) == (template.title, len(template.events))


def test_a_late_save_shows_both_texts_and_the_next_save_goes_through(home, draft, client):
    edit_program(draft, by=home.mentee.user, values={"goal": "Цель наставляемого"}, expected_version=1)
    client.force_login(home.mentor.user)
    url = f"{LIST}{draft.pk}/edit/"
    answer = client.post(url, _text(draft, goal="Цель наставника"))
    assert answer.status_code == 200
    rows = [(row["own"], row["current"]) for row in answer.context["conflicts"]]
    assert rows == [("Цель наставника", "Цель наставляемого")]
    body = answer.content.decode()
    assert "Цель наставника" in body and "Цель наставляемого" in body
    draft.refresh_from_db()
    assert draft.goal == "Цель наставляемого"
    merged = _text(draft, goal="Цель обоих", seen=answer.context["form"]["seen"].value())
    assert client.post(url, merged).status_code == 302
    draft.refresh_from_db()
    assert draft.goal == "Цель обоих"


@undrawn()
def test_a_late_save_leaves_alone_what_its_writer_did_not_touch(home, draft, client):
    client.force_login(home.mentor.user)
    url = f"{LIST}{draft.pk}/edit/"
    read = client.get(url).context["form"]
    sent = {name: read[name].value() for name in read.fields} | _text(draft, goal="Цель наставника")
    edit_program(draft, by=home.mentee.user, values={"problem": "Дописано наставляемым"}, expected_version=1)
    answer = client.post(url, sent)
    assert [row["own"] for row in answer.context["conflicts"]] == ["Цель наставника"]
    form = answer.context["form"]
    again = {name: form[name].value() for name in form.fields}
    assert (again["goal"], again["problem"]) == ("Цель наставника", "Дописано наставляемым")
    assert client.post(url, again).status_code == 302
    draft.refresh_from_db()
    assert (draft.goal, draft.problem) == ("Цель наставника", "Дописано наставляемым")


@undrawn()
def test_a_late_save_of_an_event_shows_both_texts(home, draft, client):
    event = make_event(draft, content="Как было")
    client.force_login(home.mentor.user)
    Event.objects.filter(pk=event.pk).update(content="Как стало", version=2)
    values = {"content": "Как я хочу", "form": "meeting", "planned_on": "2026-10-20", "seen": 1}
    answer = client.post(f"/o/school-3/events/{event.pk}/edit/", values)
    assert [(row["own"], row["current"]) for row in answer.context["conflicts"]] == [("Как я хочу", "Как стало")]


@undrawn()
def test_typed_text_survives_a_lost_session(home, draft, client):
    client.force_login(home.mentor.user)
    url = f"{LIST}{draft.pk}"
    assert client.post(f"{url}/keep/", _text(draft, goal="Почти готовая\x00 мысль", foreign="x")).status_code == 200
    client.logout()
    assert client.post(f"{url}/edit/", _text(draft, goal="Почти готовая мысль")).status_code == 302
    client.force_login(home.mentor.user)
    form = client.get(f"{url}/edit/").context["form"]
    assert form["goal"].value() == "Почти готовая мысль"
    assert "foreign" not in KeptText.objects.get().values
    client.force_login(home.mentee.user)
    assert client.get(f"{url}/edit/").context["form"]["goal"].value() == "Освоить профессию"
    client.force_login(home.mentor.user)
    assert client.post(f"{url}/edit/", _text(draft, goal="Почти готовая мысль")).status_code == 302
    assert not KeptText.objects.exists()


@pytest.mark.parametrize("seen", ["", "-1", "x", "1" * 30])
def test_nonsense_is_not_kept(home, draft, client, seen):
    client.force_login(home.mentor.user)
    assert client.post(f"{LIST}{draft.pk}/keep/", {"goal": "…", "seen": seen}).status_code == 200
    assert not KeptText.objects.exists()


@undrawn()
def test_a_direction_of_another_organization_is_refused(home, draft, client):
    foreign = Direction.objects.exclude(organization=home.organization).first()
    client.force_login(home.mentor.user)
    values = {"content": "…", "form": "meeting", "planned_on": DAY.isoformat(), "direction": foreign.pk, "seen": 1}
    answer = client.post(f"{LIST}{draft.pk}/events/new/", values)
    assert set(answer.context["form"].errors) == {"direction"}


@undrawn()
def test_agreeing_and_approving_on_the_pages(home, draft, client):
    make_event(draft)
    for person in (home.mentor, home.mentee):
        client.force_login(person.user)
        seen = client.get(f"{LIST}{draft.pk}/").context["seen"]
        client.post(f"{LIST}{draft.pk}/agree/", {"seen": seen})
    client.force_login(home.curator.user)
    client.post(f"{LIST}{draft.pk}/approve/")
    draft.refresh_from_db()
    assert draft.state == ProgramState.RUNNING


def test_agreeing_without_having_seen_the_text_does_nothing(home, draft, client):
    make_event(draft)
    client.force_login(home.mentor.user)
    client.post(f"{LIST}{draft.pk}/agree/")
    draft.refresh_from_db()
    assert draft.mentor_agreed_at is None


@undrawn()
def test_the_list_asks_a_participant_for_the_agreement_that_is_missing(home, draft, client):
    make_event(draft)
    agree_program(draft, by=home.mentor.user)
    asked = {}
    for person in (home.mentor, home.mentee):
        client.force_login(person.user)
        asked[person.person.last_name] = [card["is_asked"] for card in client.get(LIST).context["cards"]]
    assert asked == {"Ковальчук": [False], "Черных": [True]}


@pytest.mark.parametrize(
    ("who", "read"),
    [
        ("council", {"урок вдвоём", "Освоить профессию", "По средам"}),
        ("mentee", {"урок вдвоём", "Освоить профессию", "По средам"}),
        ("psychologist", {"По средам"}),
    ],
)
def test_the_psychologist_reads_of_a_program_what_the_support_needs(home, client, who, read):
    make_event(home.program, content="урок вдвоём")
    Program.objects.filter(pk=home.program.pk).update(meeting_schedule="По средам")
    client.force_login(getattr(home, who).user)
    page = client.get(f"{LIST}{home.program.pk}/").content.decode()
    assert {words for words in ("урок вдвоём", "Освоить профессию", "По средам") if words in page} == read


@pytest.mark.parametrize(
    ("who", "offered"), [("mentor", True), ("mentee", True), ("curator", True), ("director", False)]
)
@pytest.mark.parametrize("events", [0, 1])
def test_those_who_write_a_program_are_led_to_its_next_event(home, client, who, offered, events):
    Program.objects.filter(pk=home.program.pk).update(state=ProgramState.DRAFT, approved_on=None)
    for _event in range(events):
        make_event(home.program)
    client.force_login(getattr(home, who).user)
    page = client.get(f"{LIST}{home.program.pk}/").content.decode()
    assert (f"{LIST}{home.program.pk}/events/new/" in page) is offered


def test_the_days_of_a_program_speak_the_language_of_the_reader(home, client):
    home.mentor.user.language = "en"
    home.mentor.user.save()
    client.force_login(home.mentor.user)
    assert "1 September 2026 – 31 May 2027" in client.get(f"{LIST}{home.program.pk}/").content.decode()
