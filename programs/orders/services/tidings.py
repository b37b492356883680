"""Who is told what, once the deed is safely written."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from people.accounts.models import User
from people.accounts.states import Role
from people.notices.services import notify_on_commit
from programs.orders.selectors import holders_of


def _tell(users, sentence, order, page="card", **values):
    url = reverse(f"reports:order_{page}", args=[order.organization.slug, order.pk])
    notify_on_commit(users, sentence, organization=order.organization, url=url, **values)


def tell_submitted(order, visas):
    """Ask for the ``visas`` where some are wanted, else the head for the signature."""
    if not visas:
        return tell_to_sign(order)
    sentence = gettext_noop("The order “%(heading)s” waits for your visa.")
    return _tell(accounts_of(visas), sentence, order, "visa", heading=order.heading)


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
    named = list(User.objects.filter(person__employments__order_mentions__order=order).distinct())
    _tell(named, sentence, order, "acknowledge", **values)
    curators = set(holders_of(Role.CURATOR, order.organization))
    if order.drafted_by_id not in {user.pk for user in curators}:
        curators.add(order.drafted_by)
    _tell(curators - {*named, by}, gettext_noop("The order “%(heading)s” is signed: № %(number)s."), order, **values)


def tell_entered(order, by):
    """Tell the head that an order was entered as signed by their hand."""
    sentence = gettext_noop(
        "The order № %(number)s “%(heading)s” is entered as signed by your hand, with its scan. Check that it is so."
    )
    if order.signer != by:
        _tell([order.signer], sentence, order, number=order.number_text, heading=order.heading)


def tell_added(order, subjects):
    """Ask those added later to read the order."""
    sentence = gettext_noop("You are asked to read the order № %(number)s “%(heading)s”. Confirm that you did.")
    _tell(accounts_of(subjects), sentence, order, "acknowledge", number=order.number_text, heading=order.heading)


def tell_reminder(order, subjects):
    """Ask once more ``subjects``, who have not read the order. Returns how many of them have an account."""
    waiting = accounts_of(subjects)
    sentence = gettext_noop("Please read the order № %(number)s “%(heading)s” and confirm that you did.")
    _tell(waiting, sentence, order, "acknowledge", number=order.number_text, heading=order.heading)
    return len(waiting)


def accounts_of(rows):
    """The accounts of those who have one of the ``rows`` of people named or asked."""
    users = (getattr(row.employment.person, "user", None) for row in rows)
    return [user for user in users if user is not None]
