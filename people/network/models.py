"""Who is open for the network, and which places are asked for and granted between two organizations."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.accounts.states import Role
from people.banks.states import EntryState
from people.consents.models import Consent
from people.consents.states import Purpose, WorkMode
from people.network.states import (
    GRANT_MOVES,
    GRANT_TONES,
    GRANTED,
    OFFER_MOVES,
    OFFER_TONES,
    OPEN_GRANT,
    GrantState,
    OfferState,
)

GRANT_KEEPERS = {Role.CURATOR, Role.DIRECTOR}


def allows_transfer(path, day):
    """A condition: the person of the employment at ``path`` allows their own organization to transfer their data."""
    rows = Consent.objects.in_force(day).filter(
        purpose=Purpose.TRANSFER,
        given_on__lte=day,
        organization=models.OuterRef(f"{path}__organization"),
        person=models.OuterRef(f"{path}__person"),
    )
    return models.Exists(rows)


class NetworkOfferQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """Those of the own organization: all to the curator and the head, the own one to the mentor."""
        rows = self.filter(entry__employment__organization=actor.organization)
        if actor.has(*GRANT_KEEPERS):
            return rows
        return rows.filter(entry__employment=actor.employment) if actor.employment else rows.none()

    def open_to(self, organization):
        """Mentors of other organizations under the same authority who opened themselves and allow the transfer.

        Without the consent to the transfer no name leaves an organization (152-FZ art. 6, Labor Code art. 88).
        """
        if organization.authority_id is None:
            return self.none()
        day, work = organization.today(), "entry__employment"
        at_work = Q(**{f"{work}__ends_on__isnull": True}) | Q(**{f"{work}__ends_on__gte": day})
        rows = self.filter(
            at_work,
            allows_transfer(work, day),
            state=OfferState.OPEN,
            entry__state__in=[EntryState.ACTIVE, EntryState.PAIRED],
            entry__employment__is_external=False,
            entry__employment__organization__authority=organization.authority_id,
            entry__employment__organization__closed_on__isnull=True,
        )
        return rows.exclude(entry__employment__organization=organization)


class NetworkOffer(models.Model):
    """That a mentor is ready to help in other organizations: only the mentor opens it, the curator may propose it."""

    MOVES = OFFER_MOVES

    entry = models.OneToOneField("people.MentorEntry", on_delete=models.CASCADE, related_name="network_offer")
    state = models.CharField(_("state"), max_length=20, choices=OfferState.choices, default=OfferState.CLOSED)
    places = models.PositiveSmallIntegerField(_("places for other organizations"), default=1)
    mode = models.CharField(_("form of the work"), max_length=20, choices=WorkMode.choices, default=WorkMode.MIXED)
    opened_on = models.DateField(_("open since"), null=True, blank=True)

    objects = NetworkOfferQuerySet.as_manager()

    class Meta:
        verbose_name = _("opening for the network")
        constraints = [models.CheckConstraint(condition=Q(places__gte=1), name="offer_has_a_place")]

    def __str__(self):
        return str(self.entry)

    @property
    def state_tone(self):
        return OFFER_TONES[self.state]

    @property
    def is_open(self):
        return self.state == OfferState.OPEN


class NetworkGrantQuerySet(models.QuerySet):
    def visible_to(self, actor):
        """To the curator and the head of both organizations; to the mentor in either of them."""
        rows = self.filter(Q(home=actor.organization) | Q(host=actor.organization))
        if actor.has(*GRANT_KEEPERS):
            return rows
        if actor.employment is None:
            return rows.none()
        return rows.filter(Q(entry__employment=actor.employment) | Q(guest=actor.employment))

    def open(self):
        return self.filter(state__in=OPEN_GRANT)

    def with_people(self, day):
        """What a line shows, in one query; ``transfer_allowed``: whether the name may leave the home on ``day``."""
        rows = self.select_related("home", "host", "entry__employment__person", "guest")
        return rows.annotate(transfer_allowed=allows_transfer("entry__employment", day))


class NetworkGrant(models.Model):
    """Places of one mentor asked for by another organization, from the request to the end of the work there."""

    MOVES = GRANT_MOVES

    home = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="grants_given")
    host = models.ForeignKey("people.Organization", on_delete=models.CASCADE, related_name="grants_asked")
    entry = models.ForeignKey("people.MentorEntry", on_delete=models.PROTECT, related_name="network_grants")
    guest = models.ForeignKey(
        "people.Employment", on_delete=models.PROTECT, null=True, blank=True, related_name="guest_grants"
    )
    places = models.PositiveSmallIntegerField(_("places"))
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("to"))
    reason = models.TextField(_("what the mentor is needed for"))
    state = models.CharField(
        _("state"), max_length=20, choices=GrantState.choices, default=GrantState.ASKED, db_index=True
    )
    ended_on = models.DateField(_("ended on"), null=True, blank=True)
    end_reason = models.CharField(_("reason of the end"), max_length=300, blank=True)

    objects = NetworkGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("mentor granted to another organization")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(condition=~Q(home=F("host")), name="grant_is_between_two_organizations"),
            models.CheckConstraint(condition=Q(ends_on__gt=F("starts_on")), name="grant_ends_after_start"),
            models.CheckConstraint(condition=Q(places__gte=1), name="grant_has_a_place"),
            models.UniqueConstraint(
                fields=["entry", "host"], condition=Q(state__in=OPEN_GRANT), name="one_open_grant_per_mentor_and_host"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=GRANTED) | Q(guest__isnull=False), name="granted_mentor_stands_at_the_host"
            ),
        ]

    def __str__(self):
        return f"{self.home_id} → {self.host_id}: {self.entry_id}"

    @property
    def state_tone(self):
        return GRANT_TONES[self.state]

    @property
    def is_asked(self):
        return self.state == GrantState.ASKED
