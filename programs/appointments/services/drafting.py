"""The duties a draft would give and end."""

import datetime
from dataclasses import dataclass, fields
from typing import Any

from django.db import transaction

from programs.appointments.models import Appointment, Release
from programs.appointments.services.guards import check_appointments, check_each_person_once


@dataclass(frozen=True)
class Wanted:
    """A duty somebody is to get: the fields of an ``Appointment`` without its order."""

    employment: Any
    duty: str
    title: str
    starts_on: datetime.date
    ends_on: datetime.date | None = None
    code: str = ""
    scope: str = ""
    function: str = ""


@transaction.atomic
def set_appointments(order, wanted, releases):
    """Let the draft give the duties ``wanted`` and end the appointments ``releases``, and nothing else.

    Raises MoveRefused with the reason if one of them is not possible.
    """
    check_each_person_once(wanted)
    order.appointments.all().delete()
    order.releases.all().delete()
    Appointment.objects.bulk_create(
        Appointment(order=order, position=place, **_fields(one)) for place, one in enumerate(wanted)
    )
    Release.objects.bulk_create(Release(order=order, appointment=one) for one in releases)
    check_appointments(order)


def _fields(wanted):
    return {field.name: getattr(wanted, field.name) for field in fields(wanted)}
