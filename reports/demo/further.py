"""Orders of the year beside those on pairs: monitoring, the final event, awards, pay of mentors, release from work."""

from datetime import timedelta

from mentoring.lib.dates import school_year, school_year_label
from people.surveys.models import Campaign
from programs.orders.models import OrderedPerson
from programs.orders.states import OrderKind
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.demo.days import workday
from reports.demo.pairs import open_register, read_order
from reports.demo.script import wording
from reports.documents.lines.particulars import (
    COMMITTEE,
    COMMITTEE_CHAIR,
    RESPONSIBLE,
    EncouragementParticulars,
    FinalEventParticulars,
    MonitoringParticulars,
    PaymentParticulars,
    ProgramRow,
    ReleaseParticulars,
)
from reports.orders.services import LinesContent, prepare_lines, send_order, sign_order

READ_AFTER_DAYS, EVENT_BEFORE_END, ORDERED_BEFORE_EVENT = 3, 4, 14
MONITORED_DAYS, REPORTED_DAYS, RELEASED_AHEAD = 14, 24, 9
AWARDS = {"thanks": "Благодарность", "diploma": "Почётная грамота"}


def close_last_year(scene, made, term):
    """The final event of the past year, then thanks to its mentors and mentees, where the story tells of them."""
    told = scene.story.final_event
    if told and scene.can_sign:
        held_on = workday(term.ends_on - timedelta(days=EVENT_BEFORE_END))
        content = LinesContent(_event(told, held_on), tuple(_committee(scene, told.committee)))
        ordered_on = workday(held_on - timedelta(days=ORDERED_BEFORE_EVENT))
        _sign(scene, OrderKind.FINAL_EVENT, content, ordered_on, is_read=True)
    completed = [part for part, _pair in made if part.fate == "completed"]
    if scene.story.encourages and scene.can_sign and completed:
        words = wording().encouragement
        year = school_year_label(school_year(term.ends_on))
        about = EncouragementParticulars(merit=words.merit, ground=words.ground.format(year=year))
        content = LinesContent(about, tuple(_awarded(scene, completed)))
        _sign(scene, OrderKind.ENCOURAGEMENT, content, workday(term.ends_on + timedelta(days=5)), is_read=True)


def pay_mentors(scene, made, term):
    """The order on pay, some days after the one on the pairs whose mentors have agreements."""
    if not (scene.story.pays and scene.can_sign):
        return
    works = {pair.mentor_entry.employment_id: pair.mentor_entry.employment for _part, pair in made}
    lines = tuple(OrderedPerson(employment=work, position=at) for at, work in enumerate(works.values()))
    content = LinesContent(PaymentParticulars(source=wording().pay.source), lines)
    _sign(scene, OrderKind.PAYMENT, content, term.after(2), is_read=True)


def monitor(scene):
    """Monitoring of these weeks with the survey that is open; the curator answers for it."""
    if not (scene.story.monitoring and scene.can_sign):
        return
    day = scene.days.ago(8)
    surveys = Campaign.objects.filter(organization=scene.organization, opens_on=day).order_by("pk")
    about = MonitoringParticulars(
        starts_on=day,
        ends_on=scene.days.today + timedelta(days=MONITORED_DAYS),
        report_on=scene.days.ahead(REPORTED_DAYS),
        stages=(1, 2),
        instrument=scene.story.monitoring,
    )
    _sign(scene, OrderKind.MONITORING, LinesContent(about, (_responsible(scene),), tuple(surveys)), day, is_read=True)


def release(scene):
    """Somebody is released for an event ahead; not everybody has read the order yet."""
    told = scene.story.release
    if not (told and scene.can_sign):
        return
    day = scene.days.ahead(RELEASED_AHEAD)
    about = ReleaseParticulars(event=told.event, place=told.place, first_on=day, last_on=day)
    line = OrderedPerson(employment=scene.workers[told.who], substitute=scene.workers[told.substitute])
    _sign(scene, OrderKind.RELEASE, LinesContent(about, (line,)), scene.days.ago(3), is_read=False)


def _sign(scene, kind, content, day, *, is_read):
    """Draft and send the order on one day, sign it on the same, and let everybody read it some days later."""
    with as_of(day):
        order = send_order(prepare_lines(kind, scene.organization, content, by=scene.curator), by=scene.curator)
        open_register(scene, day)
        order = sign_order(order, by=scene.director, password=PASSWORD)
    if is_read:
        with as_of(workday(day + timedelta(days=READ_AFTER_DAYS))):
            read_order(scene, order)


def _event(told, held_on):
    rows = tuple(ProgramRow(time=time, what=what, who=who) for time, what, who in told.program)
    return FinalEventParticulars(
        type=told.type, type_words=told.type_words, title=told.title, held_on=held_on, place=told.place, program=rows
    )


def _committee(scene, keys):
    """The committee, its chair first, and who answers for the event."""
    for place, who in enumerate(keys):
        code = COMMITTEE if place else COMMITTEE_CHAIR
        yield OrderedPerson(employment=scene.workers[who], code=code, position=place)
    yield _responsible(scene)


def _awarded(scene, parts):
    """A diploma to every mentor, thanks to every mentee of the pairs completed, each once."""
    chosen = {part.mentor: "diploma" for part in parts}
    chosen |= {who: "thanks" for part in parts for who in part.mentees if who not in chosen}
    for place, (who, code) in enumerate(chosen.items()):
        yield OrderedPerson(employment=scene.workers[who], code=code, words=AWARDS[code], position=place)


def _responsible(scene):
    return OrderedPerson(employment=scene.workers["curator"], code=RESPONSIBLE)
