"""Pairs and groups, programs, and the roadmap of the year as sheets."""

from django.db.models import Prefetch

from mentoring.lib.sheets import Column, Section, SheetSpec
from programs.mentorships.models import Mentorship
from programs.mentorships.states import MentorshipState, Structure
from programs.orders.models import OrderedMentorship
from programs.orders.states import OrderState
from programs.plans.models import Program
from programs.plans.selectors import ended_labels
from programs.roadmap.models import Item
from programs.roadmap.selectors import running_roadmap, standing_of

OVERDUE = "Просрочено"
TERM = "Срок"
EVENTS = "Мероприятия"

PAIR_COLUMNS = (
    Column("number", "№", "place", width=5),
    Column("mentor", "Наставник", width=24, wrap=True),
    Column("mentor_post", "Должность наставника", width=20, wrap=True),
    Column("mentees", "Наставляемые", width=26, wrap=True),
    Column("structure", "Пара или группа", width=10),
    Column("form", "Форма", width=20, wrap=True),
    Column("kinds", "Виды", width=22, wrap=True),
    Column("focus", "Над чем работают", width=22, wrap=True),
    Column("starts_on", "с", "date", width=11, group=TERM),
    Column("ends_on", "по", "date", width=11, group=TERM),
    Column("state", "Состояние", width=15, wrap=True),
    Column("order", "Приказ о закреплении", width=18, wrap=True),
    Column("ended_on", "Завершена", "date", width=12),
    Column("reason", "Причина завершения", width=20, wrap=True),
)
PROGRAM_COLUMNS = (
    Column("number", "№", "place", width=5),
    Column("title", "Программа", width=30, wrap=True),
    Column("pair", "Пара или группа", width=28, wrap=True),
    Column("starts_on", "с", "date", width=11, group=TERM),
    Column("ends_on", "по", "date", width=11, group=TERM),
    Column("state", "Состояние", width=15, wrap=True),
    Column("approved_on", "Утверждена", "date", width=13),
    Column("events", "По плану", "int", width=10, group=EVENTS),
    Column("held", "Проведено", "int", width=12, group=EVENTS),
    Column("overdue", OVERDUE, "int", width=13, group=EVENTS),
    Column("share", "Доля проведённых", "percent", width=14, group=EVENTS),
    Column("ended_on", "Завершена", "date", width=12),
    Column("reason", "Основание завершения", width=20, wrap=True),
    Column("result", "Результат", width=28, wrap=True),
)
ROADMAP_COLUMNS = (
    Column("number", "№", width=7),
    Column("content", "Содержание деятельности", width=48, wrap=True),
    Column("when", "Срок", width=20, wrap=True),
    Column("due_on", "Крайний день", "date", width=11),
    Column("responsible", "Ответственный", width=20, wrap=True),
    Column("state", "Состояние", width=15),
    Column("done_on", "Выполнено", "date", width=13),
    Column("result", "Что сделано", width=30, wrap=True),
)


def pairs_sheet(book):
    """Every pair and group but the declined ones; whoever joined a group stands in the group."""
    lines = OrderedMentorship.objects.filter(order__state=OrderState.REGISTERED).select_related("order")
    pairs = (
        Mentorship.objects.filter(organization=book.organization)
        .exclude(state__in=(MentorshipState.DECLINED, MentorshipState.JOINED))
        .with_people()
        .prefetch_related(Prefetch("order_lines", queryset=lines.order_by("pk"), to_attr="in_orders"))
        .order_by("starts_on", "mentor_entry__employment__person__search_key", "pk")
    )
    rows = [_pair_row(number, pair, book) for number, pair in enumerate(pairs, start=1)]
    return SheetSpec(
        "Пары и группы",
        PAIR_COLUMNS,
        rows,
        heading=book.heading("Наставнические пары и группы"),
        freeze_columns=2,
        landscape=True,
    )


def _pair_row(number, pair, book):
    orders = [line.order for line in pair.in_orders]
    return {
        "number": number,
        "mentor": pair.mentor.full_name,
        "mentor_post": pair.mentor_entry.employment.post,
        "mentees": "\n".join(member.person.full_name for member in pair.members.all()),
        "structure": "группа" if pair.structure == Structure.GROUP else "пара",
        "form": book.regulations.form_label(pair),
        "kinds": ", ".join(book.regulations.kind_labels(pair)),
        "focus": pair.focus,
        "starts_on": pair.starts_on,
        "ends_on": pair.ends_on,
        "state": pair.get_state_display(),
        "order": "\n".join(f"№ {order.number_text} от {order.signed_on:%d.%m.%Y}" for order in orders),
        "ended_on": pair.ended_on,
        "reason": pair.end_reason,
    }


def programs_sheet(book):
    """Every program with its events: planned (without cancelled ones), held, overdue."""
    programs = (
        Program.objects.filter(mentorship__organization=book.organization)
        .with_people()
        .with_progress(book.day)
        .order_by("starts_on", "search_key", "pk")
    )
    reasons = ended_labels(book.settings)
    rows = [_program_row(number, program, reasons) for number, program in enumerate(programs, start=1)]
    return SheetSpec(
        "Программы",
        PROGRAM_COLUMNS,
        rows,
        heading=book.heading("Персонализированные программы наставничества"),
        totals=_totals(rows) if rows else {},
        notes=("Просрочено – запланировано на прошедший день и не отмечено; отменённые мероприятия не считаются.",),
        freeze_columns=2,
        landscape=True,
    )


def _program_row(number, program, reasons):
    return {
        "number": number,
        "title": program.title,
        "pair": str(program.mentorship),
        "starts_on": program.starts_on,
        "ends_on": program.ends_on,
        "state": program.get_state_display(),
        "approved_on": program.approved_on,
        "events": program.n_events,
        "held": program.n_held,
        "overdue": program.n_overdue,
        "share": program.n_held / program.n_events if program.n_events else None,
        "ended_on": program.ended_on,
        "reason": reasons.get(program.end_reason, program.end_reason),
        "result": program.result,
    }


def _totals(rows):
    sums = {name: sum(row[name] for row in rows) for name in ("events", "held", "overdue")}
    share = sums["held"] / sums["events"] if sums["events"] else None
    return {"title": "Всего", **sums, "share": share}


def roadmap_sheet(book):
    """The approved roadmap of the school year, stage by stage; without one an empty sheet says so."""
    roadmap = running_roadmap(book.organization, book.day)
    return SheetSpec(
        "Дорожная карта",
        ROADMAP_COLUMNS,
        _roadmap_rows(roadmap, book.day) if roadmap else [],
        heading=book.heading(f"Исполнение дорожной карты на {book.year} учебный год"),
        notes=() if roadmap else ("Утверждённой дорожной карты на этот учебный год нет.",),
        landscape=True,
    )


def _roadmap_rows(roadmap, day):
    rows, stage = [], None
    for item in Item.objects.filter(stage__roadmap=roadmap).select_related("stage"):
        if item.stage != stage:
            stage, place = item.stage, 0
            rows.append(Section(f"{stage.position}. {stage.name}"))
        place += 1
        standing = standing_of(item, roadmap, day)
        rows.append(
            {
                "number": f"{stage.position}.{place}",
                "content": item.content,
                "when": item.when_text,
                "due_on": item.due_on,
                "responsible": item.responsible,
                "state": OVERDUE if standing.is_overdue else item.get_state_display(),
                "done_on": item.done_on,
                "result": item.result,
            }
        )
    return rows
