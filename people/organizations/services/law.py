"""The head's departures from the stricter rule of the law: decided with a reason, revoked."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from people.history.services import record
from people.organizations.models import LegalOverride, Organization
from people.organizations.selectors import floors_on, overrides_on


@transaction.atomic
def override_law(organization, key, *, by, reason, password):
    """Let the regulation hold as written for ``key`` although the law asks for more, from today until revoked.

    Returns the LegalOverride. Raises MoveRefused for a wrong password, without a reason, where the law asks for
    nothing more than the regulation does, and where the departure is in force already.
    """
    if not by.check_password(password):
        raise MoveRefused({"password": _("The password is not right. Nothing was signed; type it again.")})
    reason = reason.strip()
    if not reason:
        raise MoveRefused({"reason": _("Write the reason: it stands on the page of compliance.")})
    Organization.objects.select_for_update().get(pk=organization.pk)
    day = organization.today()
    if key not in {floor.key for floor in floors_on(organization, day)}:
        raise MoveRefused({"key": _("Here the regulation is within the law. There is nothing to depart from.")})
    if overrides_on(organization, day).filter(key=key, ends_on=None).exists():
        raise MoveRefused({"key": _("This departure is in force already. Revoke it first to give another reason.")})
    override = LegalOverride.objects.create(
        organization=organization, key=key, reason=reason, starts_on=day, by=by, at=now()
    )
    record(organization, gettext_noop("Departure from the law decided"), by=by, reason=f"{key}: {reason}")
    return override


@transaction.atomic
def revoke_override(override, *, by):
    """Let the stricter rule hold again from today; a departure decided today still covers the papers of today.

    Raises MoveRefused if it is revoked already.
    """
    row = LegalOverride.objects.select_for_update(of=("self",)).select_related("organization").get(pk=override.pk)
    if row.ends_on is not None:
        raise MoveRefused(_("This departure is revoked already. The stricter rule holds."))
    yesterday = row.organization.today() - datetime.timedelta(days=1)
    row.ends_on = max(row.starts_on, yesterday)
    row.save(update_fields=["ends_on"])
    record(row.organization, gettext_noop("Departure from the law revoked"), by=by, reason=row.key)
    return row
