"""Who may open which address of the room: permissions.md, row «order»."""

import rules

from people.accounts.predicates import council, curator, director, mentee, mentor, psychologist, staff, sysadmin


@rules.predicate
def is_named(actor, order):
    """The signed order names the actor, who is to read it."""
    if order is None or actor.employment is None or not order.is_registered:
        return False
    return order.subjects.filter(employment=actor.employment).exists()


@rules.predicate
def is_founding(actor, order):
    """The order sets mentoring up: the sysadmin may prepare it while nobody is the curator, and never signs."""
    return order is not None and order.is_founding


writer = curator | (sysadmin & is_founding)
# Which orders each of them sees, the manager of orders decides: drafts, registered ones, those that name them.
reader = director | curator | council | psychologist | mentor | mentee | staff | sysadmin

RIGHTS = {
    "reports:order_list": reader,
    "reports:order_card": director | curator | council | sysadmin | is_named,
    "reports:order_pdf": director | curator | council | sysadmin | is_named,
    "reports:order_new": curator | sysadmin,
    "reports:order_draft": curator,
    "reports:order_adoption_draft": curator | sysadmin,
    "reports:order_curator_draft": curator | sysadmin,
    "reports:order_council_draft": curator | sysadmin,
    "reports:order_replacement_draft": curator,
    "reports:order_for_application": curator,
    "reports:order_change_draft": curator,
    "reports:order_termination_draft": curator,
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
    "reports:order_acknowledge": is_named,
    "reports:order_paper_acknowledge": curator,
    "reports:order_remind": curator,
}
