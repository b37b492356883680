"""Reads about the two banks."""

from django.db.models import (
    BooleanField,
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Max,
    OuterRef,
    Q,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Least

from mentoring.lib.dates import add_months
from people.accounts.states import Role
from people.banks import criteria
from people.banks.models import BANK_READERS, Competence, Direction, MenteeEntry, MentorEntry
from people.banks.states import EntryState
from people.consents.selectors import holds_consent, required_purposes
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from people.staff.selectors import main_works

PERSON = "employment__person_id"
PEOPLE = "employment__person"


def with_places(rows, limit=None):
    """Mentor entries with ``taken``, the mentees they have in running pairs and groups, and ``places``.

    ``places`` are those the mentor gives, no more than ``limit``, the most one mentor may have by the regulation.
    """
    # The room of pairs stands above this one; its table is reached by the relation. Nothing but the two keys is read.
    members = MenteeEntry._meta.get_field("members").related_model.objects.order_by()
    mine = members.filter(is_active=True, mentorship__mentor_entry=OuterRef("pk"))
    taken = mine.values("mentorship__mentor_entry").annotate(n=Count("pk")).values("n")
    return rows.annotate(taken=Coalesce(Subquery(taken), 0), places=places_within(limit))


def places_within(limit):
    """An expression on mentor entries: the places given here, no more than ``limit`` where there is one.

    Those given to other organizations are none of them.
    """
    here = F("capacity") - F("places_away")
    return here if limit is None else Least(here, Value(limit))


def has_place():
    """A condition on rows of ``with_places``: the mentor can take one more mentee."""
    return Q(state__in=(EntryState.ACTIVE, EntryState.PAIRED), taken__lt=F("places"))


def places_in_use(entry):
    """How many mentees hold a place of the mentor: in proposals underway and in running pairs and groups."""
    held = Q(mentorships__members__left_on__isnull=True, mentorships__ended_on__isnull=True)
    return MentorEntry.objects.filter(pk=entry.pk).aggregate(n=Count("mentorships__members", filter=held))["n"]


def holders_of_places(entry):
    """The short names of those mentees: in proposals underway and in running pairs and groups."""
    held = {"members__mentorship__mentor_entry": entry, "members__mentorship__ended_on": None, "members__left_on": None}
    rows = MenteeEntry.objects.filter(pk__in=MenteeEntry.objects.filter(**held).values("pk"))
    rows = rows.select_related(PEOPLE).order_by(f"{PEOPLE}__search_key")
    return [row.employment.person.short_name for row in rows]


def open_mentors(actor):
    """The open part of the bank of mentors; nobody where the regulation does not open it to the staff (8.1)."""
    rows = MentorEntry.objects.open_to_staff(actor.organization).select_related(PEOPLE)
    return rows if opens_to_staff(actor) else rows.none()


def opens_to_staff(actor):
    """Whether the regulation opens the bank of mentors to the staff; those who read the whole bank read on."""
    opened = regulation_on(actor.organization, actor.today()).bank.mentors_visible_to_staff
    return opened or actor.has(*BANK_READERS)


def is_proposed(entry):
    """Whether a pair that does not run yet counts on the entry: proposed, agreed or in an order."""
    if isinstance(entry, MentorEntry):
        return entry.mentorships.filter(ended_on=None, members__left_on=None, members__is_active=False).exists()
    return entry.members.filter(mentorship__ended_on=None, left_on=None, is_active=False).exists()


def is_searching():
    """A condition on mentee entries: nobody mentors them yet."""
    return Q(state=EntryState.ACTIVE)


def stale_before(regulation, day):
    """Cards last confirmed before this day are due: the regulation's refresh interval (3.4, 4.1.4, 4.4)."""
    return add_months(day, -regulation.bank.refresh_interval_months)


def due_entries(organization, model):
    """The cards of the bank of ``model`` that are due to be confirmed today, with their people."""
    day = organization.today()
    rows = model.objects.of_organization(organization).live().select_related(PEOPLE, "employment__organization")
    return rows.filter(refreshed_on__lt=stale_before(regulation_on(organization, day), day))


def with_marks(rows, role, organization, regulation, day):
    """Entries with ``lacks_consent`` and ``is_stale``, for lists and their filters."""
    lacking = Q(pk__in=[])
    for purpose in required_purposes(role, regulation):
        lacking |= ~Q(holds_consent(organization, purpose, day, person=PERSON))
    return rows.annotate(
        lacks_consent=_as_flag(lacking),
        is_stale=_as_flag(Q(refreshed_on__lt=stale_before(regulation, day))),
    )


def _as_flag(condition):
    return Case(When(condition, then=Value(True)), default=Value(False), output_field=BooleanField())


def mentor_rows(actor, regulation):
    """The bank of mentors as its list shows it; what single columns read beyond it is theirs to fetch."""
    rows = with_places(MentorEntry.objects.visible_to(actor), regulation.bank.max_mentees).select_related(PEOPLE)
    return with_marks(rows, Role.MENTOR, actor.organization, regulation, actor.today())


def mentee_rows(actor, regulation):
    """The bank of mentees as its list shows it; see mentor_rows."""
    rows = MenteeEntry.objects.visible_to(actor).select_related(PEOPLE)
    return with_marks(rows, Role.MENTEE, actor.organization, regulation, actor.today())


def counts_of(actor, model, regulation, *, with_consents):
    """The figures above a bank: {total, paired, stale, free, lacks_consent, places}, archived cards left out.

    ``places`` are the free ones of all mentors. Nothing is counted row by row: three queries for mentors, two for
    mentees, one less without ``with_consents``.
    """
    day, limit, is_mentors = actor.today(), regulation.bank.max_mentees, model is MentorEntry
    here = model.objects.visible_to(actor).exclude(state=EntryState.ARCHIVED)
    figures = here.aggregate(
        total=Count("pk"),
        paired=Count("pk", filter=Q(state=EntryState.PAIRED)),
        stale=Count("pk", filter=Q(refreshed_on__lt=stale_before(regulation, day))),
        **(_given(limit) if is_mentors else {"free": Count("pk", filter=is_searching())}),
    )
    role = Role.MENTOR if is_mentors else Role.MENTEE
    if is_mentors:
        held = _held(here, limit)
        figures |= {name: figures[name] - held[name] for name in held}
    figures["lacks_consent"] = figures["total"] - _consenting(here, role, actor, regulation) if with_consents else 0
    return figures


OPEN = Q(state__in=(EntryState.ACTIVE, EntryState.PAIRED))


def _given(limit):
    """The mentors who take mentees and the places they give, as figures of an aggregate."""
    return {"free": Count("pk", filter=OPEN), "places": Coalesce(Sum(places_within(limit), filter=OPEN), 0)}


def _held(here, limit):
    """Of these the mentors without a place left and the places taken; only those with mentees are looked at."""
    busy = here.filter(OPEN, mentorships__members__is_active=True).values("pk")
    busy = busy.annotate(taken=Count("mentorships__members"), most=Max(places_within(limit)))
    held = Least(F("taken"), F("most"), output_field=IntegerField())
    return busy.aggregate(free=Count("pk", filter=Q(taken__gte=F("most"))), places=Coalesce(Sum(held), 0))


def _consenting(here, role, actor, regulation):
    """How many have given everything their role asks for."""
    for purpose in required_purposes(role, regulation):
        here = here.filter(holds_consent(actor.organization, purpose, actor.today(), person=PERSON))
    return here.count()


def free_mentors(organization):
    """Mentors in the bank who can take one more mentee, with ``taken`` and ``places``."""
    limit = regulation_on(organization, organization.today()).bank.max_mentees
    rows = with_places(MentorEntry.objects.of_organization(organization), limit)
    return rows.filter(has_place()).select_related(PEOPLE)


def searching_mentees(organization):
    """Mentees in the bank without a pair."""
    return MenteeEntry.objects.of_organization(organization).filter(is_searching()).select_related(PEOPLE)


def can_enter(organization, model):
    """Present staff of ``organization`` who do not stand in the bank of ``model`` yet (or left it)."""
    entered = model.objects.filter(employment=OuterRef("pk")).exclude(state=EntryState.ARCHIVED)
    rows = Employment.objects.active_on(organization.today()).filter(~Exists(entered), organization=organization)
    return main_works(rows, organization.today()).select_related("person")


def newly_hired(organization, settings):
    """Teachers hired lately who enter the bank of mentees without a request: [(employment, grounds, answer)].

    Empty where ``bank.enter_on_hiring`` is off. Whoever ever stood in the bank is not proposed again; of the others
    those for whom a ground of the regulation holds, or would with the card filled in. Two queries at most.
    """
    if not settings.bank.enter_on_hiring:
        return []
    day = organization.today()
    entered = MenteeEntry.objects.filter(employment=OuterRef("pk"))
    rows = Employment.objects.active_on(day).filter(
        ~Exists(entered),
        organization=organization,
        is_teacher=True,
        is_external=False,
        starts_on__gte=criteria.hired_recently_since(settings, day),
    )
    main = main_works(rows, day).select_related("person")
    found = [(row, grounds_of(row, settings, day)) for row in main]
    judged = [(row, grounds, any_of_grounds(grounds)) for row, grounds in found]
    return [each for each in judged if each[2] != criteria.Answer.FAILED]


def grounds_of(employment, settings, day):
    """The grounds of the regulation to become a mentee, as the staff card answers them on ``day``."""
    return criteria.mentee_grounds(settings.criteria.mentee_grounds, criteria.Facts.of(employment), day)


def any_of_grounds(grounds):
    """Whether one of the grounds holds; a regulation without grounds lets everybody in."""
    return criteria.any_of(ground.answer for ground in grounds) if grounds else criteria.Answer.HELD


def catalog(organization, keep=()):
    """The competences offered in ``organization`` by direction: [(direction, [competence, …])], one query.

    Retired ones are left out except those whose keys are in ``keep``: a card that has them goes on showing them.
    """
    offered = Q(is_retired=False, direction__is_retired=False) | Q(pk__in=list(keep))
    groups = {}
    for competence in Competence.objects.filter(offered, organization=organization).select_related("direction"):
        groups.setdefault(competence.direction, []).append(competence)
    return list(groups.items())


def whole_catalog(organization):
    """Every direction with all its competences, each with how many cards use it: [(direction, [competence, …])].

    A competence has ``n_mentors`` and ``n_mentees``. Two queries.
    """
    rows = Competence.objects.filter(organization=organization).annotate(
        n_mentors=Count("mentor_entries", distinct=True), n_mentees=Count("mentee_entries", distinct=True)
    )
    found = {}
    for competence in rows.order_by("is_retired", "name"):
        found.setdefault(competence.direction_id, []).append(competence)
    return [(each, found.get(each.pk, [])) for each in Direction.objects.filter(organization=organization)]


def form_labels(organization):
    """What the regulations call the forms of mentoring, the newest word for each code: one query."""
    labels = {}
    for settings in organization.regulations.in_force().order_by("valid_from").values_list("settings", flat=True):
        labels |= {each["code"]: each["label"] for each in settings.get("forms", {}).get("items", ())}
    return labels


def labels_of_categories(entry, regulation, *, sensitive):
    """The mentee's categories in the words of the regulation; sensitive ones only when ``sensitive``."""
    return [
        category.label
        for category in regulation.criteria.mentee_categories
        if category.code in entry.categories and (sensitive or not category.sensitive)
    ]


def is_stale(entry, day):
    """Whether the card is due to be confirmed."""
    return entry.refreshed_on < stale_before(regulation_on(entry.employment.organization, day), day)
