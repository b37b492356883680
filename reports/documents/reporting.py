"""Order O14: on the approval of a report or a SWOT analysis of a period, or on the responsible for personal data.

The text is Russian and legal: it is composed once, edited by the curator and stored with the order. What its annexes
show – the conclusions, the SWOT table, the figures as they stood – is kept in ``Order.details``.
"""

from datetime import date

from mentoring.lib.grammar import Case, agree, decline_post, decline_thing
from people.organizations.selectors import legal_bases_on, regulation_on
from programs.orders.states import OrderKind
from reports.documents.appointment import acquaintance_point, basis_of, by_our_regulation, release_points
from reports.documents.minutes import minutes_cited
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import capitalized, listed, listed_closed, person_in, small
from reports.documents.writing import OrderText, curator_words, day_in, order_paper_of, point, subpoints, tagged

# What is approved: in the genitive and in the accusative of the text, in the nominative of the annex.
WORDS = {
    "report": ("аналитического отчёта", "прилагаемый аналитический отчёт", "Аналитический отчёт"),
    "swot": ("SWOT-анализа", "прилагаемый SWOT-анализ", "SWOT-анализ"),
}
# The two halves of a SWOT table: inside and outside the organization, what helps first.
HALVES = (
    ("Внутренние", ("strengths", "Сильные стороны"), ("weaknesses", "Слабые стороны")),
    ("Внешние", ("opportunities", "Возможности"), ("threats", "Угрозы")),
)
RESPONSIBLE = "ответственный за организацию обработки персональных данных"
PERSONAL_DATA_LAW = "Федерального закона от 27 июля 2006 г. № 152-ФЗ «О персональных данных»"
# 152-FZ art. 22.1 part 4.
DUTIES = (
    "осуществлять внутренний контроль за соблюдением законодательства о персональных данных, в том числе требований "
    "к их защите",
    "доводить до сведения работников положения законодательства о персональных данных, локальных актов по вопросам их "
    "обработки, требования к их защите",
    "организовывать приём и обработку обращений и запросов субъектов персональных данных или их представителей и "
    "контролировать приём и обработку таких обращений и запросов",
)


def compose_report(organization, details, *, day, curator=None, meeting=None):
    """Compose the text of O14 that approves what ``details`` hold: what, its title, the days of its period.

    ``meeting`` is the one in whose minutes it was considered. Source of the points: domain.md §2.1 O14, §2.8.
    """
    settings = regulation_on(organization, day)
    of_what, what, _nominative = WORDS[details["what"]]
    about = f"{details['title']} {_period(settings, details)}"
    grounds, minutes = by_our_regulation(settings), minutes_cited(meeting, settings) if meeting else ""
    if minutes:
        comma = "," if ", утвержд" in grounds else ""
        grounds = f"{grounds}{comma} и {minutes}"
    points = tagged("утверждение", [point(f"Утвердить {what} {about}")])
    points += tagged("куратор", _curator_tasks(settings, curator, details["what"]))
    return OrderText(
        heading=f"Об утверждении {of_what} {about}",
        basis=_closed(basis_of(settings, legal_bases_on(organization, day, OrderKind.REPORT), grounds), meeting),
        points=points,
        control=settings.orders.control,
        fields={
            "куратор_дат": curator_words(settings, curator),
            "название": details["title"],
            "за_период": _period(settings, details),
            "протокол": minutes,
        },
    )


def _closed(basis, meeting):
    """The minutes at the end close the participle before them, so no comma follows."""
    return basis.removesuffix(",") if meeting else basis


def _curator_tasks(settings, curator, what):
    title = capitalized(decline_post(settings.curator.title_text, Case.DATIVE))
    if curator:
        title += f", {person_in(curator, Case.DATIVE)}"
    word = "отчёта" if what == "report" else "анализа"
    tasks = [f"учесть выводы {word} при планировании работы по наставничеству"]
    reporting = settings.reporting
    if what == "report" and reporting.recipients and reporting.schedule != "none":
        where = [f"в {decline_thing(small(one.label), Case.ACCUSATIVE)}" for one in reporting.recipients]
        tasks.append(f"направить утверждённый отчёт {listed_closed(where)}")
    # The order names the curator alone, who reads it without being told to tell.
    if len(tasks) == 1:
        return [point(f"{title}{',' if curator else ''} {tasks[0]}")]
    return [point(f"{title}:"), *subpoints(tasks)]


