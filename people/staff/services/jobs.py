"""Long lists are loaded by the background worker; the page shows how far it has come."""

from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django_tasks import task

from mentoring.lib.moves import MoveRefused
from mentoring.lib.progress import forget_progress, tell_progress, told_progress
from people.accounts.models import User
from people.history.services import move, record
from people.staff.models import StaffImport
from people.staff.services.loading import load_import, lock_import, refuse_guessed
from people.staff.states import ImportState

# A list no longer than this is loaded while the user waits.
AT_ONCE = 200


def progress_of(staff_import):
    """How far the background worker has come with a list: Progress in rows; checking is one half of the work."""
    return told_progress(_key(staff_import.pk))


def _key(pk):
    return f"staff-import-{pk}"


def request_load(staff_import, *, by):
    """Load a short list at once, returns the number of rows; hand a long one to the background worker, returns None.

    A list whose loading fell silent is handed over anew; were both to run, the second would find it loaded. Raises
    MoveRefused like ``load_import``, and while the list is being loaded.
    """
    total = staff_import.rows.count()
    is_loading = staff_import.state == ImportState.LOADING
    if total <= AT_ONCE and not is_loading:
        return load_import(staff_import, by=by)
    if is_loading and progress_of(staff_import).is_alive:
        raise MoveRefused(_("The list is being loaded already. Wait until it is done."))
    refuse_guessed(staff_import)
    with transaction.atomic():
        if is_loading:
            staff_import = lock_import(staff_import, ImportState.LOADED)
            record(staff_import, gettext_noop("Began the loading anew"), by=by)
        else:
            move(staff_import, ImportState.LOADING, by=by, deed=gettext_noop("Handed the staff list over to be loaded"))
        tell_progress(_key(staff_import.pk), 0, total)
        transaction.on_commit(partial(load_in_background.enqueue, staff_import.pk, by.pk))
    return None


@task()
def load_in_background(import_id, user_id):
    """Load a list; if that is not possible, it comes back as a preview that says why."""
    staff_import, by = StaffImport.objects.get(pk=import_id), User.objects.get(pk=user_id)
    try:
        load_import(staff_import, by=by, tell=partial(tell_progress, _key(import_id)))
    except MoveRefused:
        _give_back(staff_import, "stale", by=by)
    except Exception:
        _give_back(staff_import, "broken", by=by)
        raise
    finally:
        forget_progress(_key(import_id))


@transaction.atomic
def _give_back(staff_import, trouble, *, by):
    row = StaffImport.objects.select_for_update().get(pk=staff_import.pk)
    if row.state == ImportState.LOADING:
        deed = gettext_noop("The loading stopped, nothing was written")
        move(row, ImportState.UPLOADED, by=by, deed=deed, trouble=trouble)
