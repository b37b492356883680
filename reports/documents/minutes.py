"""The minutes of a meeting on paper (domain.md §2.3): Russian and legal, so the sorts of meetings stand here."""

from mentoring.lib.dates import date_words
from people.organizations.selectors import regulation_on
from programs.council.states import MeetingKind, Presence
from reports.documents.heads import letterhead_of
from reports.documents.papers import GostEdition, HeardPoint, MinutesPaper, Signatory
from reports.documents.wording import capitalized, small
from reports.documents.writing import day_in

KINDS = {
    MeetingKind.COUNCIL: "Методический совет",
    MeetingKind.PEDAGOGICAL: "Педагогический совет",
    MeetingKind.ASSOCIATION: "Методическое объединение",
    MeetingKind.SEMINAR: "Семинар наставников",
    MeetingKind.ROUND_TABLE: "Круглый стол",
    MeetingKind.CONFERENCE: "Конференция",
}


def minutes_paper(meeting):
    """The minutes of ``meeting``; until it is held a draft with the agenda and lines to fill in."""
    organization = meeting.organization
    settings = regulation_on(organization, meeting.held_on or organization.today())
    return MinutesPaper(
        letterhead=letterhead_of(organization),
        subject=_subject(meeting, settings.council),
        facts=_facts(meeting),
        points=tuple(HeardPoint(point.title, point.heard, point.decided) for point in meeting.points.all()),
        signatures=(
            Signatory("Председатель", _name(meeting.chair)),
            Signatory("Секретарь", _name(meeting.secretary)),
        ),
        number=str(meeting.number or ""),
        place=organization.place,
        dated_on=meeting.held_on,
        draft=not meeting.is_held,
        edition=GostEdition(settings.gost_edition),
    )


def _subject(meeting, council):
    """Who meets and about what; a title that begins with the body says both."""
    body = _body(meeting, council)
    told = small(meeting.title).startswith(small(body))
    return "\n".join(filter(None, ("" if told else body, meeting.title)))


def _body(meeting, council):
    """Who meets; the council as the regulation of the day calls it, another meeting by its topic alone."""
    if meeting.kind == MeetingKind.COUNCIL and council.enabled and council.label:
        return capitalized(council.label)
    return KINDS.get(meeting.kind, "")


def minutes_cited(meeting, settings):
    """«протокола от 14 сентября 2026 г. № 3 (совет наставников)»: the minutes as the basis of an order."""
    number = f" № {meeting.number}" if meeting.number else ""
    body = _body(meeting, settings.council)
    whose = f" ({small(body)})" if body else f" («{meeting.title}»)"
    return f"протокола от {day_in(settings, meeting.held_on)}{number}{whose}"


def _facts(meeting):
    rows = meeting.attendance.exclude(employment__in=_leading(meeting)).select_related("employment__person")
    came, excused = Presence.PRESENT if meeting.is_held else Presence.INVITED, Presence.EXCUSED
    present = [_name(row.employment) for row in rows if row.presence == came]
    absent = [_name(row.employment) for row in rows if row.presence == excused]
    planned = ", ".join(filter(None, (date_words(meeting.planned_on), meeting.place)))
    said = (
        ("Назначено на", "" if meeting.is_held else planned),
        ("Председатель", _name(meeting.chair)),
        ("Секретарь", _name(meeting.secretary)),
        ("Присутствовали" if meeting.is_held else "Приглашены", _counted(present)),
        ("Отсутствовали по уважительной причине", _counted(absent)),
    )
    return tuple((label, words) for label, words in said if words)


def _leading(meeting):
    """The chair and the secretary: they stand in lines of their own."""
    return [work for work in (meeting.chair_id, meeting.secretary_id) if work]


def _counted(names):
    """«3 чел.: А. Б. Иванова, …», «» for nobody."""
    return f"{len(names)} чел.: {', '.join(names)}" if names else ""


def _name(employment):
    return employment.person.signed_name if employment else ""
