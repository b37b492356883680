"""Closing an organization, and merging one into another: the work of its people goes on, its papers stay."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.accounts.models import Invitation, Membership
from people.accounts.services import end_sessions
from people.accounts.states import Role
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.services import archive_entry
from people.banks.states import LIVE_STATES
from people.history.services import record
from people.organizations.models import Organization
from people.organizations.signals import organization_ending
from people.staff.models import Employment

ONE_DAY = datetime.timedelta(days=1)
# What of a staff card goes with its person; the personnel number and the building belong to the organization.
KEPT = (
    "person", "post", "post_case_forms", "subject", "category", "category_on", "education", "is_teacher", "phone",
    "email", "experience_since", "post_since", "subject_since", "is_external",
)  # fmt: skip
# They keep reading what they answered for; a closed organization takes no writes from anybody.
READERS = (Role.DIRECTOR, Role.CURATOR)


@transaction.atomic
def close_organization(organization, *, by, on):
    """Close the organization from a day that has come: it can be read, nothing is written any more.

    Raises MoveRefused while pairs, programs or orders run, saying which and how many.
    """
    row = _open_one(organization)
    _check_day(row, on)
    _check_nothing_runs(row)
    _end_invitations(row)
    row.closed_on = on
    row.save(update_fields=["closed_on"])
    record(row, gettext_noop("Organization closed"), by=by, reason=date_numeric(on))
    return row


@transaction.atomic
def reopen_organization(organization, *, by):
    """Take a closing back. Raises MoveRefused for one merged into another: its people work there now."""
    row = Organization.objects.select_for_update().get(pk=organization.pk)
    if row.merged_into_id or row.closed_on is None:
        raise MoveRefused(_("Only a closed organization that was not merged is opened again. Refresh the page."))
    row.closed_on = None
    row.save(update_fields=["closed_on"])
    record(row, gettext_noop("Organization opened again"), by=by)
    return row


@transaction.atomic
def merge_organization(organization, into, *, by, on):
    """Merge the organization into another from a day that has come; returns the receiving one.

    Everybody who works there goes on in ``into`` with the same person, account, post, subject, category and
    experience; entries of the banks are archived, roles end except those of the head and the curator, who read on.
    Raises MoveRefused while pairs, programs or orders run, saying which and how many; then nothing is written.
    """
    if organization.pk == into.pk:
        raise MoveRefused(_("An organization cannot be merged into itself. Choose another one."))
    # By key, so that two merges the other way round wait for each other instead of standing still.
    pair = {row.pk: row for row in Organization.objects.select_for_update().order_by("pk").filter(
        pk__in=(organization.pk, into.pk)
    )}  # fmt: skip
    row, into = pair[organization.pk], pair[into.pk]
    for each in (row, into):
        _check_open(each)
    _check_day(row, on)
    _check_nothing_runs(row)
    for employment in _working(row, on):
        _move_work(employment, into, on, by)
    _end_invitations(row)
    _end_roles(row, on)
    row.closed_on, row.merged_into = on, into
    row.save(update_fields=["closed_on", "merged_into"])
    record(row, gettext_noop("Organization merged"), by=by, reason=f"{into.short_name}, {date_numeric(on)}")
    record(into, gettext_noop("Took another organization in"), by=by, reason=f"{row.short_name}, {date_numeric(on)}")
    return into


def _open_one(organization):
    row = Organization.objects.select_for_update().get(pk=organization.pk)
    _check_open(row)
    return row


def _check_open(row):
    if row.closed_on:
        message = _("%(name)s is closed since %(day)s. Choose an organization that works.")
        raise MoveRefused(message % {"name": row.short_name, "day": date_numeric(row.closed_on)})


def _check_day(row, on):
    if on > row.today():
        raise MoveRefused(_("The day is still ahead: work may begin there before it. Enter this on the day itself."))
    opened = row.regulations.order_by("valid_from").values_list("valid_from", flat=True).first()
    if opened and on <= opened:
        message = _("The organization works here since %(day)s. Choose a later day.")
        raise MoveRefused(message % {"day": date_numeric(opened)})


def _check_nothing_runs(row):
    answers = organization_ending.send(Organization, organization=row)
    found = [sentence for _receiver, sentences in answers for sentence in sentences]
    if found:
        message = _("The organization still works: %(what)s. Bring this to an end first, then close it.")
        raise MoveRefused(message % {"what": ", ".join(found)})


def _working(row, on):
    rows = Employment.objects.select_for_update(of=("self",)).filter(organization=row)
    rows = rows.filter(Q(ends_on=None) | Q(ends_on__gte=on)).select_related("person")
    return rows.prefetch_related("mentor_entry", "mentee_entry").order_by("-is_primary", "pk")


def _move_work(employment, into, on, by):
    """End one employment on the day before and begin it anew; whoever works in both goes on beside."""
    _archive(employment, by)
    values = {name: getattr(employment, name) for name in KEPT}
    here = Employment.objects.filter(organization=into, person=employment.person, is_primary=True, ends_on=None)
    last_day, begin = employment.ends_on, max(on, employment.starts_on or on)
    new = Employment.objects.create(
        organization=into,
        starts_on=begin,
        ends_on=last_day,
        is_primary=employment.is_primary and not here.exists(),
        **values,
    )
    employment.ends_on = max(on - ONE_DAY, employment.starts_on or on - ONE_DAY)
    employment.version += 1
    employment.save(update_fields=["ends_on", "version"])
    record(employment, gettext_noop("Left with the merger"), by=by, reason=into.short_name)
    record(new, gettext_noop("Came with the merger"), by=by, reason=employment.organization.short_name)


def _archive(employment, by):
    for model in (MentorEntry, MenteeEntry):
        entry = model.objects.filter(employment=employment).first()
        if entry is not None and entry.state in LIVE_STATES:
            archive_entry(entry, by=by, reason=_("The organization was merged."))


def _end_invitations(row):
    Invitation.objects.filter(organization=row, used_at=None).delete()


def _end_roles(row, on):
    """Heads and curators keep theirs to read; whoever loses a role signs in anew."""
    held = Membership.objects.select_for_update(of=("self",)).filter(organization=row).select_related("user")
    held = held.filter(Q(ends_on=None) | Q(ends_on__gte=on))
    for membership in held:
        if membership.role in READERS and membership.stands_in_for_id is None and membership.ends_on is None:
            continue
        if membership.starts_on >= on:
            membership.delete()
        else:
            membership.ends_on = on - ONE_DAY
            membership.save(update_fields=["ends_on"])
        end_sessions(membership.user)
