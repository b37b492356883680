"""An organization of the demonstration with those its pictures are made of."""

from datetime import timedelta

from mentoring.lib.dates import add_working_days
from people.accounts.models import User
from people.consents.models import Consent
from people.consents.states import ConsentState, Purpose
from people.organizations.selectors import regulation_on
from people.staff.models import Employment
from programs.mentorships.models import Mentorship
from programs.mentorships.states import MentorshipState
from programs.orders.models import Order
from programs.orders.states import OrderKind, OrderState
from reports.orders.services import Content, LinesContent, prepare_founding, prepare_lines


class Impossible(Exception):
    """The organization knows no order of this kind; the text, in Russian, says why."""


class House:
    """An organization with those who act in it and whom its orders are made of."""

    def __init__(self, organization):
        self.organization, self.today = organization, organization.today()
        self.settings = regulation_on(organization, self.today)
        self.director, self.curator = self.user("director"), self.user("curator")

    def user(self, role):
        return User.objects.get(login=f"{role}@{self.organization.slug}.example")

    @property
    def staff(self):
        rows = Employment.objects.active_on(self.today).filter(organization=self.organization, ends_on=None)
        # Nobody is named who has refused the processing of data or taken the consent back.
        gone = Consent.objects.filter(organization=self.organization, purpose=Purpose.PROCESSING)
        gone = gone.filter(state__in=[ConsentState.REFUSED, ConsentState.WITHDRAWN]).values("person")
        rows = rows.exclude(person__in=gone).exclude(person__user=self.director)
        return list(rows.select_related("person").order_by("pk"))

    @property
    def manager(self):
        return next(work for work in self.staff if work.person_id == self.curator.person_id)

    @property
    def others(self):
        return [work for work in self.staff if work != self.manager]

    @property
    def pairs(self):
        return Mentorship.objects.filter(organization=self.organization, state=MentorshipState.ACTIVE).order_by("pk")

    def after(self, days):
        """A working day at least so many days ahead."""
        return add_working_days(self.today + timedelta(days=days), 0)

    def lines(self, kind, about, *lines):
        return prepare_lines(kind, self.organization, LinesContent(about, lines), by=self.curator)

    def founding(self, kind, **content):
        return prepare_founding(kind, self.organization, Content(**content), by=self.curator)

    @property
    def earlier(self):
        """The order the pictures about another order tell of."""
        rows = Order.objects.filter(organization=self.organization, state=OrderState.REGISTERED)
        return rows.filter(kind=OrderKind.ASSIGNMENT).order_by("signed_on", "pk").last()
