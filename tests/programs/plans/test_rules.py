"""How the regulation governs programs: their term, the columns of the plan, days counted from the order."""

import datetime

import pytest
from django.urls import reverse

from mentoring.lib.dates import add_working_days
from mentoring.lib.moves import MoveRefused
from programs.mentorships.selectors import is_program_late, program_due_on
from programs.models import Event, Mentorship, Program
from programs.plans.selectors import report_due_on
from programs.plans.services.guards import check_length
from programs.plans.states import ProgramState
from tests.amending import amend
from tests.programs.plans.factories import make_event
from tests.world import DAY, END, START, undrawn

BACKEND = "people.accounts.backends.LoginNameBackend"


def lasting(program, ends_on, starts_on=START):
    Program.objects.filter(pk=program.pk).update(starts_on=starts_on, ends_on=ends_on)
    return Program.objects.get(pk=program.pk)


def test_an_exact_term_takes_neither_a_day_more_nor_a_day_less(home, draft):
    amend(home.organization, {"program.term": "exact", "program.max_months": 6})
    check_length(lasting(draft, datetime.date(2027, 2, 28)))
    for day in (datetime.date(2027, 2, 27), datetime.date(2027, 3, 1)):
        with pytest.raises(MoveRefused, match="exactly 6 months"):
            check_length(lasting(draft, day))


def test_for_the_trainee_period_a_program_ends_with_the_pair_however_long(home, draft, client):
    amend(home.organization, {"program.term": "trainee_period", "program.min_months": 12})
    check_length(lasting(draft, END, starts_on=datetime.date(2027, 5, 1)))
    with pytest.raises(MoveRefused, match="31.05.2027"):
        check_length(lasting(draft, datetime.date(2027, 5, 30)))
    draft.delete()
    client.force_login(home.mentor.user, backend=BACKEND)
    page = client.get(reverse("programs:program_create", args=[home.organization.slug, home.mentorship.pk]))
    assert page.context["form"].initial["ends_on"] == END


def test_the_plan_asks_for_the_columns_of_the_regulation_and_for_no_others(home, draft, client):
    client.force_login(home.mentor.user, backend=BACKEND)
    url = reverse("programs:event_create", args=[home.organization.slug, draft.pk])
    values = {"content": "Открытый урок", "form": "open_lesson", "planned_on": "2026-11-10", "seen": 1}
    texts = {"risks": "Болезнь", "prevention": "Запасной день", "criteria": "Урок дан"}
    client.post(url, values | texts)
    assert Event.objects.get(program=draft).column_texts == []
    amend(home.organization, {"program.plan_columns": ["risks", "criteria"]})
    fields = client.get(url).context["form"].fields
    assert ("risks" in fields, "prevention" in fields, "criteria" in fields) == (True, False, True)
    client.post(url, values | texts | {"content": "Взаимопосещение"})
    event = Event.objects.get(program=draft, content="Взаимопосещение")
    assert [text for _label, text in event.column_texts] == ["Болезнь", "Урок дан"]
    edit = reverse("programs:event_edit", args=[home.organization.slug, event.pk])
    sent = values | {"content": event.content, "risks": "Отъезд", "criteria": "Урок дан", "base_risks": "Болезнь"}
    assert client.post(edit, sent | {"base_criteria": "Урок дан"}).status_code == 302
    assert Event.objects.get(pk=event.pk).risks == "Отъезд"
    card = client.get(reverse("programs:program_card", args=[home.organization.slug, draft.pk]))
    assert "Отъезд" in card.content.decode()


@undrawn()
def test_the_program_is_due_in_working_days_after_the_order_and_late_while_a_draft(home, draft, client):
    signed = datetime.date(2026, 10, 1)
    Mentorship.objects.filter(pk=home.mentorship.pk).update(ordered_on=signed)
    pair = Mentorship.objects.get(pk=home.mentorship.pk)
    assert program_due_on(pair) is None
    amend(home.organization, {"program.plan_within": 5})
    due = datetime.date(2026, 10, 8)
    assert program_due_on(pair) == due == add_working_days(signed, 5)
    assert [is_program_late(pair, due, day) for day in (due, DAY)] == [False, True]
    client.force_login(home.curator.user, backend=BACKEND)
    for name, pk in (("mentorship_card", pair.pk), ("program_card", draft.pk)):
        page = client.get(reverse(f"programs:{name}", args=[home.organization.slug, pk]))
        assert page.context["program_is_late" if name == "mentorship_card" else "is_late"]
    Program.objects.filter(pk=draft.pk).update(state=ProgramState.AGREED)
    assert not is_program_late(Mentorship.objects.get(pk=pair.pk), due, DAY)


def test_the_report_is_due_in_working_days_after_the_end(home):
    make_event(home.program)
    assert report_due_on(home.program) is None
    amend(home.organization, {"program.report_within": 3})
    assert report_due_on(home.program) == datetime.date(2027, 6, 3)
    home.program.ended_on = datetime.date(2026, 10, 9)
    assert report_due_on(home.program) == datetime.date(2026, 10, 14)
