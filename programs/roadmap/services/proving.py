"""What shows that an item is done: files and registered orders."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.uploads import shown_name
from people.history.services import record
from programs.roadmap.models import Item, ItemEvidence
from programs.roadmap.services import guards

MOST_FILES = 20


@transaction.atomic
def add_evidence(item, *, by, files=(), order=None):
    """Keep ``files`` (checked uploads) and a registered ``order`` of the organization with an item.

    Raises MoveRefused unless the roadmap runs, for too many files, and for an order that is not registered here.
    """
    roadmap = guards.lock(item.stage.roadmap_id)
    if not roadmap.is_running:
        raise MoveRefused(_("Evidence is added while the roadmap is in force."))
    if not files and order is None:
        raise MoveRefused({"files": _("Choose a file or an order.")})
    keep_evidence(item, roadmap, by=by, files=files, order=order)
    record(item, gettext_noop("Evidence added"), by=by, reason="; ".join(_names(files, order)))


def keep_evidence(item, roadmap, *, by, files=(), order=None):
    """Write the rows of evidence; the caller holds the lock and writes the history. Raises MoveRefused."""
    if item.evidence.exclude(file="").count() + len(files) > MOST_FILES:
        raise MoveRefused(
            {"files": _("An item keeps %(most)s files at most. Choose the best ones.") % {"most": MOST_FILES}}
        )
    if order is not None:
        if order.organization_id != roadmap.organization_id or not order.is_registered:
            raise MoveRefused({"order": _("Choose a signed order of this organization.")})
        ItemEvidence.objects.get_or_create(item=item, order=order, defaults={"by": by, "at": now()})
    for file in files:
        ItemEvidence.objects.create(item=item, file=file, name=shown_name(file), size=file.size, by=by, at=now())


@transaction.atomic
def remove_evidence(evidence, *, by):
    """Take a piece of evidence from an item of a running roadmap; its name stays in the history.

    A file that another edition still shows stays stored.
    """
    item = Item.objects.select_related("stage").get(pk=evidence.item_id)
    if not guards.lock(item.stage.roadmap_id).is_running:
        raise MoveRefused(_("The roadmap is not in force any more: its evidence stays as it is."))
    name, path, storage = str(evidence), evidence.file.name, evidence.file.storage
    evidence.delete()
    record(item, gettext_noop("Evidence removed"), by=by, reason=name)
    if path and not ItemEvidence.objects.filter(file=path).exists():
        transaction.on_commit(lambda: storage.delete(path))


def _names(files, order):
    return [*(shown_name(file) for file in files), *([str(order)] if order else [])]
