"""Accounts, invitations and roles: every write with a consequence."""

import datetime

from django.conf import settings
from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric, now
from mentoring.lib.moves import MoveRefused
from people.accounts.models import Invitation, Membership, User
from people.accounts.signals import account_made
from people.history.services import record
from people.notices.letters import send_letter

CODE_DAYS = 14


@transaction.atomic
def invite(employment, *, by, login, role="", basis=""):
    """Make a one-time code by which the person of ``employment`` sets the first password; earlier codes end.

    ``login`` is an e-mail or a login name; ``role`` is given on ``basis`` together with the account. Raises
    MoveRefused if the person has an account or the name is taken.
    The code is good for fourteen days and also goes out by letter where there is an e-mail and a mail server.
    """
    login = login.strip().lower()
    if User.objects.filter(person=employment.person).exists():
        raise MoveRefused(_("This person already has an account. Find it in the list of accounts."))
    if User.objects.filter(login=login).exists():
        raise MoveRefused(_("This login name is taken. Choose another one, for example with the personnel number."))
    Invitation.objects.filter(employment=employment, used_at=None).delete()
    invitation = Invitation.objects.create(
        organization=employment.organization,
        employment=employment,
        login=login,
        role=role,
        basis=basis,
        by=by,
        made_at=now(),
        valid_until=employment.organization.today() + datetime.timedelta(days=CODE_DAYS),
    )
    record(employment, gettext_noop("Invited to the system"), by=by)
    _write_to(invitation)
    return invitation


def _write_to(invitation):
    """The code by letter to whoever signs in by e-mail; the others get the printed sheet."""
    if "@" not in invitation.login:
        return
    values = {
        "organization": invitation.organization.short_name,
        "address": f"{settings.SITE_URL}{reverse('people:join')}",
        "code": invitation.code,
        "day": date_numeric(invitation.valid_until),
    }
    subject = _("Invitation: mentoring in %(organization)s") % values
    body = _(
        "You are invited to the mentoring system of %(organization)s.\n\n"
        "Open %(address)s, type the code %(code)s and choose a password.\n"
        "The code works once, until %(day)s."
    )
    send_letter(invitation.login, subject, body % values)


@transaction.atomic
def join(code, *, password):
    """Make the account of an invitation and spend its code.

    Raises MoveRefused if the code is unknown, spent or run out, or somebody took the login name meanwhile.
    """
    refusal = MoveRefused(_("This code is not valid (any more). Ask the curator for a new one."))
    invitation = Invitation.objects.select_for_update().filter(code=code.strip().upper(), used_at=None).first()
    if invitation is None or invitation.valid_until < invitation.organization.today():
        raise refusal
    person = invitation.employment.person
    if User.objects.filter(login=invitation.login).exists() or User.objects.filter(person=person).exists():
        raise refusal
    user = User.objects.create_user(invitation.login, password, person=person)
    if invitation.role:
        grant_role(
            user,
            invitation.organization,
            invitation.role,
            by=invitation.by,
            starts_on=invitation.organization.today(),
            basis=invitation.basis,
        )
    invitation.used_at = now()
    invitation.save(update_fields=["used_at"])
    record(invitation.employment, gettext_noop("Made an account"), by=user)
    account_made.send(User, user=user, organization=invitation.organization)
    return user


def end_sessions(user):
    """Sign ``user`` out of every browser: what was taken away must not live on in a session."""
    for session in Session.objects.filter(expire_date__gt=now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()


@transaction.atomic
def close_account(user, *, by):
    """Forbid ``user`` to sign in and end the sessions. Raises MoveRefused for the own account."""
    if user == by:
        raise MoveRefused(_("You cannot close your own account. Ask another administrator."))
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user)
    record(user, gettext_noop("Account closed"), by=by)


@transaction.atomic
def open_account(user, *, by):
    """Let ``user`` sign in again."""
    user.is_active = True
    user.save(update_fields=["is_active"])
    record(user, gettext_noop("Account opened"), by=by)


@transaction.atomic
def grant_role(user, organization, role, *, by, starts_on, ends_on=None, basis=""):
    """Give ``user`` the ``role`` in ``organization`` from a day, to a day or for good.

    Raises MoveRefused if it is held on some of these days already, or the last day lies before the first.
    """
    if ends_on and ends_on < starts_on:
        raise MoveRefused(_("The last day lies before the first one. Check both days."))
    # The account is locked, so that two who give the same role at once wait for each other.
    User.objects.select_for_update().get(pk=user.pk)
    held = Membership.objects.filter(user=user, organization=organization, role=role)
    held = held.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    if (held.filter(starts_on__lte=ends_on) if ends_on else held).exists():
        raise MoveRefused(_("This role is already held. End it first if the basis changed."))
    membership = Membership.objects.create(
        user=user, organization=organization, role=role, starts_on=starts_on, ends_on=ends_on, basis=basis
    )
    record(user, gettext_noop("Role given"), by=by, reason=membership.get_role_display())
    return membership


@transaction.atomic
def end_role(membership, *, by):
    """End a role today, or take back one still ahead; its holder is signed out of every browser.

    Raises MoveRefused for the own role: an organization must not be left without who keeps its accounts.
    """
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    if membership.user_id == by.pk:
        raise MoveRefused(_("You cannot end your own role. Ask another administrator."))
    day = membership.organization.today() - datetime.timedelta(days=1)
    if membership.starts_on > day:
        membership.delete()
    else:
        membership.ends_on = day
        membership.save(update_fields=["ends_on"])
    end_sessions(membership.user)
    record(membership.user, gettext_noop("Role ended"), by=by, reason=membership.get_role_display())
