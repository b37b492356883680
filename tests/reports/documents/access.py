"""Who may open the papers of the room."""

from people.consents.models import Consent
from people.consents.states import ConsentState, Purpose
from programs.models import OrderSeries
from programs.orders.services import ask_for_visas, submit_order
from programs.plans.states import EventForm
from reports.documents.stationery.fields import ANY_ORDER
from reports.documents.stationery.services import use_template
from reports.orders.services import sign_order
from tests.access_row import INSIDERS, Row
from tests.amending import amend
from tests.people.consents.factories import make_draft
from tests.programs.applications.factories import make_application
from tests.programs.council.factories import planned
from tests.programs.plans.factories import make_event
from tests.programs.roadmap.factories import running
from tests.reports.issued.factories import draft, issued
from tests.reports.orders.factories import draft as draft_order
from tests.reports.orders.factories import signed
from tests.world import DAY, PASSWORD, give_consent, make_employment, make_mentor_entry


def _program(world):
    return {"pk": world.home.program.pk}


def _regulation(world):
    return {"pk": world.home.organization.regulations.get().pk}


def _agreement(world):
    return {"pk": make_draft(world.home.mentor.employment).pk}


def _consent(world):
    return {"pk": world.home.mentee_consent.pk}


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


def _with_visas(world):
    """A signed order of either organization that asked somebody, who is no keeper of orders, for a visa."""
    rows = [visaed(place) for place in (world.other, world.home)]
    return {"pk": rows[-1].pk}


def visaed(place):
    """An order signed without the visa that was asked for."""
    order = ask_for_visas(draft_order(place), [place.staff.employment], by=place.curator.user)
    order = submit_order(order, by=place.curator.user)
    return sign_order(order, by=place.director.user, password=PASSWORD, without_visas=True)


def _issued(kind, make=issued):
    """A paper of this kind of either organization; a personal one is about the mentor."""

    def things(world):
        make(world.other, kind)
        return {"pk": make(world.home, kind).pk}

    return things


def _answered(state, **fields):
    """What the mentee said against a consent."""

    def things(world):
        consent = give_consent(world.home.mentee.employment, Purpose.TRANSFER)
        Consent.objects.filter(pk=consent.pk).update(state=state, **fields)
        return {"pk": consent.pk}

    return things


def _lacking(world):
    """Somebody in the bank who was not asked for any consent yet."""
    employment = make_employment(world.home.organization, "Недавняя")
    make_mentor_entry(employment)
    return {"pk": employment.pk}


def _mentor(world):
    return {"pk": world.home.mentor_entry.pk}


def _mentee(world):
    return {"pk": world.home.mentee_entry.pk}


def _with_routes(world):
    amend(world.home.organization, {"iom.enabled": True})
    return _mentee(world)


def _bank(world):
    return {"pk": world.home.organization.pk}


def _pair(world):
    return {"pk": world.home.mentorship.pk}


def _visit(world):
    return {"pk": make_event(world.home.program, form=EventForm.VISIT).pk}


def _series(world):
    return {"pk": OrderSeries.objects.create(organization=world.home.organization, year=2019).pk}


CARD_READERS = "director curator sysadmin"
BANK_READERS = "director curator council psychologist sysadmin"
ROWS = {
    "reports:paper_consent_form": Row("director curator sysadmin", None, _lacking),
    "reports:paper_refusal": Row("director curator sysadmin mentee", None, _answered(ConsentState.REFUSED)),
    "reports:paper_withdrawal": Row(
        "director curator sysadmin mentee", None, _answered(ConsentState.WITHDRAWN, withdrawn_on=DAY)
    ),
    "reports:paper_mentor_application": Row(f"{CARD_READERS} mentor", None, _mentor),
    "reports:paper_mentee_application": Row(f"{CARD_READERS} mentee", None, _mentee),
    "reports:paper_mentor_extract": Row(f"{CARD_READERS} mentor", None, _mentor),
    "reports:paper_mentee_extract": Row(f"{CARD_READERS} mentee", None, _mentee),
    "reports:paper_mentor_bank": Row(BANK_READERS, None, _bank),
    "reports:paper_mentee_bank": Row(BANK_READERS, None, _bank),
    "reports:paper_route": Row(f"{BANK_READERS} mentor mentee", None, _with_routes),
    "reports:paper_pair_consent": Row("director curator", None, _pair),
    "reports:paper_encouragement": Row("director curator", None, _pair),
    "reports:paper_journal": Row("director curator council mentor mentee sysadmin", None, _program),
    "reports:paper_visit": Row("director curator council mentor mentee sysadmin", None, _visit),
    "reports:paper_attendance": Row("director curator council psychologist mentor", None, planned),
    "reports:paper_consent_register": Row("director curator sysadmin", None, _bank),
    "reports:paper_order_register": Row("director curator council sysadmin", None, _series),
    "reports:paper_acquaintance": Row("director curator", None, _series),
    "reports:paper_application": Row("director curator council mentee", None, _application),
    "reports:paper_minutes": Row("director curator council psychologist mentor", None, planned),
    "reports:paper_agreement": Row("director curator mentor", None, _agreement),
    "reports:paper_certificate": Row("director curator council mentor", None, _issued("certificate")),
    "reports:paper_thanks": Row("director curator", None, _issued("thanks", draft)),
    "reports:paper_mentor_record": Row("director curator mentor", None, _issued("mentor_record")),
    "reports:paper_cover_letter": Row("director curator", None, _issued("cover_letter")),
    "reports:paper_destruction_act": Row("director curator sysadmin", None, _issued("destruction_act")),
    "reports:paper_consent": Row("director curator sysadmin mentee", None, _consent),
    "reports:paper_program": Row("director curator council mentor mentee sysadmin", None, _program),
    "reports:paper_regulation": Row(INSIDERS, None, _regulation),
    "reports:paper_roadmap": Row(INSIDERS, None, running),
    "reports:template_list": Row("director curator"),
    "reports:template_card": Row("director curator"),
    "reports:template_start": Row("director curator"),
    "reports:template_file": Row("director curator", things=_template),
    "reports:template_use": Row(None, "director curator", _template),
    "reports:template_put_away": Row(None, "director curator", _template),
    "reports:paper_visas": Row("director curator council sysadmin", None, _with_visas),
    "reports:paper_sheet": Row("director curator council sysadmin", None, lambda world: {"pk": signed(world.home).pk}),
}
