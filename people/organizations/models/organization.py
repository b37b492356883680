"""Organization with its heads, and the tree of authorities above it."""

import zoneinfo

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import today
from mentoring.lib.uploads import random_name
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
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed", verbose_name=_("merged into")
    )

    class Meta:
        verbose_name = _("authority")
        verbose_name_plural = _("authorities")
        constraints = [
            models.CheckConstraint(condition=~Q(parent=F("pk")), name="authority_is_not_above_itself"),
        ]

    def __str__(self):
        return self.name


class AuthorityAct(models.Model):
    """An act of a region or municipality that orders of the organizations below cite, in the sequence of ``position``.

    ``orders`` lists the kinds of order that cite it («O4»); empty means every order on mentoring.
    """

    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, related_name="acts")
    title = models.CharField(_("title"), max_length=500)
    phrase = models.CharField(_("phrase for the preamble"), max_length=500)
    orders = models.JSONField(_("orders that cite it"), default=list, blank=True)
    position = models.PositiveSmallIntegerField(_("place in the list"), default=0)
    starts_on = models.DateField(_("in force from"), null=True, blank=True)
    ends_on = models.DateField(_("in force until"), null=True, blank=True)

    class Meta:
        verbose_name = _("act")
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="act_ends_after_start",
            ),
        ]

    def __str__(self):
        return self.title


def valid_time_zone(name):
    """Refuse a name the time zone database does not hold."""
    if name not in zoneinfo.available_timezones():
        raise ValidationError(_("There is no time zone “%(name)s”. Write it as Europe/Moscow."), params={"name": name})


def logo_path(organization, name):
    """Where a logo is stored: under a name nobody can guess."""
    return random_name("logos", name)


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
    full_name_genitive = models.CharField(_("full name, genitive"), max_length=500, blank=True)
    name_genitive = models.CharField(_("short name, genitive"), max_length=200, blank=True)
    name_dative = models.CharField(_("short name, dative"), max_length=200, blank=True)
    name_instrumental = models.CharField(_("short name, instrumental"), max_length=200, blank=True)
    name_prepositional = models.CharField(_("short name, prepositional"), max_length=200, blank=True)
    head_post = models.CharField(_("post of the head"), max_length=100, default="Директор")
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
    logo = models.FileField(_("coat of arms or logo"), upload_to=logo_path, blank=True)
    closed_on = models.DateField(_("closed on"), null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="absorbed", verbose_name=_("merged into")
    )
    is_demo = models.BooleanField(_("demonstration"), default=False)

    class Meta:
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ["short_name"]

    def __str__(self):
        return self.short_name

    @property
    def owner(self):
        """«МОУ СШ № 3»: the short name in the genitive, as after «приказом» and «директор»."""
        return self.name_genitive or self.short_name

    @property
    def short_names(self):
        """The short name in the cases papers need: (name of the case, form or an empty text)."""
        names = ("name_genitive", "name_dative", "name_instrumental", "name_prepositional")
        return [(self._meta.get_field(name).verbose_name, getattr(self, name)) for name in names]

    @property
    def is_closed(self):
        """Whether its work has ended: it can be read, nothing is written any more."""
        return self.closed_on is not None and self.closed_on <= self.today()

    def today(self):
        """The day it is in the organization's own time zone."""
        return today(zoneinfo.ZoneInfo(self.time_zone))


class Placement(models.Model):
    """Under which authority an organization stood from when to when; no authority means none."""

    organization = models.ForeignKey(Organization, on_delete=models.CASCADE, related_name="placements")
    authority = models.ForeignKey(
        Authority,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="placements",
        verbose_name=_("authority"),
    )
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)

    class Meta:
        verbose_name = _("place in the tree")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="placement_ends_after_start"
            ),
            models.UniqueConstraint(
                fields=["organization"], condition=Q(ends_on__isnull=True), name="one_present_placement"
            ),
        ]

    def __str__(self):
        return f"{self.organization}: {self.authority}"


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
