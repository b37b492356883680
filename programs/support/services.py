"""Every write of the room: support begins, the psychologist is asked, contacts are written down, cases end."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.accounts.models import User
from people.accounts.states import Role
from people.banks.models import MenteeEntry
from people.banks.states import EntryState
from people.history.services import move, record
from people.notices.services import notify_on_commit
from programs.support.models import SupportCase, SupportContact, SupportNote
from programs.support.permissions import has_psychologist
from programs.support.selectors import unpaired
from programs.support.states import CaseState

LONGEST_NOTE = 10_000
MENTOR_FOUND = gettext_noop("A mentor is found, the pair works")
LEFT_BANK = gettext_noop("The mentee left the bank")
TAKEN_YOU = gettext_noop("You get support while a mentor is sought for you. The search goes on.")
TAKEN = gettext_noop("%(name)s gets support while a mentor is sought.")
ASKED = gettext_noop("You are asked to support %(name)s while a mentor is sought.")


def open_case(entry, *, by):
    """The open case of the mentee, made if there is none. Raises MoveRefused for somebody who has a mentor."""
    row = MenteeEntry.objects.select_for_update(of=("self",)).select_related("employment__person").get(pk=entry.pk)
    case = row.support_cases.open().first()
    if case is not None:
        return case
    organization = row.employment.organization
    if not unpaired(organization).filter(pk=row.pk).exists():
        message = _("%(name)s is not without a mentor any more. Look at the card.")
        raise MoveRefused(message % {"name": row.employment.person.short_name})
    case = SupportCase.objects.create(organization=organization, mentee_entry=row, opened_on=organization.today())
    record(case, gettext_noop("The search goes on"), by=by, to_state=case.state)
    return case


@transaction.atomic
def take_into_support(entry, *, by):
    """Begin the support of a mentee without a mentor; the mentee and the curators are told. Returns the case."""
    case = open_case(entry, by=by)
    move(case, CaseState.SUPPORT, by=by, deed=gettext_noop("Taken into support"))
    _tell([getattr(entry.employment.person, "user", None)], TAKEN_YOU, case)
    _tell(_holders(case.organization, Role.CURATOR, but=by), TAKEN, case, name=entry.employment.person.short_name)
    return case


@transaction.atomic
def ask_psychologist(entry, *, by):
    """Ask the psychologists to support the mentee. Raises MoveRefused if nobody is there or it was asked already."""
    case = open_case(entry, by=by)
    if not has_psychologist(case.organization, case.organization.today()):
        raise MoveRefused(_("There is no psychologist here: write the contacts down yourself."))
    if case.asked_on or case.state == CaseState.SUPPORT:
        raise MoveRefused(_("The psychologist knows of it already."))
    case.asked_on = case.organization.today()
    case.save(update_fields=["asked_on"])
    record(case, gettext_noop("The psychologist was asked"), by=by)
    _tell(_holders(case.organization, Role.PSYCHOLOGIST, but=by), ASKED, case, name=entry.employment.person.short_name)
    return case


@transaction.atomic
def add_contact(entry, *, by, held_on, form, note=""):
    """Write down that there was a contact; it begins the support. The note is kept apart, for its writer alone.

    Neither the history nor a notice repeats the note. Raises MoveRefused for a day to come. Returns the contact.
    """
    case = open_case(entry, by=by)
    _check_day(case, held_on)
    if case.state == CaseState.SEARCHING:
        take_into_support(entry, by=by)
    contact = SupportContact.objects.create(case=case, held_on=held_on, form=form, by=by, at=now())
    _write_note(contact, note)
    record(case, gettext_noop("A contact is written down"), by=by)
    return contact


@transaction.atomic
def change_contact(contact, *, by, held_on, form, note=""):
    """Correct one's own contact and its note; an empty note is taken away. Raises MoveRefused for somebody else's."""
    row = _own(contact, by)
    _check_day(row.case, held_on)
    row.held_on, row.form = held_on, form
    row.save(update_fields=["held_on", "form"])
    _write_note(row, note)
    record(row.case, gettext_noop("A contact is corrected"), by=by)
    return row


@transaction.atomic
def remove_contact(contact, *, by):
    """Take one's own contact away with its note. Raises MoveRefused for somebody else's."""
    row = _own(contact, by)
    record(row.case, gettext_noop("A contact is removed"), by=by)
    row.delete()


def _own(contact, by):
    row = SupportContact.objects.select_for_update(of=("self",)).select_related("case__organization")
    row = row.filter(pk=contact.pk, by=by).first()
    if row is None:
        raise MoveRefused(_("Only the one who wrote a contact down changes it."))
    return row


def _check_day(case, held_on):
    if held_on > case.organization.today():
        raise MoveRefused({"held_on": _("This day has not come yet. Choose today or an earlier day.")})


def _write_note(contact, note):
    text = clean_text(note).strip()
    if len(text) > LONGEST_NOTE:
        raise MoveRefused({"note": _("Say it shorter: 10,000 characters at most.")})
    if text:
        SupportNote.objects.update_or_create(contact=contact, defaults={"text": text})
    else:
        SupportNote.objects.filter(contact=contact).delete()


def follow_pair(mentorship, *, by):
    """Close the cases of the mentees of a pair that works now: a mentor is found."""
    mentees = mentorship.members.filter(left_on__isnull=True).order_by().values("mentee_entry")
    cases = SupportCase.objects.open().filter(mentee_entry__in=mentees)
    _end(cases, CaseState.PAIRED, MENTOR_FOUND, by, mentorship.organization)


def follow_entry(entry, *, by):
    """Close the case of a mentee who leaves the bank."""
    _end(entry.support_cases.open(), CaseState.CLOSED, LEFT_BANK, by, entry.employment.organization)


def _end(cases, state, deed, by, organization):
    for case in cases:
        case.organization = organization
        move(case, state, by=by, deed=deed, ended_on=case.organization.today())


@transaction.atomic
def keep_cases(organization, *, by=None):
    """Open a case for every mentee without a mentor and close what is over. Returns how many; may run every day."""
    waiting = unpaired(organization)
    cases = SupportCase.objects.open().filter(organization=organization)
    left = cases.filter(mentee_entry__state=EntryState.ARCHIVED)
    found = cases.filter(mentee_entry__state=EntryState.PAIRED).exclude(mentee_entry__in=waiting.values("pk"))
    changed = len(left) + len(found)
    _end(left, CaseState.CLOSED, LEFT_BANK, by, organization)
    _end(found, CaseState.PAIRED, MENTOR_FOUND, by, organization)
    for entry in waiting.exclude(support_cases__in=cases):
        open_case(entry, by=by)
        changed += 1
    return changed


def _holders(organization, role, *, but):
    return User.objects.holding(role, organization).exclude(pk=but.pk)


def _tell(users, sentence, case, **values):
    url = reverse("programs:support_card", args=[case.organization.slug, case.mentee_entry_id])
    notify_on_commit(users, sentence, organization=case.organization, url=url, **values)
