"""Both sides as they stand in the banks, held until the end of the transaction."""

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from people.banks.models import MenteeEntry, MentorEntry


def locked_entries(organization, mentor_entry, mentee_entries):
    """Both sides as they stand in this organization's banks, locked; refuses strangers and an empty choice."""
    wanted = {entry.pk for entry in mentee_entries}
    if not wanted:
        raise MoveRefused({"mentee": _("Choose at least one mentee.")})
    mentor = _rows(MentorEntry, organization).filter(pk=mentor_entry.pk).first()
    mentees = list(_rows(MenteeEntry, organization).filter(pk__in=wanted).order_by("pk"))
    if mentor is None or len(mentees) != len(wanted):
        raise MoveRefused(_("Somebody chosen does not stand in the banks of this organization. Choose again."))
    for entry in (mentor, *mentees):
        entry.employment.organization = organization
    return mentor, mentees


def _rows(model, organization):
    rows = model.objects.of_organization(organization).select_related("employment__person")
    return rows.select_for_update(of=("self",))
