"""A print of many papers: asked for, begun anew after a fault, forgotten after a week."""

from datetime import timedelta
from functools import partial
from hashlib import sha256

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.progress import tell_progress, told_progress
from people.history.services import move, record
from reports.printing.models import PaperJob
from reports.printing.services.jobs import make_in_background, progress_key
from reports.printing.states import PrintState

# About as many as a printer takes at once, and as a worker holds in memory.
MOST = 200
KEPT_DAYS = 7


def progress_of(job):
    """How far the background worker has come: Progress in papers."""
    return told_progress(progress_key(job.pk))


def ask_print(kind, form, things, organization, *, by):
    """Have papers of ``kind`` made of ``things``, at most MOST, by the background worker; returns the PaperJob.

    The same wish of the same user while the first is being made is the same print. The worker asks for the rights of
    ``by`` again, paper by paper.
    """
    keys = [[thing.pk, kind.name(thing)] for thing in things]
    if not 0 < len(keys) <= MOST:
        raise MoveRefused(_("From 1 to %(n)s papers can be printed together. Print them in parts.") % {"n": MOST})
    digest = sha256(repr((kind.code, form, sorted(pk for pk, _name in keys))).encode()).hexdigest()
    wish = {"organization": organization, "asked_by": by, "digest": digest}
    try:
        with transaction.atomic():
            job = PaperJob.objects.create(kind=kind.code, form=form, keys=keys, total=len(keys), asked_at=now(), **wish)
            record(job, gettext_noop("Asked for papers printed together"), by=by, to_state=job.state)
            _hand_over(job)
    except IntegrityError:
        return PaperJob.objects.filter(**wish).first()
    return job


def begin_anew(job, *, by):
    """Hand a print that fell silent or failed over to the worker once more; MoveRefused while it is being made."""
    if job.is_making and progress_of(job).is_alive:
        raise MoveRefused(_("The papers are being made already. Wait until it is done."))
    with transaction.atomic():
        if job.is_making:
            record(job, gettext_noop("Began the printing anew"), by=by)
        else:
            deed = gettext_noop("Began the printing anew")
            move(job, PrintState.MAKING, by=by, deed=deed, failures=[], made=0, trouble="", ended_at=None)
        _hand_over(job)


def _hand_over(job):
    tell_progress(progress_key(job.pk), 0, job.total)
    transaction.on_commit(partial(make_in_background.enqueue, job.pk))


def forget_prints(organization):
    """Remove the files of prints older than KEPT_DAYS, with the names in them; returns how many."""
    ended = PaperJob.objects.filter(
        organization=organization,
        state__in=[PrintState.READY, PrintState.FAILED],
        ended_at__lt=now() - timedelta(days=KEPT_DAYS),
    )
    return len([_forget(job) for job in ended])


@transaction.atomic
def _forget(job):
    storage, name = job.result.storage, job.result.name
    deed = gettext_noop("Removed the printed papers after their week")
    move(job, PrintState.REMOVED, by=None, deed=deed, result="", keys=[], failures=[])
    if name:
        transaction.on_commit(partial(storage.delete, name))
