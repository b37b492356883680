"""Acts and observers of an authority."""

import datetime

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import today
from mentoring.lib.moves import MoveRefused
from people.accounts.models import Membership, User
from people.accounts.services import end_sessions
from people.accounts.states import Role
from people.history.services import record
from people.notices.letters import send_letter
from people.organizations.models import Authority

ONE_DAY = datetime.timedelta(days=1)


@transaction.atomic
def save_act(act, *, by):
    """Write an act of an authority; raises MoveRefused for a closed authority."""
    authority = Authority.objects.select_for_update().get(pk=act.authority_id)
    if authority.closed_on:
        raise MoveRefused(_("“%(name)s” is closed. Choose an authority that works.") % {"name": authority.name})
    act.save()
    record(authority, gettext_noop("List of acts changed"), by=by, reason=act.title)
    return act


@transaction.atomic
def remove_act(act, *, by):
    """Take an act out of the list; orders signed keep what they cite."""
    record(act.authority, gettext_noop("List of acts changed"), by=by, reason=f"− {act.title}")
    act.delete()


@transaction.atomic
def grant_observer(authority, *, by, login, display_name="", basis, starts_on, ends_on=None):
    """Let somebody observe ``authority``; returns (membership, address to set the first password or None).

    A login nobody has makes an account, whose address works once and also goes out by letter where the login is
    an e-mail. Raises MoveRefused if the role is held on some of the days.
    """
    authority = Authority.objects.select_for_update().get(pk=authority.pk)
    if authority.closed_on:
        raise MoveRefused(_("“%(name)s” is closed. Choose an authority that works.") % {"name": authority.name})
    if ends_on and ends_on < starts_on:
        raise MoveRefused(_("The last day lies before the first one. Check both days."))
    login = login.strip().lower()
    user = User.objects.filter(login=login).first()
    address = None
    if user is None:
        user = User.objects.create_user(login, display_name=display_name or login)
        address = first_password_address(user)
        record(user, gettext_noop("Made an account"), by=by)
    held = Membership.objects.filter(user=user, authority=authority, role=Role.OBSERVER)
    held = held.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on))
    if (held.filter(starts_on__lte=ends_on) if ends_on else held).exists():
        raise MoveRefused(_("This role is held on some of these days already. End it first or choose other days."))
    membership = Membership.objects.create(
        user=user, authority=authority, role=Role.OBSERVER, starts_on=starts_on, ends_on=ends_on, basis=basis
    )
    record(user, gettext_noop("Role given"), by=by, reason=f"{membership.get_role_display()}: {authority.name}")
    if address and "@" in login:
        body = _("You are invited to watch the mentoring of %(name)s.\n\nOpen %(address)s and choose a password.")
        send_letter(login, _("Invitation to observe"), body % {"name": authority.name, "address": address})
    return membership, address


def first_password_address(user):
    """The address at which ``user`` sets the first password: once, within the days the settings give."""
    token = default_token_generator.make_token(user)
    path = reverse("people:password_set", args=[urlsafe_base64_encode(force_bytes(user.pk)), token])
    return f"{settings.SITE_URL}{path}"


@transaction.atomic
def end_observer(membership, *, by):
    """End the role of an observer today; the sessions end with it. Raises MoveRefused for one that has ended."""
    membership = Membership.objects.select_for_update().get(pk=membership.pk)
    if membership.ends_on and membership.ends_on < today():
        raise MoveRefused(_("This role has ended already. Nothing has to be done."))
    user, authority = membership.user, membership.authority
    if membership.starts_on >= today():
        membership.delete()
    else:
        membership.ends_on = today() - ONE_DAY
        membership.save(update_fields=["ends_on"])
    end_sessions(user)
    record(user, gettext_noop("Role ended"), by=by, reason=f"{Role.OBSERVER.label}: {authority.name}")
