"""Who is told what, once the deed is safely written."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from people.accounts.states import Role
from people.notices.services import notify_on_commit
from programs.orders.selectors import holders_of, is_acquainted, subjects_of, visas_awaited


def _tell(users, sentence, order, page="card", **values):
    url = reverse(f"reports:order_{page}", args=[order.organization.slug, order.pk])
    notify_on_commit(users, sentence, organization=order.organization, url=url, **values)


def tell_submitted(order):
    """Ask for the visas where some are wanted, else the head for the signature."""
    asked = [visa.employment for visa in visas_awaited(order)]
    if not asked:
        return tell_to_sign(order)
    sentence = gettext_noop("The order “%(heading)s” waits for your visa.")
    users = [employment.person.user for employment in asked if hasattr(employment.person, "user")]
    return _tell(users, sentence, order, "visa", heading=order.heading)


def tell_to_sign(order):
    """Ask the head for the signature."""
    sentence = gettext_noop("The order “%(heading)s” waits for your signature.")
    _tell(holders_of(Role.DIRECTOR, order.organization), sentence, order, "sign", heading=order.heading)


def tell_returned(order):
    """Tell whoever prepared it, and the other curators, to mend the order."""
    sentence = gettext_noop("The order “%(heading)s” was returned. Read the remark and mend it.")
    _tell([order.drafted_by, *holders_of(Role.CURATOR, order.organization)], sentence, order, heading=order.heading)


def tell_registered(order, by):
    """Ask everybody named to read the order; tell the curators its number."""
    sentence = gettext_noop("You are named in the order № %(number)s “%(heading)s”. Read it and confirm that you did.")
    values = {"number": order.number_text, "heading": order.heading}
    named = accounts_of(subjects_of(order))
    _tell(named, sentence, order, "acknowledge", **values)
    curators = {order.drafted_by, *holders_of(Role.CURATOR, order.organization)} - {*named, by}
    _tell(curators, gettext_noop("The order “%(heading)s” is signed: № %(number)s."), order, **values)


def tell_reminder(order):
    """Ask once more those who have not read the order. Returns how many of them have an account."""
    waiting = accounts_of(subject for subject in subjects_of(order) if not is_acquainted(subject))
    sentence = gettext_noop("Please read the order № %(number)s “%(heading)s” and confirm that you did.")
    _tell(waiting, sentence, order, "acknowledge", number=order.number_text, heading=order.heading)
    return len(waiting)


def accounts_of(subjects):
    """The accounts of those named who have one."""
    users = (getattr(subject.employment.person, "user", None) for subject in subjects)
    return [user for user in users if user is not None]
