"""Days the regulation counts from the order: by when the pair has its program."""

from mentoring.lib.dates import add_working_days
from people.organizations.selectors import regulation_on


def program_due_on(mentorship):
    """The last day to write the program: ``program.plan_within`` working days after the order.

    None before the order, where the regulation of that day sets none, and for a single meeting, which needs no
    program.
    """
    if mentorship.ordered_on is None:
        return None
    settings = regulation_on(mentorship.organization, mentorship.ordered_on)
    single = {kind.code for kind in settings.kinds.items if kind.single_meeting}
    if settings.program.plan_within is None or (mentorship.kinds and set(mentorship.kinds) <= single):
        return None
    return add_working_days(mentorship.ordered_on, settings.program.plan_within)


def is_program_late(mentorship, due_on, day):
    """Whether ``due_on`` has passed on ``day`` and no program went further than a draft."""
    if due_on is None or day <= due_on:
        return False
    return all(program.state == "draft" for program in mentorship.programs.all())
