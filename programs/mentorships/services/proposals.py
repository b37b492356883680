"""Proposing a pair or a group and changing the terms before the order."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from mentoring.lib.versions import save_version
from people.banks.models import MenteeEntry, MentorEntry
from people.history.services import move, record
from programs.mentorships.announcements import mentorship_proposed
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.approvals import drop_approvals
from programs.mentorships.states import BEFORE_ORDER, Direction, MentorshipState, Structure


@transaction.atomic
def propose_mentorship(
    organization,
    *,
    by,
    mentor_entry,
    mentee_entries,
    form,
    kinds,
    starts_on,
    ends_on,
    focus="",
    direction=Direction.FORWARD,
    mentor_role="",
    override_reason="",
    replaces=None,
):
    """Propose a pair, or a group where there are several mentees, and ask everybody for an answer.

    The entries are locked, so two proposals made at once cannot take the same place or the same mentee. A mentee may
    still work in the pair that the new one ``replaces``. ``override_reason`` says why the mentor is a line manager of
    a mentee, where that is so.
    Raises MoveRefused, by field of the proposal where it belongs to one. Returns the Mentorship.
    """
    mentor_entry, mentee_entries = _locked(organization, mentor_entry, mentee_entries)
    guards.check_terms(
        organization,
        form=form,
        kinds=kinds,
        direction=direction,
        starts_on=starts_on,
        ends_on=ends_on,
        mentees=len(mentee_entries),
        mentor_role=mentor_role,
    )
    guards.check_people(mentor_entry, mentee_entries, direction, replaces=replaces)
    guards.check_employment([mentor_entry, *mentee_entries], starts_on, ends_on)
    override_reason = clean_text(override_reason).strip()
    led = guards.check_line_manager(mentor_entry, mentee_entries, override_reason)
    mentorship = Mentorship.objects.create(
        organization=organization,
        mentor_entry=mentor_entry,
        structure=Structure.GROUP if len(mentee_entries) > 1 else Structure.PAIR,
        direction=direction,
        form=form,
        kinds=list(kinds),
        mentor_role=mentor_role,
        focus=clean_text(focus).strip(),
        starts_on=starts_on,
        ends_on=ends_on,
        override_reason=override_reason if led else "",
        replaces=replaces,
    )
    _add_members(mentorship, mentee_entries)
    record(mentorship, gettext_noop("Proposed"), by=by, to_state=MentorshipState.PROPOSED)
    tidings.tell_proposed(mentorship)
    mentorship_proposed.send(Mentorship, mentorship=mentorship, by=by)
    return mentorship


def _locked(organization, mentor_entry, mentee_entries):
    """Both sides as they stand in this organization's banks, locked; refuses strangers and an empty choice."""
    wanted = {entry.pk for entry in mentee_entries}
    if not wanted:
        raise MoveRefused({"mentee": _("Choose at least one mentee.")})
    mentor = _rows(MentorEntry, organization).filter(pk=mentor_entry.pk).first()
    mentees = list(_rows(MenteeEntry, organization).filter(pk__in=wanted).order_by("pk"))
    if mentor is None or len(mentees) != len(wanted):
        raise MoveRefused(_("Somebody chosen does not stand in the banks of this organization. Choose again."))
    return mentor, mentees


def _rows(model, organization):
    rows = model.objects.of_organization(organization).select_related("employment__person")
    return rows.select_for_update(of=("self",))


def _add_members(mentorship, mentee_entries):
    Member.objects.bulk_create(
        Member(
            mentorship=mentorship,
            mentee_entry=entry,
            mentor_person=mentorship.mentor,
            mentee_person=entry.employment.person,
            direction=mentorship.direction,
            joined_on=mentorship.starts_on,
        )
        for entry in mentee_entries
    )


@transaction.atomic
def change_mentorship(mentorship, *, by, expected_version, form, kinds, starts_on, ends_on, focus="", mentor_role=""):
    """Change the terms of a pair that is not in an order yet; whoever agreed to the old terms is asked again.

    Approvals given to the old terms are taken away.

    Raises MoveRefused after the order has begun or if the terms cannot be, StaleSave if somebody changed them
    meanwhile. Without a change nothing is written. Returns the Mentorship as it stands.
    """
    row = guards.lock(mentorship)
    if row.state not in BEFORE_ORDER:
        raise MoveRefused(_("The terms can be changed only before the pair goes into an order."))
    terms = {
        "form": form,
        "kinds": list(kinds),
        "mentor_role": mentor_role,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "focus": clean_text(focus).strip(),
    }
    if all(getattr(row, name) == value for name, value in terms.items()):
        return row
    members = row.current_members
    guards.check_terms(
        row.organization,
        form=form,
        kinds=kinds,
        direction=row.direction,
        starts_on=starts_on,
        ends_on=ends_on,
        mentees=len(members),
        mentor_role=mentor_role,
    )
    entries = [row.mentor_entry, *(member.mentee_entry for member in members)]
    guards.check_employment(entries, starts_on, ends_on)
    for name, value in terms.items():
        setattr(row, name, value)
    save_version(row, list(terms), expected=expected_version)
    row.members.filter(left_on__isnull=True).update(joined_on=starts_on)
    _ask_again(row, by)
    return row


def _ask_again(mentorship, by):
    answered = mentorship.mentor_agreed_at or any(member.agreed_at for member in mentorship.current_members)
    if mentorship.state != MentorshipState.PROPOSED:
        deed = gettext_noop("Terms changed, everybody is asked again")
        move(mentorship, MentorshipState.PROPOSED, by=by, deed=deed, mentor_agreed_at=None)
    else:
        record(mentorship, gettext_noop("Terms changed"), by=by)
    mentorship.members.update(agreed_at=None)
    drop_approvals(mentorship, by=by)
    if answered:
        tidings.tell_changed(mentorship)
