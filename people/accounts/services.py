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
from people.accounts.selectors import stands_elsewhere
from people.accounts.signals import account_made
from people.accounts.states import BY_ORDER, Role
from people.history.services import record
from people.notices.letters import send_letter
from people.organizations.selectors import headship_of

CODE_DAYS = 14
ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def invite(employment, *, by, login, role="", basis=""):
    """Make a one-time code by which the person of ``employment`` sets the first password; earlier codes end.

    ``login`` is an e-mail or a login name; ``role`` is given on ``basis`` together with the account. Raises
    MoveRefused if the person has left or has an account, if the name is taken, or if a code waits that carries a role
    given by order: only a code with a role takes its place.
    The code is good for fourteen days and also goes out by letter where there is an e-mail and a mail server.
    """
    login = login.strip().lower()
    check_invitable(employment)
    if User.objects.filter(person=employment.person).exists():
        raise MoveRefused(_("This person already has an account. Find it in the list of accounts."))
    if User.objects.filter(login=login).exists():
        raise MoveRefused(_("This login name is taken. Choose another one, for example with the personnel number."))
    waiting = Invitation.objects.filter(employment=employment, used_at=None)
    if not role and waiting.filter(role__in=BY_ORDER).exists():
        message = _("A code of the head or the curator waits here. The administrator of the installation renews it.")
        raise MoveRefused(message)
    waiting.delete()
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


def renew_code(invitation, *, by):
    """Make a new code in place of one that ran out or was lost; the role it carries stays. Raises like `invite`."""
    return invite(invitation.employment, by=by, login=invitation.login, role=invitation.role, basis=invitation.basis)


def check_invitable(employment):
    """Raise MoveRefused for somebody who does not work here any more."""
    if _has_left(employment):
        message = _("%(name)s does not work here since %(day)s. Whoever came back is noted on the staff card first.")
        values = {"name": employment.person.short_name, "day": date_numeric(employment.ends_on + ONE_DAY)}
        raise MoveRefused(message % values)


def _has_left(employment):
    """Whether the person of ``employment`` has no work in its organization any more, by another card either."""
    goes_on = Q(ends_on=None) | Q(ends_on__gte=employment.organization.today())
    return not employment.person.employments.filter(goes_on, organization=employment.organization_id).exists()


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

    Raises MoveRefused if the code is unknown, spent or run out, if its holder has left, or somebody took the login
    name meanwhile.
    """
    refusal = MoveRefused(_("This code is not valid (any more). Ask the curator for a new one."))
    invitation = Invitation.objects.select_for_update().filter(code=code.strip().upper(), used_at=None).first()
    if invitation is None or invitation.valid_until < invitation.organization.today():
        raise refusal
    person = invitation.employment.person
    taken = User.objects.filter(Q(login=invitation.login) | Q(person=person)).exists()
    if taken or _has_left(invitation.employment):
        raise refusal
    user = User.objects.create_user(invitation.login, password, person=person)
    _give_invited_role(user, invitation)
    invitation.used_at = now()
    invitation.save(update_fields=["used_at"])
    record(invitation.employment, gettext_noop("Made an account"), by=user)
    account_made.send(User, user=user, organization=invitation.organization)
    return user


def _give_invited_role(user, invitation):
    """The role of an invitation, from today on; the head's runs with the headship, and never beside another head's."""
    starts_on, ends_on = invitation.organization.today(), None
    if invitation.role == Role.DIRECTOR:
        head = headship_of(invitation.employment, starts_on)
        if head is None:
            return
        starts_on, ends_on = max(starts_on, head.starts_on), head.ends_on
    if invitation.role:
        days = {"starts_on": starts_on, "ends_on": ends_on}
        grant_role(user, invitation.organization, invitation.role, by=invitation.by, basis=invitation.basis, **days)


def end_sessions(user):
    """Sign ``user`` out of every browser: what was taken away must not live on in a session."""
    for session in Session.objects.filter(expire_date__gt=now()).iterator():
        if session.get_decoded().get("_auth_user_id") == str(user.pk):
            session.delete()


def check_closing(user, *, by, organization=None):
    """Raise MoveRefused for the own account, and for one that ``organization`` shares with another place.

    ``organization`` is whose administrator asks; None: the administrator of the installation.
    """
    if user == by:
        raise MoveRefused(_("You cannot close your own account. Ask another administrator."))
    _check_only_here(user, organization)


def _check_only_here(user, organization):
    if organization is not None and stands_elsewhere(user, organization):
        message = _(
            "%(name)s signs in somewhere else with this account too. End the roles held here instead; an account "
            "that belongs to several places is closed and opened by the administrator of the installation."
        )
        raise MoveRefused(message % {"name": user})


@transaction.atomic
def close_account(user, *, by, organization=None):
    """Forbid ``user`` to sign in and end the sessions. Raises MoveRefused as ``check_closing`` does."""
    check_closing(user, by=by, organization=organization)
    user.is_active = False
    user.save(update_fields=["is_active"])
    end_sessions(user)
    record(user, gettext_noop("Account closed"), by=by)


@transaction.atomic
def open_account(user, *, by, organization=None):
    """Let ``user`` sign in again. Raises MoveRefused for an account ``organization`` shares with another place."""
    _check_only_here(user, organization)
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
    day = membership.organization.today() - ONE_DAY
    if membership.starts_on > day:
        membership.delete()
    else:
        membership.ends_on = day
        membership.save(update_fields=["ends_on"])
    end_sessions(membership.user)
    record(membership.user, gettext_noop("Role ended"), by=by, reason=membership.get_role_display())
