"""An order on pairs that another one cancels: pairs that began stay, the others end after the notice or wait again."""

import datetime

import pytest

from people.accounts.actor import actor_in
from people.models import Agreement
from programs.mentorships.states import MentorshipState
from programs.models import Order
from programs.orders.selectors import journal_of, with_marks
from programs.orders.states import OrderState
from programs.plans.states import ProgramState
from reports.documents.register import note_of
from reports.orders.selectors import register_of
from reports.orders.services import carry_out_due_changes, prepare_cancellation
from tests.programs.orders.factories import agreed_pair
from tests.programs.plans.factories import make_event
from tests.reports.orders.changing import agreement_of, standing
from tests.reports.orders.factories import signed
from tests.reports.orders.founding import tomorrow
from tests.reports.orders.test_cancelling import WHY, cancelled, program_of, sent, sign, texts_of
from tests.reports.orders.test_signing import refusal_of
from tests.world import make_program

pytestmark = pytest.mark.django_db
# A Friday, and the day after the three working days of a notice given on it (Labor Code art. 351.8).
FRIDAY, LAWFUL = datetime.date(2026, 11, 20), datetime.date(2026, 11, 26)


def test_pairs_end_wait_or_work_on_as_far_as_they_came(school, settings):
    settings.MENTORING_TODAY = FRIDAY
    fresh, waits = agreed_pair(school), agreed_pair(school, starts_on=tomorrow(school, 30))
    begun = agreed_pair(school)
    earlier = signed(school, fresh, waits, begun)
    make_program(fresh, title="Без мероприятий")
    make_event(make_program(begun, title="Начатая"), planned_on="2026-09-20", held_on="2026-09-20", state="held")
    agreement = agreement_of(fresh)
    draft = prepare_cancellation(earlier, by=school.curator.user, ground=WHY)
    assert draft.heading.startswith("О признании частично утратившим силу приказа")
    texts = [text.replace("\u00a0", " ") for text in texts_of(draft)]
    assert [text.partition(" учит")[0] for text in texts] == [
        "Признать утратившим силу с 26 ноября 2026 г. приказ от 20 ноября 2026 г. № 1 «О закреплении наставнических "
        "пар» в части, касающейся",
        "Прекратить с 26 ноября 2026 г. закрепление за",
        "Считать персонализированную программу наставничества «Без мероприятий» (учитель истории Кара-оглы Тимур Али "
        "оглы –",
        "Прекратить действие дополнительного соглашения к трудовому договору с",
        "Сохранить действие названного приказа в отношении наставнической пары (наставник –",
        "Куратору реализации программ наставничества, заместителю директора по УВР Соколовой Марине Дмитриевне, "
        "ознакомить с настоящим приказом лиц, названных в изменяемом приказе.",
    ]
    assert texts[2].endswith("прекращённой с 26 ноября 2026 г.")
    assert texts[3].endswith("с 26 ноября 2026 г., предупредив работника не менее чем за 3 рабочих дня.")
    assert texts[4].endswith("поскольку персонализированная программа наставничества «Начатая» выполняется.")
    order = sign(school, sent(school, draft))
    waits_on = [(MentorshipState.AGREED, None), (MentorshipState.ACTIVE, None)]
    assert standing(fresh, waits, begun) == [(MentorshipState.ACTIVE, None), *waits_on]
    assert Order.objects.get(pk=earlier.pk).state == OrderState.REGISTERED
    rows = journal_of(with_marks(register_of(actor_in(school.curator.user, school.organization))))
    assert [note_of(row) for row in rows] == ["изменён приказом от 20.11.2026 № 2", ""]
    assert order.details["undone"] == [
        f"{fresh}: ends on 26.11.2026 with its program and the agreement of the mentor, after the notice.",
        f"{waits}: agreed again, waits for another order.",
    ]
    assert order.details["kept"] == [
        f"{begun}: events were held, the work goes on. To end it, prepare an order on the end of mentoring."
    ]
    settings.MENTORING_TODAY = LAWFUL
    assert carry_out_due_changes(school.organization) == 1
    assert standing(fresh, waits, begun) == [(MentorshipState.TERMINATED, LAWFUL), *waits_on]
    assert [program_of(pair).state for pair in (fresh, begun)] == [ProgramState.TERMINATED, ProgramState.RUNNING]
    assert Agreement.objects.get(pk=agreement.pk).last_on == LAWFUL - datetime.timedelta(days=1)


def test_a_cancellation_signed_later_than_its_notice_allows_is_composed_anew(school, settings):
    settings.MENTORING_TODAY = FRIDAY
    earlier = signed(school, agreed_pair(school))
    draft = sent(school, prepare_cancellation(earlier, by=school.curator.user, ground=WHY))
    settings.MENTORING_TODAY = FRIDAY + datetime.timedelta(days=3)
    assert "from 27.11.2026 at the earliest" in refusal_of(sign, school, draft)
    assert Order.objects.get(pk=earlier.pk).state == OrderState.REGISTERED


def test_an_end_still_ahead_falls_away_with_the_order_that_cancelled(school, settings):
    settings.MENTORING_TODAY = FRIDAY
    pair = agreed_pair(school)
    order, _earlier = cancelled(school, signed(school, pair))
    again, _order = cancelled(school, order)
    assert again.details["undone"] == [f"{pair}: nothing changes on 26.11.2026, the work goes on as before."]
    settings.MENTORING_TODAY = LAWFUL
    assert carry_out_due_changes(school.organization) == 0
    assert standing(pair) == [(MentorshipState.ACTIVE, None)]


def test_a_pair_taken_back_can_go_into_another_order(school):
    pair = agreed_pair(school, starts_on=tomorrow(school, 30))
    cancelled(school, signed(school, pair))
    pair.refresh_from_db()
    assert signed(school, pair).number == 3
