"""Proposing a pair or a group and changing the terms before the order."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from mentoring.lib.versions import save_version
from people.history.services import move, record
from people.organizations.selectors import rules_kept
from programs.mentorships.announcements import mentorship_proposed
from programs.mentorships.models import Mentorship
from programs.mentorships.selectors import reverse_entries
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.approvals import drop_approvals
from programs.mentorships.services.joining import add_members
from programs.mentorships.services.locking import locked_entries
from programs.mentorships.states import BEFORE_ORDER, REVERSE_KIND, Direction, MentorshipState, Structure


@transaction.atomic
@rules_kept.within
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
    mentor_entry, mentee_entries = locked_entries(organization, mentor_entry, mentee_entries)
    period = {"starts_on": starts_on, "ends_on": ends_on}
    terms = {"form": form, "kinds": list(kinds), "direction": direction, "mentor_role": mentor_role}
    guards.check_terms(organization, mentees=len(mentee_entries), **terms, **period)
    guards.check_people(mentor_entry, mentee_entries, direction, replaces=replaces)
    guards.check_employment([mentor_entry, *mentee_entries], **period)
    override_reason = guards.check_line_manager(mentor_entry, mentee_entries, override_reason)
    mentorship = Mentorship.objects.create(
        organization=organization,
        mentor_entry=mentor_entry,
        structure=Structure.GROUP if len(mentee_entries) > 1 else Structure.PAIR,
        focus=clean_text(focus).strip(),
        override_reason=override_reason,
        replaces=replaces,
        **terms,
        **period,
    )
    return _proposed(mentorship, mentee_entries, by)


def _proposed(mentorship, mentee_entries, by):
    """Take the mentees in, write the proposal down and tell everybody who is asked."""
    add_members(mentorship, mentee_entries, is_new=True)
    record(mentorship, gettext_noop("Proposed"), by=by, to_state=MentorshipState.PROPOSED)
    tidings.tell_proposed(mentorship, mentee_entries)
    mentorship_proposed.send(Mentorship, mentorship=mentorship, by=by)
    return mentorship


@transaction.atomic
def propose_both_ways(organization, *, by, mentor_entry, mentee_entries, kinds, **terms):
    """Propose a pair and its reverse in one step: each of the two mentors the other. Returns both Mentorships.

    Both stand in both banks; the second direction is of the reverse kind. Raises MoveRefused as
    ``propose_mentorship`` does, and for a group or somebody who lacks a card in the other bank.
    """
    if len(mentee_entries) != 1:
        raise MoveRefused({"both_ways": _("Both directions are for a pair: choose one mentee.")})
    reverse = reverse_entries(mentor_entry, mentee_entries[0])
    if reverse is None:
        message = _("For both directions both people stand in both banks. Enter the missing card first.")
        raise MoveRefused({"both_ways": message})
    people = {"mentor_entry": mentor_entry, "mentee_entries": mentee_entries}
    forward = propose_mentorship(organization, by=by, kinds=kinds, **people, **terms)
    people = {"mentor_entry": reverse[0], "mentee_entries": [reverse[1]]}
    terms |= {"direction": Direction.REVERSE, "mentor_role": ""}
    try:
        return forward, propose_mentorship(organization, by=by, kinds=[REVERSE_KIND], **people, **terms)
    except MoveRefused as refusal:
        if "override_reason" in getattr(refusal, "error_dict", {}):
            message = _("The other way round the mentor would be a line manager. Propose that direction by itself.")
            raise MoveRefused({"both_ways": message}) from refusal
        raise MoveRefused({"both_ways": refusal.messages}) from refusal


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
    _check_changed(row, terms)
    if row.is_shrunken:
        terms["structure"] = Structure.PAIR
    for name, value in terms.items():
        setattr(row, name, value)
    save_version(row, list(terms), expected=expected_version)
    row.members.filter(left_on__isnull=True).update(joined_on=starts_on)
    _ask_again(row, by)
    return row


def _check_changed(row, terms):
    """Refuse other terms that the regulation, the group joined or the days of work of anybody forbid."""
    _check_joining(row, terms)
    members = row.current_members
    mentees = len(members) + (len(row.joins.current_members) if row.is_joining else 0)
    asked = {name: value for name, value in terms.items() if name != "focus"}
    guards.check_terms(row.organization, mentees=mentees, direction=row.direction, **asked)
    entries = [row.mentor_entry, *(member.mentee_entry for member in members)]
    guards.check_employment(entries, terms["starts_on"], terms["ends_on"])


def _check_joining(row, terms):
    """Whoever joins a group at work takes its terms; only the day of joining may be another."""
    kept = [name for name in terms if name != "starts_on" and getattr(row, name) != terms[name]]
    if row.is_joining and kept:
        raise MoveRefused(_("These are the terms of the group at work. Only the first day can be another."))
    if row.is_joining and not row.joins.starts_on <= terms["starts_on"]:
        raise MoveRefused({"starts_on": _("Choose a day within the period of the group.")})


@transaction.atomic
def add_mentee(mentorship, mentee_entry, *, by, override_reason=""):
    """Add a mentee to a proposal that is in no order yet: the newcomer and the mentor are asked, the others are not.

    A pair becomes a group by it, which is another thing for its mentee: then everybody is asked. Approvals are taken
    away. ``override_reason`` says why the mentor is a line manager of the newcomer, where that is so. Raises
    MoveRefused by field (mentee, mentor, override_reason) for people who cannot, and for a pair in an order.
    """
    row = guards.lock(mentorship)
    if row.state not in BEFORE_ORDER or row.is_joining:
        raise MoveRefused(_("A mentee is added here before the pair goes into an order, later by an order of its own."))
    mentor, mentees = locked_entries(row.organization, row.mentor_entry, [mentee_entry])
    guards.check_people(mentor, mentees, row.direction)
    guards.check_employment(mentees, row.starts_on, row.ends_on)
    override_reason = guards.check_line_manager(mentor, mentees, override_reason)
    known = [member.person for member in row.current_members if member.agreed_at]
    was_group = row.structure == Structure.GROUP and not row.is_shrunken
    row.structure = Structure.GROUP
    row.override_reason = override_reason or row.override_reason
    save_version(row, ["structure", "override_reason"], expected=row.version)
    if not was_group:
        row.members.update(agreed_at=None)
    told = [row.mentor] if row.mentor_agreed_at else []
    add_members(row, mentees)
    _ask_mentor(row, by, mentees[0].employment.person)
    row = guards.lock(row)
    tidings.tell_added(row, mentees[0].employment.person, told if was_group else [*told, *known])
    mentorship.state, mentorship.version = row.state, row.version
    return row


def _ask_mentor(row, by, newcomer):
    deed, reason = gettext_noop("A mentee is added to the proposal"), newcomer.short_name
    if row.state != MentorshipState.PROPOSED:
        move(row, MentorshipState.PROPOSED, by=by, deed=deed, reason=reason, mentor_agreed_at=None)
    else:
        record(row, deed, by=by, reason=reason)
    drop_approvals(row, by=by)


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
