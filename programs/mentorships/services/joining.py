"""A mentee who joins a group at work: proposed, agreed and ordered like a pair, then a member of the group itself."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.services import pair_entry
from people.history.services import move, record
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.services import guards, tidings
from programs.mentorships.services.locking import locked_entries
from programs.mentorships.states import BEFORE_ORDER, MentorshipState, Structure


@transaction.atomic
def propose_joining(group, mentee_entry, *, by, starts_on, override_reason=""):
    """Ask a mentee and the mentor whether the mentee joins ``group``, which works already, from ``starts_on``.

    The terms are those of the group. Returns the Mentorship of the way there; its order makes the mentee a member.
    ``override_reason`` says why the mentor is a line manager of the mentee, where that is so. Raises MoveRefused by
    field (mentee, mentor, starts_on, override_reason) for a group that does not work and for people who cannot.
    """
    row = guards.lock(group)
    if row.state != MentorshipState.ACTIVE or row.is_joining:
        raise MoveRefused(_("Only a group at work takes somebody in by an order. Look at the state of the group."))
    mentor, mentees = locked_entries(row.organization, row.mentor_entry, [mentee_entry])
    if not row.starts_on <= starts_on < row.ends_on:
        raise MoveRefused({"starts_on": _("Choose a day within the period of the group.")})
    if any(member.mentee_entry_id == mentee_entry.pk for member in row.current_members):
        raise MoveRefused({"mentee": _("This mentee is in the group already. Choose somebody else.")})
    guards.check_people(mentor, mentees, row.direction)
    guards.check_employment([mentor, *mentees], starts_on, row.ends_on)
    override_reason = guards.check_line_manager(mentor, mentees, override_reason)
    joining = Mentorship.objects.create(
        organization=row.organization,
        mentor_entry=mentor,
        structure=Structure.GROUP,
        direction=row.direction,
        form=row.form,
        kinds=row.kinds,
        mentor_role=row.mentor_role,
        focus=row.focus,
        starts_on=starts_on,
        ends_on=row.ends_on,
        override_reason=override_reason,
        joins=row,
    )
    add_members(joining, mentees, is_new=True)
    record(joining, gettext_noop("Proposed to join the group"), by=by, to_state=MentorshipState.PROPOSED)
    record(
        row, gettext_noop("A mentee is proposed for the group"), by=by, reason=mentees[0].employment.person.short_name
    )
    tidings.tell_proposed(joining, mentees)
    return joining


def add_members(mentorship, mentee_entries, *, is_new=False):
    """Give ``mentorship`` a row for each mentee; whoever was in it, which if it ``is_new`` is nobody, keeps the row."""
    known = {} if is_new else {member.mentee_entry_id: member for member in mentorship.members.all()}
    for entry in mentee_entries:
        member = known.get(entry.pk) or Member(mentorship=mentorship, mentee_entry=entry)
        member.mentor_person = mentorship.mentor
        member.mentee_person = entry.employment.person
        member.direction = mentorship.direction
        member.joined_on, member.left_on, member.agreed_at = mentorship.starts_on, None, None
        member.save()


def entries_of(row):
    """The bank entries of everybody who is in the pair now, locked, as they stand."""
    mentees = [member.mentee_entry_id for member in row.current_members]
    return [
        *MentorEntry.objects.select_for_update().filter(pk=row.mentor_entry_id),
        *MenteeEntry.objects.select_for_update().filter(pk__in=mentees).order_by("pk"),
    ]


def join_group(mentorship, row, *, by, ordered_on):
    """Make the mentee of the ordered ``row`` a member of its group from the first day on.

    Raises MoveRefused if the group does not work (any more) or the mentee already works with another mentor.
    """
    group = guards.lock(row.joins)
    row.joins = group
    guards.check_group(row)
    move(
        mentorship,
        MentorshipState.JOINED,
        by=by,
        deed=gettext_noop("Joined the group"),
        ordered_on=ordered_on,
        ended_on=row.starts_on,
    )
    for member in row.current_members:
        own = Member.objects.filter(mentorship=group, mentee_entry=member.mentee_entry).first()
        own = own or Member(mentorship=group, mentee_entry=member.mentee_entry)
        own.mentor_person, own.mentee_person = member.mentor_person, member.mentee_person
        own.direction, own.agreed_at, own.is_active = group.direction, member.agreed_at, True
        own.joined_on, own.left_on = row.starts_on, None
        _save_active(own, row)
    if group.structure != Structure.GROUP:
        group.structure = Structure.GROUP
        group.save(update_fields=["structure"])
    names = ", ".join(member.person.short_name for member in row.current_members)
    record(group, gettext_noop("A mentee joined the group"), by=by, reason=names)
    for entry in entries_of(row):
        pair_entry(entry, by=by, held=True)
    tidings.tell_joined(guards.lock(group), names)
    return mentorship


def _save_active(member, row):
    try:
        with transaction.atomic():
            member.save()
    except IntegrityError as error:
        message = _("Somebody of the pair %(pair)s already works with another mentor. End that work first.")
        raise MoveRefused(message % {"pair": row}) from error


def drop_joinings(group, *, by):
    """Let the proposals to join ``group`` fall, for it has ended; one in an order is refused there."""
    for joining in group.joinings.filter(state__in=BEFORE_ORDER).with_people():
        row = guards.lock(joining)
        if row.state not in BEFORE_ORDER:
            continue
        reason = _("The group has ended")
        day = row.organization.today()
        deed = gettext_noop("The proposal fell: the group has ended")
        move(row, MentorshipState.DECLINED, by=by, deed=deed, reason=reason, ended_on=day, end_reason=reason)
        tidings.tell_fallen(row)
