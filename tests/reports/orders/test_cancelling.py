"""An order is cancelled or reworded only by another one: what that undoes, what it cannot, how both are linked."""

import pytest
from django.utils import translation

from people.accounts.actor import actor_in
from people.models import RegulationVersion
from programs.applications.states import ApplicationKind, ApplicationState
from programs.appointments.selectors import curators_on
from programs.mentorships.states import MentorshipState
from programs.models import Appointment, Order, Program
from programs.orders.models import OrderedPerson
from programs.orders.selectors import cancelled_by, journal_of, with_marks
from programs.orders.services import acknowledge, remind_of_acquaintance
from programs.orders.states import OrderKind, OrderState
from programs.plans.services import take_back_approval
from programs.plans.states import ProgramState
from reports.models import FrozenDocument
from reports.orders.selectors import amended_by, register_of
from reports.orders.services import (
    give_up_order,
    prepare_amendment,
    prepare_cancellation,
    recompose_amendment,
    send_order,
    sign_order,
    what_undoing_does,
)
from tests.reports.orders.changing import (
    drafted,
    granted,
    ordered,
    planned,
    standing,
    state_of,
    successor,
    working,
)
from tests.reports.orders.factories import signed
from tests.reports.orders.founding import curator, curator_signed, founding_signed, submitted_version, tomorrow
from tests.reports.orders.lines import encouragement, line, lines_signed
from tests.reports.orders.test_signing import refusal_of
from tests.world import PASSWORD, make_employment, make_user, world_with

pytestmark = pytest.mark.django_db
WHY = "в связи с ошибкой в составе пар"


@pytest.fixture(scope="module")
def make_world():
    return world_with(signed=signed)


def sent(place, order):
    return send_order(order, by=place.curator.user)


def sign(place, order):
    with translation.override("en"):
        return sign_order(order, by=place.director.user, password=PASSWORD)


def cancelled(place, earlier):
    """The order that cancels ``earlier``, signed, with the latter read anew."""
    order = sign(place, sent(place, prepare_cancellation(earlier, by=place.curator.user, ground=WHY)))
    return order, Order.objects.get(pk=earlier.pk)


def texts_of(order):
    return [point["text"] for point in order.points]


def program_of(pair):
    return Program.objects.get(mentorship=pair)


# ---------- the order itself ----------
def test_the_cancelling_order_links_both_ways_and_leaves_the_old_paper_as_it_was_and_nobody_to_read_it(school):
    earlier = school.signed
    frozen = bytes(earlier.frozen.pdf)
    order, earlier = cancelled(school, earlier)
    assert (earlier.state, order.state) == (OrderState.CANCELLED, OrderState.REGISTERED)
    assert (cancelled_by(earlier), order.cancels, order.number) == (order, earlier, 2)
    assert bytes(FrozenDocument.objects.get(order=earlier).pdf) == frozen
    rows = journal_of(with_marks(register_of(actor_in(school.curator.user, school.organization))))
    assert [(row.number, [later.number for later in row.cancelling]) for row in rows] == [(1, [2]), (2, [])]
    assert set(order.subjects.values_list("employment")) >= set(earlier.subjects.values_list("employment"))
    day = f"{earlier.signed_on:%-d}"
    assert order.heading.startswith(f"О признании утратившим силу приказа от\u00a0{day}")
    assert order.basis == "В связи с ошибкой в составе пар"
    # Nobody is asked to read it any more.
    named = earlier.subjects.first().employment
    for call in (
        lambda: acknowledge(earlier, named, by=school.curator.user, method="paper"),
        lambda: remind_of_acquaintance(earlier, by=school.curator.user),
    ):
        assert refusal_of(call) == "The order is cancelled: nobody has to read it any more."


def test_a_cancelled_order_is_neither_cancelled_nor_changed_again(school):
    earlier = school.signed
    rewording = sent(school, prepare_amendment(earlier, by=school.curator.user, ground=WHY, changes=[("1", "Иначе.")]))
    _order, earlier = cancelled(school, earlier)
    assert "Only a registered order" in refusal_of(prepare_cancellation, earlier, by=school.curator.user, ground=WHY)
    said = refusal_of(sign_order, rewording, by=school.director.user, password=PASSWORD)
    assert said == "The order № 1 is not in force: its state is “Cancelled”. Drop this draft."
    assert Order.objects.get(pk=rewording.pk).state == OrderState.SUBMITTED


