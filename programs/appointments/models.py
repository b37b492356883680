"""Who holds which duty by which order, from when to when."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.accounts.states import Role
from programs.appointments.states import CouncilFunction, Duty, Standing
from programs.orders.states import OrderState


class AppointmentQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """What signed orders give to everybody of the organization; what a draft would give to its writers."""
        rows = self.filter(order__organization=actor.organization)
        if actor.has(Role.DIRECTOR, Role.CURATOR, Role.SYSADMIN):
            return rows
        return rows.given()

    def given(self):
        """Duties of signed orders, whatever their days, save those whose order was cancelled before they began."""
        never = Q(order__state=OrderState.CANCELLED, starts_on__gt=F("ended_by__signed_on"))
        return self.filter(order__signed_on__isnull=False).exclude(never)

    def active_on(self, day):
        """Duties given by a signed order and not ended on ``day``."""
        rows = self.given().filter(starts_on__lte=day)
        return rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gte=day))


class Appointment(models.Model):
    """A duty given to somebody of the staff by an order (O1, O2, O3); it ends on its day or by another order.

    ``title`` is the duty as the order words it («куратор реализации программ наставничества»). ``code`` is that of
    ``curator.helpers`` of the regulation for another duty, ``scope`` that of ``curator.scopes``.
    """

    order = models.ForeignKey("programs.Order", on_delete=models.CASCADE, related_name="appointments")
    employment = models.ForeignKey("people.Employment", on_delete=models.PROTECT, related_name="appointments")
    duty = models.CharField(_("duty"), max_length=20, choices=Duty.choices)
    title = models.CharField(_("duty as worded"), max_length=300)
    code = models.CharField(max_length=60, blank=True)
    scope = models.CharField(_("what it covers"), max_length=60, blank=True)
    function = models.CharField(_("in the council"), max_length=20, choices=CouncilFunction.choices, blank=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"), null=True, blank=True)
    ended_by = models.ForeignKey(
        "programs.Order", on_delete=models.PROTECT, null=True, blank=True, related_name="ended_appointments"
    )
    position = models.PositiveSmallIntegerField(default=0)

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        verbose_name = _("appointment")
        ordering = ["duty", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")), name="appointment_ends_after_start"
            ),
            models.UniqueConstraint(fields=["order", "employment", "duty", "code"], name="one_duty_per_person"),
            models.CheckConstraint(
                condition=Q(duty=Duty.COUNCIL) ^ Q(function=""), name="council_member_has_a_function"
            ),
        ]

    def __str__(self):
        return f"{self.employment}: {self.title}"

    def standing_on(self, day):
        """Whether the duty is still ahead, in force or over on ``day``."""
        if self.ends_on and self.ends_on < day:
            return Standing.OVER
        return Standing.AHEAD if self.starts_on > day else Standing.IN_FORCE


class Release(models.Model):
    """A duty that an order ends once it is signed."""

    order = models.ForeignKey("programs.Order", on_delete=models.CASCADE, related_name="releases")
    appointment = models.ForeignKey(Appointment, on_delete=models.PROTECT, related_name="releases")

    class Meta:
        verbose_name = _("release from a duty")
        constraints = [models.UniqueConstraint(fields=["order", "appointment"], name="one_release_per_order")]

    def __str__(self):
        return f"{self.order_id}: {self.appointment}"
