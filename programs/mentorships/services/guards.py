"""What must hold before a pair is proposed, changed, ordered or started; each guard refuses with what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.dates import add_months, date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.accounts.states import Role
from people.banks.models import MentorEntry
from people.consents.selectors import latest_consents, missing_purposes, purposes_given, required_purposes
from people.consents.services import hold_consents
from people.consents.states import ConsentState, Purpose
from people.network.selectors import taking
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from people.staff.selectors import last_day_words
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.selectors import CHOOSABLE, lacking_approvals, led_by
from programs.mentorships.states import REVERSE_KIND, RUNNING, UNDERWAY, Direction

# The longest thing mentoring knows is a route of five years (regulation of Malinovskaya school, 1.2).
LONGEST_MONTHS = 60
OVERRIDE_LENGTH = 300


def lock(mentorship):
    """The row as it stands, held until the end of the transaction, with its people."""
    row = Mentorship.objects.select_for_update(of=("self",)).with_people().get(pk=mentorship.pk)
    for work in employments_of(row):
        if work.organization_id == row.organization_id:
            work.organization = row.organization
    return row


def lock_with_staff(mentorship):
    """The same with the staff cards of its people held before it: a leaving too holds the card, then its pairs."""
    hold_employment_of(Mentorship.objects.filter(pk=mentorship.pk))
    return lock(mentorship)


def check_terms(organization, *, form, kinds, direction, starts_on, ends_on, mentees, mentor_role=""):
    """Refuse a form, kind or role the regulation of the first day does not have, and a period that cannot be.

    ``mentees`` is their number. Raises MoveRefused by field: form, kinds, mentor_role, direction, ends_on.
    """
    if ends_on <= starts_on:
        raise MoveRefused({"ends_on": _("The last day must come after the first one.")})
    if ends_on >= add_months(starts_on, LONGEST_MONTHS):
        raise MoveRefused({"ends_on": _("That is longer than five years. Check the year.")})
    settings = regulation_on(organization, starts_on)
    if mentor_role and mentor_role not in {role.code for role in settings.terms.mentor_roles}:
        raise MoveRefused({"mentor_role": _("The regulation does not have this role. Choose one of the list.")})
    if form not in {item.code for item in settings.forms.choosable}:
        raise MoveRefused({"form": _("The regulation does not have this form. Choose one of the list.")})
    _check_kinds(settings, kinds, direction, mentees)


def _check_kinds(settings, kinds, direction, mentees):
    allowed = {item.code: item for item in settings.kinds.items if item.enabled}
    if not kinds or not set(kinds) <= set(allowed):
        raise MoveRefused({"kinds": _("Choose at least one kind of those the regulation has.")})
    if len(kinds) > 1 and not settings.kinds.combinable:
        raise MoveRefused({"kinds": _("By the regulation kinds are not combined. Leave one.")})
    for code in kinds:
        if mentees < allowed[code].min_mentees:
            message = _("“%(kind)s” needs at least %(n)s mentees. Add mentees or choose another kind.")
            raise MoveRefused({"kinds": message % {"kind": allowed[code].label, "n": allowed[code].min_mentees}})
    if direction == Direction.REVERSE and REVERSE_KIND not in kinds:
        raise MoveRefused({"direction": _("A reverse link needs the reverse kind. Choose it among the kinds.")})


def check_people(mentor_entry, mentee_entries, direction, *, replaces=None):
    """Refuse whoever cannot be chosen: state in the bank, own mentor, places, another link underway than ``replaces``.

    The entries are locked by the caller. Raises MoveRefused by field: mentor, mentee.
    """
    mentor = mentor_entry.employment.person
    _check_state(mentor_entry, "mentor")
    _check_granted(mentor_entry)
    for entry in mentee_entries:
        _check_state(entry, "mentee")
        if entry.employment.person_id == mentor.pk:
            raise MoveRefused({"mentee": _("Nobody can be their own mentor. Choose somebody else.")})
    _check_places(mentor_entry, len(mentee_entries))
    busy = Member.objects.holding_places().filter(mentee_entry__in=mentee_entries, direction=direction)
    busy = busy.exclude(mentorship=replaces) if replaces else busy
    if member := busy.first():
        message = _("%(mentee)s already has %(mentor)s as mentor, proposed or working. Choose somebody else.")
        names = {"mentee": member.person.short_name, "mentor": member.mentor_person.short_name}
        raise MoveRefused({"mentee": message % names})


def check_line_manager(mentor_entry, mentee_entries, reason):
    """Refuse a mentor who leads one of the mentees at work, unless a ``reason`` is given.

    Raises MoveRefused by the field override_reason. Returns the reason as it is kept: "" where nobody is led.
    """
    reason, led = clean_text(reason).strip(), led_by(mentor_entry, mentee_entries)
    if len(reason) > OVERRIDE_LENGTH:
        raise MoveRefused({"override_reason": _("Say it shorter: 300 characters at most.")})
    if led and not reason:
        message = _("%(mentor)s is a line manager of %(mentees)s. Write why it should be this mentor all the same.")
        names = {"mentor": mentor_entry.employment.person.short_name}
        names["mentees"] = ", ".join(entry.employment.person.short_name for entry in led)
        raise MoveRefused({"override_reason": message % names})
    return reason if led else ""


def _check_state(entry, field):
    if entry.state not in CHOOSABLE:
        message = _("%(name)s cannot be chosen now: in the bank it says “%(state)s”. Mend the card there first.")
        values = {"name": entry.employment.person.short_name, "state": entry.get_state_display()}
        raise MoveRefused({field: message % values})


def _check_granted(mentor_entry):
    if not taking(MentorEntry.objects.filter(pk=mentor_entry.pk)).exists():
        message = _("%(name)s does not take new mentees here: the work ends with the last pair. Choose somebody else.")
        raise MoveRefused({"mentor": message % {"name": mentor_entry.employment.person.short_name}})


def _check_places(mentor_entry, wanted):
    taken = Member.objects.holding_places().filter(mentorship__mentor_entry=mentor_entry).count()
    _check_limit(mentor_entry, taken, wanted)
    free = max(mentor_entry.capacity - mentor_entry.places_away - taken, 0)
    if wanted <= free:
        return
    if free == 0:
        message = _("%(name)s has no free places. Choose another mentor or raise the number in the bank.")
    else:
        message = ngettext(
            "%(name)s has only %(free)s free place. Choose fewer mentees or another mentor.",
            "%(name)s has only %(free)s free places. Choose fewer mentees or another mentor.",
            free,
        )
    raise MoveRefused({"mentor": message % {"name": mentor_entry.employment.person.short_name, "free": free}})


def _check_limit(mentor_entry, taken, wanted):
    """Refuse more mentees than one mentor may have by the regulation, whatever the places on the card."""
    organization = mentor_entry.employment.organization
    limit = regulation_on(organization, organization.today()).bank.max_mentees
    if limit is None or taken + wanted <= limit:
        return
    message = ngettext(
        "By the regulation a mentor has at most %(n)s mentee; %(name)s has %(taken)s already. Choose another mentor.",
        "By the regulation a mentor has at most %(n)s mentees; %(name)s has %(taken)s already. Choose another mentor.",
        limit,
    )
    values = {"n": limit, "name": mentor_entry.employment.person.short_name, "taken": taken}
    raise MoveRefused({"mentor": message % values})


def check_approved(mentorship):
    """Refuse a pair that has not passed the chain of approvals of the regulation."""
    lacking = lacking_approvals(mentorship)
    if lacking:
        message = _("%(pair)s is not approved yet: %(steps)s. Write the decisions down on the card of the pair.")
        steps = ", ".join(step.label for step in lacking)
        raise MoveRefused(message % {"pair": mentorship, "steps": steps})


def check_employment(entries, starts_on, ends_on):
    """Refuse a period outside somebody's employment. Raises MoveRefused by field: starts_on, ends_on."""
    for entry in entries:
        work, name = entry.employment, entry.employment.person.short_name
        if work.starts_on and starts_on < work.starts_on:
            message = _("%(name)s works here only from %(day)s. Begin later.")
            raise MoveRefused({"starts_on": message % {"name": name, "day": date_numeric(work.starts_on)}})
        if work.ends_on and ends_on > work.ends_on:
            raise MoveRefused({"ends_on": last_day_words(work, _("End earlier."))})


