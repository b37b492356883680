"""The roadmap of a year on paper: «ПРОЕКТ» until the head has approved it, then «УТВЕРЖДАЮ» with the day."""

from itertools import groupby

from mentoring.lib.dates import school_year_label
from mentoring.lib.grammar import initials_first
from people.organizations.selectors import head_on
from programs.roadmap.selectors import items_of_text, regulation_of
from reports.documents.heads import letterhead_of, signatory_of
from reports.documents.papers import GostEdition, RoadmapItem, RoadmapPaper, RoadmapStage, Stamp


def roadmap_paper(roadmap):
    """The text of ``roadmap`` (drafts without what is struck out) by the regulation it was approved under."""
    settings = regulation_of(roadmap)
    year = school_year_label(roadmap.school_year)
    return RoadmapPaper(
        letterhead=letterhead_of(roadmap.organization),
        subtitle=f"{settings.roadmap.about}\nна {year} учебный год",
        stages=_stages(roadmap),
        stamp=_stamp(roadmap),
        shows_dates=settings.roadmap.columns.dates,
        shows_responsible=settings.roadmap.columns.responsible,
        dated_on=roadmap.approved_on,
        draft=not roadmap.is_approved,
        edition=GostEdition(settings.gost_edition),
    )


def _stages(roadmap):
    by_stage = groupby(items_of_text(roadmap), key=lambda item: item.stage)
    return tuple(RoadmapStage(stage.name, _rows(items)) for stage, items in by_stage)


def _rows(items):
    """One row for neighbors that read the same: an activity with several dates is several items."""
    texts = dict.fromkeys((item.content, item.when_text, item.responsible) for item in items)
    return tuple(RoadmapItem(*text) for text in texts)


def _stamp(roadmap):
    """A line to sign on for a draft; who approved, how and when for a roadmap in force (63-FZ art. 5)."""
    organization = roadmap.organization
    head = signatory_of(head_on(organization, roadmap.approved_on or organization.today()))
    by = f"{head.post} {organization.name_genitive or organization.short_name}".strip()
    if not roadmap.is_approved:
        return Stamp("УТВЕРЖДАЮ", by, head.name or " ")
    return Stamp(
        "УТВЕРЖДАЮ", f"{by}\n{_approver(roadmap)}\nподписано простой электронной подписью", dated_on=roadmap.approved_on
    )


def _approver(roadmap):
    person = roadmap.approved_by.person
    if person is None:
        return str(roadmap.approved_by)
    return initials_first(person.last_name, person.first_name, person.patronymic)
