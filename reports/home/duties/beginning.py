"""What a new organization begins with: the staff, then the two banks."""

from django.db.models import Exists
from django.utils.translation import gettext as _

from people.models import Employment, MenteeEntry, MentorEntry, Organization, StaffImport
from people.staff.states import UNFINISHED
from reports.home.duties.base import WEEK, Duty
from reports.home.standing import needs


def _teachers(actor):
    return Employment.objects.filter(organization=actor.organization, is_teacher=True)


def _without_staff(actor, day):
    """The organization if nobody is entered and no list is on its way."""
    on_its_way = StaffImport.objects.filter(organization=actor.organization, state__in=UNFINISHED)
    rows = Organization.objects.filter(pk=actor.organization.pk)
    return rows.filter(~Exists(_teachers(actor)), ~Exists(on_its_way))


def _without_cards(actor, day):
    """The organization if its staff is entered and one of the banks is empty."""
    mentors, mentees = (
        Exists(model.objects.of_organization(actor.organization)) for model in (MentorEntry, MenteeEntry)
    )
    rows = Organization.objects.filter(pk=actor.organization.pk)
    return rows.filter(Exists(_teachers(actor)), ~mentors | ~mentees)


@needs(_without_staff)
def staff_to_load(actor, day):
    """Nobody to mentor or to be mentored is entered, and no list is on its way."""
    detail = _("A table from Excel is enough. Banks, pairs and orders take people from it.")
    url = actor.url("people:staff_import_create")
    return [
        Duty(_("Begin with the staff: load the list of teachers"), _("Load the list"), url, detail, WEEK, primary=True)
    ]


@needs(_without_cards)
def banks_to_fill(actor, day):
    """The staff is there, and one of the banks has nobody yet."""
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
