"""The pages of the founding orders: begun, composed anew, sent and signed by the browser's forms."""

import pytest
from django.test import Client

from people.accounts.states import Role
from programs.models import Appointment, Order
from programs.orders.states import OrderState
from tests.reports.orders.founding import submitted_roadmap, submitted_version
from tests.reports.orders.test_appointments import change, deputy
from tests.world import PASSWORD, make_organization, populate

pytestmark = pytest.mark.django_db

DESK = "/o/school-3/orders/"


def client_of(place, role):
    client = Client()
    user = place.people[role].user
    user.language = "en"
    user.save()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def text(response):
    return response.content.decode()


def test_the_sysadmin_prepares_the_first_curator_and_the_head_signs(school):
    chosen, desk = deputy(school), client_of(school, Role.SYSADMIN)
    answer = desk.post(f"{DESK}new/curator/", {"curator": chosen.pk})
    order = Order.objects.get()
    assert answer.headers["Location"] == f"{DESK}{order.pk}/edit/"
    assert desk.get(answer.headers["Location"]).status_code == 200
    desk.post(f"{DESK}{order.pk}/submit/")
    assert desk.get(f"{DESK}{order.pk}/sign/").status_code == 403
    head = client_of(school, Role.DIRECTOR)
    page = head.get(f"{DESK}{order.pk}/sign/")
    assert "Ветрова Анна Петровна: куратор реализации программ наставничества" in text(page)
    head.post(f"{DESK}{order.pk}/sign/", {"password": PASSWORD, "seen": page.context["form"].initial["seen"]})
    order.refresh_from_db()
    assert order.state == OrderState.REGISTERED
    assert "What it has put into force" in text(head.get(f"{DESK}{order.pk}/"))


def test_the_sysadmin_has_no_hand_in_an_order_on_pairs(school):
    desk = client_of(school, Role.SYSADMIN)
    assert desk.get(f"{DESK}new/").status_code == 403
    assert "Order on pairs" not in text(desk.get(f"{DESK}kinds/"))


def test_a_refusal_stands_on_the_page_and_nothing_is_made(school):
    answer = client_of(school, Role.CURATOR).post(f"{DESK}new/curator/", {"curator": school.mentor.employment.pk})
    assert "one of the deputies of the head" in text(answer)
    assert (answer.status_code, Order.objects.count()) == (200, 0)


def test_people_of_another_organization_cannot_be_chosen(school):
    other = populate(make_organization("cdutt", preset="cdutt"))
    answer = client_of(school, Role.CURATOR).post(f"{DESK}new/curator/", {"curator": deputy(other).pk})
    assert "does not work here any more" in text(answer)
    assert Order.objects.count() == 0


def test_the_form_asks_for_every_share_and_every_other_duty_of_the_regulation(school):
    scopes = [{"code": "young", "label": "молодые педагоги"}, {"code": "subject", "label": "предметники"}]
    change(school, "curator", most=2, scopes=scopes, helpers=[{"code": "team", "label": "проектная группа"}])
    people = [deputy(school, last) for last in ("Ветрова", "Зорина")]
    data = {"curator_young": people[0].pk, "curator_subject": people[1].pk, "helper_team": [people[0].pk]}
    desk = client_of(school, Role.CURATOR)
    desk.post(f"{DESK}new/curator/", data)
    assert set(Appointment.objects.values_list("employment", "duty", "code", "scope")) == {
        (people[0].pk, "curator", "", "young"),
        (people[1].pk, "curator", "", "subject"),
        (people[0].pk, "helper", "team", ""),
    }
    order = Order.objects.get()
    edit = f"{DESK}{order.pk}/edit/"
    assert desk.get(edit).context["contents"].initial["curator_young"] == people[0].pk
    desk.post(edit, {"do": "compose", "curator_young": people[1].pk})
    assert set(Appointment.objects.values_list("employment", "scope")) == {(people[1].pk, "young")}


def test_the_adoption_offers_only_what_waits_for_approval(school):
    desk = client_of(school, Role.CURATOR)
    assert "Nothing waits for approval" in text(desk.get(f"{DESK}new/regulation/"))
    version, roadmap = submitted_version(school), submitted_roadmap(school)
    in_force = school.organization.regulations.exclude(pk=version.pk).get()
    answer = desk.post(f"{DESK}new/regulation/", {"version": in_force.pk})
    assert (answer.status_code, Order.objects.count()) == (200, 0)
    desk.post(f"{DESK}new/regulation/", {"version": version.pk, "roadmap": roadmap.pk, "everybody": "on"})
    order = Order.objects.get()
    assert (order.regulation, order.roadmap) == (version, roadmap)


def test_a_regulation_without_a_council_offers_none(school):
    desk = client_of(school, Role.CURATOR)
    assert "knows no council" in text(desk.get(f"{DESK}new/council/"))
    change(school, "council", presence="required", label="совет наставников")
    data = {
        "label": "совет наставников",
        "chair": school.council.employment.pk,
        "members": [school.mentor.employment.pk],
    }
    desk.post(f"{DESK}new/council/", data)
    assert list(Appointment.objects.values_list("function", flat=True)) == ["chair", "member"]


def test_the_letters_after_the_number_are_written_where_the_register_has_room_for_them(school):
    desk = client_of(school, Role.CURATOR)
    desk.post(f"{DESK}new/curator/", {"curator": deputy(school).pk})
    order = Order.objects.get()
    page = desk.get(f"{DESK}{order.pk}/edit/")
    points = page.context["points"]
    data = {"heading": order.heading, "basis": order.basis, "control": order.control, "version": order.version,
            "number_suffix": "§ 3", "form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0",
            "form-0-text": points.forms[0].initial["text"], "form-0-depth": "1"}  # fmt: skip
    desk.post(f"{DESK}{order.pk}/edit/", data)
    order.refresh_from_db()
    assert order.number_suffix == "§ 3"
    change(school, "orders", number_format="{number}")
    assert "Letters after the number" not in text(desk.get(f"{DESK}{order.pk}/edit/"))


def test_the_register_is_narrowed_by_the_kind(school):
    desk = client_of(school, Role.CURATOR)
    desk.post(f"{DESK}new/curator/", {"curator": deputy(school).pk})
    assert Order.objects.get().heading in text(desk.get(f"{DESK}?kind=O2"))
    assert "Nothing found" in text(desk.get(f"{DESK}?kind=O3"))
