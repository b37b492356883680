"""The life of a regulation's version: drafted, changed, sent to the head, in force from a day."""

import datetime
import json

from django.core.exceptions import NON_FIELD_ERRORS
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused, check_move
from mentoring.lib.ui import date_words
from mentoring.lib.versions import save_version
from people.history.services import move, record
from people.organizations.models import Organization, RegulationChange, RegulationVersion
from people.organizations.regulations import RegulationError, RegulationSettings, check_regulation, load_preset
from people.organizations.selectors import first_free_day, latest_in_force, needs_order, open_draft
from people.organizations.services import tidings
from people.organizations.states import RegulationState

RECOMMENDED = "recommended"
CLAUSES = "clauses"
# Five pages of paper, and a document no regulation comes near.
LONGEST_TEXT = 10_000
LONGEST_DOCUMENT = 1_000_000


@transaction.atomic
def draft_regulation(organization, *, by, valid_from=None, source=None, reason=""):
    """Open the one draft of ``organization``; returns the version.

    ``source`` is a preset's code or «recommended»; without it the draft is a copy of the regulation in force, of the
    recommendation where there is none. A copy of somebody else's text keeps the organization's own particulars.
    Raises MoveRefused while a draft is open and for a day the version cannot start on, KeyError for no preset.
    """
    _lock(organization)
    if open_draft(organization):
        raise MoveRefused(_("A draft is open already. Go on with it or drop it first."))
    present = latest_in_force(organization)
    valid_from = valid_from or first_free_day(organization)
    _check_start(organization, valid_from)
    top = organization.regulations.aggregate(top=Max("number"))["top"] or 0
    version = RegulationVersion.objects.create(
        organization=organization,
        number=top + 1,
        preset=source if source and source != RECOMMENDED else (present.preset if present and not source else ""),
        settings=_start_of(organization, present, source),
        state=RegulationState.DRAFT,
        valid_from=valid_from,
        reason=reason,
        drafted_by=by,
    )
    record(version, gettext_noop("Draft of the regulation opened"), by=by, to_state=RegulationState.DRAFT)
    return version


def _start_of(organization, present, source):
    if source is None and present:
        settings = check_regulation(present.settings).model_dump(mode="json")
        return _without_minutes(settings) if settings["regulation"]["amendments_need_order"] else settings
    settings = RegulationSettings.recommended() if source in (None, RECOMMENDED) else load_preset(source)
    settings = settings.model_dump(mode="json")
    settings["name"] = organization.short_name
    adoption = present.settings["regulation"] if present else RegulationSettings.recommended().regulation
    about = adoption["about"] if present else adoption.about
    particulars = {"about": about, "order_number": "", "order_on": None, "in_force_on": None}
    particulars |= {"amended_number": "", "amended_on": None}
    settings["regulation"] |= particulars
    return _without_minutes(settings)


def _without_minutes(settings):
    """A copy whose stamps lack number and day: a new edition is discussed anew, under minutes of its own."""
    blank = {"number": "", "on": None}
    about = settings["regulation"]
    return settings | {"regulation": about | {"stamps": [stamp | blank for stamp in about["stamps"]]}}


@transaction.atomic
def change_settings(version, changes, *, by, expected):
    """Write ``changes`` of an open draft: dotted path → JSON value, «clauses.<path>» → the clause, "" for none.

    The whole document is checked and the difference kept as RegulationChange, in the transaction of the save.
    Returns how many settings changed. Raises MoveRefused with {path of the fault: sentences}, StaleSave if somebody
    saved since ``expected``.
    """
    row = _locked(version)
    if not row.is_editable:
        raise MoveRefused(_("This regulation does not change any more. Open a new draft."))
    before = check_regulation(row.settings).model_dump(mode="json")
    after = _checked(_with(before, changes))
    written = _differences(before, after, changes)
    if not written:
        return 0
    row.settings = after
    save_version(row, ["settings"], expected=expected)
    RegulationChange.objects.bulk_create(
        RegulationChange(regulation=row, key=key, before=old, after=new, by=by, at=now()) for key, old, new in written
    )
    version.settings, version.version = row.settings, row.version
    return len(written)


def _checked(document):
    if len(json.dumps(document, ensure_ascii=False)) > LONGEST_DOCUMENT or _has_long_text(document):
        raise MoveRefused(_("A text is longer than %(n)s characters. Shorten it.") % {"n": LONGEST_TEXT})
    try:
        return check_regulation(document).model_dump(mode="json")
    except RegulationError as error:
        problems = {}
        for problem in error.problems:
            problems.setdefault(problem.key or NON_FIELD_ERRORS, []).append(problem.message)
        raise MoveRefused(problems) from error


def _has_long_text(value):
    if isinstance(value, dict | list | tuple):
        return any(_has_long_text(each) for each in (value.values() if isinstance(value, dict) else value))
    return isinstance(value, str) and len(value) > LONGEST_TEXT


def _with(document, changes):
    """A copy of the document with the changes; a clause that says nothing goes."""
    copy = json.loads(json.dumps(document))
    for key, value in changes.items():
        if key.startswith(f"{CLAUSES}."):
            copy[CLAUSES][key.partition(".")[2]] = value or ""
            continue
        *above, last = key.split(".")
        place = copy
        for part in above:
            place = place[part]
        place[last] = value
    copy[CLAUSES] = {key: clause for key, clause in copy[CLAUSES].items() if clause}
    return copy


