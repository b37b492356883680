"""Taking a template into use and out of it; every version stays."""

from django.db import transaction
from django.utils.translation import gettext_noop as _

from mentoring.lib.dates import now
from people.history.services import record
from people.organizations.models import Organization
from reports.documents.models import PaperTemplate


@transaction.atomic
def use_template(organization, kind, *, name, content, fields, by):
    """Take a checked template into use for a kind of paper; the one before it stays as a version.

    Drafts and papers signed from now on are made by it, signed ones stay as they are.
    """
    _lock(organization)
    PaperTemplate.objects.filter(organization=organization, kind=kind, is_used=True).update(is_used=False)
    row = PaperTemplate.objects.create(
        organization=organization, kind=kind, name=name, content=content, fields=fields, made_by=by, made_at=now()
    )
    record(row, _("Template taken into use"), by=by)
    return row


@transaction.atomic
def use_again(template, *, by):
    """Take an earlier version into use again."""
    _lock(template.organization)
    PaperTemplate.objects.filter(organization=template.organization, kind=template.kind, is_used=True).update(
        is_used=False
    )
    PaperTemplate.objects.filter(pk=template.pk).update(is_used=True)
    record(template, _("Template taken into use"), by=by)


@transaction.atomic
def put_away(template, *, by):
    """Take a template out of use: papers look as the PDF does again."""
    if PaperTemplate.objects.filter(pk=template.pk, is_used=True).update(is_used=False):
        record(template, _("Template taken out of use"), by=by)


def _lock(organization):
    """One template of a kind is in use: those who change it come one after another."""
    Organization.objects.select_for_update().get(pk=organization.pk)
