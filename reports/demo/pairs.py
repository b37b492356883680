"""Pairs and groups: proposed, answered, ordered, ended; their orders and who has read them."""

from programs.mentorships.services import (
    agree_as_mentee,
    agree_as_mentor,
    complete_mentorship,
    decline_mentorship,
    propose_mentorship,
    terminate_mentorship,
)
from programs.orders.models import AcquaintanceMethod, OrderSeries
from programs.orders.services import acknowledge, submit_order
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.demo.days import workday
from reports.demo.script import wording
from reports.orders.services import prepare_assignment, sign_order

# How far each fate goes on the way to an order; who answers is in the name.
MENTOR_ANSWERS = ("completed", "terminated", "active", "submitted", "drafted", "agreed", "mentor_agreed")
MENTEES_ANSWER = ("completed", "terminated", "active", "submitted", "drafted", "agreed", "mentee_agreed")


def make_pairs(scene, parts, term, *, proposed_on, answered_on):
    """Propose the pairs for the period and let everybody answer: [(part, Mentorship)]."""
    made = []
    for part in parts:
        with as_of(proposed_on):
            mentorship = propose_mentorship(
                scene.organization,
                by=scene.curator,
                mentor_entry=scene.mentors[part.mentor],
                mentee_entries=[scene.mentees[who] for who in part.mentees],
                form=part.form,
                kinds=list(part.kinds),
                direction=part.direction,
                focus=part.focus,
                starts_on=term.starts_on,
                ends_on=term.ends_on,
            )
        with as_of(answered_on):
            _answer(scene, part, mentorship)
        made.append((part, mentorship))
    return made


def _answer(scene, part, mentorship):
    if part.fate == "declined":
        decline_mentorship(mentorship, by=scene.users[part.mentor], reason=part.reason)
    if part.fate in MENTOR_ANSWERS:
        agree_as_mentor(mentorship, by=scene.users[part.mentor])
    if part.fate in MENTEES_ANSWER:
        users = {user.person_id: user for user in scene.users.values()}
        for member in mentorship.members.all():
            agree_as_mentee(member, by=users[member.mentee_person_id])


def draft_order(scene, mentorships, drafted_on, submitted_on=None):
    """Prepare the order that assigns the pairs and send it to the head on ``submitted_on``, if given."""
    with as_of(drafted_on):
        order = prepare_assignment(scene.organization, mentorships, by=scene.curator)
    if submitted_on:
        with as_of(submitted_on):
            submit_order(order, by=scene.curator)
    return order


def open_register(scene, day):
    """The next number is one that the register of a working organization has reached by this day."""
    number = 1 + (scene.part.orders_a_year + day.year % 10) * day.timetuple().tm_yday // 366
    series, _made = OrderSeries.objects.get_or_create(organization=scene.organization, code="", year=day.year)
    series.next_number = max(series.next_number, number)
    series.save(update_fields=["next_number"])


def read_order(scene, order):
    """Let everybody the order names confirm it: on their own account, otherwise on paper."""
    users = {user.person_id: user for user in scene.users.values()}
    for subject in order.subjects.select_related("employment"):
        user = users.get(subject.employment.person_id)
        method = AcquaintanceMethod.ELECTRONIC if user else AcquaintanceMethod.PAPER
        acknowledge(order, subject.employment, by=user or scene.curator, method=method)


def order_pairs(scene, made, term):
    """Let the head sign one order for the pairs of a period; without papers on this machine it stays submitted."""
    mentorships = [mentorship for _part, mentorship in made]
    order = draft_order(scene, mentorships, term.before(4), term.before(2))
    with as_of(term.ordered_on):
        open_register(scene, term.ordered_on)
        order = sign_order(order, by=scene.director, password=PASSWORD)
    for part, _mentorship in made:
        _acquaint(scene, order, part, term)
    if term == scene.days.last:
        with as_of(term.after(1)):
            acknowledge(order, scene.workers["curator"], by=scene.curator, method=AcquaintanceMethod.ELECTRONIC)
    for mentorship in mentorships:
        mentorship.refresh_from_db()


def _acquaint(scene, order, part, term):
    for days, who in enumerate(part.acquainted, start=1):
        with as_of(term.after(days)):
            acknowledge(order, scene.workers[who], by=scene.users[who], method=AcquaintanceMethod.ELECTRONIC)
    if part.when == "last":
        with as_of(term.after(3)):
            for who in (part.mentor, *part.mentees):
                acknowledge(order, scene.workers[who], by=scene.curator, method=AcquaintanceMethod.PAPER)


def end_pair(scene, part, mentorship, term):
    """Complete the pair at the end of its period, or break it off in the middle."""
    if part.fate == "completed":
        # The program ended on this day as well, and the papers name both.
        last = workday(term.ends_on)
        with as_of(last):
            complete_mentorship(mentorship, by=scene.curator, on=last, reason=wording().completion)
    else:
        with as_of(term.after(150)):
            day = scene.organization.today()
            terminate_mentorship(mentorship, by=scene.curator, on=day, reason=part.reason)


def prepare_next(scene):
    """The pairs of the next weeks: proposed, answered in part, one order waiting for the head, one being written."""
    days, parts = scene.days, scene.story.of("next")
    # What is declined gives its people back before the next proposal.
    declined = [part for part in parts if part.fate == "declined"]
    make_pairs(scene, declined, days.next, proposed_on=days.ago(14), answered_on=days.ago(12))
    others = [part for part in parts if part.fate != "declined"]
    made = make_pairs(scene, others, days.next, proposed_on=days.ago(9), answered_on=days.ago(7))
    scene.made += made
    waiting = {fate: [pair for part, pair in made if part.fate == fate] for fate in ("submitted", "drafted")}
    if waiting["submitted"]:
        draft_order(scene, waiting["submitted"], days.ago(4), days.ago(3))
    if waiting["drafted"]:
        draft_order(scene, waiting["drafted"], days.ago(2))
