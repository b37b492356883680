"""Who may open the addresses of the room."""

from functools import cache

from people.consents.states import Purpose
from programs.orders.services import ask_for_visas, submit_order
from tests.access_row import Row
from tests.programs.orders.factories import agreed_pair
from tests.reports.orders.changing import granted_for
from tests.reports.orders.factories import attach, draft, make_wording, signed, submitted
from tests.world import give_consent, make_mentee_entry

READERS = "director curator council psychologist mentor mentee staff sysadmin"


@cache
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


def _asking_psychologist(place):
    """An order on the desk of the head that asks the psychologist, who otherwise reads none, for a visa."""
    order = draft(place)
    ask_for_visas(order, [place.psychologist.employment], by=place.curator.user)
    return submit_order(order, by=place.curator.user)


def _with_signature(place):
    """A signed order that names the psychologist, with a detached signature beside it."""
    order = _naming_psychologist(place)
    attach(order, by=place.curator.user)
    return order


def _signature(world):
    _with_signature(world.other)
    file = _with_signature(world.home).files.get()
    return {"pk": file.order_id, "file": file.pk}


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
    "reports:order_monitoring_draft": Row("curator"),
    "reports:order_final_event_draft": Row("curator"),
    "reports:order_encouragement_draft": Row("curator"),
    "reports:order_payment_draft": Row("curator"),
    "reports:order_release_draft": Row("curator"),
    "reports:order_programs_draft": Row("curator"),
    "reports:order_results_draft": Row("curator"),
    "reports:order_report_draft": Row("curator"),
    "reports:order_card": Row("director curator council sysadmin psychologist", things=_with(_naming_psychologist)),
    "reports:order_pdf": Row("director curator council sysadmin psychologist", things=_with(_naming_psychologist)),
    "reports:order_docx": Row("director curator council sysadmin psychologist", things=_with(_naming_psychologist)),
    "reports:order_journal_workbook": Row("director curator council sysadmin"),
    "reports:order_numbers": Row("curator sysadmin"),
    "reports:order_cancel_draft": Row("curator", things=_with(signed)),
    "reports:order_amend_draft": Row("curator", things=_with(signed)),
    "reports:order_visas": Row("curator", things=_with(draft)),
    "reports:order_visa": Row("psychologist", things=_with(_asking_psychologist)),
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
    "reports:order_hand_signed": Row("director curator", things=_with(submitted)),
    "reports:order_hand_pdf": Row("director curator", things=_with(submitted)),
    "reports:order_signature_add": Row("director curator", things=_with(signed)),
    "reports:order_bundle_zip": Row("director curator council sysadmin psychologist", things=_with(_with_signature)),
    "reports:order_file": Row("director curator council sysadmin psychologist", things=_signature),
    "reports:order_acquaintance": Row("director curator council sysadmin", things=_with(signed)),
    "reports:order_reader_add": Row("curator", things=_with(signed)),
    # The curator is named too, as whoever keeps the work going.
    "reports:order_acknowledge": Row("curator psychologist", things=_with(_naming_psychologist)),
    "reports:order_paper_acknowledge": Row("curator", things=_with(signed)),
    "reports:order_remind": Row(None, "curator", _with(signed)),
}
