"""Names of the values a setting may have."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

ROLES = {
    "mentor": _("mentor"),
    "mentee": _("mentee"),
    "curator": _("curator"),
    "council": _("council of mentors"),
    "director": _("head"),
    "psychologist": _("psychologist"),
    "staff": pgettext_lazy("regulation", "staff"),
    "sysadmin": _("system administrator"),
}
LEVELS = {
    "municipality": _("municipality"),
    "region": _("region"),
    "federation": _("federation"),
    "organization": _("organization"),
}
SHAPES = {
    "month": _("a month"),
    "day": _("a day"),
    "range": _("a period"),
    "list": _("several months or days"),
    "annual": _("each year"),
    "open": _("without a day"),
}

# Kinds of orders a regulation speaks of.
ORDER_KINDS = {
    "O1": _("on the regulation and the roadmap"),
    "O2": _("on the curator"),
    "O3": _("on the council of mentors"),
    "O4": _("on pairs and groups"),
    "O5": _("on programs"),
    "O6": _("on changes"),
    "O7": _("on an extension"),
    "O8": _("on the end of mentoring"),
    "O9": _("on monitoring"),
    "O10": _("on the final event"),
    "O11": _("on the results"),
    "O12": _("on encouragement"),
    "O13": _("on payment"),
    "O14": _("on a report"),
    "O15": _("on release from work"),
}

NUMBERINGS = {"system": _("the system, one after the other"), "hand": _("the head, by hand")}

# Setting or field with a closed list of values → the names of the values.
VALUES = {
    "ApprovalStamp.source": {
        "minutes": _("minutes of a meeting"),
        "order": _("the order of the head"),
        "person": _("a signature"),
    },
    "ApprovalStamp.when": {"before_order": _("before the order"), "after_order": _("after the order")},
    "Document.kind": {"regulation": _("Regulation"), "program": _("Program"), "procedure": _("Procedure")},
    "LegalBasis.level": LEVELS,
    "Recipient.level": LEVELS,
    "OrderStyle.numbering": NUMBERINGS,
    "OrderSeries.numbering": NUMBERINGS,
    "OrderStyle.date_style": {"numeric": "01.09.2026", "words": _("1 September 2026")},
    "OrderStyle.acquaintance": {"line": _("a line for each"), "table": _("a table")},
    "Payment.kind": {
        "none": _("nothing"),
        "sum": _("a sum in roubles"),
        "percent": _("percent of the salary"),
        "coefficient": _("a coefficient to the salary"),
    },
    "RegulationSettings.gost_edition": {"2016": "2016", "2025": "2025"},
    "BankRules.keeper": {"curator": _("the curator"), "organization": _("the organization")},
    "BankRules.co_keeper_role": {"none": _("nobody"), "sysadmin": _("the system administrator")},
    "BankRules.refresh_interval": {"year": _("once a year"), "half_year": _("once in half a year")},
    "Council.presence": {"none": _("not provided"), "optional": _("if it exists"), "required": _("required")},
    "Psychologist.mode": {"off": _("not provided"), "on_demand": _("on demand"), "staffed": _("on the staff")},
    "Kinds.print_as": {"виды": _("kinds"), "формы": _("forms")},
    "TitleStamp.word": {"СОГЛАСОВАНО": "СОГЛАСОВАНО", "УТВЕРЖДАЮ": "УТВЕРЖДАЮ", "УТВЕРЖДЕНО": "УТВЕРЖДЕНО"},
    "ProgramRules.term": {
        "range": _("any length between the two"),
        "exact": _("exactly the longest"),
        "trainee_period": _("the whole trainee period"),
    },
    "ProgramRules.extension_requires": ROLES,
    "TitleStamp.role": ROLES,
    "Responsible.role": ROLES,
    "ApprovalStep.role": ROLES,
    "ProgramRules.plan_columns": {"risks": _("risks"), "prevention": _("prevention"), "criteria": _("criteria")},
    "CompletionReason.outcome": {"completed": _("completed"), "terminated": _("broken off")},
    "CompletionReason.initiator": {
        "plan": _("the plan is done"),
        "participants": _("a participant"),
        "curator": _("the curator"),
    },
    "Publication.timing": {
        "after_completion": _("after completion"),
        "ongoing": pgettext_lazy("regulation", "all year"),
    },
    "Indicator.stage": {1: _("first"), 2: _("second")},
    "Reporting.schedule": {
        "none": _("not at all"),
        "on_request": _("on request"),
        "half_year": _("every half-year"),
        "year": _("every year"),
    },
    "Roadmap.division": {"stages": _("stages"), "sections": _("sections")},
    "Roadmap.approved_by": {"head": _("by the head in the system"), "order": _("by an order, as its annex")},
    "Roadmap.numbering": {"stages": _("the stages"), "items": _("the items")},
    "ItemDate.shape": SHAPES,
    "ItemDate.of": SHAPES,
    "ItemDate.continues": {"no": _("no"), "as_needed": _("as needed"), "through_year": _("through the year")},
}
