"""Saving the card of an organization."""

import hashlib
import json

from django.db import transaction
from django.utils.translation import gettext_noop

from mentoring.lib.versions import StaleSave
from people.history.services import record
from people.organizations.models import Organization

TOLD = (
    "full_name", "short_name", "full_name_genitive", "name_genitive", "name_dative", "name_instrumental",
    "name_prepositional", "head_post", "founder", "second_letterhead", "second_language", "place", "address", "phone",
    "email", "website", "time_zone", "inn", "kpp", "ogrn", "okpo",
)  # fmt: skip


def fingerprint(organization):
    """A hash of what the card says, so that a save can tell whether somebody saved meanwhile."""
    said = [str(getattr(organization, name)) for name in (*TOLD, "logo")]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


@transaction.atomic
def update_card(organization, *, by, seen, logo=None, **values):
    """Write the card; ``logo`` is an uploaded picture, None leaves the present one and False takes it away.

    ``seen`` is the fingerprint the writer saw. Raises StaleSave with the organization as it stands if somebody
    saved meanwhile; then nothing is written. Returns the names of what changed.
    """
    row = Organization.objects.select_for_update().get(pk=organization.pk)
    if fingerprint(row) != seen:
        raise StaleSave(row)
    changed = [name for name in TOLD if name in values and getattr(row, name) != values[name]]
    for name in changed:
        setattr(row, name, values[name])
    if logo is not None:
        _replace_logo(row, logo)
        changed.append("logo")
    if changed:
        row.save(update_fields=changed)
        record(row, gettext_noop("Organization card changed"), by=by, reason=_labels(changed))
    return changed


def _replace_logo(row, logo):
    """Papers signed before keep the old picture in themselves, so its file may go."""
    if row.logo:
        storage, name = row.logo.storage, row.logo.name
        transaction.on_commit(lambda: storage.delete(name))
    row.logo = logo or ""


def _labels(names):
    """What changed, in the language of whoever changed it."""
    return ", ".join(str(Organization._meta.get_field(name).verbose_name) for name in names)
