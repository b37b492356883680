"""Papers the demonstration lacks, made for a picture; whoever calls takes them back afterwards."""

from types import SimpleNamespace

from people.accounts.models import Membership
from people.consents.models import Consent
from people.consents.services import withdraw_consent
from people.consents.states import ConsentState
from reports.demo.days import Days
from reports.demo.issued import issue
from reports.issued.states import IssuedKind


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


# Under the code of the kind of paper: what has to be there for it.
MADE = {"refusal": _refusal, "withdrawal": _withdrawal} | dict.fromkeys((kind.value for kind in IssuedKind), _issued)
