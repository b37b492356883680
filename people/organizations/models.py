"""Organization, the tree of authorities above it, its heads and its regulation through time."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import today
from people.organizations.states import AuthorityKind, OrganizationKind


class Authority(models.Model):
    """A municipal education department or a regional centre above organizations."""

    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        verbose_name=_("above it"),
    )
    kind = models.CharField(_("kind"), max_length=20, choices=AuthorityKind.choices)
    name = models.CharField(_("name"), max_length=300)

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="authority_is_not_above_itself"),
        ]

    def __str__(self):
        return self.name


def valid_time_zone(name):
    """Refuse a name the time zone database does not hold."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no time zone “%(name)s”. Write it as Europe/Moscow."), params={"name": name})


class Organization(models.Model):
    """A school, kindergarten or extra-education centre: the tenant everything else belongs to."""

    authority = models.ForeignKey(
        Authority,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="organizations",
        verbose_name=_("authority"),
    )
    slug = models.SlugField(_("address"), unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=OrganizationKind.choices)
    full_name = models.CharField(_("full name"), max_length=500)
    short_name = models.CharField(_("short name"), max_length=200)
    name_genitive = models.CharField(_("short name, genitive"), max_length=200, blank=True)
    founder = models.TextField(_("founder, as in the letterhead"), blank=True)
    second_letterhead = models.TextField(_("letterhead in the second language"), blank=True)
    second_language = models.CharField(_("second language"), max_length=10, blank=True)
    place = models.CharField(_("place"), max_length=200)
    address = models.CharField(_("postal address"), max_length=300, blank=True)
    phone = models.CharField(_("phone"), max_length=100, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("website"), blank=True)
    inn = models.CharField(_("INN"), max_length=12, blank=True)
    kpp = models.CharField(_("KPP"), max_length=9, blank=True)
    ogrn = models.CharField(_("OGRN"), max_length=15, blank=True)
    okpo = models.CharField(_("OKPO"), max_length=10, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=40, default="Europe/Moscow", validators=[valid_time_zone])
    is_demo = models.BooleanField(_("demonstration"), default=False)

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["short_name"]

    def __str__(self):
        return self.short_name

    def today(self):
        """The day it is in the organization's own time zone."""
        return today(zoneinfo.ZoneInfo(self.time_zone))


class Head(models.Model):
    """Who heads the organization from when to when; an acting head names the basis."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="heads")
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="headships")
    post = models.CharField(_("post in the signature"), max_length=200)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    acting_basis = models.CharField(_("basis of the acting head"), max_length=300, blank=True)

    class Meta:
        verbose_name = _("head")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="head_ends_after_start",
            ),
            models.UniqueConstraint(fields=["organization"], condition=Q(ends_on__isnull=True), name="one_open_head"),
        ]

    def __str__(self):
        return f"{self.post} {self.employment}"


class RegulationVersion(models.Model):
    """The settings of one organization's regulation as they stood from one day to another."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="regulations")
    preset = models.CharField(_("preset of origin"), max_length=50)
    settings = models.JSONField(_("settings"))
    valid_from = models.DateField(_("in force from"))
    valid_until = models.DateField(_("in force until"), null=True, blank=True)

    class Meta:
        verbose_name = _("regulation")
        ordering = ["-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("valid_from")),
                name="regulation_ends_after_start",
            ),
            models.UniqueConstraint(fields=["organization", "valid_from"], name="one_regulation_starts_per_day"),
            models.UniqueConstraint(
                fields=["organization"], condition=Q(valid_until__isnull=True), name="one_open_regulation"
            ),
        ]

    def __str__(self):
        return f"{self.organization} {self.valid_from}"
