"""Names of the sections of a regulation."""

from django.utils.translation import gettext_lazy as _

# Sections of the settings, whose clause stands for everything in them.
SECTIONS = {
    "curator": _("Curator"),
    "consent": _("Consents"),
    "agreement": _("Supplementary agreement"),
    "payment": _("Payment"),
    "bank": _("Banks"),
    "forms": _("Forms"),
    "kinds": _("Kinds"),
    "roadmap": _("Roadmap"),
    "roadmap.columns": _("Columns of the print"),
    "roadmap.titles": _("Titles of the columns"),
    "final_event": _("End of the year"),
    "council": _("Methodical body"),
    "pairing": _("Pairs"),
    "criteria": _("Selection"),
    "criteria.thresholds": _("Experience of mentors"),
    "program": _("Programs"),
    "completion": _("Completion"),
    "publication": _("Publication"),
    "incentives": _("Incentives"),
    "monitoring": _("Monitoring"),
    "reporting": _("Reports"),
    "psychologist": _("Psychologist"),
    "iom": _("Educational routes"),
    "terms": _("Words"),
    "regulation": _("Document"),
    "young_teacher": _("Young teacher"),
    "orders": _("Orders"),
}