def compose_responsible(organization, content, *, day, curator=None):
    """Compose the text of O14 that appoints whoever answers for personal data (152-FZ art. 22.1).

    ``curator`` is the employment of whoever makes several named read the order.
    """
    settings = regulation_on(organization, day)
    wanted = content.appointments
    points = tagged("освобождение", release_points(settings, content, day))
    points += tagged("назначение", [row for one in wanted for row in _appointment(settings, one)])
    points += tagged("ознакомление", [acquaintance_point(settings, content, curator)])
    return OrderText(
        heading="О назначении ответственного за организацию обработки персональных данных",
        basis=f"В соответствии со статьёй 22.1 {PERSONAL_DATA_LAW}",
        points=points,
        control=settings.orders.control,
        fields={
            "ответственный_вин": listed([person_in(one.employment, Case.ACCUSATIVE) for one in wanted]),
            "ответственный_дат": listed([person_in(one.employment, Case.DATIVE) for one in wanted]),
            "обязанности_с": day_in(settings, min(one.starts_on for one in wanted)),
        },
    )


def _appointment(settings, one):
    whom, gender = person_in(one.employment, Case.ACCUSATIVE), one.employment.person.gender
    until = f" по {day_in(settings, one.ends_on)}" if one.ends_on else ""
    word = f"{agree(gender, 'ответственным', 'ответственной', 'ответственными')} за организацию обработки"
    since = f"с {day_in(settings, one.starts_on)}{until}"
    on_whom = agree(gender, "него", "неё", "них")
    return [
        point(f"Назначить {whom} {word} персональных данных {since} и возложить на {on_whom} обязанности:"),
        *subpoints(DUTIES),
    ]


def reporting_paper(order):
    """The order as a paper: what it approves stands in the annexes, with the figures of the period."""
    details = order.details
    if details.get("variant") != "report":
        return order_paper_of(order)
    settings = regulation_on(order.organization, order.signed_on or order.organization.today())
    title = f"{WORDS[details['what']][2]} {details['title']} {_period(settings, details)}"
    figures, counted = figures_table(details), (figures_day(settings, details), *_missing(details))
    if details["what"] == "report":
        text = tuple(line.strip() for line in details["conclusions"].splitlines() if line.strip())
        return order_paper_of(order, (Annex(title, figures, (*text, *counted), approved="УТВЕРЖДЁН"),))
    shown = f"Показатели наставничества {_period(settings, details)}"
    return order_paper_of(order, (Annex(title, _swot(details), approved="УТВЕРЖДЁН"), Annex(shown, figures, counted)))


def _period(settings, details):
    first, last = (day_in(settings, date.fromisoformat(details[name])) for name in ("starts_on", "ends_on"))
    return f"за период с {first} по {last}"


def _missing(details):
    """The approved indicators without a figure: a report does not pass over them."""
    named = listed([small(label) for label in details.get("not_counted", [])])
    return (f"Нет данных по показателям: {named}.",) if named else ()


def _swot(details):
    columns = (Column("Факторы", 18, "name"), Column("Помогают", 43), Column("Мешают", 43))
    rows = tuple(
        (word, *(f"{title}:\n{details[name]}" for name, title in (helping, hindering)))
        for word, helping, hindering in HALVES
    )
    return Table(columns, (RowGroup(rows),))


def figures_table(details):
    """The figures kept with an order, each with numerator and denominator; a denominator of nothing gives «–»."""
    columns = (
        Column("№", 5, "short"),
        Column("Показатель, порядок расчёта", 51),
        Column("Числитель", 15, "short"),
        Column("Знаменатель", 16, "short"),
        Column("Значение", 13, "short"),
    )
    rows = tuple(
        (
            str(number),
            f"{one['label']}.\n{one['formula']}",
            str(one["numerator"]),
            str(one["denominator"]),
            one["value"],
        )
        for number, one in enumerate(details["figures"], start=1)
    )
    return Table(columns, (RowGroup(rows),))


def figures_day(settings, details):
    """Which day the figures are of; it stands before the table, so that no page begins with it.

    A period that begins later than the school year does not bound the figures, and the line says so.
    """
    counted_on = date.fromisoformat(details["figures_on"])
    began_on = date(settings.school_year_of(counted_on), *settings.school_year_start.as_tuple())
    first, day = day_in(settings, began_on), day_in(settings, counted_on)
    beside = ", независимо от начала отчётного периода"
    if details.get("starts_on", began_on.isoformat()) == began_on.isoformat():
        beside = ""
    return f"Показатели приведены на {day}, показатели за учебный год – с его начала ({first}) по этот день{beside}."
