"""Issued papers: made anew while they are drafts, afterwards the frozen file."""

from django.utils.translation import gettext_lazy as _

from reports.documents.catalog.base import Group, PaperKind
from reports.documents.issued import issued_paper
from reports.issued.models import IssuedPaper
from reports.issued.states import IssuedKind


def _kind(kind, group, hint):
    def rows(actor):
        return IssuedPaper.objects.visible_to(actor).filter(kind=kind).with_people().select_related("frozen")

    return PaperKind(
        code=kind.value,
        label=kind.label,
        hint=hint,
        group=group,
        rows=rows,
        make=lambda paper, actor: issued_paper(paper),
        name=lambda paper: str(paper).replace("/", "-"),
        kept=lambda paper: paper.frozen,
    )


KINDS = (
    _kind(IssuedKind.CERTIFICATE, Group.PEOPLE, _("Of a mentor or of a participant, with the number of its register.")),
    _kind(IssuedKind.THANKS, Group.PEOPLE, _("To somebody of the staff, by an order on encouragement or without.")),
    _kind(IssuedKind.RECORD, Group.PEOPLE, _("Every pair the mentor led, for the category “teacher-mentor”.")),
    _kind(IssuedKind.LETTER, Group.OUTGOING, _("The figures of the year for the authority above, without names.")),
    _kind(IssuedKind.ACT, Group.OUTGOING, _("With its commission; kept for three years.")),
)
