"""Fields that choose among the duties people hold."""

from mentoring.lib.fields import SeveralRows


class EndedDuties(SeveralRows):
    """Duties that the order ends."""

    def label_from_instance(self, appointment):
        return f"{appointment.employment.person.full_name} – {appointment.title}"
