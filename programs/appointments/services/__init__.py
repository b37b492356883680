"""Every write of the room: the duties of a draft, what a signed order does to them and to the roles."""

from programs.appointments.services.drafting import Wanted, set_appointments
from programs.appointments.services.effects import enact_appointments, end_duties_of, give_roles_of, last_day_of
from programs.appointments.services.guards import check_appointments

__all__ = [
    "Wanted",
    "check_appointments",
    "enact_appointments",
    "end_duties_of",
    "give_roles_of",
    "last_day_of",
    "set_appointments",
]
