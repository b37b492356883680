"""Entering people in the banks and changing their cards."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import save_version
from people.banks.criteria import Answer
from people.banks.models import Difficulty, MenteeEntry, MentorCompetence, MentorEntry
from people.banks.selectors import newly_hired
from people.banks.services import guards
from people.banks.services.steps import ROLES, admit
from people.banks.states import EntryState
from people.history.services import record
from people.organizations.selectors import regulation_on
from people.staff.models import Employment

# model → (the table of its levels, the level column there)
LEVELS = {MentorEntry: (MentorCompetence, "level"), MenteeEntry: (Difficulty, "level_before")}


@transaction.atomic
def enter_mentor(employment, *, by, capacity=1, strengths=(), as_draft=False, **fields):
    """Put ``employment`` in the bank of mentors; ``strengths`` are pairs (competence, level 1–5).

    The entry waits as a candidate, or is active at once when the consent to processing is in force; what is
    missing is asked for. Raises MoveRefused for somebody who left or stands in the bank, for more places than the
    regulation allows, or for a competence of another organization, and CriteriaRefused where the regulation asks
    for more. A draft asks for nothing yet: ``steps.resume_entry`` enters it. Returns the MentorEntry.
    """
    return _enter(MentorEntry, employment, strengths, by=by, as_draft=as_draft, capacity=capacity, **fields)


@transaction.atomic
def enter_mentee(employment, *, by, needs=(), as_draft=False, **fields):
    """Put ``employment`` in the bank of mentees; ``needs`` are pairs (competence, level 1–5). See enter_mentor."""
    return _enter(MenteeEntry, employment, needs, by=by, as_draft=as_draft, **fields)


def _enter(model, employment, levels, *, by, as_draft=False, **fields):
    employment = (
        Employment.objects.select_for_update(of=("self",))
        .select_related("organization", "person")
        .get(pk=employment.pk)
    )
    day = employment.organization.today()
    if employment.ends_on and employment.ends_on < day:
        raise MoveRefused(_("This person does not work here any more. Choose somebody of the present staff."))
    entry = model.objects.filter(employment=employment).first()
    if entry is None:
        entry = model(employment=employment)
    elif entry.state != EntryState.ARCHIVED:
        raise MoveRefused(_("This person stands in the bank already. Open the card and change it there."))
    elif as_draft:
        raise MoveRefused(_("This person was in the bank before. Open the card in the archive and bring it back."))
    if not as_draft:
        guards.check_criteria(employment, ROLES[model])
    values = {"entered_on": day, "refreshed_on": day, "refreshed_by": by} | fields
    for name, value in values.items():
        setattr(entry, name, value)
    if model is MentorEntry:
        guards.check_capacity(entry)
    entry.save()
    _write_levels(entry, levels)
    if as_draft:
        record(entry, gettext_noop("Draft of a card made"), by=by, to_state=entry.state)
        return entry
    return admit(entry, by=by)


@transaction.atomic
def enter_newly_hired(organization, employments, *, by):
    """Put those of ``employments`` in the bank of mentees whom the regulation lets in on hiring, without a request.

    Raises MoveRefused where the regulation does not have it, or for somebody it does not propose (any more).
    Returns the entries.
    """
    settings = regulation_on(organization, organization.today())
    if not settings.bank.enter_on_hiring:
        raise MoveRefused(_("By the regulation nobody enters the bank on hiring alone. Add mentees one by one."))
    proposed = {row.pk for row, _grounds, answer in newly_hired(organization, settings) if answer == Answer.HELD}
    wanted = list(employments)
    if not wanted or not {row.pk for row in wanted} <= proposed:
        raise MoveRefused(_("Somebody chosen is not proposed any more. Look through the list and choose again."))
    return [_enter(MenteeEntry, row, (), by=by) for row in wanted]


@transaction.atomic
def edit_mentor(entry, *, by, values, strengths, expected_version):
    """Change a mentor's card; it counts as confirmed today.

    ``values`` are columns of MentorEntry, ``strengths`` the whole new list of (competence, level). Raises
    StaleSave, and writes nothing, if somebody saved the card since ``expected_version``, MoveRefused for places
    that cannot be.
    """
    before = MentorEntry.objects.select_for_update().get(pk=entry.pk)
    if values.get("capacity", before.capacity) != before.capacity:
        before.capacity = values["capacity"]
        guards.check_capacity(before)
    return _edit(entry, values, strengths, by=by, expected_version=expected_version)


@transaction.atomic
def edit_mentee(entry, *, by, values, needs, expected_version):
    """Change a mentee's card; levels reached at the end of a program stay. See edit_mentor."""
    return _edit(entry, values, needs, by=by, expected_version=expected_version)


def _edit(entry, values, levels, *, by, expected_version):
    values = values | {"refreshed_on": entry.employment.organization.today(), "refreshed_by": by}
    for name, value in values.items():
        setattr(entry, name, value)
    save_version(entry, list(values), expected=expected_version)
    _write_levels(entry, levels)
    record(entry, gettext_noop("Card changed"), by=by)
    return entry


def _write_levels(entry, levels):
    """Make the entry's competences exactly ``levels``; rows that stay keep what else they hold."""
    table, column = LEVELS[type(entry)]
    wanted = {competence.pk: level for competence, level in levels}
    if any(competence.organization_id != entry.employment.organization_id for competence, _level in levels):
        raise MoveRefused(_("A competence of another organization was chosen. Choose from your own catalog."))
    table.objects.filter(entry=entry).exclude(competence__in=wanted).delete()
    rows = [table(entry=entry, competence_id=competence, **{column: level}) for competence, level in wanted.items()]
    unique = ["entry", "competence"]
    table.objects.bulk_create(rows, update_conflicts=True, unique_fields=unique, update_fields=[column])
