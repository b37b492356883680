"""Who may open the addresses of the room."""

from django.core.files.base import ContentFile

from people.accounts.states import Role
from people.consents.services import ensure_texts, record_paper_consent, request_consent
from people.consents.states import Purpose
from tests.access_row import INSIDERS, Row
from tests.people.consents.factories import make_agreement, make_draft


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


def _text(world):
    ensure_texts(world.home.organization)
    return {"pk": world.home.organization.consent_texts.filter(purpose=Purpose.MENTOR).get().pk}


def _mentor(world):
    return {"pk": world.home.mentor.employment.pk}


def _draft(world):
    return {"pk": make_draft(world.home.mentor.employment).pk}


def _agreement(world):
    agreement = make_agreement(world.home.mentor.employment, by=world.home.curator.user)
    agreement.scan.save("scan.pdf", ContentFile(b"%PDF-1.7"))
    return {"pk": agreement.pk}


REGISTER = "director curator sysadmin"
ROWS = {
    "people:consent_register": Row(REGISTER, None),
    "people:consent_register_workbook": Row(REGISTER, None),
    "people:consent_missing": Row(REGISTER, None),
    "people:consent_remind": Row(None, "curator"),
    "people:consent_renew": Row(None, "mentee", _given),
    "people:consent_text_list": Row(REGISTER, None),
    "people:consent_text_card": Row(REGISTER, None, _text),
    "people:consent_text_create": Row("curator", things=_text),
    "people:agreement_list": Row("director curator", None),
    "people:agreement_workbook": Row("director curator", None),
    "people:agreement_card": Row("director curator mentor", None, _agreement),
    "people:agreement_scan": Row("director curator mentor", None, _agreement),
    "people:agreement_create": Row("curator", things=_mentor),
    "people:agreement_edit": Row("curator", things=_draft),
    "people:agreement_sign": Row("curator", things=_draft),
    "people:agreement_drop": Row(None, "curator", _draft),
    "people:agreement_notice": Row("curator mentor", things=_agreement),
    "people:consent_list": Row(REGISTER, None),
    "people:consent_mine": Row(INSIDERS),
    "people:consent_card": Row("director curator sysadmin mentee", things=_given),
    "people:consent_give": Row("mentee", things=_asked),
    "people:consent_refuse": Row(None, "mentee", _asked),
    "people:consent_withdraw": Row("curator mentee", things=_given),
    "people:consent_scan": Row("director curator sysadmin mentee", things=_on_paper),
    "people:consent_request": Row(None, "curator", _of_staff),
    "people:consent_paper": Row("curator", things=_of_staff),
}
