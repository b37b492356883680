"""What must hold before somebody enters a bank or offers places there; each refusal says what to do."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.moves import MoveRefused
from people.accounts.states import Role
from people.banks import criteria
from people.banks.criteria import Answer
from people.banks.selectors import any_of_grounds, grounds_of, holders_of_places, places_in_use
from people.organizations.selectors import regulation_on


class CriteriaRefused(MoveRefused):
    """The regulation asks for more than the staff card says; ``grounds`` hold every condition and its answer."""

    def __init__(self, message, employment, grounds):
        super().__init__(message)
        self.employment, self.grounds = employment, grounds


def check_capacity(entry):
    """Refuse more places than the regulation gives a mentor (``bank.max_mentees``), and fewer than are in use.

    A mentor who has more mentees than the limit since before it came may keep as many places.
    """
    organization = entry.employment.organization
    limit = regulation_on(organization, organization.today()).bank.max_mentees
    used = places_in_use(entry) + entry.places_away if entry.pk else 0
    if entry.capacity < used:
        message = ngettext(
            "%(n)s mentee holds a place already: %(names)s. Leave at least as many, or end a pair first.",
            "%(n)s mentees hold places already: %(names)s. Leave at least as many, or end a pair first.",
            used,
        )
        raise MoveRefused({"capacity": message % {"n": used, "names": ", ".join(holders_of_places(entry))}})
    if limit is not None and entry.capacity > max(limit, used):
        message = ngettext(
            "By the regulation a mentor has at most %(n)s mentee. Enter a smaller number.",
            "By the regulation a mentor has at most %(n)s mentees. Enter a smaller number.",
            limit,
        )
        raise MoveRefused({"capacity": message % {"n": limit}})


def check_criteria(employment, role):
    """Refuse whoever the regulation does not let into the bank of ``role``, naming each condition that is missing.

    What the staff card does not know is refused too, with the request to fill it in: silence is no proof.
    """
    organization = employment.organization
    day = organization.today()
    settings = regulation_on(organization, day)
    if role == Role.MENTOR:
        conditions = criteria.mentor_conditions(settings.criteria.thresholds, criteria.Facts.of(employment), day)
        answer = criteria.all_of(condition.answer for condition in conditions)
        grounds = (criteria.Ground("", conditions),)
    else:
        grounds = grounds_of(employment, settings, day)
        answer = any_of_grounds(grounds)
    if answer == Answer.HELD:
        return
    if answer == Answer.UNKNOWN:
        message = _("The staff card of %(name)s does not say whether the regulation lets them in: %(missing)s.")
    else:
        message = _("The regulation does not let %(name)s in: %(missing)s. Choose somebody else.")
    values = {"name": employment.person.short_name, "missing": _missing(grounds, answer)}
    raise CriteriaRefused(message % values, employment, grounds)


def _missing(grounds, answer):
    """The conditions that stand in the way; of the grounds only those that could still let the person in."""
    found = []
    for ground in grounds:
        if ground.answer != answer:
            continue
        lacking = [condition for condition in ground.conditions if condition.answer != Answer.HELD]
        words = ", ".join(f"{condition.words} – {condition.answer_words}" for condition in lacking)
        named = _("“%(ground)s”: %(missing)s") % {"ground": ground.label, "missing": words}
        found.append(named if ground.label else words)
    return "; ".join(found)
