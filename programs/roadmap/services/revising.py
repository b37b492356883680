"""A revision: the next edition of a roadmap in force, with everything that was done."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from people.history.services import record
from people.organizations.selectors import version_on
from programs.roadmap.models import Item, ItemEvidence, Roadmap
from programs.roadmap.services import guards
from programs.roadmap.services.laying import lay_stages
from programs.roadmap.states import OPEN, ItemState

_NOT_COPIED = {"id", "stage", "former", "version"}
_MARKS = ("state", "done_on", "result")


@transaction.atomic
def revise_roadmap(roadmap, *, by, reason):
    """Draft the next edition of a running roadmap; the edition in force runs on until an order approves the new one.

    Stages, items, marks and evidence are carried over; what was cancelled stands as struck out. Raises MoveRefused
    without a reason, unless the roadmap runs, and while another revision is open.
    """
    reason = clean_text(reason).strip()
    if not reason:
        raise MoveRefused({"reason": _("Write why the roadmap is revised: the order will say it.")})
    row = guards.lock(roadmap.pk)
    if not row.is_running:
        raise MoveRefused(_("Only a roadmap in force is revised. Change the draft itself, or open the next year."))
    same_year = Roadmap.objects.filter(organization=row.organization, school_year=row.school_year)
    if same_year.filter(state__in=OPEN).exists():
        raise MoveRefused(_("A revision is being prepared already. Finish it or drop it first."))
    edition = 1 + max(same_year.values_list("edition", flat=True))
    values = {"school_year": row.school_year, "years": row.years, "edition": edition, "replaces": row}
    rules = version_on(row.organization, row.organization.today())
    revision = Roadmap.objects.create(organization=row.organization, regulation=rules, **values)
    stages = row.stages.prefetch_related("items__duties")
    lay_stages(revision, [(stage.position, stage.name, _copies(stage)) for stage in stages])
    carry_marks(revision)
    record(row, gettext_noop("Revision begun"), by=by, reason=reason)
    record(revision, gettext_noop("Revision begun"), by=by, reason=reason)
    return revision


@transaction.atomic
def drop_roadmap(roadmap, *, by):
    """Delete a draft; what it was to replace runs on. Raises MoveRefused once it is sent or approved."""
    row = guards.lock(roadmap.pk)
    guards.check_editable(row)
    former = row.replaces
    if former is not None:
        record(former, gettext_noop("Revision dropped"), by=by)
    row.delete()
    return former


def carry_marks(revision):
    """Bring the marks and evidence of the edition before up to date in ``revision``: done stays done.

    Called when the revision begins and again when it comes into force, for work goes on in between.
    """
    items = Item.objects.filter(stage__roadmap=revision, former__isnull=False).select_related("former")
    for item in items.prefetch_related("former__evidence", "evidence"):
        struck_out = item.state == ItemState.CANCELLED and item.former.state != ItemState.DONE
        if item.former.state not in (ItemState.CANCELLED, item.state) and not struck_out:
            Item.objects.filter(pk=item.pk).update(**{name: getattr(item.former, name) for name in _MARKS})
        _copy_evidence(item)


def _copies(stage):
    """The items of ``stage`` as they stand, each with the former one, and who answers for them."""
    names = [field.name for field in Item._meta.concrete_fields if field.name not in _NOT_COPIED]
    return [
        (
            {name: getattr(item, name) for name in names} | {"former": item},
            [{"role": duty.role, "employment_id": duty.employment_id} for duty in item.duties.all()],
        )
        for item in stage.items.all()
    ]


def _copy_evidence(item):
    known = {_thing(proof) for proof in item.evidence.all()}
    ItemEvidence.objects.bulk_create(
        ItemEvidence(
            item=item,
            file=proof.file.name,
            name=proof.name,
            size=proof.size,
            order_id=proof.order_id,
            campaign_id=proof.campaign_id,
            meeting_id=proof.meeting_id,
            by_id=proof.by_id,
            at=proof.at,
        )
        for proof in item.former.evidence.all()
        if _thing(proof) not in known
    )


def _thing(proof):
    return proof.file.name, proof.order_id, proof.campaign_id, proof.meeting_id
