"""What waits for the curator."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import school_year, school_year_label
from people.banks.selectors import due_entries
from people.banks.states import LIVE_STATES, EntryState
from people.models import MenteeEntry, MentorEntry, StaffImport
from people.organizations.selectors import regulation_on
from people.staff.states import UNFINISHED
from programs.mentorships.models import members_with_people
from programs.mentorships.selectors import is_single, next_step
from programs.mentorships.states import AWAITING, RUNNING, MentorshipState
from programs.models import Event, Item, Mentorship, Order, Program, Roadmap
from programs.orders.selectors import pairs_in_words
from programs.orders.states import EDITABLE, OrderState
from programs.plans.states import ProgramState
from programs.roadmap.states import ItemState, RoadmapState
from reports.home.duties.base import LATER, URGENT, WEEK, Duty, waiting
from reports.home.selectors import mentees_without_proposal
from reports.home.standing import needs, standing
from reports.orders.selectors import approvable_programs

NAMED = 3


def _names(people):
    """«Черных Л. Л., Дюма С. А. and 4 more»: the first names of a longer list."""
    shown = ", ".join(person.short_name for person in people[:NAMED])
    rest = len(people) - NAMED
    return _("%(names)s and %(rest)s more") % {"names": shown, "rest": rest} if rest > 0 else shown


@needs(standing(MentorEntry, EntryState.CANDIDATE), standing(MenteeEntry, EntryState.CANDIDATE))
def without_consent(actor, day):
    """Cards that wait for the consent to processing."""
    people = []
    for model in (MentorEntry, MenteeEntry):
        rows = model.objects.of_organization(actor.organization).filter(state=EntryState.CANDIDATE)
        people += [row.employment.person for row in rows.select_related("employment__person").order_by("entered_on")]
    if not people:
        return []
    title = ngettext(
        "%(n)s card waits for a consent to the processing of data",
        "%(n)s cards wait for a consent to the processing of data",
        len(people),
    ) % {"n": len(people)}
    return [Duty(title, _("Open the register"), actor.url("people:consent_list"), _names(people), WEEK)]


@needs(standing(Mentorship, *AWAITING))
def unanswered(actor, day):
    """Proposals one side has not answered."""
    rows = Mentorship.objects.filter(organization=actor.organization, state__in=AWAITING).with_people()
    return [
        Duty(
            _("%(pair)s: no answer yet") % {"pair": pair},
            _("Open"),
            actor.url("programs:mentorship_card", pair.pk),
            next_step(pair),
            LATER,
        )
        for pair in rows[:NAMED]
    ]


@needs(standing(MenteeEntry, EntryState.ACTIVE))
def without_mentor(actor, day):
    """Mentees who could be paired and are not."""
    rows = list(mentees_without_proposal(actor.organization))
    if not rows:
        return []
    title = ngettext(
        "%(n)s mentee has no mentor proposed yet", "%(n)s mentees have no mentor proposed yet", len(rows)
    ) % {"n": len(rows)}
    if len(rows) == 1:
        url = actor.url("programs:matching_suggestion", rows[0].pk)
    else:
        url = f"{actor.url('people:mentee_list')}?only=free"
    return [Duty(title, _("Find a mentor"), url, _names([row.employment.person for row in rows]), WEEK)]


@needs(standing(Mentorship, MentorshipState.AGREED))
def ready_for_order(actor, day):
    """Pairs both sides of which agreed: without an order they may not begin (Labor Code art. 351.8)."""
    rows = Mentorship.objects.filter(organization=actor.organization, state=MentorshipState.AGREED)
    count = rows.exclude(replaces__state__in=RUNNING).count()
    if not count:
        return []
    title = ngettext("%(n)s pair or group waits for an order", "%(n)s pairs and groups wait for an order", count)
    detail = _("Both sides agreed. Work may begin only by a signed order.")
    return [Duty(title % {"n": count}, _("Draft the order"), actor.url("reports:order_draft"), detail, URGENT)]


@needs(standing(Order, *EDITABLE))
def orders_in_hand(actor, day):
    """Drafts to send and returned orders to mend."""
    rows = Order.objects.filter(
        organization=actor.organization, state__in=[OrderState.DRAFT, OrderState.RETURNED]
    ).order_by("state", "pk")
    about = pairs_in_words(rows)
    return [
        Duty(
            _("The head returned an order: %(heading)s") % {"heading": order.heading}
            if order.state == OrderState.RETURNED
            else _("The draft is ready to be sent: %(heading)s") % {"heading": order.heading},
            _("Open"),
            actor.url("reports:order_card", order.pk),
            order.return_remark or about.get(order.pk, ""),
            URGENT if order.state == OrderState.RETURNED else WEEK,
        )
        for order in rows
    ]


@needs(standing(Program, ProgramState.AGREED))
def programs_to_approve(actor, day):
    """Programs agreed by both sides; where an order of the head approves them, one duty for all that wait for it."""
    if regulation_on(actor.organization, day).program.needs_order:
        return _programs_to_order(actor, day)
    rows = Program.objects.filter(mentorship__organization=actor.organization, state=ProgramState.AGREED)
    return [
        Duty(
            _("“%(title)s” is agreed and waits for your approval") % {"title": program.title},
            _("Consider"),
            actor.url("programs:program_card", program.pk),
            str(program.mentorship),
            waiting(program.starts_on, day),
        )
        for program in rows.select_related("mentorship__mentor_entry__employment__person").prefetch_related(
            members_with_people("mentorship")
        )
    ]


def _programs_to_order(actor, day):
    rows = list(approvable_programs(actor.organization))
    if not rows:
        return []
    title = ngettext(
        "%(n)s agreed program waits for the order that approves it",
        "%(n)s agreed programs wait for the order that approves them",
        len(rows),
    )
    named = "; ".join(row.title for row in rows[:NAMED]) + (" …" if len(rows) > NAMED else "")
    tone = waiting(rows[0].starts_on, day)
    return [
        Duty(title % {"n": len(rows)}, _("Prepare the order"), actor.url("reports:order_programs_draft"), named, tone)
    ]


@needs(standing(Mentorship, MentorshipState.ACTIVE))
def pairs_without_program(actor, day):
    """Active pairs that have no program at all; a single meeting needs none."""
    rows = Mentorship.objects.filter(
        organization=actor.organization, state=MentorshipState.ACTIVE, programs__isnull=True
    ).with_people()
    settings = regulation_on(actor.organization, day)
    rows = [row for row in rows if not is_single(row, settings)]
    return [
        Duty(
            _("%(pair)s: no program yet") % {"pair": pair},
            _("Start a program"),
            actor.url("programs:program_create", pair.pk),
            "",
            waiting(pair.starts_on, day),
        )
        for pair in rows[:NAMED]
    ]


@needs(standing(Program, ProgramState.RUNNING))
def overdue_events(actor, day):
    """Running programs with events that are neither held nor moved."""
    late = Event.objects.overdue(day).filter(program__mentorship__organization=actor.organization)
    counts = late.aggregate(events=Count("pk"), programs=Count("program", distinct=True))
    if not counts["events"]:
        return []
    title = ngettext("%(n)s event is overdue", "%(n)s events are overdue", counts["events"]) % {"n": counts["events"]}
    detail = ngettext("in %(n)s program", "in %(n)s programs", counts["programs"]) % {"n": counts["programs"]}
    return [Duty(title, _("Show"), actor.url("programs:program_list") + "?overdue=true", detail, WEEK)]


def roadmap(actor, day):
    """The plan of the year: not opened, returned, or with overdue items."""
    year = school_year(day)
    rows = Roadmap.objects.filter(organization=actor.organization, school_year__lte=year)
    plan = next((row for row in rows if row.last_year >= year), None)
    if plan is None:
        title = _("There is no roadmap for %(year)s yet") % {"year": school_year_label(year)}
        return [Duty(title, _("Open the year"), actor.url("programs:roadmap_create"), "", WEEK)]
    url = actor.url("programs:roadmap_card", plan.pk)
    if plan.state == RoadmapState.RETURNED:
        return [Duty(_("The head returned the roadmap"), _("Open"), url, plan.return_remark, URGENT)]
    if plan.state == RoadmapState.DRAFT:
        return [Duty(_("The roadmap is not sent to the head yet"), _("Open"), url, "", WEEK)]
    late = Item.objects.filter(
        stage__roadmap=plan, state__in=[ItemState.PLANNED, ItemState.IN_PROGRESS], due_on__lt=day
    ).count()
    if not late or plan.state != RoadmapState.RUNNING:
        return []
    title = ngettext("%(n)s item of the roadmap is overdue", "%(n)s items of the roadmap are overdue", late)
    return [Duty(title % {"n": late}, _("Show"), f"{url}?overdue=true", "", WEEK)]


@needs(standing(MentorEntry, *LIVE_STATES), standing(MenteeEntry, *LIVE_STATES))
def stale_cards(actor, day):
    """Cards of the banks not confirmed for longer than the regulation allows (bank.refresh_interval)."""
    mentors, mentees = (due_entries(actor.organization, model).count() for model in (MentorEntry, MenteeEntry))
    duties = []
    if mentors:
        title = ngettext("%(n)s mentor's card is out of date", "%(n)s mentors' cards are out of date", mentors)
        url = actor.url("people:mentor_list") + "?only=stale"
        duties.append(Duty(title % {"n": mentors}, _("Show"), url, tone=LATER))
    if mentees:
        title = ngettext("%(n)s mentee's card is out of date", "%(n)s mentees' cards are out of date", mentees)
        url = actor.url("people:mentee_list") + "?only=stale"
        duties.append(Duty(title % {"n": mentees}, _("Show"), url, tone=LATER))
    return duties


@needs(standing(Order, OrderState.REGISTERED))
def not_acquainted(actor, day):
    """Registered orders that somebody named has not read yet."""
    rows = Order.objects.filter(organization=actor.organization, state=OrderState.REGISTERED)
    rows = rows.annotate(n_unread=Count("subjects", filter=Q(subjects__acquaintance__isnull=True))).filter(
        n_unread__gt=0
    )
    return [
        Duty(
            ngettext(
                "%(n)s person has not read order № %(number)s",
                "%(n)s people have not read order № %(number)s",
                order.n_unread,
            )
            % {"n": order.n_unread, "number": order.number_text},
            _("Show"),
            actor.url("reports:order_card", order.pk),
            order.heading,
            waiting(order.signed_on, day),
        )
        for order in rows.order_by("-signed_on")[:NAMED]
    ]


@needs(standing(StaffImport, *UNFINISHED))
def unfinished_imports(actor, day):
    """Staff lists uploaded and left in preview, or on their way by the background worker."""
    rows = StaffImport.objects.filter(organization=actor.organization, state__in=UNFINISHED)
    return [
        Duty(
            _("The staff list “%(file)s” is not loaded yet") % {"file": row.file_name},
            _("Go on"),
            actor.url("people:staff_import_preview", row.pk),
            "",
            LATER,
        )
        for row in rows[:NAMED]
    ]
