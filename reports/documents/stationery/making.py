"""The Word file of a paper: in the organization's own template where it has one, else as the PDF looks."""

from django.utils.translation import gettext as _

from reports.documents.models import PaperTemplate
from reports.documents.papers import docx
from reports.documents.stationery.fields import SETS, kinds_for
from reports.documents.stationery.filling import StationeryFails, fill
from reports.documents.stationery.grammar import Refused


def template_of(organization, code):
    """The template in use for a paper: of its kind of order before that of any order; None without one."""
    kinds = kinds_for(code)
    rows = PaperTemplate.objects.filter(organization=organization, kind__in=kinds, is_used=True) if kinds else ()
    return min(rows, key=lambda row: kinds.index(row.kind), default=None)


def word_file(paper, organization, code):
    """The DOCX bytes of a paper of this code (``OrderKind`` or ``PaperKind.code``).

    Raises StationeryFails where the organization's template cannot be filled in; it names the template.
    """
    template = template_of(organization, code)
    if template is None:
        return docx(paper)
    try:
        return fill(bytes(template.content), SETS[template.kind], paper)
    except Refused as error:
        message = _("The paper was not made: the template “%(name)s” of your organization is at fault. %(reason)s")
        raise StationeryFails(message % {"name": template.name, "reason": error}) from error
