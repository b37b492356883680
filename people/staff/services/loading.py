"""Loading a checked list: everything good in one transaction, what is wrong or undecided stays in the list."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.bulk import update_rows
from mentoring.lib.moves import MoveRefused, check_move
from people.history.services import move, record
from people.organizations.models import Organization
from people.staff.models import StaffImport
from people.staff.services.judging import judge
from people.staff.services.sources import drop_source
from people.staff.services.writing import Writing
from people.staff.states import TROUBLES, ImportState, Verdict


def decide(staff_import, decisions, *, by):
    """Keep what the user said of possible duplicates: {row number: Decision or ""}; others stay as they are.

    Raises MoveRefused if the list is loaded, being loaded or dropped already.
    """
    with transaction.atomic():
        staff_import = lock_import(staff_import, ImportState.DROPPED)
        rows = list(staff_import.rows.filter(verdict=Verdict.DUPLICATE, number__in=decisions))
        for row in rows:
            row.decision = decisions[row.number]
        update_rows(rows, ["decision"])
        record(staff_import, gettext_noop("Decided on possible duplicates"), by=by)


@transaction.atomic
def drop_import(staff_import, *, by):
    """Put a list aside without loading it."""
    move(staff_import, ImportState.DROPPED, by=by, deed=gettext_noop("Dropped the staff list"))
    drop_source(staff_import)


def load_import(staff_import, *, by, tell=lambda done, total: None):
    """Write every good row of a list in one transaction and close the list; returns how many rows were written.

    New people come in, changed cards change, possible duplicates go as the user decided. Raises MoveRefused if
    the list is closed already, if its columns were only guessed, or if the staff changed since the preview was
    shown: then the preview is brought up to date, nothing is written and the user looks again.
    ``tell(done, total)`` hears of the progress.
    """
    refuse_guessed(staff_import)
    with transaction.atomic():
        staff_import = lock_import(staff_import, ImportState.LOADED)
        rows = list(staff_import.rows.order_by("number"))
        # Judging is one half of the work, writing the other.
        if _refresh(staff_import.organization, rows, lambda done: tell(done // 2, len(rows))):
            loaded = None
        else:
            move(staff_import, ImportState.LOADED, by=by, deed=gettext_noop("Loaded the staff list"), trouble="")
            writing = Writing(
                staff_import.organization, by, lambda share: tell(int(len(rows) * (1 + share) / 2), len(rows))
            )
            loaded = writing.write(rows)
            drop_source(staff_import)
    if loaded is None:
        raise MoveRefused(TROUBLES["stale"])
    return loaded


def refuse_guessed(staff_import):
    """Raise MoveRefused if a column was told by its contents and nobody looked at it yet."""
    if staff_import.columns.get("guessed"):
        raise MoveRefused(
            _("Some columns were told by what they hold. Open “Choose the columns”, check them and confirm.")
        )


def lock_import(staff_import, to):
    """The list as it stands, locked after its organization, so that two lists are never loaded at once."""
    Organization.objects.select_for_update().get(pk=staff_import.organization_id)
    row = StaffImport.objects.select_for_update().select_related("organization").get(pk=staff_import.pk)
    check_move(row.MOVES, row.state, to, row.get_state_display())
    return row


def _refresh(organization, rows, tell):
    """Judge again; True if any verdict is no longer what the user saw, and then the new ones are kept."""
    before = [_shown(row) for row in rows]
    judge(organization, rows, lock=True, tell=tell)
    stale = [row for row, shown in zip(rows, before, strict=True) if _shown(row) != shown]
    update_rows(stale, ["verdict", "messages", "employment"])
    return bool(stale)


def _shown(row):
    return row.verdict, row.messages, row.employment_id
