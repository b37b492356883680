"""Papers of every kind of a place of the world, as drafts, sent, issued."""

import datetime

from people.consents.states import ConsentState
from reports.issued.models import IssuedPaper
from reports.issued.services import Content, counted, draft_paper, issue_paper, send_paper
from reports.issued.states import IssuedKind, Participation
from tests.world import DAY, PASSWORD, give_consent, make_employment


def certificate(place, role=Participation.MENTOR, **fields):
    about = place.mentor.employment if role == Participation.MENTOR else place.mentee.employment
    values = {"role": role.value, "hours": None, "words": ""} | fields
    return Content(values, about=about, mentorship=place.mentorship)


def thanks(place, about=None, order=None, **fields):
    values = {"heading": "thanks", "words": "за вклад в наставничество", "basis": ""} | fields
    return Content(values, about=about or place.mentor.employment, basis_order=order)


def record(place, about=None):
    return Content({"addressee": "по месту требования"}, about=about or place.mentor.employment)


def letter(place, *, hand_number="", day=DAY, codes=("mentee_coverage", "load"), **fields):
    values = {
        "to_organization": "Управление образования города", "to_post": "начальнику", "to_name": "Ивановой А. П.",
        "salutation": "Уважаемая Анна Петровна!", "reference": "15-17/204 от 01.10.2026",
        "subject": "О направлении сведений о наставничестве", "words": "", "annexes": "",
        "indicators": list(codes), "day": day.isoformat(), "figures": counted(place.organization, day, codes),
    }  # fmt: skip
    return Content(values | fields, hand_number=hand_number)


def act(place, *, members=None, consents=(), chair=None, **fields):
    values = {
        "subjects": "", "count": 2, "categories": "фамилия, имя, отчество", "carriers": "", "systems": "Рядом",
        "way": "удаление записей", "ground": "отзыв согласия", "log": "журнал.csv",
        "destroyed_on": datetime.date(2026, 10, 1).isoformat(),
    }  # fmt: skip
    members = (place.sysadmin.employment,) if members is None else members
    chair = chair or place.curator.employment
    return Content(values | fields, chair=chair, members=tuple(members), consents=tuple(consents))


CONTENTS = {
    IssuedKind.CERTIFICATE: certificate,
    IssuedKind.THANKS: thanks,
    IssuedKind.RECORD: record,
    IssuedKind.LETTER: letter,
    IssuedKind.ACT: act,
}


def draft(place, kind=IssuedKind.CERTIFICATE, **options):
    content = CONTENTS[IssuedKind(kind)](place, **options)
    return draft_paper(place.organization, kind, content, by=place.curator.user)


def sent(place, kind=IssuedKind.CERTIFICATE, **options):
    return send_paper(draft(place, kind, **options), by=place.curator.user)


def issued(place, kind=IssuedKind.CERTIFICATE, **options):
    paper = issue_paper(sent(place, kind, **options), by=place.director.user, password=PASSWORD)
    return IssuedPaper.objects.get(pk=paper.pk)


def withdrawn(place, on=datetime.date(2026, 9, 20)):
    """A consent somebody of the staff has taken back."""
    consent = give_consent(make_employment(place.organization, "Уходящая"))
    consent.state, consent.withdrawn_on = ConsentState.WITHDRAWN, on
    consent.save(update_fields=["state", "withdrawn_on"])
    return consent
