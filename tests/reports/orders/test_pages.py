"""The pages of the order desk: register, workplace, signature, acquaintance, and what nobody may see or break."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from mentoring.lib.pdf import PdfUnavailable
from people.history.models import Move
from people.models import Notice, Person
from programs.models import Acquaintance, Mentorship, Order, OrderSeries
from programs.orders.states import OrderState
from reports.models import FrozenDocument
from tests.programs.orders.factories import agreed_pair, make_mentor
from tests.reports.orders.factories import draft, give_account, signed, submitted
from tests.world import CANARY, PASSWORD, world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return world_with(draft=draft, signed=signed)


def fresh(order):
    return Order.objects.get(pk=order.pk)


def client_of(user):
    client = Client()
    user.language = "en"
    user.save()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def url(name, *args):
    return reverse(f"reports:order_{name}", args=["school-3", *args])


def typed(order, *points, **fields):
    """What the editor posts."""
    rows = points or [(point["text"], point["depth"]) for point in order.points]
    data = {
        "heading": order.heading, "basis": order.basis, "control": order.control, "version": order.version,
        "form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows),
    }  # fmt: skip
    for place, (text, depth) in enumerate(rows):
        data |= {f"form-{place}-text": text, f"form-{place}-depth": depth}
    return data | fields


def points_on(response):
    return [form["text"].value() for form in response.context["points"].forms]


def test_the_way_from_agreed_pairs_to_an_order_everybody_has_read(school):
    pair = agreed_pair(school)
    curator, head = client_of(school.curator.user), client_of(school.director.user)
    answer = curator.post(url("draft"), {"mentorships": [pair.pk], "due_on": "2026-12-24"})
    order = pair.orders.get()
    assert answer.url == url("edit", order.pk)
    assert order.points[1]["text"].replace("\u00a0", " ").endswith("в срок до 24 декабря 2026 г.")
    curator.post(url("edit", order.pk), typed(order, heading="О закреплении пары"))
    curator.post(url("submit", order.pk))
    head.post(url("return", order.pk), {"remark": "Точнее."})
    assert "Точнее." in curator.get(url("card", order.pk)).content.decode()
    curator.post(url("submit", order.pk))
    seen = head.get(url("sign", order.pk)).context["form"]["seen"].value()
    head.post(url("sign", order.pk), {"password": PASSWORD, "seen": seen})
    order = fresh(order)
    assert (order.state, order.number_text, order.heading) == (OrderState.REGISTERED, "2", "О закреплении пары")
    reader = client_of(give_account(pair.mentor_entry.employment))
    reader.post(url("acknowledge", order.pk), {"password": PASSWORD})
    rest = order.subjects.filter(acquaintance__isnull=True)
    data = {"subjects": [one.pk for one in rest], "on": order.signed_on.isoformat()}
    curator.post(url("paper_acknowledge", order.pk), data)
    methods = sorted(Acquaintance.objects.values_list("method", flat=True))
    assert methods == ["electronic", "paper", "paper"]
    assert "3 of 3" in curator.get(url("list")).content.decode()


def test_whoever_saves_second_sees_both_texts_and_loses_none(school):
    order = school.draft
    first, second = client_of(school.curator.user), client_of(school.curator.user)
    first.post(url("edit", order.pk), typed(order, heading="Текст первого"))
    page = second.post(url("edit", order.pk), typed(order, ("Пункт второго", 1), heading="Текст второго"))
    body = page.content.decode()
    assert "Текст первого" in body and "Текст второго" in body and "Пункт второго" in body
    assert fresh(order).heading == "Текст первого"
    version = page.context["form"]["version"].value()
    second.post(url("edit", order.pk), typed(order, heading="Текст второго", version=version))
    assert fresh(order).heading == "Текст второго"


def test_nonsense_in_the_editor_is_refused_beside_the_form(school):
    order, client = school.draft, client_of(school.curator.user)
    long = "я" * 70_000
    nonsense = (
        ({"heading": long, "basis": long, "form-0-text": long, "form-0-depth": "7", "version": ""},
         {"heading", "basis", "version"}, {"text", "depth"}),
        ({"heading": ""}, {"heading"}, set()),
        ({"version": "9" * 20}, set(), set()),
        ({"form-TOTAL_FORMS": "nonsense"}, set(), set()),
        ({"form-TOTAL_FORMS": "1001"}, set(), {"depth"}),
    )  # fmt: skip
    for change, refused, in_points in nonsense:
        page = client.post(url("edit", order.pk), typed(order) | change)
        assert page.status_code == 200, change
        assert set(page.context["form"].errors) == refused, change
        assert {name for errors in page.context["points"].errors for name in errors} == in_points, change
        assert fresh(order).points == order.points, change


def test_hidden_characters_and_markup_are_stored_cleaned_and_shown_harmlessly(school):
    order = school.draft
    client = client_of(school.curator.user)
    client.post(url("edit", order.pk), typed(order, ("а\u202eб\x00<img src=x onerror=alert(1)>", 1)))
    assert fresh(order).points[0]["text"] == "аб<img src=x onerror=alert(1)>"
    assert "<img src=x" not in client.get(url("edit", order.pk)).content.decode()


def test_fields_the_form_does_not_have_change_nothing(school):
    order = school.draft
    extra = {"state": "registered", "number": 7, "number_text": "7", "organization": 2, "signed_on": "2026-01-01"}
    client_of(school.curator.user).post(url("edit", order.pk), typed(order, heading="Новый") | extra)
    row = fresh(order)
    assert (row.heading, row.state, row.number, row.number_text) == ("Новый", OrderState.DRAFT, None, "")
    assert row.organization == school.organization


def test_a_pair_of_another_organization_cannot_be_chosen(world):
    elsewhere = agreed_pair(world.other)
    client = client_of(world.home.curator.user)
    for foreign in (elsewhere.pk, "9" * 20, "x"):
        answer = client.post(url("draft"), {"mentorships": [foreign]})
        assert answer.status_code == 200 and answer.context["form"].errors
    assert not elsewhere.orders.exists() and Order.objects.count() == 2


def test_a_pair_taken_out_composes_the_text_anew(school):
    kept, left = agreed_pair(school), agreed_pair(school)
    order = draft(school, kept, left)
    answer = client_of(school.curator.user).post(url("edit", order.pk), {"do": "compose", "mentorships": [kept.pk]})
    assert answer.url == url("edit", order.pk)
    order = fresh(order)
    assert order.heading == "О закреплении наставнической пары"
    assert Mentorship.objects.get(pk=left.pk).state == "agreed"


def test_case_forms_are_corrected_on_their_page(school):
    order = school.draft
    subject = order.subjects.get(role="mentor")
    form = {"name_accusative": "Кара-оглу Тимура", "post_accusative": "я" * 301}
    client = client_of(school.curator.user)
    address = url("case_forms", order.pk, subject.employment_id)
    assert client.post(address, form).status_code == 200
    assert client.post(address, form | {"post_accusative": ""}).url == url("edit", order.pk)
    assert Person.objects.get(pk=subject.employment.person_id).case_forms == {"accusative": "Кара-оглу Тимура"}
    assert "Кара-оглу Тимура" in fresh(order).points[0]["text"]
    stranger = url("case_forms", order.pk, school.staff.employment.pk)
    assert client.get(stranger).status_code == 404


def test_a_wrong_password_and_a_text_that_changed_sign_nothing(school):
    order = submitted(school)
    client = client_of(school.director.user)
    seen = client.get(url("sign", order.pk)).context["form"]["seen"].value()
    assert "password" in client.post(url("sign", order.pk), {"password": "no", "seen": seen}).context["form"].errors
    assert client.post(url("sign", order.pk), {"password": PASSWORD, "seen": "x" * 64}).status_code == 200
    assert client.post(url("sign", order.pk), {"password": PASSWORD}).status_code == 200
    assert FrozenDocument.objects.count() == 1 and OrderSeries.objects.get().next_number == 2
    client.post(url("sign", order.pk), {"password": PASSWORD, "seen": seen})
    again = client.post(url("sign", order.pk), {"password": PASSWORD, "seen": seen})
    assert again.url == url("card", order.pk)
    assert OrderSeries.objects.get().next_number == 3


def test_after_the_signature_nothing_can_be_edited(school):
    order = school.signed
    client = client_of(school.curator.user)
    before = Order.objects.values().get(pk=order.pk)
    for name in ("edit", "submit", "drop"):
        assert client.post(url(name, order.pk), typed(order, heading="Иначе")).status_code == 302
    assert Order.objects.values().get(pk=order.pk) == before


def test_the_paper_is_the_frozen_one_and_comes_inert(school):
    order = school.signed
    client = client_of(school.curator.user)
    answers = [client.get(url("pdf", order.pk)), client.get(url("pdf", order.pk) + "?inline=1")]
    paper = bytes(FrozenDocument.objects.get().pdf)
    assert [answer.content for answer in answers] == [paper, paper]
    assert [answer["Content-Disposition"].split(";")[0] for answer in answers] == ["attachment", "inline"]
    assert {answer["X-Content-Type-Options"] for answer in answers} == {"nosniff"}
    assert "default-src 'none'" in answers[1]["Content-Security-Policy"]


@pytest.mark.printed
def test_a_machine_without_papers_says_so_and_keeps_the_text(school, monkeypatch):
    def missing():
        raise PdfUnavailable("Install the libraries.")

    monkeypatch.setattr("mentoring.lib.pdf._weasyprint", missing)
    answer = client_of(school.curator.user).get(url("pdf", school.draft.pk))
    assert answer.status_code == 503 and "Install the libraries." in answer.content.decode()


def test_a_named_person_sees_the_own_acquaintance_and_no_remarks_of_the_desk(school):
    order = school.signed
    pair = order.mentorships.get()
    reader = client_of(give_account(pair.members.get().mentee_entry.employment))
    page = reader.get(url("card", order.pk))
    assert [one.employment.person for one in page.context["subjects"]] == [pair.members.get().person]
    assert page.context["timeline"] == []
    assert reader.get(url("pdf", order.pk)).status_code == 200
    assert reader.get(url("edit", order.pk)).status_code == 403


def test_drafts_and_orders_of_others_do_not_exist_for_the_staff(school):
    mine, other, project = school.signed, signed(school), school.draft
    reader = client_of(give_account(mine.subjects.get(role="mentee").employment))
    assert [row.pk for row in reader.get(url("list")).context["page"].rows] == [mine.pk]
    for order in (other, project):
        assert {reader.get(url(name, order.pk)).status_code for name in ("card", "pdf", "acknowledge")} == {404}


def test_the_register_shows_filters_and_counts_only_the_own_organization(world):
    school = world.home
    signed(world.other)
    submitted(school)
    client = client_of(school.curator.user)
    page = client.get(url("list"))
    assert CANARY not in page.content.decode()
    counts = {chip.label: chip.count for chip in page.context["page"].quick}
    assert counts == {"All": 3, "Draft": 1, "For signature": 1, "Signed and registered": 1}
    year = school.organization.today().year
    queries = ("?state=draft", f"?year={year}", "?q=ПАРЫ", "?q=нет+такого", "?q=%00", "?state=x&year=1&sort=y&page=z")
    found = [len(client.get(url("list") + query).context["page"].rows) for query in queries]
    assert found == [1, 1, 3, 0, 3, 3]


def test_those_who_watch_see_whom_an_order_is_about_before_opening_it(school):
    order = submitted(school)
    pair = str(order.lines.get().mentorship)
    for reader, page in (
        (school.curator, url("list")),
        (school.director, url("list")),
        (school.director, "/o/school-3/"),
    ):
        assert f"<small>{escape(pair)}</small>" in client_of(reader.user).get(page).content.decode()


def test_a_reminder_reaches_those_with_an_account_and_is_written_down(school, django_capture_on_commit_callbacks):
    order = school.signed
    account = give_account(order.subjects.get(role="mentor").employment)
    with django_capture_on_commit_callbacks(execute=True):
        client_of(school.curator.user).post(url("remind", order.pk))
    told = Notice.objects.filter(sentence__startswith="Please read").values_list("user", flat=True)
    assert set(told) == {account.pk, school.curator.user.pk}
    assert Move.objects.of(order).last().deed == "Reminded of the acquaintance"


def queries_of(client, address):
    with CaptureQueriesContext(
        connection,
    ) as seen:
        assert client.get(address).status_code == 200
    return len(seen)


def test_the_register_costs_the_same_whatever_its_length(school):
    mentor = make_mentor(school.organization)
    client = client_of(school.curator.user)
    costs = []
    for more in (1, 2):
        for _ in range(more):
            draft(school, agreed_pair(school, mentor))
        costs.append(queries_of(client, url("list")))
    assert costs[0] == costs[1] <= 19


def test_the_card_and_the_workplace_cost_the_same_whatever_their_length(school):
    mentor = make_mentor(school.organization)
    client = client_of(school.curator.user)
    costs = []
    for count in (4, 5):
        pairs = [agreed_pair(school, mentor) for _ in range(count)]
        project = draft(school, *pairs)
        costs.append([queries_of(client, url(name, project.pk)) for name in ("card", "edit", "pdf")])
    assert costs[0] == costs[1]
    assert max(costs[0]) <= 20
