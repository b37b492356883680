"""The work of the background worker: papers one by one, each failure by name, the rest goes on."""

import logging
from functools import partial
from tempfile import TemporaryFile

from django.core.files.storage import default_storage
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext_noop
from django_tasks import task

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.pdf import pdf_ready
from mentoring.lib.progress import forget_progress, tell_progress
from people.accounts.access import may
from people.accounts.actor import actor_in
from people.history.services import move
from people.notices.services import notify_on_commit
from reports.documents.catalog import kind_of
from reports.documents.stationery import template_of
from reports.printing.models import PaperJob, print_path
from reports.printing.services.making import ENDINGS, Batch
from reports.printing.states import PrintForm, PrintState

logger = logging.getLogger(__name__)
READY = gettext_noop("The papers you asked for are ready to be downloaded.")
STOPPED = gettext_noop("The papers you asked for could not be made. Look why.")


def progress_key(pk):
    """The name under which the progress of a print is told."""
    return f"print-{pk}"


@task()
def make_in_background(job_id):
    """Make the papers of a print; one that another worker has ended meanwhile is left as it is."""
    job = PaperJob.objects.select_related("organization", "asked_by").get(pk=job_id)
    if not job.is_making:
        return
    try:
        with translation.override(job.asked_by.language):
            _make(job)
    except MoveRefused:
        logger.info("Print %s was ended by another worker.", job_id)
    except Exception:
        _give_back(job, "broken", [])
        raise
    finally:
        forget_progress(progress_key(job_id))


def _make(job):
    if pdf_ready():
        _give_back(job, "machine", [])
        return
    tell = partial(tell_progress, progress_key(job.pk))
    batch = Batch(job.form, job.label, job.organization.short_name, job.total, tell)
    with TemporaryFile() as content:
        made = batch.write(_papers_of(job), content)
        if made:
            _finish(job, content, made, batch.failures)
        else:
            _give_back(job, "", batch.failures)


def _papers_of(job):
    """(name, paper, ready bytes or code of what is wrong) of every row asked for, by the rights the user has now."""
    actor, kind = actor_in(job.asked_by, job.organization), kind_of(job.kind)
    keys = [pk for pk, _name in job.keys]
    things = {thing.pk: thing for thing in kind.rows(actor).filter(pk__in=keys)} if kind else {}
    for pk, name in job.keys:
        thing = things.get(pk)
        if thing is None or not may(actor, kind.url_name, thing):
            yield name, "gone"
            continue
        try:
            yield name, _ready(job, kind, thing, actor) or kind.make(thing, actor)
        except Exception:  # one paper that cannot be made is named, the others are made
            logger.exception("Print %s: %s of %s", job.pk, job.kind, pk)
            yield name, "unmade"


def _ready(job, kind, thing, actor):
    """The bytes of what is not drawn from a paper: frozen files, Word by a template of the organization; else None."""
    if job.form != PrintForm.DOCX:
        return kind.pdf(thing, actor) if kind.kept(thing) else None
    by_template = kind.kept(thing) or template_of(job.organization, kind.code)
    return kind.word(thing, actor) if by_template else None


def _finish(job, content, made, failures):
    """Keep the file, or not at all: it goes if the row cannot take it."""
    content.seek(0)
    name = default_storage.save(print_path(job, f"x{ENDINGS[job.form]}"), content)
    try:
        with transaction.atomic():
            _end(
                job, PrintState.READY, READY, result=name, size=default_storage.size(name), made=made, failures=failures
            )
    except BaseException:
        default_storage.delete(name)
        raise


@transaction.atomic
def _give_back(job, trouble, failures):
    row = PaperJob.objects.select_for_update().get(pk=job.pk)
    if row.is_making:
        _end(row, PrintState.FAILED, STOPPED, trouble=trouble, failures=failures)


def _end(job, state, sentence, **changes):
    deed = gettext_noop("Papers printed together") if state == PrintState.READY else gettext_noop("The printing failed")
    move(job, state, by=job.asked_by, deed=deed, ended_at=now(), **changes)
    url = actor_in(job.asked_by, job.organization).url("reports:print_card", job.pk)
    notify_on_commit([job.asked_by], sentence, organization=job.organization, url=url)
