"""Who may open the addresses of the room."""

from django.core.files.base import ContentFile

from people.accounts.states import Role
from people.consents.services import record_paper_consent, request_consent
from people.consents.states import Purpose
from tests.access_row import INSIDERS, Row


def _asked(world):
    curator = world.home.people[Role.CURATOR].user
    return {"pk": request_consent(world.home.mentee.employment, Purpose.DISCLOSURE, by=curator).pk}


def _given(world):
    return {"pk": world.home.mentee_consent.pk}


def _on_paper(world):
    curator, day = world.home.curator.user, world.home.organization.today()
    consent = record_paper_consent(world.home.mentee.employment, Purpose.TRANSFER, by=curator, given_on=day)
    consent.scan.save("scan.pdf", ContentFile(b"%PDF-1.7"))
    return {"pk": consent.pk}


def _of_staff(world):
    return {"pk": world.home.staff.employment.pk, "purpose": Purpose.PROCESSING}


ROWS = {
    "people:consent_list": Row("director curator sysadmin"),
    "people:consent_mine": Row(INSIDERS),
    "people:consent_card": Row("director curator sysadmin mentee", things=_given),
    "people:consent_give": Row("mentee", things=_asked),
    "people:consent_refuse": Row(None, "mentee", _asked),
    "people:consent_withdraw": Row("curator mentee", things=_given),
    "people:consent_scan": Row("director curator sysadmin mentee", things=_on_paper),
    "people:consent_request": Row(None, "curator", _of_staff),
    "people:consent_paper": Row("curator", things=_of_staff),
}
