"""The pages of the register: the journal, a number typed by hand, visas, an order cancelled from its card."""

import io

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from people.accounts.actor import actor_in
from people.models import RegulationVersion
from programs.models import Order
from programs.orders.services import ask_for_visas
from programs.orders.states import OrderState, VisaState
from reports.documents.catalog import kind_of
from reports.home.duties import duties_of
from reports.orders.services import prepare_amendment, prepare_cancellation, send_order, sign_order
from tests.reports.orders.factories import draft, signed
from tests.world import PASSWORD, world_with

pytestmark = pytest.mark.django_db


def browser(person):
    client = Client()
    client.force_login(person.user, backend="people.accounts.backends.LoginNameBackend")
    return client


def at(place, name, *args):
    return reverse(f"reports:{name}", args=[place.organization.slug, *args])


def in_words(rows):
    """Rows of the register without the day, with plain spaces."""
    return [[(value or "").replace("\u00a0", " ") for value in (row[0], *row[2:])] for row in rows]


def with_cancelled(place):
    """A cancelled order, the one that cancelled it, and a draft."""
    earlier = signed(place)
    order = prepare_cancellation(earlier, by=place.curator.user, ground="в связи с ошибкой")
    order = sign_order(send_order(order, by=place.curator.user), by=place.director.user, password=PASSWORD)
    draft(place)
    return earlier, order


@pytest.fixture(scope="module")
def make_world():
    return world_with(cancelled=with_cancelled)


def test_the_journal_holds_every_signed_order_with_what_became_of_it(school):
    earlier, order = school.cancelled
    day = f"{order.signed_on:%d.%m.%Y}"
    curator, head = "Соколова М. Д.", "Заречная И. Л."
    book = openpyxl.load_workbook(
        io.BytesIO(browser(school.curator).get(at(school, "order_journal_workbook")).content)
    ).active
    lines = [[cell.value for cell in row] for row in book.iter_rows()]
    first = next(place for place, line in enumerate(lines) if line[0] == "№")
    clean = in_words(lines[first + 1 :])
    named = earlier.subjects.count()
    assert lines[0][0] == "Журнал регистрации приказов"
    assert clean == [
        ["1", earlier.heading, curator, head, f"0 из {named}", f"отменён приказом от {day} № 2"],
        ["2", order.heading.replace("\u00a0", " "), curator, head, f"0 из {named}", ""],
    ]
    paper = kind_of("order_register").make(order.series, actor_in(school.council.user, school.organization))
    assert (paper.title, paper.subtitle) == ("Журнал регистрации приказов", f"{order.signed_on.year} год")
    assert in_words(paper.table.rows) == clean


def test_the_journal_follows_the_filters_of_the_page_and_says_when_nothing_is_left(school):
    client = browser(school.council)
    content = client.get(at(school, "order_journal_workbook") + "?state=cancelled").content
    numbers = [row[0].value for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows()]
    assert numbers[numbers.index("№") + 1 :] == ["1"]
    nothing = client.get(at(school, "order_journal_workbook") + "?state=draft")
    assert (nothing.status_code, nothing["Location"]) == (302, at(school, "order_list"))


def test_both_cards_and_the_register_name_each_other(school):
    earlier, order = school.cancelled
    client = browser(school.curator)
    pages = {name: client.get(url).content.decode() for name, url in (
        ("earlier", at(school, "order_card", earlier.pk)),
        ("order", at(school, "order_card", order.pk)),
        ("list", at(school, "order_list")),
    )}  # fmt: skip
    assert at(school, "order_card", order.pk) in pages["earlier"]
    assert at(school, "order_card", earlier.pk) in pages["order"]
    assert "отменён приказом №" in pages["list"] or "cancelled by the order №" in pages["list"]
    for sentence in order.details["undone"]:
        assert sentence.split(":")[-1] in pages["order"]
    gone = client.get(at(school, "order_cancel_draft", earlier.pk))
    assert (gone.status_code, gone["Location"]) == (302, at(school, "order_card", earlier.pk))


