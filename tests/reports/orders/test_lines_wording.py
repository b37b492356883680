"""What orders made of lines are called and what pay by them rests on."""

import pytest

from mentoring.lib.dates import date_words
from people.models import Agreement
from programs.orders.states import OrderKind
from reports.documents.orders import order_paper
from tests.amending import amend
from tests.reports.orders import lines
from tests.reports.orders.lines import line, lines_draft
from tests.reports.orders.test_lines import said
from tests.reports.orders.test_programs import plain

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("basis", "ground"),
    [
        ("Положение об оплате труда", "{paper}; Положение об оплате труда"),
        (
            "коллективные договоры, локальные нормативные акты",
            "{paper}, заключённое в соответствии с коллективными договорами и локальными нормативными актами",
        ),
    ],
)
def test_pay_rests_on_the_agreement_and_on_an_act_of_its_own(school, basis, ground):
    mentor = school.mentor.employment
    lines.paid_agreement(school, mentor)
    Agreement.objects.update(payment_basis=basis)
    order = lines_draft(school, OrderKind.PAYMENT, lines.payment(line(mentor)))
    said_ground = next(text for text in said(order) if text.startswith("Основание выплаты"))
    agreement = Agreement.objects.get()
    number = f" № {agreement.number}" if agreement.number else ""
    paper = f"дополнительное соглашение от {plain(date_words(agreement.signed_on))}{number} к трудовому договору"
    assert said_ground == f"Основание выплаты: {ground.format(paper=paper)}."


def test_orders_on_personnel_are_none_on_the_main_activity(school):
    amend(school.organization, {"orders.series_title": "Приказ по основной деятельности"})
    lines.lets_go(school)
    mentor = line(school.mentor.employment)
    kinds = {
        OrderKind.FINAL_EVENT: lines.final_event(school),
        OrderKind.ENCOURAGEMENT: lines.encouragement(line(school.mentor.employment, code="thanks")),
        OrderKind.RELEASE: lines.release(mentor),
    }
    titles = {kind: order_paper(lines_draft(school, kind, content)).kind for kind, content in kinds.items()}
    assert titles == {
        OrderKind.FINAL_EVENT: "ПРИКАЗ ПО ОСНОВНОЙ ДЕЯТЕЛЬНОСТИ",
        OrderKind.ENCOURAGEMENT: "ПРИКАЗ",
        OrderKind.RELEASE: "ПРИКАЗ",
    }
