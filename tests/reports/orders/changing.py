"""Pairs at work by a signed order, granted applications and successors: what orders on changes are made of."""

import datetime

from mentoring.lib.grammar import Case
from people.accounts.states import Role
from people.banks.states import EntryState
from people.consents.states import AgreementState, ConsentState
from people.history.models import Move
from people.models import Agreement, Consent
from people.organizations.selectors import regulation_on
from programs.applications.states import FILED_BY, ApplicationKind, ApplicationState
from programs.mentorships.states import MentorshipState, Structure
from programs.models import Application, Mentorship, Order, OrderSeries
from programs.orders.states import OrderKind, OrderState
from reports.documents.wording import name_in
from reports.documents.writing import day_in
from reports.orders.selectors import waiting_for
from reports.orders.services import prepare_changes, send_order, sign_order
from tests.amending import amend
from tests.programs.orders.factories import agreed_pair, make_mentee, make_mentor
from tests.programs.plans.factories import make_event
from tests.reports.orders.factories import give_account
from tests.world import MOMENT, PASSWORD, make_program

TODAY = datetime.date(2026, 11, 23)
EVE = TODAY - datetime.timedelta(days=1)
FIRST, LAST = datetime.date(2026, 9, 1), datetime.date(2027, 5, 31)
NEW_MENTOR = ("Ковальчук", "Мария", "Петровна", "female", "учитель математики")
SECOND_MENTEE = ("Черных", "Лев", "Львович", "male", "учитель физики")


def working(place, mentor=None, *mentees, **fields):
    """A pair, or a group of several ``mentees``, at work by a registered order, with everybody's accounts."""
    mentees = mentees or (make_mentee(place.organization),)
    values = {"starts_on": FIRST, "ends_on": LAST, "ordered_on": FIRST, "state": MentorshipState.ACTIVE} | fields
    pair = agreed_pair(place, mentor, mentees[0], **values)
    for entry in mentees[1:]:
        pair.members.create(
            mentee_entry=entry,
            mentor_person=pair.mentor,
            mentee_person=entry.employment.person,
            joined_on=FIRST,
            is_active=True,
        )
    structure = Structure.GROUP if len(mentees) > 1 else Structure.PAIR
    Mentorship.objects.filter(pk=pair.pk).update(structure=structure)
    for entry in (pair.mentor_entry, *mentees):
        type(entry).objects.filter(pk=entry.pk).update(state=EntryState.PAIRED)
        if not hasattr(entry.employment.person, "user"):
            give_account(entry.employment)
    _register(place, pair, mentees)
    return Mentorship.objects.get(pk=pair.pk)


def _register(place, pair, mentees):
    """The order that assigned the pair, as it stands in the register."""
    series, _made = OrderSeries.objects.get_or_create(organization=place.organization, code="", year=FIRST.year)
    number = series.next_number
    OrderSeries.objects.filter(pk=series.pk).update(next_number=number + 1)
    names = ", ".join(name_in(entry.employment, Case.INSTRUMENTAL) for entry in mentees)
    last = day_in(regulation_on(place.organization, FIRST), pair.ends_on)
    order = Order.objects.create(
        organization=place.organization,
        kind=OrderKind.ASSIGNMENT,
        heading="О закреплении наставнической пары",
        points=[{"text": f"Закрепить за {names} наставника по {last}", "depth": 1}],
        state=OrderState.REGISTERED,
        drafted_by=place.curator.user,
        drafted_at=MOMENT,
        series=series,
        number=number,
        number_text=str(number),
        signed_on=FIRST,
        signed_at=MOMENT,
        signer=place.director.user,
    )
    order.lines.create(mentorship=pair)


def planned(pair, held=("2026-09-20",), ahead=("2026-10-20", "2027-02-10"), **fields):
    """A running program with events that were held and events that are left."""
    program = make_program(pair, title="Первый год в школе", starts_on=FIRST, ends_on=LAST, **fields)
    for day in held:
        make_event(program, content=f"Проведено {day}", planned_on=day, held_on=day, state="held")
    for day in ahead:
        make_event(program, content=f"Впереди {day}", planned_on=day, responsible=pair.mentor.short_name)
    return program


