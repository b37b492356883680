"""Who heads an organization: a new head, an acting one, duties handed to a colleague for some days."""

import datetime

from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.grammar import Case, decline_post
from mentoring.lib.moves import MoveRefused
from people.accounts.models import Membership
from people.accounts.services import end_sessions
from people.accounts.states import Role
from people.history.services import record
from people.notices.services import notify
from people.organizations.models import Head, Organization
from people.organizations.selectors import regulation_on

ONE_DAY = datetime.timedelta(days=1)
LONGEST_DELEGATION = datetime.timedelta(days=366)


def acting_post(organization):
    """«И.о. директора»: the abbreviation reads the same for a man and a woman."""
    post = decline_post(organization.head_post, Case.GENITIVE)
    return f"И.о. {post[:1].lower()}{post[1:]}"


@transaction.atomic
def enter_head(organization, employment, *, by, starts_on, basis, post=""):
    """Let ``employment`` head the organization from a day; the head before goes on the day before, with the rights.

    The new head gets the role of the director if there is an account. Raises MoveRefused for a day before the
    present head began, or somebody who does not work here then.
    """
    organization = _locked(organization)
    _check_works(employment, organization, starts_on, starts_on)
    before = organization.heads.filter(ends_on=None).first()
    if before and before.employment_id == employment.pk:
        raise MoveRefused(_("This person heads the organization already. Nothing has to be entered."))
    if before and before.starts_on > starts_on:
        message = _("The present head began on %(day)s. Choose a later day.")
        raise MoveRefused(message % {"day": date_numeric(before.starts_on)})
    _close_before(organization, starts_on)
    head = Head.objects.create(
        organization=organization, employment=employment, post=post or organization.head_post, starts_on=starts_on
    )
    _end_directors(organization, employment, starts_on, by)
    user = getattr(employment.person, "user", None)
    if user:
        _give_role(user, organization, starts_on, basis, by)
    record(organization, gettext_noop("New head entered"), by=by, reason=f"{employment.person.short_name}: {basis}")
    return head


def _close_before(organization, starts_on):
    """The head before ends on the day before; one who began on the very day leaves the day to both."""
    for row in organization.heads.filter(ends_on=None):
        row.ends_on = max(row.starts_on, starts_on - ONE_DAY)
        row.save(update_fields=["ends_on"])


def _end_directors(organization, employment, starts_on, by):
    """What heads before could do ends with them; whoever stands in keeps the days given."""
    rows = Membership.objects.select_for_update().filter(
        organization=organization, role=Role.DIRECTOR, stands_in_for=None
    )
    rows = rows.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on)).exclude(user__person=employment.person_id)
    for row in rows.select_related("user"):
        end_membership(row, starts_on - ONE_DAY)
        record(row.user, gettext_noop("Role ended"), by=by, reason=str(Role.DIRECTOR.label))


def _give_role(user, organization, starts_on, basis, by):
    held = Membership.objects.filter(user=user, organization=organization, role=Role.DIRECTOR, stands_in_for=None)
    if not held.active_on(starts_on).exists():
        Membership.objects.create(
            user=user, organization=organization, role=Role.DIRECTOR, starts_on=starts_on, basis=basis
        )
        record(user, gettext_noop("Role given"), by=by, reason=str(Role.DIRECTOR.label))


def end_membership(membership, last):
    """Let a role end after the day ``last``; one that would never have been goes.

    Its holder is signed out if the last day is over: until then the rights run on, and end by themselves.
    """
    if membership.starts_on > last:
        membership.delete()
    else:
        membership.ends_on = last
        membership.save(update_fields=["ends_on"])
    if last < membership.organization.today():
        end_sessions(membership.user)


@transaction.atomic
def delegate(organization, employment, *, by, absent, role, starts_on, ends_on, basis):
    """Hand the duties of ``absent`` (head or curator) to ``employment`` for days; they end by themselves.

    For the head's duties the organization gets an acting head, whom papers of these days name with the basis;
    ``absent`` is None where there is no head. Raises MoveRefused for days gone by, for a second acting head on one
    day, for somebody without an account or not at work on these days, and for a curator the regulation would not
    allow. Returns the Membership.
    """
    organization = _locked(organization)
    _check_days(organization, starts_on, ends_on)
    _check_works(employment, organization, starts_on, ends_on)
    user = _account_of(employment)
    _check_absent(absent, employment, organization, role, starts_on)
    if role == Role.DIRECTOR:
        _check_one_acting(organization, starts_on, ends_on)
    else:
        _check_curator(organization, employment, starts_on)
    _check_not_held(user, organization, role, starts_on, ends_on)
    membership = Membership.objects.create(
        user=user,
        organization=organization,
        role=role,
        starts_on=starts_on,
        ends_on=ends_on,
        basis=basis,
        stands_in_for=absent,
        scope=_scope_of(absent, organization, role, starts_on),
    )
    if role == Role.DIRECTOR:
        _enter_acting(organization, employment, starts_on, ends_on, basis)
    days = f"{date_numeric(starts_on)}–{date_numeric(ends_on)}"
    told = f"{employment.person.short_name}, {days}: {basis}"
    record(organization, gettext_noop("Duties handed over for a time"), by=by, reason=told)
    record(user, gettext_noop("Role given"), by=by, reason=membership.get_role_display())
    _tell(membership)
    return membership


def _enter_acting(organization, employment, starts_on, ends_on, basis):
    return Head.objects.create(
        organization=organization,
        employment=employment,
        post=acting_post(organization),
        starts_on=starts_on,
        ends_on=ends_on,
        acting_basis=basis,
    )


