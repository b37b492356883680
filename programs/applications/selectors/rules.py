"""What the regulation and the law say about applications: which there are, whose word they need, the clocks."""

from datetime import timedelta

from django.utils.translation import gettext as _

from mentoring.lib.dates import add_working_days
from people.organizations.selectors import regulation_on
from programs.applications.states import FILED_BY, NEVER_REFUSED, OF_BOTH, OPEN, OUTCOMES, ApplicationKind
from programs.mentorships.selectors import place_of
from programs.mentorships.states import RUNNING
from programs.plans.states import ProgramState


def rules_of(organization):
    """The regulation of today."""
    return regulation_on(organization, organization.today())


def is_allowed(kind, settings):
    """Whether the regulation knows this kind; to leave, to part and to end are always possible."""
    return {
        ApplicationKind.EXTENSION: settings.program.extension_allowed,
        ApplicationKind.SHORTENING: settings.program.shortening_allowed,
        ApplicationKind.CORRECTION: settings.program.correction_allowed,
        ApplicationKind.TERMINATION: bool(grounds_of_end(settings)),
    }.get(kind, True)


def grounds_of_end(settings):
    """The grounds on which the regulation ends the work ahead of time."""
    return [reason for reason in settings.completion.reasons if reason.outcome == "terminated"]


def ground_of(settings, code):
    """The ground of the regulation by its code, None where there is none."""
    return next((reason for reason in settings.completion.reasons if reason.code == code), None)


def needs_council(kind, settings):
    """Whether the council has its say: as mediator, or because an extension needs its agreement."""
    if not settings.council.enabled:
        return False
    if kind == ApplicationKind.REPLACEMENT:
        return settings.council.mediation
    return kind == ApplicationKind.EXTENSION and "council" in settings.program.extension_requires


def outcomes_of(kind):
    """What the council may come to: [(code, words)]."""
    return [(outcome.value, outcome.label) for outcome in OUTCOMES.get(kind, ())]


def running_program(mentorship):
    """The program of the pair that runs, or None."""
    return mentorship.programs.filter(state=ProgramState.RUNNING).first()


def role_to_file(mentorship, actor, kind):
    """As whom the actor may file ``kind`` about the pair, None where not.

    Whoever takes part files as mentor or mentee; the curator files only about a pair of others.
    """
    role, _member = place_of(mentorship, actor.employment)
    if role in FILED_BY[kind]:
        return role
    return next((each for each in FILED_BY[kind] if role is None and each in actor.roles), None)


def kinds_to_file(mentorship, actor):
    """The kinds the actor may file about the pair today, those already open left out."""
    if mentorship.state not in RUNNING:
        return []
    settings = rules_of(mentorship.organization)
    kinds = [kind for kind in ApplicationKind if is_allowed(kind, settings) and role_to_file(mentorship, actor, kind)]
    if not kinds:
        return []
    program = running_program(mentorship)
    taken = _open_kinds(mentorship, actor)
    return [kind for kind in kinds if kind not in taken and (program or kind not in OF_BOTH)]


def _open_kinds(mentorship, actor):
    _role, member = place_of(mentorship, actor.employment)
    rows = mentorship.applications.filter(state__in=OPEN)
    return {row.kind for row in rows if row.member_id is None or member is None or row.member_id == member.pk}


def first_day(kind, settings, *, filed_on, decided_on=None):
    """The first day that may be free of the mentor's work: the day after a notice in working days is over.

    A mentor gives the notice of the regulation from the day of filing, at once where it asks for none. The employer
    gives at least three working days from the decision (Labor Code art. 351.8). Other kinds have no clock: None.
    """
    if kind == ApplicationKind.RESIGNATION:
        days = settings.agreement.mentor_notice_days
        return _after_notice(filed_on, days) if days else filed_on
    if kind in (ApplicationKind.REPLACEMENT, ApplicationKind.TERMINATION):
        return _after_notice(decided_on or filed_on, settings.agreement.employer_notice_days)
    return None


def _after_notice(day, working_days):
    """The day of the notice itself does not count (Labor Code art. 14)."""
    return add_working_days(day, working_days) + timedelta(days=1)


def days_of_effect(application, settings, today):
    """Between which days the head may set the end: (first, last).

    The pair works no longer than its own last day anyway. A resignation takes effect on the day the mentor wished for,
    never before the notice ends nor after both; one that waited longer than that takes effect at once.
    """
    end = max(application.mentorship.ends_on, today)
    first = min(first_day(application.kind, settings, filed_on=application.filed_on, decided_on=today), end)
    if application.kind != ApplicationKind.RESIGNATION:
        return first, end
    return first, min(max(first, application.wished_on or first, today), end)


def steps_ahead(kind, settings):
    """What the application passes before it is carried out, in words for whoever files it."""
    if kind == ApplicationKind.TERMINATION:
        return [_("Both sides are told and write their word"), _("The head decides"), _("An order carries it out")]
    steps = [_("The other side gives its consent")] if kind in OF_BOTH else []
    steps.append(_("The curator puts the visa"))
    if needs_council(kind, settings):
        steps.append(_("The council has its say"))
    decision = _("The head sets the day") if kind in NEVER_REFUSED else _("The head decides")
    return [*steps, decision, _("An order carries it out")]
