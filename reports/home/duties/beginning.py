"""What a new organization begins with: the staff, then the two banks."""

from django.utils.translation import gettext as _

from people.models import Employment, MenteeEntry, MentorEntry, StaffImport
from people.staff.states import UNFINISHED
from reports.home.duties.base import WEEK, Duty


def _has_teachers(organization):
    return Employment.objects.filter(organization=organization, is_teacher=True).exists()


def staff_to_load(actor, day):
    """Nobody to mentor or to be mentored is entered, and no list is on its way."""
    on_its_way = StaffImport.objects.filter(organization=actor.organization, state__in=UNFINISHED)
    if _has_teachers(actor.organization) or on_its_way.exists():
        return []
    detail = _("A table from Excel is enough. Banks, pairs and orders take people from it.")
    url = actor.url("people:staff_import_create")
    return [
        Duty(_("Begin with the staff: load the list of teachers"), _("Load the list"), url, detail, WEEK, primary=True)
    ]


def banks_to_fill(actor, day):
    """The staff is there, and one of the banks has nobody yet."""
    if not _has_teachers(actor.organization):
        return []
    lines = (
        (MentorEntry, _("Nobody is in the bank of mentors yet"), "people:mentor_create"),
        (MenteeEntry, _("Nobody is in the bank of mentees yet"), "people:mentee_create"),
    )
    detail = _("Consents are asked for at once.")
    return [
        Duty(title, _("Enter the first one"), actor.url(name), detail, WEEK)
        for model, title, name in lines
        if not model.objects.of_organization(actor.organization).exists()
    ]