def _differences(before, after, changes):
    found = []
    for key in changes:
        old, new = _at(before, key), _at(after, key)
        if old != new:
            found.append((key, old, new))
    return found


def _at(document, key):
    if key.startswith(f"{CLAUSES}."):
        return document[CLAUSES].get(key.partition(".")[2])
    for part in key.split("."):
        document = document[part]
    return document


@transaction.atomic
def set_terms(version, *, by, valid_from, reason, expected):
    """Say from what day an open draft is to be in force and why. Raises MoveRefused for a day it cannot start on."""
    row = _locked(version)
    if not row.is_editable:
        raise MoveRefused(_("This regulation does not change any more. Open a new draft."))
    _check_start(row.organization, valid_from)
    row.valid_from, row.reason = valid_from, reason
    save_version(row, ["valid_from", "reason"], expected=expected)
    return row


@transaction.atomic
def submit_regulation(version, *, by):
    """Send the draft to the head. Raises MoveRefused if nothing is said of why, nothing differs or the day is past.

    A regulation that nobody has approved here yet may be adopted as it stands.
    """
    row = _locked(version)
    check_move(row.MOVES, row.state, RegulationState.SUBMITTED, row.get_state_display())
    _check_start(row.organization, row.valid_from)
    if not row.reason.strip():
        raise MoveRefused(_("Write what changes and why: the head and later readers see it."))
    present = latest_in_force(row.organization)
    is_adopted = not _is_first(row.organization)
    if present and is_adopted and _without_minutes(present.settings) == _without_minutes(row.settings):
        raise MoveRefused(_("Nothing differs from the regulation in force. Change a setting first or drop the draft."))
    move(row, RegulationState.SUBMITTED, by=by, deed=gettext_noop("Sent for approval"), return_remark="")
    tidings.tell_submitted(row)
    return row


@transaction.atomic
def return_regulation(version, *, by, remark):
    """Give a submitted regulation back. Raises MoveRefused without a remark."""
    remark = remark.strip()
    if not remark:
        raise MoveRefused({"remark": _("Write what to correct: the curator will read it.")})
    row = _locked(version)
    deed = gettext_noop("Returned by the head")
    move(row, RegulationState.RETURNED, by=by, deed=deed, reason=remark, return_remark=remark)
    tidings.tell_returned(row)
    return row


@transaction.atomic
def drop_regulation(version, *, by):
    """Give an open draft up; it stays readable in the list of versions."""
    return move(_locked(version), RegulationState.DROPPED, by=by, deed=gettext_noop("Draft of the regulation dropped"))


@transaction.atomic
def approve_regulation(version, *, by, password, seen=None):
    """The head's own approval with the password (63-FZ art. 5, 9); ``seen``: the ``version`` of the row that was read.

    Raises MoveRefused for a wrong password, where the regulation asks for an order, for a text changed meanwhile, and
    as :func:`put_in_force`.
    """
    if not by.check_password(password):
        raise MoveRefused({"password": _("The password is not right. Nothing was signed; type it again.")})
    _lock(version.organization)
    row = _locked(version)
    if needs_order(row):
        raise MoveRefused(_("By the regulation a change takes effect by an order. Draft the order and sign it."))
    if seen is not None and seen != row.version:
        raise MoveRefused(_("The text changed while you were reading. Read it again and approve then."))
    return put_in_force(row, by=by, on=row.organization.today())


@transaction.atomic
def put_in_force(version, *, by, on):
    """Bring a submitted version into force from its day; the one before ends on the day before.

    Called on ``on`` by the head's approval or by the signing of the order. A day that has passed while the papers
    waited moves to ``on``: a change never reaches back behind its approval, except where the organization writes
    down a regulation that nobody had approved here yet. Raises MoveRefused unless the version waits for approval,
    and if another version starts on its day or later.
    """
    _lock(version.organization)
    row = _locked(version)
    check_move(row.MOVES, row.state, RegulationState.IN_FORCE, row.get_state_display())
    starts_on = row.valid_from if _is_first(row.organization) else max(row.valid_from, on)
    _check_overlap(row.organization, starts_on)
    before = latest_in_force(row.organization)
    if before:
        before.valid_until = starts_on - datetime.timedelta(days=1)
        before.save(update_fields=["valid_until"])
    changes = {"valid_from": starts_on, "approved_by": by, "approved_at": now()}
    move(row, RegulationState.IN_FORCE, by=by, deed=gettext_noop("Regulation approved"), **changes)
    tidings.tell_approved(row)
    return row


def _is_first(organization):
    """Whether everything in force was taken over as it stood: nobody has approved a version here yet."""
    return not organization.regulations.in_force().filter(approved_at__isnull=False).exists()


def _check_start(organization, day):
    _check_overlap(organization, day)
    if day < organization.today() and not _is_first(organization):
        raise MoveRefused({"valid_from": _("This day has passed, and papers of that day stand. Take today or later.")})


def _check_overlap(organization, day):
    latest = latest_in_force(organization)
    if latest and day <= latest.valid_from:
        message = _("From %(day)s edition %(number)s is in force. Take a later day.")
        values = {"number": latest.number, "day": date_words(latest.valid_from)}
        raise MoveRefused({"valid_from": message % values})


def _lock(organization):
    Organization.objects.select_for_update().get(pk=organization.pk)


def _locked(version):
    return RegulationVersion.objects.select_for_update(of=("self",)).select_related("organization").get(pk=version.pk)