def granted(pair, kind, **fields):
    """An application the head has granted."""
    role = FILED_BY[ApplicationKind(kind)][0]
    member = fields.get("member") or pair.current_members[0]
    works = {Role.MENTOR: pair.mentor_entry.employment, Role.MENTEE: member.mentee_entry.employment}
    curator = pair.organization.memberships.get(role=Role.CURATOR).user
    author = works[role].person.user if role in works else curator
    values = {"filed_on": datetime.date(2026, 11, 20), "decided_on": datetime.date(2026, 11, 17)} | fields
    return Application.objects.create(
        organization=pair.organization, kind=kind, mentorship=pair, filed_by=author, filed_as=role,
        state=ApplicationState.GRANTED, **values,
    )  # fmt: skip


def granted_for(place):
    """An extension of the program of the cast, which its regulation knows, granted by the head."""
    amend(place.organization, {"program.extension_allowed": True})
    last = place.mentorship.ends_on + datetime.timedelta(days=30)
    return granted(place.mentorship, ApplicationKind.EXTENSION, program=place.program, new_ends_on=last)


def successor(place, pair, *mentees, mentor=None, **fields):
    """Another pair for ``mentees`` (all of the pair), agreed by both and waiting for its order."""
    entries = mentees or [member.mentee_entry for member in pair.current_members]
    values = {"starts_on": TODAY, "ends_on": LAST, "replaces": pair} | fields
    fresh = agreed_pair(place, mentor or make_mentor(place.organization, *NEW_MENTOR), entries[0], **values)
    for entry in entries[1:]:
        fresh.members.create(
            mentee_entry=entry, mentor_person=fresh.mentor, mentee_person=entry.employment.person,
            joined_on=fresh.starts_on,
        )  # fmt: skip
    return fresh


def agreement_of(pair, *, mentees="", **fields):
    """The supplementary agreement of the pair's mentor, signed and in force."""
    names = mentees or ", ".join(member.person.full_name for member in pair.current_members)
    curator = pair.organization.memberships.get(role=Role.CURATOR).user
    values = {"state": AgreementState.IN_FORCE, "signed_on": FIRST, "registrar": curator} | fields
    return Agreement.objects.create(
        organization=pair.organization, employment=pair.mentor_entry.employment, mentees=names, content="…",
        form="педагог – педагог", starts_on=FIRST, ends_on=LAST, **values,
    )  # fmt: skip


def drafted(place, kind, *keys, **options):
    """A draft of ``kind`` on what stands under ``keys``, on everything that waits where none are given."""
    if not (keys or options.get("leaver")):
        keys = [one.key for one in waiting_for(kind, place.organization)]
    return prepare_changes(kind, place.organization, keys, by=place.curator.user, **options)


def sent(place, kind, *keys, **options):
    return send_order(drafted(place, kind, *keys, **options), by=place.curator.user)


def ordered(place, kind, *keys, **options):
    """An order of ``kind`` drafted, sent and signed."""
    return sign_order(sent(place, kind, *keys, **options), by=place.director.user, password=PASSWORD)


def standing(*pairs):
    """The state of each pair with the day of its end."""
    return [Mentorship.objects.filter(pk=pair.pk).values_list("state", "ended_on")[0] for pair in pairs]


def state_of(application):
    return Application.objects.get(pk=application.pk).state


def deeds_of(thing):
    return list(Move.objects.of(thing).values_list("deed", flat=True))


def at_work(place):
    """The pair at work that stands in the place, or one made now."""
    return getattr(place, "pair", None) or working(place)


def replaced(place, **fields):
    """A pair at work whose mentee was granted another mentor, who has agreed: (pair, successor, application)."""
    pair = at_work(place)
    application = granted(pair, ApplicationKind.REPLACEMENT, **fields)
    return pair, successor(place, pair), application


def words_of(order):
    return " ".join(point["text"] for point in order.points).replace("\u00a0", " ")


def withdraw(employment, purpose):
    given = Consent.objects.filter(person=employment.person, purpose=purpose)
    given.update(state=ConsentState.WITHDRAWN, withdrawn_on=TODAY)


def sign(place, order):
    return sign_order(order, by=place.director.user, password=PASSWORD)