@transaction.atomic
def end_delegation(membership, *, by, last):
    """Let duties handed over end earlier, after the day ``last``; before their first day they are taken back whole.

    Raises MoveRefused unless ``last`` is yesterday, today or later and before the day agreed.
    """
    organization = _locked(membership.organization)
    membership = Membership.objects.select_for_update().select_related("user").get(pk=membership.pk)
    if membership.ends_on < organization.today():
        raise MoveRefused(_("These duties have ended already. Nothing has to be done."))
    if last >= membership.ends_on:
        message = _("The duties end on %(day)s anyway. Choose an earlier day.")
        raise MoveRefused(message % {"day": date_numeric(membership.ends_on)})
    if membership.starts_on <= organization.today() and last < organization.today() - ONE_DAY:
        raise MoveRefused(_("What was signed before stays signed. Choose yesterday or a later day."))
    for row in _acting_of(membership):
        if row.starts_on > last:
            row.delete()
        else:
            row.ends_on = last
            row.save(update_fields=["ends_on"])
    end_membership(membership, last)
    told = f"{membership.user}: {date_numeric(last)}"
    record(organization, gettext_noop("Duties handed over ended early"), by=by, reason=told)


def _acting_of(membership):
    """The entries as acting head that came with a delegation."""
    if membership.role != Role.DIRECTOR:
        return Head.objects.none()
    return Head.objects.filter(
        organization=membership.organization_id,
        employment__person=membership.user.person_id,
        starts_on=membership.starts_on,
        ends_on=membership.ends_on,
    ).exclude(acting_basis="")


def _locked(organization):
    return Organization.objects.select_for_update().get(pk=organization.pk)


def _check_days(organization, starts_on, ends_on):
    if starts_on < organization.today():
        raise MoveRefused(_("Duties are handed over from today on. Choose today or a later day."))
    if ends_on < starts_on:
        raise MoveRefused(_("The last day lies before the first one. Check both days."))
    if ends_on - starts_on > LONGEST_DELEGATION:
        raise MoveRefused(_("Duties are handed over for a year at most. Choose an earlier last day."))


def _check_works(employment, organization, starts_on, ends_on):
    name = employment.person.short_name
    begun = employment.starts_on is None or employment.starts_on <= starts_on
    if employment.organization_id != organization.pk or not begun:
        message = _("%(name)s does not work here on %(day)s. Choose somebody else or another day.")
        raise MoveRefused(message % {"name": name, "day": date_numeric(starts_on)})
    if employment.ends_on and employment.ends_on < ends_on:
        message = _("%(name)s works here until %(day)s. Choose somebody else or an earlier last day.")
        raise MoveRefused(message % {"name": name, "day": date_numeric(employment.ends_on)})


def _account_of(employment):
    user = getattr(employment.person, "user", None)
    if user is None or not user.is_active:
        message = _("%(name)s has no account to sign in with. Let the administrator invite them first.")
        raise MoveRefused(message % {"name": employment.person.short_name})
    return user


def _standing(absent, organization, role, day):
    user = getattr(absent.person, "user", None)
    return Membership.objects.active_on(day).filter(
        user=user, organization=organization, role=role, stands_in_for=None, user__isnull=False
    )


def _check_absent(absent, employment, organization, role, day):
    if absent is None:
        return
    if employment.person_id == absent.person_id:
        raise MoveRefused(_("Nobody stands in for themselves. Choose a colleague."))
    heads = organization.heads.filter(employment=absent, acting_basis="", starts_on__lte=day)
    is_head = heads.filter(Q(ends_on=None) | Q(ends_on__gte=day)).exists()
    if not (is_head if role == Role.DIRECTOR else _standing(absent, organization, role, day).exists()):
        message = _("%(name)s does not hold these duties on %(day)s. Choose whose duties are handed over again.")
        raise MoveRefused(message % {"name": absent.person.short_name, "day": date_numeric(day)})


def _scope_of(absent, organization, role, day):
    if absent is None:
        return ""
    return _standing(absent, organization, role, day).values_list("scope", flat=True).first() or ""


def _check_one_acting(organization, starts_on, ends_on):
    rows = organization.heads.exclude(acting_basis="").filter(starts_on__lte=ends_on)
    other = rows.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on)).select_related("employment__person").first()
    if other:
        message = _("%(name)s is the acting head from %(start)s to %(end)s. Choose other days or end that first.")
        end = date_numeric(other.ends_on) if other.ends_on else _("an open day")
        values = {"name": other.employment.person.short_name, "start": date_numeric(other.starts_on), "end": end}
        raise MoveRefused(message % values)


def _check_curator(organization, employment, day):
    rules = regulation_on(organization, day).curator
    reason = rules.refusal(employment.post, is_head=False, is_external=employment.is_external)
    if reason:
        raise MoveRefused(f"{employment.person.short_name}: {reason} {_('Choose somebody else.')}")


def _check_not_held(user, organization, role, starts_on, ends_on):
    held = Membership.objects.filter(user=user, organization=organization, role=role, starts_on__lte=ends_on)
    if held.filter(Q(ends_on=None) | Q(ends_on__gte=starts_on)).exists():
        raise MoveRefused(_("This person holds these duties on some of the days already. Choose somebody else."))


def _tell(membership):
    absent = membership.stands_in_for
    notify(
        [membership.user],
        gettext_noop("Duties are handed over to you from %(start)s to %(end)s: %(name)s"),
        organization=membership.organization,
        url=reverse("people:head_list", args=[membership.organization.slug]),
        name=absent.person.short_name if absent else membership.get_role_display(),
        start=date_numeric(membership.starts_on),
        end=date_numeric(membership.ends_on),
    )
