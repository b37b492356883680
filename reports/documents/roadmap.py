"""The roadmap of a year on paper: «ПРОЕКТ» until the head has approved it, then «УТВЕРЖДАЮ» with the day."""

from itertools import groupby

from people.organizations.selectors import head_on
from programs.roadmap.selectors import approving_order, items_of_text, regulation_of
from reports.documents.heads import letterhead_of, signatory_of
from reports.documents.papers import FURTHER_COLUMNS, GostEdition, RoadmapItem, RoadmapPaper, RoadmapStage, Stamp
from reports.documents.writing import day_in


def roadmap_paper(roadmap):
    """The text of ``roadmap`` (drafts without what is struck out) by the regulation it was approved under."""
    settings = regulation_of(roadmap)
    columns = settings.roadmap.columns
    return RoadmapPaper(
        letterhead=letterhead_of(roadmap.organization),
        subtitle=_subtitle(roadmap, settings.roadmap.about),
        stages=_stages(roadmap),
        stamp=_stamp(roadmap, settings),
        numbering=settings.roadmap.numbering,
        division=settings.roadmap.division,
        columns=tuple(key for key in FURTHER_COLUMNS if getattr(columns, key)),
        shows_activity=columns.activity,
        titles=tuple(settings.roadmap.titles.model_dump(exclude={"note"}).items()),
        note=settings.roadmap.titles.note,
        dated_on=roadmap.approved_on,
        draft=not roadmap.is_approved,
        edition=GostEdition(settings.gost_edition),
    )


def _subtitle(roadmap, about):
    years = "учебный год" if roadmap.years == 1 else "учебные годы"
    edition = f"\n(редакция {roadmap.edition})" if roadmap.edition > 1 else ""
    return f"{about}\nна {roadmap.label} {years}{edition}"


def _stages(roadmap):
    by_stage = groupby(items_of_text(roadmap), key=lambda item: item.stage)
    return tuple(RoadmapStage(stage.name, _rows(items)) for stage, items in by_stage)


def _rows(items):
    """One row for neighbors that read the same: an activity with several dates is several items."""
    rows = dict.fromkeys(
        RoadmapItem(
            text=item.content,
            dates=item.when_text,
            responsible=item.responsible,
            result=item.planned_result,
            document=item.document,
            activity=item.activity,
            lead=item.lead,
            mark=item.mark,
        )
        for item in items
    )
    return tuple(rows)


def _stamp(roadmap, settings):
    """A line to sign on for a draft; the order it is an annex to, or who approved, how and when (63-FZ art. 5)."""
    organization = roadmap.organization
    head = signatory_of(head_on(organization, roadmap.approved_on or organization.today()))
    owner = organization.owner
    by = f"{head.post} {owner}".strip()
    if not roadmap.is_approved:
        return Stamp("УТВЕРЖДАЮ", by, head.name or " ")
    order = approving_order(roadmap)
    if order:
        day = day_in(settings, order.signed_on)
        return Stamp("УТВЕРЖДЕНА", f"приказом {owner}\nот {day} № {order.number_text}")
    return Stamp(
        "УТВЕРЖДАЮ", f"{by}\n{_approver(roadmap)}\nподписано простой электронной подписью", dated_on=roadmap.approved_on
    )


def _approver(roadmap):
    person = roadmap.approved_by.person
    if person is None:
        return str(roadmap.approved_by)
    return person.signed_name
