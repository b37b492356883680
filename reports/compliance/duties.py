"""The catalog of duties that the data can answer: each with its source and the function that looks."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from reports.compliance.checks import founding, people, work
from reports.compliance.ground import Ground, Standing


@dataclass(frozen=True)
class Check:
    """One duty: `key` is the setting whose clause it stands on, `article` the law, where the law asks for it."""

    code: str
    label: str
    look: Callable[[Ground], Standing]
    key: str = ""
    article: str = ""

    def compute(self, organization, day):
        """How the duty stands in ``organization`` on ``day``."""
        return self.look(Ground(organization, day))

    def source(self, rules):
        """The clause and the article, as far as there are any: («3.4», «Labor Code, art. 351.8»)."""
        return tuple(str(each) for each in (self.key and rules.clause_of(self.key), self.article) if each)


LABOR, DATA = _("Labor Code, art. 351.8"), _("152-FZ, art. 9")
GROUPS = (
    (
        _("The foundation"),
        (
            Check("regulation", _("The regulation is in force"), founding.regulation_in_force, "regulation"),
            Check("amendments", _("Amended editions are decided on"), founding.amendments_decided, "regulation"),
            Check("curator", _("The curator is appointed by an order"), founding.curator_appointed, "curator.required"),
            Check(
                "curator_post",
                _("The curator holds a post the regulation allows"),
                founding.curator_allowed,
                "curator.must_be_deputy",
            ),
            Check("council", _("The methodical body is formed"), founding.council_formed, "council.presence"),
        ),
    ),
    (
        _("Consents and agreements"),
        (
            Check(
                "processing",
                _("Everybody in a pair consented to the processing of data"),
                people.processing_consents,
                "consent.personal_data_required",
                DATA,
            ),
            Check(
                "mentor_consents",
                _("Every mentor consented in writing"),
                people.mentor_consents,
                "consent.mentor_required",
                LABOR,
            ),
            Check(
                "mentee_consents",
                _("Every mentee consented in writing"),
                people.mentee_consents,
                "consent.mentee_required",
            ),
            Check(
                "separate",
                _("Every consent is a document of its own"),
                people.separate_consents,
                "consent.separate",
                _("152-FZ, art. 9 as amended by 156-FZ"),
            ),
            Check(
                "agreements",
                _("Every mentor has a supplementary agreement"),
                people.agreement_rule,
                "agreement.required",
                LABOR,
            ),
            Check(
                "disclosure",
                _("Those in published banks consented to be named"),
                people.disclosure_consents,
                "publication.what",
                _("152-FZ, art. 10.1"),
            ),
        ),
    ),
    (
        _("Banks"),
        (
            Check(
                "mentors_refreshed",
                _("Mentors' cards are confirmed in time"),
                people.mentors_refreshed,
                "bank.refresh_interval",
            ),
            Check(
                "mentees_refreshed",
                _("Mentees' cards are confirmed in time"),
                people.mentees_refreshed,
                "bank.refresh_interval",
            ),
        ),
    ),
    (
        _("Orders and programs"),
        (
            Check(
                "orders",
                _("Work began after the order was signed"),
                work.orders_before_work,
                article=LABOR,
            ),
            Check(
                "acquaintance",
                _("Everybody named in an order has read it"),
                work.acquainted,
                article=_("Labor Code, art. 22"),
            ),
            Check(
                "programs",
                _("Every working pair has an approved program"),
                work.programs_approved,
                "program.directions",
            ),
            Check(
                "length",
                _("Programs are as long as the regulation allows"),
                work.programs_within_length,
                "program.max_months",
            ),
        ),
    ),
    (
        _("Roadmap"),
        (
            Check("roadmap", _("The roadmap of the year is approved"), work.roadmap_approved, "roadmap"),
            Check("overdue", _("No item of the roadmap is overdue"), work.roadmap_in_time, "roadmap.stages"),
        ),
    ),
)
BY_CODE = {check.code: check for _label, checks in GROUPS for check in checks}


def standings(organization, day):
    """Every duty with its standing, group by group, on one ground: [(group, [(check, standing, source), …])]."""
    ground = Ground(organization, day)
    return [
        (label, [(check, check.look(ground), check.source(ground.rules)) for check in checks])
        for label, checks in GROUPS
    ]
