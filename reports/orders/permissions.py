"""Who may open which address of the room: permissions.md, row «order»."""

import rules

from people.accounts.predicates import council, curator, director, mentee, mentor, psychologist, staff, sysadmin


@rules.predicate
def is_named(actor, order):
    """The signed order names the actor, who is to read it."""
    if order is None or actor.employment is None or not order.is_registered:
        return False
    return order.subjects.filter(employment=actor.employment).exists()


# Which orders each of them sees, the manager of orders decides: drafts, registered ones, those that name them.
reader = director | curator | council | psychologist | mentor | mentee | staff | sysadmin

RIGHTS = {
    "reports:order_list": reader,
    "reports:order_card": director | curator | council | sysadmin | is_named,
    "reports:order_pdf": director | curator | council | sysadmin | is_named,
    "reports:order_draft": curator,
    "reports:order_edit": curator,
    "reports:order_case_forms": curator,
    "reports:order_submit": curator,
    "reports:order_drop": curator,
    "reports:order_return": director,
    "reports:order_sign": director,
    "reports:order_acknowledge": is_named,
    "reports:order_paper_acknowledge": curator,
    "reports:order_remind": curator,
}
