"""Who may open the papers of the room."""

from reports.documents.stationery.fields import ANY_ORDER
from reports.documents.stationery.services import use_template
from tests.access_row import INSIDERS, Row
from tests.people.consents.factories import make_draft
from tests.programs.applications.factories import make_application
from tests.programs.council.factories import planned
from tests.programs.roadmap.factories import running
from tests.reports.issued.factories import draft, issued
from tests.reports.orders.factories import signed


def _program(world):
    return {"pk": world.home.program.pk}


def _regulation(world):
    return {"pk": world.home.organization.regulations.get().pk}


def _agreement(world):
    return {"pk": make_draft(world.home.mentor.employment).pk}


def _consent(world):
    return {"pk": world.home.mentee_consent.pk}


def _of_staff(world):
    return {"pk": world.home.staff.employment.pk, "purpose": "processing"}


def _application(world):
    """Of a mentee who keeps the reason from the mentor."""
    return {"pk": make_application(world.home).pk}


def _template(world):
    """Of the home organization, while the other one has its own."""
    rows = [
        use_template(place.organization, ANY_ORDER, name="бланк.docx", content=b"PK", fields=[], by=place.curator.user)
        for place in (world.other, world.home)
    ]
    return {"pk": rows[-1].pk}


def _issued(kind, make=issued):
    """A paper of this kind of either organization; a personal one is about the mentor."""

    def things(world):
        make(world.other, kind)
        return {"pk": make(world.home, kind).pk}

    return things


ROWS = {
    "reports:paper_application": Row("director curator council mentee", things=_application),
    "reports:paper_minutes": Row("director curator council psychologist mentor", things=planned),
    "reports:paper_agreement": Row("director curator mentor", things=_agreement),
    "reports:paper_certificate": Row("director curator council mentor", things=_issued("certificate")),
    "reports:paper_thanks": Row("director curator", things=_issued("thanks", draft)),
    "reports:paper_mentor_record": Row("director curator mentor", things=_issued("mentor_record")),
    "reports:paper_cover_letter": Row("director curator", things=_issued("cover_letter")),
    "reports:paper_destruction_act": Row("director curator sysadmin", things=_issued("destruction_act")),
    "reports:paper_consent": Row("director curator sysadmin mentee", things=_consent),
    "reports:consent_blank_pdf": Row("director curator sysadmin", things=_of_staff),
    "reports:consent_forms_pdf": Row("director curator sysadmin"),
    "reports:paper_program": Row("director curator council mentor mentee sysadmin", things=_program),
    "reports:paper_regulation": Row(INSIDERS, things=_regulation),
    "reports:paper_roadmap": Row(INSIDERS, things=running),
    "reports:template_list": Row("director curator"),
    "reports:template_card": Row("director curator"),
    "reports:template_start": Row("director curator"),
    "reports:template_file": Row("director curator", things=_template),
    "reports:template_use": Row(None, "director curator", _template),
    "reports:template_put_away": Row(None, "director curator", _template),
    "reports:paper_sheet": Row("director curator council sysadmin", things=lambda world: {"pk": signed(world.home).pk}),
}