def test_the_head_types_the_number_and_is_told_which_order_has_it(school):
    version = RegulationVersion.objects.get(organization=school.organization)
    version.settings["orders"]["numbering"] = "hand"
    version.save()
    client, found = browser(school.director), []
    for typed in ("348/1", "№ 348/1", "348/2"):
        order = Order.objects.filter(state=OrderState.SUBMITTED).first() or send_order(
            draft(school), by=school.curator.user
        )
        seen = client.get(at(school, "order_sign", order.pk)).context["form"].initial["seen"]
        data = {"password": PASSWORD, "seen": seen, "number": typed}
        response = client.post(at(school, "order_sign", order.pk), data)
        found.append(response.status_code)
        if response.status_code == 200:
            assert list(response.context["form"].errors) == ["number"]
    assert found == [302, 200, 302]
    signed_ones = Order.objects.filter(is_numbered_by_hand=True).order_by("number_text")
    assert list(signed_ones.values_list("number_text", flat=True)) == ["348/1", "348/2"]


def test_a_visa_is_asked_for_given_and_withheld_on_its_page(school):
    order = ask_for_visas(draft(school), [school.staff.employment], by=school.curator.user)
    url = at(school, "order_visa", order.pk)
    client = browser(school.staff)
    assert client.get(url).status_code == 404
    send_order(order, by=school.curator.user)
    assert url in {duty.url for duty in duties_of(actor_in(school.staff.user, school.organization))}
    assert browser(school.mentor).get(url).status_code == 404
    assert client.get(at(school, "order_pdf", order.pk)).status_code == 200
    assert client.post(url, {"do": "remark", "remark": ""}).context["form"].errors
    client.post(url, {"do": "remark", "remark": "Не та дата"})
    row = Order.objects.get(pk=order.pk)
    assert row.state == OrderState.RETURNED
    assert row.return_remark.replace("\u00a0", " ") == "Шевченко О. И.: Не та дата"
    send_order(row, by=school.curator.user)
    sign = at(school, "order_sign", order.pk)
    head = browser(school.director)
    data = {"password": PASSWORD, "seen": head.get(sign).context["form"].initial["seen"]}
    assert list(head.post(sign, data).context["form"].errors) == ["without_visas"]
    assert client.post(url, {"do": "give"}).status_code == 302
    assert row.visas.get().state == VisaState.GIVEN
    assert head.post(sign, data).status_code == 302


def test_the_card_says_whom_the_order_waits_for_and_the_head_gives_no_visa(school):
    order, curator = draft(school), browser(school.curator)
    able = curator.get(at(school, "order_visas", order.pk)).context["form"].fields["employments"].queryset
    assert {school.mentor.employment, school.staff.employment} < set(able)
    assert not {school.director.employment, school.curator.employment} & set(able)
    ask_for_visas(order, [school.staff.employment], by=school.curator.user)
    curator.post(at(school, "order_submit", order.pk))
    card = at(school, "order_card", order.pk)
    assert curator.get(card).context["waits_for_visas"]
    browser(school.staff).post(at(school, "order_visa", order.pk), {"do": "give"})
    assert not curator.get(card).context["waits_for_visas"]


def test_a_changed_order_names_the_one_that_changed_it_above_its_paper(school):
    earlier = signed(school)
    order = prepare_amendment(earlier, by=school.curator.user, ground="в связи с ошибкой", changes=[("2", "")])
    order = sign_order(send_order(order, by=school.curator.user), by=school.director.user, password=PASSWORD)
    page = browser(school.curator).get(at(school, "order_card", earlier.pk)).content.decode()
    link = page.index(at(school, "order_card", order.pk))
    assert link < page.index(at(school, "order_pdf", earlier.pk) + "?inline=1")


def test_the_next_number_of_a_register_is_set_on_its_page(school):
    client, url = browser(school.sysadmin), at(school, "order_numbers")
    assert client.post(url, {"code": "", "number": "348"}).status_code == 302
    with translation.override("en"):
        refused = client.post(url, {"code": "", "number": "0"})
    assert list(refused.context["form"].errors) == ["number"]
    assert [row["register"].next_number for row in client.get(url).context["rows"]] == [348]
