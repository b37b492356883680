"""The pages of the orders made of lines: lines come and go without script, nothing typed is lost, refusals by field."""

import datetime

import pytest

from people.staff.models import Employment
from programs.models import Order
from programs.orders.states import OrderKind
from reports.documents.lines.particulars import COMMITTEE
from tests.reports.orders import lines
from tests.reports.orders.lines import line, lines_draft
from tests.reports.orders.test_pages import client_of, url

pytestmark = pytest.mark.django_db


def rows(prefix, *rows):
    """What a browser posts for the lines called ``prefix``."""
    data = {f"{prefix}-TOTAL_FORMS": len(rows), f"{prefix}-INITIAL_FORMS": 0}
    return data | {f"{prefix}-{at}-{name}": value for at, row in enumerate(rows) for name, value in row.items()}


def award(employment="", code="thanks", note=""):
    return {"employment": employment, "code": code, "note": note}


ABOUT = {"merit": "за помощь", "ground": "по итогам года"}


def typed_in(response, name="form"):
    form = response.context[name]
    return form["merit"].value(), [
        (str(row["employment"].value() or ""), row["note"].value() or "") for row in form.lines["people"].forms
    ]


def test_a_line_is_added_and_removed_with_everything_typed_kept_and_nothing_written(school):
    client, mentor = client_of(school.curator.user), school.mentor.employment.pk
    data = ABOUT | rows("people", award(mentor, note="за урок"), award(note="за кружок"))
    added = client.post(url("encouragement_draft"), data | {"line": "people-add"})
    kept = [(str(mentor), "за урок"), ("", "за кружок")]
    assert typed_in(added) == ("за помощь", [*kept, ("", "")])
    assert added.context["form"].errors == {}
    removed = client.post(url("encouragement_draft"), data | {"line": "people-remove-0"})
    assert typed_in(removed) == ("за помощь", kept[1:])
    for forged in ("people-remove-99", "people-remove-x", "else-add", "people"):
        assert typed_in(client.post(url("encouragement_draft"), data | {"line": forged})) == ("за помощь", kept)
    assert not Order.objects.exists()


def test_the_form_becomes_a_draft_whose_workplace_shows_the_same_contents(school):
    client, mentor = client_of(school.curator.user), school.mentor.employment.pk
    data = ABOUT | rows("people", award(mentor), award())
    answer = client.post(url("encouragement_draft"), data)
    order = Order.objects.get()
    assert answer.url == url("edit", order.pk)
    page = client.get(answer.url)
    assert typed_in(page, "contents") == ("за помощь", [(str(mentor), "")])
    more = client.post(answer.url, data | {"do": "compose", "line": "people-add"})
    assert len(typed_in(more, "contents")[1]) == 3
    client.post(answer.url, ABOUT | {"do": "compose"} | rows("people", award(mentor, "gift")))
    order.refresh_from_db()
    assert order.points[0]["text"].startswith("Наградить ценным подарком")


def test_a_refusal_stands_beside_the_line_it_is_about_and_what_was_typed_stays(school):
    client, gone = client_of(school.curator.user), school.staff.employment
    yesterday = school.organization.today() - datetime.timedelta(days=1)
    Employment.objects.filter(pk=gone.pk).update(ends_on=yesterday)
    data = ABOUT | rows("people", award(school.mentor.employment.pk), award(gone.pk, note="за урок"))
    page = client.post(url("encouragement_draft"), data)
    (error,) = page.context["form"].lines["people"].forms[1].errors["employment"]
    assert error.replace("\u00a0", " ").startswith("Шевченко О. И. worked here until")
    assert typed_in(page)[1][1] == (str(gone.pk), "за урок")
    assert "line 2" in page.context["form"].non_field_errors()[0]
    draft = lines_draft(
        school, OrderKind.ENCOURAGEMENT, lines.encouragement(line(school.mentor.employment, code="thanks"))
    )
    for address, name, do in (("encouragement_draft", "form", {}), ("edit", "contents", {"do": "compose"})):
        there = url(address, draft.pk) if do else url(address)
        nobody = client.post(there, ABOUT | do | rows("people", award()))
        assert nobody.context[name].lines["people"].forms[0].errors["employment"] == ["Choose at least one person."]
    halfway = client.post(url("encouragement_draft"), ABOUT | rows("people", award(note="за урок")))
    assert "employment" in halfway.context["form"].lines["people"].forms[0].errors


def test_payment_proposes_the_agreements_in_force_and_names_whoever_has_none(school):
    client = client_of(school.curator.user)
    assert "No signed agreements" in client.get(url("payment_draft")).content.decode()
    lines.paid_agreement(school, school.mentor.employment)
    form = client.get(url("payment_draft")).context["form"]
    (row,) = form.lines["people"].forms
    assert (row["employment"].value(), row["amount"].value()) == (school.mentor.employment.pk, 3000)
    pay = {"employment": school.staff.employment.pk, "amount": "", "unit": "sum", "starts_on": "", "ends_on": ""}
    page = client.post(url("payment_draft"), {"source": "средств учредителя"} | rows("people", pay))
    (error,) = page.context["form"].lines["people"].forms[0].errors["employment"]
    assert "351.8" in error
    assert page.context["form"]["source"].value() == "средств учредителя"


def test_the_final_event_and_monitoring_open_again_as_they_were_drafted(school):
    client = client_of(school.curator.user)
    seat = line(school.mentor.employment, code="committee_chair", note="ведущий")
    event = lines_draft(school, OrderKind.FINAL_EVENT, lines.final_event(school, seat))
    form = client.get(url("edit", event.pk)).context["contents"]
    assert (form["title"].value(), form["type"].value()) == ("Год вместе", "round_table")
    assert form["responsible"].value() == school.curator.employment.pk
    assert form.lines["program"].forms[0]["what"].value() == "Открытие"
    assert form.lines["people"].forms[0]["note"].value() == "ведущий"
    survey = lines.survey(school)
    checked = lines_draft(school, OrderKind.MONITORING, lines.monitoring(school, survey))
    form = client.get(url("edit", checked.pk)).context["contents"]
    assert form["campaigns"].value() == [survey.pk]
    assert form["report_on"].value() == datetime.date(2026, 12, 25)
    asked = client.get(url("monitoring_draft"), {"campaign": survey.pk}).context["form"]
    assert asked["campaigns"].value() == [str(survey.pk)]


@pytest.mark.parametrize(("day", "is_told"), [("2027-05-20", False), ("2027-05-23", True)])
def test_an_event_on_a_day_off_is_drafted_with_a_word_about_it(school, day, is_told):
    client, person = client_of(school.curator.user), school.mentor.employment.pk
    data = {"type": "other", "type_words": "Фестиваль", "title": "Год вместе", "place": "актовый зал"}
    data |= (
        {"held_on": day, "responsible": person}
        | rows("program")
        | rows("people", {"employment": person, "code": COMMITTEE})
    )
    page = client.post(url("final_event_draft"), data, follow=True)
    assert Order.objects.get().kind == OrderKind.FINAL_EVENT
    assert any("is a day off" in str(said) for said in page.context["messages"]) == is_told
