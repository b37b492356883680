"""What issued papers ask for: the head's signature, a remark to be worked in."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.ui import thin
from reports.home.duties.base import URGENT, Duty
from reports.home.standing import needs, standing
from reports.issued.models import IssuedPaper
from reports.issued.selectors import waiting_for_signature
from reports.issued.states import IssuedState


@needs(standing(IssuedPaper, IssuedState.FOR_SIGNATURE))
def to_sign(actor, day):
    """Certificates, letters and acts that wait for the signature: one line, signed under one password."""
    waiting = waiting_for_signature(actor.organization).count()
    if not waiting:
        return []
    title = ngettext(
        "%(n)s certificate, letter or act waits for your signature",
        "%(n)s certificates, letters and acts wait for your signature",
        waiting,
    )
    return [Duty(title % {"n": thin(waiting)}, _("Read and sign"), actor.url("reports:issued_signing"))]


@needs(standing(IssuedPaper, IssuedState.DRAFT))
def returned(actor, day):
    """Papers the head gave back with a remark."""
    rows = IssuedPaper.objects.filter(organization=actor.organization, state=IssuedState.DRAFT).exclude(remark="")
    return [
        Duty(
            _("The head returned: %(paper)s") % {"paper": paper},
            _("Mend"),
            actor.url("reports:issued_edit", paper.pk),
            paper.remark,
            URGENT,
        )
        for paper in rows.with_people().order_by("drafted_at", "pk")
    ]