def test_one_draft_cancels_an_order_and_a_dropped_one_makes_room(school):
    earlier = school.signed
    first = prepare_cancellation(earlier, by=school.curator.user, ground=WHY)
    assert "cancels this order already" in refusal_of(prepare_cancellation, earlier, by=school.curator.user, ground=WHY)
    give_up_order(first, by=school.curator.user)
    assert prepare_cancellation(earlier, by=school.curator.user, ground=WHY).cancels == earlier


def test_a_cancellation_says_why(school):
    for ground in ("", "  ", "в связи с ", "\u200b"):
        said = refusal_of(prepare_cancellation, school.signed, by=school.curator.user, ground=ground)
        assert said == "Write why: the order begins with it.", ground


def test_a_rehearsal_says_what_the_signature_does_and_writes_nothing(school):
    earlier = school.signed
    with translation.override("en"):
        undone = what_undoing_does(earlier, by=school.curator.user)
    assert (Order.objects.count(), earlier.mentorships.get().state) == (1, MentorshipState.ACTIVE)
    order, _earlier = cancelled(school, earlier)
    assert order.details["undone"] == list(undone.done)
    assert (len(undone.done), undone.kept) == (1, ())


# ---------- O12 ----------
def test_an_award_leaves_the_card_and_the_cancellation_says_so(school):
    work = school.mentor.employment
    earlier = lines_signed(school, OrderKind.ENCOURAGEMENT, encouragement(line(work, code="thanks", words="Thanks")))
    assert OrderedPerson.objects.encouragements().filter(employment=work).exists()
    order, _earlier = cancelled(school, earlier)
    assert not OrderedPerson.objects.encouragements().filter(employment=work).exists()
    assert order.details["undone"] == [f"{work.person.short_name}: Thanks; it does not show on the card any more."]
    assert order.details["kept"] == ["What was handed over or paid already: see to it yourself."]


# ---------- O1, O2, O3 ----------
def test_duties_and_roles_end_on_the_day_of_the_cancelling_order(school):
    post = {"post": "заместитель директора по УВР"}
    now_, later = (make_employment(school.organization, name, **post) for name in ("Ежова", "Дорофеева"))
    users = [make_user(f"{work.pk}@example", employment=work) for work in (now_, later)]
    school.organization.memberships.filter(role="curator").exclude(user=school.curator.user).delete()
    version = RegulationVersion.objects.get(organization=school.organization)
    version.settings["curator"] |= {"most": 5}
    version.save()
    today = school.organization.today()
    earlier = curator_signed(school, curator(now_, today), curator(later, tomorrow(school, 20), scope=""))
    order, _earlier = cancelled(school, earlier)
    assert list(Appointment.objects.filter(order=earlier).values_list("ended_by", flat=True)) == [order.pk, order.pk]
    assert {row.employment for row in curators_on(school.organization, today)} == {now_}
    for day in (tomorrow(school), tomorrow(school, 20), tomorrow(school, 40)):
        assert not curators_on(school.organization, day)
    assert [list(user.memberships.values_list("role", "ends_on")) for user in users] == [[("curator", today)], []]
    assert [sentence.endswith("ends, and the role with it.") for sentence in order.details["undone"]] == [True, True]


def test_a_regulation_in_force_stays_and_the_cancellation_says_so(school):
    version = submitted_version(school)
    earlier = founding_signed(school, OrderKind.ADOPTION, version=version)
    order, _earlier = cancelled(school, earlier)
    version.refresh_from_db()
    assert version.state == "in_force"
    assert order.details == {
        "ground": WHY,
        "undone": [],
        "kept": ["The regulation stays in force: put another edition into force by an order."],
    }