def consents_missing(employment, role):
    """The consents that ``employment`` lacks today for ``role``: a list of Purpose."""
    organization = employment.organization
    day = organization.today()
    return missing_purposes(employment, role, regulation_on(organization, day), day)


def check_consents(employment, role, missing=None):
    """Refuse while a consent that ``role`` needs is not in force: processing of data, written consent.

    The mentor's written consent is asked by law (Labor Code art. 351.8), the mentee's by the regulation. ``missing``
    are those ``consents_missing`` where they are known.
    """
    if missing := consents_missing(employment, role) if missing is None else missing:
        _refuse_without(employment, missing)


def purposes_given_by(mentorships):
    """What everybody in ``mentorships`` (rows of one organization) agreed to today, for ``check_consents_of``."""
    if not mentorships:
        return {}
    organization = mentorships[0].organization
    people = {work.person_id for row in mentorships for work in employments_of(row)}
    return purposes_given(people, organization, organization.today())


def check_consents_of(mentorship, given=None):
    """The same for everybody of the pair: one query for the consents and one for the rules, however many people.

    ``given`` are ``purposes_given_by`` several pairs, asked for once.
    """
    organization = mentorship.organization
    rules = regulation_on(organization, organization.today())
    given = purposes_given_by([mentorship]) if given is None else given
    mentor, *mentees = employments_of(mentorship)
    for work, role in [(mentor, Role.MENTOR), *((mentee, Role.MENTEE) for mentee in mentees)]:
        has = given.get(work.person_id, ())
        if missing := [purpose for purpose in required_purposes(role, rules) if purpose not in has]:
            _refuse_without(work, missing)


