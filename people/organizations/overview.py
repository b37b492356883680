"""The regulation read aloud: its settings grouped as the regulation is, each with its plain meaning and clause."""

from dataclasses import dataclass
from functools import reduce

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.ui import date_words


@dataclass(frozen=True)
class Line:
    """One setting: what it means, what it says here (one or several values), by which clause."""

    label: str
    values: tuple[str, ...]
    clause: str = ""


@dataclass(frozen=True)
class Group:
    """A group of settings under one heading."""

    title: str
    lines: tuple[Line, ...]


def _yes(value):
    return (_("yes") if value else _("no"),)


def _labels(choices):
    return tuple(choice.label for choice in choices) or (_("not stated"),)


def _enabled(section):
    return tuple(item.label for item in section.items if item.enabled)


def overview(settings):
    """The groups of the regulation page, in the order people ask for them."""
    rooms = (_basis, _people, _consents, _banks, _work, _programs, _council, _afterwards)
    return [room(settings) for room in rooms]


def _line(settings, label, key, values):
    return Line(label, values, settings.clause_of(key))


def _flag(settings, label, key):
    """A setting that is on or off, read by its dotted key."""
    return _line(settings, label, key, _yes(reduce(getattr, key.split("."), settings)))


def _basis(settings):
    about = settings.regulation
    lines = [Line(_("Title"), (about.title,), settings.clause_of("regulation.about"))]
    if about.order_number:
        number = _("order № %(number)s") % {"number": about.order_number}
        when = date_words(about.order_on) if about.order_on else ""
        lines.append(_line(settings, _("Approved by"), "regulation.order_number", (f"{number} {when}".strip(),)))
    if about.in_force_on:
        lines.append(_line(settings, _("In force from"), "regulation.in_force_on", (date_words(about.in_force_on),)))
    lines.append(_line(settings, _("Principles"), "principles", _labels(settings.principles)))
    return Group(_("The regulation"), tuple(lines))


def _people(settings):
    curator = settings.curator
    return Group(
        _("People"),
        (
            _line(settings, _("The curator is called"), "curator.title_text", (curator.title_text,)),
            _flag(settings, _("The curator is one of the deputies"), "curator.must_be_deputy"),
            _flag(settings, _("The curator may come from outside"), "curator.allow_external"),
            _line(settings, _("How mentors are chosen"), "criteria.mentor", _labels(settings.criteria.mentor)),
            _line(
                settings,
                _("Who may ask for a mentor"),
                "criteria.mentee_categories",
                _labels(settings.criteria.mentee_categories),
            ),
            _line(settings, _("What joins a pair"), "criteria.pair", _labels(settings.criteria.pair)),
        ),
    )


def _consents(settings):
    return Group(
        _("Consents"),
        (
            _flag(settings, _("Written consent of the mentor"), "consent.mentor_required"),
            _flag(settings, _("Written consent of the mentee"), "consent.mentee_required"),
            _flag(settings, _("Supplementary agreement"), "agreement.required"),
        ),
    )


def _banks(settings):
    months = settings.bank.refresh_interval_months
    every = ngettext("every month", "every %(n)s months", months) % {"n": months}
    return Group(
        _("Banks"),
        (
            _line(settings, _("Cards are confirmed at least"), "bank.refresh_interval", (every,)),
            _line(
                settings,
                _("The system administrator keeps the banks too"),
                "bank.co_keeper_role",
                _yes(settings.bank.co_keeper_role == "sysadmin"),
            ),
        ),
    )


def _work(settings):
    return Group(
        _("Forms and kinds"),
        (
            _line(settings, _("Forms of mentoring"), "forms.items", _labels(settings.forms.choosable)),
            *_kept_outside(settings),
            _flag(settings, _("Other forms are possible"), "forms.open_list"),
            _line(settings, _("Kinds of mentoring"), "kinds.items", _enabled(settings.kinds)),
            _line(settings, _("Stages of the roadmap"), "roadmap.stages", _labels(settings.roadmap.stages)),
        ),
    )


def _kept_outside(settings):
    """Forms the regulation has (for pupils, parents) whose pairs are kept outside the system."""
    outside = [item for item in settings.forms.items if item.enabled and item.outside]
    return [_line(settings, _("Kept outside the system"), "forms.items", _labels(outside))] if outside else []


def _programs(settings):
    program = settings.program
    return Group(
        _("Programs"),
        (
            _line(settings, _("Length of a program"), "program.max_months", (_term(program),)),
            _flag(settings, _("Extension is possible"), "program.extension_allowed"),
            _line(settings, _("Directions"), "program.directions", _labels(program.directions)),
            _line(settings, _("Reasons to end a program"), "completion.reasons", _labels(settings.completion.reasons)),
        ),
    )


def _term(program):
    """The length of a program: between two, exactly one, or the pair's own."""
    if program.term == "trainee_period":
        return _("the whole trainee period")
    if program.term == "exact":
        months = program.max_months
        return ngettext("exactly %(n)s month", "exactly %(n)s months", months) % {"n": months}
    return _("from %(least)s to %(most)s months") % {"least": program.min_months, "most": program.max_months}


def _council(settings):
    body = settings.council
    presence = {"none": _("not provided"), "optional": _("if it exists"), "required": _("required")}[body.presence]
    psychologist = {"off": _("not provided"), "on_demand": _("on demand"), "staffed": _("on the staff")}
    return Group(
        _("Council and psychologist"),
        (
            _line(settings, _("Methodical body of mentors"), "council.presence", (presence,)),
            _line(settings, _("What it is called"), "council.label", (body.label or _("not stated"),)),
            _flag(settings, _("It mediates in disputes"), "council.mediation"),
            _line(
                settings, _("Psychological support"), "psychologist.mode", (psychologist[settings.psychologist.mode],)
            ),
        ),
    )


def _afterwards(settings):
    timing = {"after_completion": _("after completion"), "ongoing": _("all year")}[settings.publication.timing]
    return Group(
        _("Publication, monitoring, reports"),
        (
            _line(settings, _("When results are published"), "publication.timing", (timing,)),
            _line(settings, _("What is published"), "publication.what", _labels(settings.publication.what)),
            _flag(settings, _("Monitoring in two stages"), "monitoring.two_stage"),
            _line(settings, _("Who gets reports"), "reporting.recipients", _labels(settings.reporting.recipients)),
            _line(settings, _("Encouragement"), "incentives.items", _labels(settings.incentives.items)),
        ),
    )