# ---------- O6, O7, O8 ----------
def test_an_end_still_ahead_falls_away_and_its_application_waits_again(school):
    pair = working(school)
    asks = granted(pair, ApplicationKind.TERMINATION, takes_effect_on=tomorrow(school, 30))
    order, _earlier = cancelled(school, ordered(school, OrderKind.TERMINATION))
    assert standing(pair) == [(MentorshipState.ACTIVE, None)]
    assert state_of(asks) == ApplicationState.GRANTED
    assert not order.details["kept"]
    assert drafted(school, OrderKind.TERMINATION).changes.count() == 1


def test_what_is_carried_out_stays_and_is_told_how_to_be_set_right(school):
    pair = working(school)
    granted(pair, ApplicationKind.TERMINATION)
    order, _earlier = cancelled(school, ordered(school, OrderKind.TERMINATION))
    assert standing(pair)[0][0] == MentorshipState.TERMINATED
    assert (order.details["undone"], len(order.details["kept"])) == ([], 1)
    assert order.details["kept"][0].endswith("To go on, propose the pair anew and prepare an order on pairs.")


def test_a_successor_still_ahead_is_agreed_again(school):
    pair = working(school)
    fresh = successor(school, pair, starts_on=tomorrow(school, 30))
    cancelled(school, ordered(school, OrderKind.REPLACEMENT))
    assert standing(pair, fresh) == [(MentorshipState.ACTIVE, None), (MentorshipState.AGREED, None)]


# ---------- O5 ----------
def test_an_approval_is_taken_back_only_before_anything_was_held(school):
    program = program_of(school.mentorship)
    take_back_approval(program, by=school.director.user, reason="приказ отменён")
    program.refresh_from_db()
    assert (program.state, program.approved_on, program.approved_by) == (ProgramState.AGREED, None, None)
    begun = planned(working(school))
    assert "cannot be taken back" in refusal_of(take_back_approval, begun, by=school.director.user, reason="…")


# ---------- changed words ----------
def test_the_words_of_an_order_change_by_another_one_and_it_stays_in_force(school):
    earlier = school.signed
    changes = [("1", "Закрепить иначе."), ("2", ""), ("", "Сообщить всем."), ("3", texts_of(earlier)[2])]
    order = sign(school, sent(school, prepare_amendment(earlier, by=school.curator.user, ground=WHY, changes=changes)))
    new = sum(one["depth"] == 1 for one in earlier.points) + 1
    assert texts_of(order)[1:4] == [
        "изложить пункт 1 в следующей редакции: «1. Закрепить иначе»;",
        "исключить пункт 2;",
        f"дополнить пунктом {new} следующего содержания: «{new}. Сообщить всем».",
    ]
    assert Order.objects.get(pk=earlier.pk).state == OrderState.REGISTERED
    assert amended_by(earlier) == [order]
    _last, order = cancelled(school, order)
    assert (order.state, amended_by(earlier)) == (OrderState.CANCELLED, [])


def test_an_order_that_changes_nothing_is_not_drafted(school):
    earlier = school.signed
    same = [(str(number), text) for number, text in enumerate(texts_of(earlier)[:3], start=1)]
    said = refusal_of(prepare_amendment, earlier, by=school.curator.user, ground=WHY, changes=[*same, ("", " ")])
    assert said.startswith("Nothing is changed")
    draft = prepare_amendment(earlier, by=school.curator.user, ground=WHY, changes=[("1", "Иначе.")])
    again = recompose_amendment(draft, by=school.curator.user, ground=WHY, changes=[("", "Ещё пункт")])
    assert again.heading.startswith("О внесении изменения в приказ от\u00a0")
    assert texts_of(again)[0].endswith(", дополнив пунктом 5 следующего содержания: «5. Ещё пункт».")


def test_an_order_about_another_stands_in_the_register_of_that_one(school):
    version = RegulationVersion.objects.get(organization=school.organization)
    version.settings["orders"]["series"] = [
        {"code": "pairs", "label": "по парам", "kinds": ["O4"], "number_format": "{number}-п"}
    ]
    version.save()
    order, earlier = cancelled(school, signed(school))
    assert [(one.series.code, one.number_text) for one in (earlier, order)] == [("pairs", "1-п"), ("pairs", "2-п")]
