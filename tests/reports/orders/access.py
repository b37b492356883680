"""Who may open the addresses of the room."""

from people.consents.states import Purpose
from tests.access_row import Row
from tests.programs.orders.factories import agreed_pair
from tests.reports.orders.changing import granted_for
from tests.reports.orders.factories import draft, make_wording, signed, submitted
from tests.world import give_consent, make_mentee_entry

READERS = "director curator council psychologist mentor mentee staff sysadmin"


def _with(make):
    """The address of an order of the home organization, while the other one has the like."""

    def things(world):
        make(world.other)
        return {"pk": make(world.home).pk}

    return things


def _naming_psychologist(place):
    """A signed order that names the psychologist, who otherwise reads none, and the curator."""
    for purpose in (Purpose.PROCESSING, Purpose.MENTEE):
        give_consent(place.psychologist.employment, purpose)
    return signed(place, agreed_pair(place, mentee=make_mentee_entry(place.psychologist.employment)))


def _case_forms(world):
    order = draft(world.home)
    return {"pk": order.pk, "employment": order.subjects.first().employment_id}


def _application(world):
    return {"pk": granted_for(world.home).pk}


ROWS = {
    "reports:order_list": Row(READERS),
    "reports:order_new": Row("curator sysadmin"),
    "reports:order_draft": Row("curator"),
    "reports:order_adoption_draft": Row("curator sysadmin"),
    "reports:order_curator_draft": Row("curator sysadmin"),
    "reports:order_council_draft": Row("curator sysadmin"),
    "reports:order_replacement_draft": Row("curator"),
    "reports:order_change_draft": Row("curator"),
    "reports:order_for_application": Row("curator", None, _application),
    "reports:order_termination_draft": Row("curator"),
    "reports:order_card": Row("director curator council sysadmin psychologist", things=_with(_naming_psychologist)),
    "reports:order_pdf": Row("director curator council sysadmin psychologist", things=_with(_naming_psychologist)),
    "reports:order_edit": Row("curator", things=_with(draft)),
    "reports:order_preview": Row(None, "curator", _with(draft)),
    "reports:order_case_forms": Row("curator", things=_case_forms),
    "reports:wording_list": Row("director curator sysadmin"),
    "reports:wording_new": Row("curator"),
    "reports:wording_preview": Row(None, "curator"),
    "reports:wording_from_order": Row("curator", things=_with(draft)),
    "reports:wording_card": Row("director curator sysadmin", things=_with(make_wording)),
    "reports:wording_pdf": Row("director curator sysadmin", things=_with(make_wording)),
    "reports:wording_edit": Row("curator", things=_with(make_wording)),
    "reports:wording_use": Row(None, "curator", _with(make_wording)),
    "reports:order_submit": Row(None, "curator", _with(draft)),
    "reports:order_drop": Row("curator", things=_with(draft)),
    "reports:order_return": Row("director", things=_with(submitted)),
    "reports:order_sign": Row("director", things=_with(submitted)),
    # The curator is named too, as whoever keeps the work going.
    "reports:order_acknowledge": Row("curator psychologist", things=_with(_naming_psychologist)),
    "reports:order_paper_acknowledge": Row("curator", things=_with(signed)),
    "reports:order_remind": Row(None, "curator", _with(signed)),
}
