"""Papers the demonstration lacks, made for a picture; whoever calls takes them back afterwards."""

from types import SimpleNamespace

from house import Impossible
from orders import COMPOSED

from people.accounts.models import Membership
from people.consents.models import Consent
from people.consents.services import withdraw_consent
from people.consents.states import ConsentState
from programs.applications.services import file_application
from programs.applications.states import ApplicationKind
from programs.orders.services import ask_for_visas, give_visa
from programs.orders.states import OrderKind
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.demo.days import Days
from reports.demo.issued import issue
from reports.issued.states import IssuedKind
from reports.orders.services import return_by_visa, send_order, sign_order


def _issued(house):
    """Certificates, thanks, a record, a letter and an act, as the demonstration issues them elsewhere."""
    rows = Membership.objects.filter(organization=house.organization).exclude(user__person=None)
    workers = {row.role: row.user.person.employments.get(organization=house.organization) for row in rows}
    issue(
        SimpleNamespace(
            organization=house.organization,
            story=SimpleNamespace(issues_papers=True),
            can_sign=True,
            days=Days(house.today),
            curator=house.curator,
            director=house.director,
            workers=workers | {"curator": house.manager},
        )
    )
    return True


def _given(house):
    rows = Consent.objects.filter(organization=house.organization, state=ConsentState.GIVEN)
    return rows.exclude(person__user=None).order_by("-pk").first()


def _withdrawal(house):
    consent = _given(house)
    return withdraw_consent(consent, by=consent.person.user)


def _refusal(house):
    """No service turns a given consent into a refused one, so the row itself is rewritten."""
    values = {"state": ConsentState.REFUSED, "given_on": None}
    return Consent.objects.filter(pk=_given(house).pk).update(**values)


def _visas(house):
    """An order on the final event: returned with a remark, sent anew, agreed to by both, signed the next day."""
    _kind, _beside, compose = COMPOSED[OrderKind.FINAL_EVENT.value]
    order, (first, second) = compose(house), [work for work in house.others if hasattr(work.person, "user")][:2]
    with as_of(Days(house.today).ago(1)):
        ask_for_visas(order, [first, second], by=house.curator)
        send_order(order, by=house.curator)
        return_by_visa(order, second, by=second.person.user, remark="Укажите, кто готовит зал.")
        order.refresh_from_db()
        send_order(order, by=house.curator)
        for work in (first, second):
            give_visa(order, work, by=work.person.user)
    order.refresh_from_db()
    return sign_order(order, by=house.director, password=PASSWORD)


def _application(house):
    """A mentor lays the duty down: every regulation knows that."""
    pair = house.pairs.filter(mentor_entry__employment__person__user__isnull=False).first()
    mentor = pair.mentor_entry.employment.person.user
    return file_application(pair, ApplicationKind.RESIGNATION, by=mentor, wished_on=house.after(30))


def _route(house):
    if not house.settings.iom.enabled:
        raise Impossible("положение не предусматривает индивидуальных образовательных маршрутов")


# Under the code of the kind of paper: what has to be there for it.
MADE = {
    "refusal": _refusal,
    "withdrawal": _withdrawal,
    "visas": _visas,
    "application": _application,
    "route": _route,
} | dict.fromkeys((kind.value for kind in IssuedKind), _issued)
