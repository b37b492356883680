"""Who may open which address of the room: permissions.md, row «order»."""

import rules

from people.accounts.predicates import council, curator, director, mentee, mentor, psychologist, staff, sysadmin


@rules.predicate
def is_named(actor, order):
    """The signed order names the actor, who is to read it."""
    if order is None or actor.employment is None or not order.is_signed:
        return False
    return order.subjects.filter(employment=actor.employment).exists()


@rules.predicate
def is_asked_for_visa(actor, order):
    """The order on the desk of the head asks the actor for a visa."""
    if order is None or actor.employment is None or not order.is_submitted:
        return False
    return order.visas.filter(employment=actor.employment).exists()


@rules.predicate
def is_founding(actor, order):
    """The order sets mentoring up: the sysadmin may prepare it while nobody is the curator, and never signs."""
    return order is not None and order.is_founding


writer = curator | (sysadmin & is_founding)
keeper = director | curator | council | sysadmin
# Which orders each of them sees, the manager of orders decides: drafts, registered ones, those that name them.
reader = director | curator | council | psychologist | mentor | mentee | staff | sysadmin

RIGHTS = {
    "reports:order_list": reader,
    "reports:order_card": keeper | is_named | is_asked_for_visa,
    "reports:order_pdf": keeper | is_named | is_asked_for_visa,
    "reports:order_docx": keeper | is_named | is_asked_for_visa,
    "reports:order_new": curator | sysadmin,
    "reports:order_draft": curator,
    "reports:order_adoption_draft": curator | sysadmin,
    "reports:order_curator_draft": curator | sysadmin,
    "reports:order_council_draft": curator | sysadmin,
    "reports:order_replacement_draft": curator,
    "reports:order_for_application": curator,
    "reports:order_change_draft": curator,
    "reports:order_termination_draft": curator,
    "reports:order_monitoring_draft": curator,
    "reports:order_final_event_draft": curator,
    "reports:order_encouragement_draft": curator,
    "reports:order_payment_draft": curator,
    "reports:order_release_draft": curator,
    "reports:order_journal_workbook": keeper,
    "reports:order_numbers": curator | sysadmin,
    "reports:order_cancel_draft": writer,
    "reports:order_amend_draft": writer,
    "reports:order_visas": writer,
    "reports:order_visa": is_asked_for_visa,
    "reports:order_programs_draft": curator,
    "reports:order_results_draft": curator,
    "reports:order_report_draft": curator,
    "reports:order_edit": writer,
    "reports:order_preview": writer,
    "reports:order_case_forms": writer,
    "reports:wording_from_order": curator,
    "reports:wording_list": director | curator | sysadmin,
    "reports:wording_new": curator,
    "reports:wording_preview": curator,
    "reports:wording_card": director | curator | sysadmin,
    "reports:wording_pdf": director | curator | sysadmin,
    "reports:wording_edit": curator,
    "reports:wording_use": curator,
    "reports:order_submit": writer,
    "reports:order_drop": writer,
    "reports:order_return": director,
    "reports:order_sign": director,
    # What the head signed by hand the curator may enter: with the scan, and the head is told.
    "reports:order_hand_signed": director | curator,
    "reports:order_hand_pdf": director | curator,
    "reports:order_signature_add": director | curator,
    "reports:order_bundle_zip": director | curator | council | sysadmin | is_named,
    "reports:order_file": director | curator | council | sysadmin | is_named,
    "reports:order_acquaintance": director | curator | council | sysadmin,
    "reports:order_reader_add": curator,
    "reports:order_acknowledge": is_named,
    "reports:order_paper_acknowledge": curator,
    "reports:order_remind": curator,
}
