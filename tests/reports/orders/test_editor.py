"""The workplace of an order and the pages of own wordings: nothing typed is lost, nothing is saved unasked."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from people.organizations.selectors import legal_bases_on
from programs.models import Order
from programs.orders.states import OrderState
from reports.models import OrderTemplate
from reports.orders.forms.text import rearranged
from tests.programs.orders.factories import agreed_pair
from tests.reports.orders.factories import draft, make_wording, signed
from tests.reports.orders.test_pages import client_of, points_on, typed, url
from tests.world import world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return world_with(draft=draft)


@pytest.fixture
def printed(monkeypatch):
    """The papers asked for, without making them."""
    papers = []
    monkeypatch.setattr("reports.orders.views.previews.pdf", lambda paper: papers.append(paper) or b"%PDF-")
    monkeypatch.setattr("reports.orders.views.previews.render_pdf", lambda html, **_options: html.encode())
    return papers


def page(name, *args):
    return reverse(f"reports:wording_{name}", args=["school-3", *args])


def arranged(data):
    """The points after the pressed button."""
    sent = QueryDict(mutable=True)
    sent.update(data)
    points, _removed = rearranged(sent)
    return [form["text"].value() for form in points.forms]


def test_the_editor_adds_moves_and_removes_points_without_scripts_and_without_saving(school):
    order = school.draft
    client = client_of(school.curator.user)
    rows = [("первый", 1), ("второй", 1), ("третий", 2)]
    texts = ["первый", "второй", "третий"]
    for deed, after in (("add", [*texts, ""]), ("up-1", ["второй", "первый", "третий"])):
        assert points_on(client.post(url("edit", order.pk), typed(order, *rows, do=deed))) == after, deed
    for deed, after in (
        ("down-0", ["второй", "первый", "третий"]),
        ("remove-2", ["первый", "второй"]),
        ("up-0", texts),
        ("down-9", texts),
        ("remove-x", texts),
    ):
        assert arranged(typed(order, *rows, do=deed)) == after, deed
    assert Order.objects.get().points == order.points
    client.post(url("edit", order.pk), typed(order, *rows))
    assert [(point["text"], point["depth"]) for point in Order.objects.get().points] == rows


def test_a_removed_point_waits_to_be_put_back_until_the_text_is_saved(school):
    order = school.draft
    client = client_of(school.curator.user)
    gone = client.post(url("edit", order.pk), typed(order, ("первый", 1), ("второй", 2), do="remove-1"))
    assert points_on(gone) == ["первый"]
    assert gone.context["removed"] == [{"text": "второй", "depth": "2", "at": 1}]
    carried = {"removed-text": ["второй"], "removed-depth": ["2"], "removed-at": ["1"]}
    rows = [("первый", 1), ("третий", 1)]
    below = client.post(url("edit", order.pk), typed(order, *rows, do="below-0") | carried)
    assert points_on(below) == ["первый", "", "третий"] and len(below.context["removed"]) == 1
    back = client.post(url("edit", order.pk), typed(order, *rows, do="restore-0") | carried)
    assert points_on(back) == ["первый", "второй", "третий"] and not back.context["removed"]
    assert [form["depth"].value() for form in back.context["points"].forms] == ["1", 2, "1"]
    forged = {"removed-text": ["x"] * 500, "removed-depth": ["z"] * 500, "removed-at": ["²"] * 500}
    assert client.post(url("edit", order.pk), typed(order, do="restore-9") | forged).status_code == 200
    assert Order.objects.get().points == order.points


def test_an_order_without_points_is_saved_and_not_sent(school):
    order = school.draft
    client = client_of(school.curator.user)
    client.post(url("edit", order.pk), typed(order, ("  ", 1), heading="О паре"))
    row = Order.objects.get()
    assert (row.heading, row.points) == ("О паре", [])
    sent = client.post(url("submit", order.pk), follow=True).content.decode()
    assert "The order has no points." in sent and Order.objects.get().state == OrderState.DRAFT


def test_a_point_too_long_is_named_by_its_number_and_keeps_its_text(school):
    order = school.draft
    rows = [("первый", 1), ("я" * 4001, 2), ("третий", 1)]
    answer = client_of(school.curator.user).post(url("edit", order.pk), typed(order, *rows))
    assert points_on(answer) == [text for text, _depth in rows]
    assert '<a href="#id_form-1-text">Point 1.1</a>' in answer.content.decode()
    assert "maxlength" not in answer.content.decode().split("data-points")[1].split("</fieldset>")[0]


def test_a_ticked_act_comes_into_the_basis_and_an_unticked_one_goes(school):
    order = school.draft
    act = legal_bases_on(school.organization, school.organization.today(), "O4")[0].phrase
    client = client_of(school.curator.user)
    hand = order.basis.replace("письменных", "особых письменных")
    assert act in hand or act.capitalize()[:10] in hand
    without = client.post(url("edit", order.pk), typed(order, basis=hand, do="cite") | {"acts-shown": [act]})
    basis = without.context["form"]["basis"].value()
    assert act not in basis and "особых письменных" in basis
    assert [cited for one, cited in without.context["acts"] if one.phrase == act] == [False]
    # Ticked and saved at once, without the button: the tick counts too.
    client.post(url("edit", order.pk), typed(order, basis=basis) | {"acts": [act]})
    assert Order.objects.get().basis == hand
    client.post(url("edit", order.pk), typed(Order.objects.get(), basis=hand) | {"acts": ["Чужой акт"]})
    assert Order.objects.get().basis == hand


def test_the_preview_shows_what_is_typed_and_saves_nothing(school, printed):
    order = school.draft
    before = Order.objects.values().get()
    client = client_of(school.curator.user)
    answer = client.post(url("preview", order.pk), typed(order, ("Новый пункт.", 1), heading="О новом"))
    assert (answer["Content-Type"], answer["X-Frame-Options"]) == ("application/pdf", "SAMEORIGIN")
    (paper,) = printed
    assert (paper.heading, [point.text for point in paper.points], paper.draft) == ("О новом", ["Новый пункт."], True)
    wrong = client.post(url("preview", order.pk), typed(order, ("я" * 4001, 1)))
    assert "Point 1" in wrong.content.decode() and len(printed) == 1
    assert Order.objects.values().get() == before
    assert client.get(url("preview", order.pk)).status_code == 405
    assert client.post(url("preview", signed(school).pk), typed(order)).status_code == 404


def template_of(answer, **changes):
    """What the editor of a wording posts after its page was opened."""
    form, rows = answer.context["form"], answer.context["points"].forms
    data = {name: form[name].value() or "" for name in form.fields}
    data |= {"form-TOTAL_FORMS": len(rows), "form-INITIAL_FORMS": len(rows)}
    for place, row in enumerate(rows):
        data |= {f"form-{place}-text": row["text"].value(), f"form-{place}-depth": row["depth"].value()}
    return data | changes


def test_the_wording_of_a_draft_is_saved_and_words_the_next_order(school, printed):
    order = school.draft
    client = client_of(school.curator.user)
    client.post(
        url("edit", order.pk), typed(order, ("Своё слово.", 1), *((p["text"], p["depth"]) for p in order.points))
    )
    opened = client.get(page("from_order", order.pk))
    assert points_on(opened)[:2] == ["Своё слово.", "{{закрепление}}"] and not opened.context["by_hand"]
    data = template_of(opened, name="Наша")
    client.post(page("preview") + "?kind=O4", data)
    assert [point.text for point in printed[0].points][0] == "Своё слово." and not OrderTemplate.objects.exists()
    unknown = client.post(page("from_order", order.pk), data | {"form-0-text": "Слово {{слова}}"})
    assert "There is no field {{слова}} here." in unknown.content.decode()
    assert 'href="#id_form-0-text"' in unknown.content.decode() and not OrderTemplate.objects.exists()
    saved = client.post(page("from_order", order.pk), data)
    template = OrderTemplate.objects.get()
    assert saved.url == page("card", template.pk)
    fresh = draft(school, agreed_pair(school))
    assert fresh.points[0] == {"text": "Своё слово.", "depth": 1}
    assert "Наша" in client.get(url("edit", fresh.pk)).content.decode()
    client.post(page("use", template.pk), {"use": "0"})
    assert draft(school, agreed_pair(school)).points[0]["text"].startswith("Закрепить")


def test_a_person_named_by_hand_is_pointed_out_before_the_wording_is_saved(school):
    order = school.draft
    name = order.subjects.get(role="mentor").employment.person.full_name
    client = client_of(school.curator.user)
    client.post(url("edit", order.pk), typed(order, (f"Иначе: {name}.", 1)))
    opened = client.get(page("from_order", order.pk))
    assert [number for number, _person in opened.context["by_hand"]] == [1]
    refused = client.post(page("from_order", order.pk), template_of(opened))
    assert "Without {{закрепление}}" in refused.content.decode() and not OrderTemplate.objects.exists()


def test_whoever_saves_a_wording_second_sees_both_texts(school):
    template = make_wording(school)
    client = client_of(school.curator.user)
    opened = template_of(client.get(page("edit", template.pk)))
    client.post(page("edit", template.pk), opened | {"control": "Первый контроль"})
    second = client.post(page("edit", template.pk), opened | {"control": "Второй контроль"})
    assert "Первый контроль" in second.content.decode() and "Второй контроль" in second.content.decode()
    client.post(page("edit", template.pk), template_of(second))
    assert OrderTemplate.objects.get().control == "Второй контроль"


def test_the_example_of_a_wording_never_shows_a_draft_its_reader_may_not_open(school, printed):
    order = school.draft
    template = make_wording(school)
    for reader, heading in ((school.curator, order.heading), (school.sysadmin, "О наставничестве")):
        client_of(reader.user).get(page("pdf", template.pk))
        assert printed.pop().heading == heading


def test_every_kind_shows_a_paper_before_it_has_an_order(school, printed):
    client = client_of(school.curator.user)
    for kind in ("O1", "O2", "O3", "O4", "O6", "O7", "O8"):
        data = template_of(client.get(page("new") + f"?kind={kind}"))
        assert client.post(page("preview") + f"?kind={kind}", data).content == b"%PDF-"
    assert len(printed) == 7 and all(paper.points for paper in printed)
    assert client.get(page("new") + "?kind=O99").status_code == 404