def _refuse_without(employment, missing):
    withdrawn = _withdrawn(employment, missing)
    values = {"name": employment.person.short_name}
    if withdrawn:
        message = _(
            "%(name)s took a consent back on %(day)s: %(purposes)s. Ask for it anew or take the pair out of the order."
        )
        values["day"] = date_numeric(withdrawn[0].withdrawn_on)
        missing = [Purpose(consent.purpose) for consent in withdrawn]
    else:
        message = _("A consent is missing: %(name)s, %(purposes)s. It is given on the page “My consents”.")
    raise MoveRefused(message % (values | {"purposes": ", ".join(str(purpose.label) for purpose in missing)}))


def _withdrawn(employment, missing):
    """Those of the missing consents that were given and taken back."""
    latest = latest_consents([employment.person], employment.organization)
    found = [latest.get((employment.person_id, purpose)) for purpose in missing]
    return [consent for consent in found if consent and consent.state == ConsentState.WITHDRAWN]


def hold_everybodys_consents(mentorships):
    """Lock the consents of everybody in ``mentorships``: a withdrawal comes before this transaction or after it.

    Before, and the gate refuses; after, and the curators are told to end the pair (``signals``).
    """
    people = {row.mentor_entry.employment.person_id for row in mentorships}
    people |= {member.mentee_entry.employment.person_id for row in mentorships for member in row.current_members}
    if mentorships:
        hold_consents(mentorships[0].organization, people)


def hold_everybodys_employment(mentorships):
    """Lock the staff cards of everybody in ``mentorships``: a leaving is noted before this transaction or after it."""
    works = {row.mentor_entry.employment_id for row in mentorships}
    works |= {member.mentee_entry.employment_id for row in mentorships for member in row.current_members}
    _hold_employment(works)


def hold_everybody(organization, mentorships):
    """Lock the consents, then the staff cards of everybody in the queryset ``mentorships``: whether there is any."""
    keys = _everybody(mentorships)
    if keys:
        hold_consents(organization, {person for _work, person in keys})
        _hold_employment({work for work, _person in keys})
    return bool(keys)


def hold_employment_of(mentorships):
    """Lock the staff cards of everybody in the queryset ``mentorships``."""
    _hold_employment({work for work, _person in _everybody(mentorships)})


def _hold_employment(works):
    list(Employment.objects.select_for_update().filter(pk__in=works).order_by("pk").values_list("pk"))


def _everybody(mentorships):
    """The keys (staff card, person) of everybody who is in ``mentorships`` now: one query."""
    mentor, mentee = "mentor_entry__employment", "members__mentee_entry__employment"
    paths = (mentor, f"{mentor}__person", mentee, f"{mentee}__person", "members__left_on")
    found = set()
    for work, person, mentee_work, mentee_person, left_on in mentorships.order_by().values_list(*paths):
        found.add((work, person))
        if mentee_work and left_on is None:
            found.add((mentee_work, mentee_person))
    return found


def check_at_work(mentorship):
    """Refuse a pair one of whose people has left, or leaves before its first day. The staff cards are locked."""
    first_day = max(mentorship.organization.today(), mentorship.starts_on)
    for employment in employments_of(mentorship):
        if employment.ends_on and employment.ends_on < first_day:
            raise MoveRefused(last_day_words(employment, _("Take this pair out of the order.")))


def employments_of(mentorship):
    """The staff cards of everybody in the pair now, the mentor first."""
    mentees = [member.mentee_entry.employment for member in mentorship.current_members]
    return [mentorship.mentor_entry.employment, *mentees]


def check_members(mentorship):
    """Refuse a group that shrank to one where its kinds ask for more: the curator mends that first."""
    if mentorship.is_shrunken and mentorship.state in UNDERWAY:
        message = _(
            "%(pair)s: one mentee is left of the group, and its kinds ask for more. "
            "Add a mentee or choose other kinds first."
        )
        raise MoveRefused(message % {"pair": mentorship})


def check_group(mentorship):
    """Refuse somebody who joins a group that does not work any more."""
    group = mentorship.joins
    if group is not None and group.state not in RUNNING:
        message = _("The group of %(mentor)s does not work any more. Propose another mentor to this mentee.")
        raise MoveRefused(message % {"mentor": group.mentor.short_name})


def check_everybodys_consents(mentorship):
    """Refuse while anybody of the pair lacks a consent: one may have been withdrawn since it was agreed."""
    hold_everybodys_consents([mentorship])
    check_consents_of(mentorship)
