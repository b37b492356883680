"""The new mentor where one is replaced or leaves: a new pair, agreed by both as any other."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from people.history.services import record
from programs.applications.selectors import awaits_successor, rules_of
from programs.applications.services import guards
from programs.mentorships.services import propose_mentorship


@transaction.atomic
def propose_successor(application, *, by, mentor_entry, starts_on, ends_on, focus="", override_reason=""):
    """Propose ``mentor_entry`` to the mentee of a replacement, or to all the mentees of a mentor who leaves.

    The new pair takes over form, direction and those kinds that so many mentees allow, and names the old
    one as what it replaces; the order takes both. ``override_reason`` says why a line manager takes over, where that
    is so. Raises MoveRefused unless a granted application waits for it, and as `propose_mentorship` does.
    Returns the new Mentorship.
    """
    row = guards.lock_with_pairs(application)
    guards.check_is_not_own(row, by)
    if not awaits_successor(row):
        raise MoveRefused(_("A new mentor is not looked for here (any more). Refresh the page to see what changed."))
    old = row.mentorship
    if mentor_entry.pk == old.mentor_entry_id:
        raise MoveRefused({"mentor": _("This is the mentor who is replaced. Choose somebody else.")})
    members = [row.member] if row.member else old.current_members
    pair = propose_mentorship(
        row.organization,
        by=by,
        mentor_entry=mentor_entry,
        mentee_entries=[member.mentee_entry for member in members],
        form=old.form,
        kinds=_kinds_for(len(members), old),
        starts_on=starts_on,
        ends_on=ends_on,
        focus=focus,
        direction=old.direction,
        mentor_role=old.mentor_role,
        override_reason=override_reason,
        replaces=old,
    )
    row.successor = pair
    row.save(update_fields=["successor"])
    record(row, gettext_noop("A new mentor is proposed"), by=by, reason=pair.mentor.short_name)
    application.successor = pair
    return pair


def _kinds_for(mentees, old):
    """The kinds of ``old`` that ``mentees`` are enough for; where a group kind was the only one, that of a pair."""
    fitting = [row.code for row in rules_of(old.organization).kinds.items if row.enabled and row.min_mentees <= mentees]
    return [code for code in old.kinds if code in fitting] or fitting[:1] or old.kinds
