"""User, membership with a role, invitation by a one-time code."""

import secrets

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from people.accounts.states import GIVEN_ROLES, Role


class UserManager(BaseUserManager):
    def create_user(self, login, password=None, **fields):
        """Make a user who signs in as ``login`` (an e-mail or a login name, any letter case)."""
        user = self.model(login=login.strip().lower(), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, login, password=None, **fields):
        """Make an administrator of the installation: opens organizations, sees no personal data."""
        return self.create_user(login, password, is_installation_admin=True, **fields)

    def get_by_natural_key(self, login):
        return self.get(login__iexact=login.strip())

    def holding(self, role, organization, day=None):
        """The accounts in use that hold the given ``role`` in ``organization`` on ``day``, today by default."""
        memberships = organization.memberships.active_on(day or organization.today()).filter(role=role)
        return self.filter(memberships__in=memberships, is_active=True).distinct()


class User(AbstractBaseUser):
    """Somebody who can sign in; what they may do comes from memberships, the bank and employment."""

    login = models.CharField(_("e-mail or login name"), max_length=150, unique=True)
    person = models.OneToOneField(
        "people.Person",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="user",
        verbose_name=_("person"),
    )
    display_name = models.CharField(_("name shown"), max_length=200, blank=True)
    language = models.CharField(_("language"), max_length=5, default="ru")
    is_active = models.BooleanField(_("may sign in"), default=True)
    is_installation_admin = models.BooleanField(_("installation administrator"), default=False)
    is_demo = models.BooleanField(_("demonstration"), default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "login"
    objects = UserManager()

    class Meta:
        verbose_name = _("account")
        verbose_name_plural = _("accounts")
        constraints = [models.UniqueConstraint(Lower("login"), name="one_account_per_login")]

    def __str__(self):
        if self.display_name:
            return self.display_name
        return str(self.person) if self.person_id else self.login


class MembershipQuerySet(models.QuerySet):
    def active_on(self, day):
        """Memberships in force on ``day``."""
        return self.filter(Q(starts_on__lte=day), Q(ends_on__isnull=True) | Q(ends_on__gte=day))


class Membership(models.Model):
    """One role of one user in one organization, or of an observer at one authority."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    organization = models.ForeignKey(
        "people.Organization", on_delete=models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    authority = models.ForeignKey(
        "people.Authority", on_delete=models.CASCADE, null=True, blank=True, related_name="memberships"
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    basis = models.CharField(_("basis"), max_length=300, blank=True)
    # What the role covers here when several hold it: a code of ``curator.scopes`` of the regulation.
    scope = models.CharField(_("what it covers"), max_length=60, blank=True)
    # Whose duties these are while that person is away; the role then always ends on a day.
    stands_in_for = models.ForeignKey(
        "people.Employment", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = _("membership")
        constraints = [
            models.CheckConstraint(
                condition=Q(organization__isnull=True, role=Role.OBSERVER)
                | Q(authority__isnull=True, organization__isnull=False),
                name="membership_is_at_an_organization_or_observes_an_authority",
            ),
            models.CheckConstraint(
                condition=Q(organization__isnull=False) | Q(authority__isnull=False),
                name="membership_is_somewhere",
            ),
            models.CheckConstraint(condition=Q(role__in=GIVEN_ROLES), name="membership_role_is_given"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="membership_ends_after_start",
            ),
            models.CheckConstraint(
                condition=Q(stands_in_for__isnull=True) | Q(ends_on__isnull=False), name="standing_in_ends_on_a_day"
            ),
        ]

    def __str__(self):
        return f"{self.user}: {self.get_role_display()}"


def new_code():
    """A one-time code that can be read aloud: ten letters and digits without look-alikes."""
    return "".join(secrets.choice("ABCDEFGHJKMNPQRSTUVWXYZ23456789") for _ in range(10))


class Invitation(models.Model):
    """A one-time code by which somebody of the staff sets the first password."""

    organization = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="invitations")
    employment = models.ForeignKey("people.Employment", on_delete=models.CASCADE, related_name="invitations")
    login = models.CharField(_("e-mail or login name"), max_length=150)
    code = models.CharField(_("code"), max_length=20, unique=True, default=new_code)
    role = models.CharField(_("role that comes with the account"), max_length=20, choices=Role.choices, blank=True)
    basis = models.CharField(_("basis"), max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="invitations_made")
    made_at = models.DateTimeField()
    valid_until = models.DateField(_("valid until"))
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("invitation")

    def __str__(self):
        return f"{self.employment}: {self.login}"
