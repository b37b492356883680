"""Orders O2 and O3, and the duties inside O1: who becomes the curator, who sits in the council.

The text is Russian and legal: it is composed once, edited and stored with the order.
"""

from datetime import timedelta
from itertools import groupby

from mentoring.lib.grammar import Case, agree, decline_post, decline_thing
from people.organizations.selectors import legal_bases_on, regulation_on
from programs.appointments.states import CouncilFunction, Duty
from programs.orders.states import OrderKind
from reports.documents.approval import approved_document, reference
from reports.documents.citing import with_shared_grounds
from reports.documents.wording import capitalized, name_in, person_in, post_in
from reports.documents.writing import OrderText, curator_words, day_in, order_paper_of, point, subpoints, tagged

FUNCTIONS = {
    CouncilFunction.CHAIR: "председатель",
    CouncilFunction.DEPUTY: "заместитель председателя",
    CouncilFunction.SECRETARY: "секретарь",
    CouncilFunction.MEMBER: "член",
}
RANK = {function: place for place, function in enumerate(FUNCTIONS)}
# By when the council plans its work, and in how many working days those named read the order.
DAYS_FOR_PLAN = 14
TIME_TO_READ = "в течение трёх рабочих дней со дня его подписания"


def compose_curator(organization, content, *, day, curator=None):
    """Compose the text of O2: whose duty ends, who gets which one and what it consists of.

    ``curator`` is the employment of the present curator, who makes those named read the order where no new one is.
    """
    settings = regulation_on(organization, _first_day(content, day))
    points = tagged("освобождение", release_points(settings, content, day))
    points += tagged("назначение", duty_points(settings, content.appointments))
    points += tagged("ознакомление", [acquaintance_point(settings, content, curator)])
    return OrderText(
        heading=_heading(settings, content),
        basis=_basis(organization, settings, day, OrderKind.CURATOR),
        points=points,
        control=settings.orders.control,
    )


def compose_council(organization, content, *, day, curator=None):
    """Compose the text of O3: the council, its members by function, what it does.

    ``curator`` is the employment of whoever gets the plan and makes the members read the order.
    """
    settings = regulation_on(organization, _first_day(content, day))
    members, label = content.appointments, content.label
    first = members[0].starts_on if members else day
    verb = "Утвердить с {day} новый состав: {body}" if content.releases else "Создать с {day} {body} в составе"
    body = label if content.releases else decline_thing(label, Case.ACCUSATIVE)
    made_up = [point(f"{verb.format(day=day_in(settings, first), body=body)}:")]
    made_up += subpoints(_membership(members)) if members else []
    if content.releases:
        made_up.append(point("Прежний состав считать освобождённым от обязанностей с этой даты"))
    tasks = [point(f"Возложить на {decline_thing(label, Case.ACCUSATIVE)}:"), *subpoints(_tasks(settings))]
    points = tagged("состав", made_up) + tagged("задачи", tasks)
    points += tagged("план", _chairs_plan(settings, members, first, curator))
    points += tagged("ознакомление", [acquaintance_point(settings, content, curator)])
    return OrderText(
        heading=f"{'О составе' if content.releases else 'О создании'} {decline_thing(label, Case.GENITIVE)}",
        basis=_basis(organization, settings, day, OrderKind.COUNCIL),
        points=points,
        control=settings.orders.control,
        fields={"совет": label, "совет_род": decline_thing(label, Case.GENITIVE)},
    )


def _first_day(content, day):
    """The day the duties begin: they are of the regulation then in force, which may be approved ahead."""
    return max(day, min((one.starts_on for one in content.appointments), default=content.released_from or day))


def _chairs_plan(settings, members, first, curator):
    """The plan goes to the curator, of a curator in the chair to the head."""
    chair = next((one for one in members if one.function == CouncilFunction.CHAIR), None)
    if not chair:
        return []
    chairman = capitalized(person_in(chair.employment, Case.DATIVE))
    due_on = day_in(settings, first + timedelta(days=DAYS_FOR_PLAN))
    whom = settings.curator.title_text
    if curator and chair.employment == curator:
        whom = settings.terms.head.nominative
    plan = f"представить план работы {decline_post(whom, Case.DATIVE)} в срок до {due_on}"
    return [point(f"{chairman}, председателю, {plan}")]


def duty_order_paper(order):
    """O2 and O3 as a paper: everything is said in the points."""
    return order_paper_of(order)


def _basis(organization, settings, day, kind):
    return basis_of(settings, legal_bases_on(organization, day, kind), by_our_regulation(settings))


def basis_of(settings, acts, *grounds):
    """«В целях …, в соответствии с …, на основании …»: the purpose, the acts cited, then what stands behind them."""
    said = ", ".join(filter(None, [settings.orders.purpose, *(act.phrase for act in acts), *grounds]))
    said = capitalized(with_shared_grounds(said, acts))
    # «…, утверждённого приказом от … № …, ПРИКАЗЫВАЮ:»: what stands between commas is closed by one.
    return f"{said}," if grounds and ", утвержд" in grounds[-1] else said


def by_our_regulation(settings):
    """«на основании Положения …, утверждённого приказом от … № …»."""
    return f"на основании {our_regulation(settings)}"


def our_regulation(settings):
    """«Положения …, утверждённого приказом от … № … (в редакции …)»."""
    return approved_document(settings, settings.regulation)


def release_points(settings, content, day):
    """«Освободить … от обязанностей … с …» for everybody whose duty ends."""
    for appointment in content.releases:
        starts = [one.starts_on for one in content.appointments if one.duty == appointment.duty]
        whom = person_in(appointment.employment, Case.ACCUSATIVE)
        since = day_in(settings, min(starts, default=content.released_from or day))
        duty = f"от обязанностей {_duty_of(appointment)}{_given_by(settings, appointment)}"
        yield point(f"Освободить {whom} с {since} {duty}")


def _given_by(settings, appointment):
    """«, возложенных приказом от … № …», where the order is in the register."""
    order = appointment.order
    if not (order and order.number_text and order.signed_on):
        return ""
    return f", возложенных приказом {reference(settings, order.number_text, order.signed_on)}"


def _duty_of(one):
    """«куратора реализации программ», «председателя совета наставников», in the genitive."""
    if one.duty == Duty.COUNCIL:
        return f"{decline_post(FUNCTIONS[one.function], Case.GENITIVE)} {decline_thing(one.title, Case.GENITIVE)}"
    post, thing = decline_post(one.title, Case.GENITIVE), decline_thing(one.title, Case.GENITIVE)
    # Only posts begin with a participle («ответственный за …»); a group is no post.
    return post if thing == one.title else thing


def duty_points(settings, wanted):
    """«Назначить … куратором …» with the duties below, then the other duties."""
    curators = [one for one in wanted if one.duty == Duty.CURATOR]
    for one in curators[:1]:
        yield point(f"{_appointed(settings, one)} {_on_whom(one)} обязанности:")
        yield from subpoints(_curators_tasks(settings))
    for one in curators[1:]:
        yield point(f"{_appointed(settings, one)} с теми же обязанностями")
    helpers = [one for one in wanted if one.duty == Duty.HELPER]
    for _code, group in groupby(helpers, key=lambda one: one.code):
        yield from _helper(settings, list(group))


def _appointed(settings, one):
    title = decline_post(one.title, Case.INSTRUMENTAL)
    whom = person_in(one.employment, Case.ACCUSATIVE)
    return f"Назначить {whom} {title}{_share(settings, one)} {_period(settings, one)}"


def _on_whom(one):
    return f"и возложить на {agree(one.employment.person.gender, 'него', 'неё', 'них')}"


def _share(settings, one):
    labels = {scope.code: scope.label for scope in settings.curator.scopes}
    return f" (направление «{labels.get(one.scope, one.scope)}»)" if one.scope else ""


def _period(settings, one):
    until = f" по {day_in(settings, one.ends_on)}" if one.ends_on else ""
    return f"с {day_in(settings, one.starts_on)}{until}"


def _helper(settings, group):
    """One person gets the duty, several make up the group the regulation names; no word needs a case."""
    first = group[0]
    if len(group) == 1:
        whom = person_in(first.employment, Case.ACCUSATIVE)
        return [point(f"Возложить на {whom} {_period(settings, first)} обязанности {_duty_of(first)}")]
    names = [_nominative(one.employment) for one in group]
    return [point(f"Утвердить {_period(settings, first)} состав ({first.title}):"), *subpoints(names)]


def _curators_tasks(settings):
    terms, reporting = settings.terms, settings.reporting
    tasks = [
        f"собирать запросы {terms.mentee.plural_genitive} и подбирать {terms.mentor.plural_genitive}",
        _bank_keeping(terms) if settings.bank.keeper == "curator" else "",
        "готовить дорожную карту и контролировать её выполнение",
        "сопровождать персонализированные программы и проводить мониторинг",
        "размещать сведения на сайте" if settings.publication.section_required else "",
        "готовить отчёты" if reporting.recipients and reporting.schedule != "none" else "",
    ]
    return [task for task in tasks if task]


def _bank_keeping(terms):
    return (
        f"вести банк {terms.mentor.plural_genitive} и банк {terms.mentee.plural_genitive} и обновлять их в "
        "установленные сроки"
    )


def _tasks(settings):
    rules, terms = settings.council, settings.terms
    tasks = [
        f"помощь в подборе пар и обсуждение опыта {terms.mentor.plural_genitive}",
        "рассмотрение персонализированных программ до утверждения" if rules.approves_programs else "",
        "посредничество при несогласии в парах" if rules.mediation else "",
        "рассмотрение споров участников" if rules.arbitration else "",
        "обобщение и распространение удачных практик",
    ]
    return [task for task in tasks if task]


def _membership(members):
    """«председатель – …» of each function; several members without one stand after «члены:»."""
    for function, group in groupby(sorted(members, key=lambda one: RANK[one.function]), key=lambda one: one.function):
        names = [_nominative(one.employment) for one in group]
        if function == CouncilFunction.MEMBER and len(names) > 1:
            yield f"члены: {'; '.join(names)}"
        else:
            yield from (f"{FUNCTIONS[function]} – {name}" for name in names)


def _nominative(employment):
    return f"{name_in(employment, Case.NOMINATIVE)}, {post_in(employment, Case.NOMINATIVE)}"


def announcer_of(content, curator):
    """Who makes those named read the order: a new curator, else ``curator``; None where a single one reads it."""
    if len(_named(content)) == 1:
        return None
    return next((one.employment for one in content.appointments if one.duty == Duty.CURATOR), curator)


def _named(content):
    rows = (*content.appointments, *content.releases)
    return list({one.employment.pk: one.employment for one in rows}.values())


def acquaintance_point(settings, content, curator=None):
    """Who makes those named read the order and by when; a single one reads it."""
    named = _named(content)
    if len(named) == 1:
        whom = capitalized(person_in(named[0], Case.DATIVE))
        return point(f"{whom} ознакомиться с настоящим приказом под подпись {TIME_TO_READ}")
    new = announcer_of(content, curator)
    reading = "ознакомить с настоящим приказом под подпись названных в нём лиц"
    if new is None:
        return point(f"{capitalized(reading)} {TIME_TO_READ}")
    return point(f"{capitalized(curator_words(settings, new))}, {reading} {TIME_TO_READ}")


def _heading(settings, content):
    new = [one for one in content.appointments if one.duty == Duty.CURATOR]
    if not content.appointments:
        return "Об освобождении от обязанностей"
    if len(new) == 1 and len(content.appointments) == 1:
        return f"О назначении {decline_post(new[0].title, Case.GENITIVE)}"
    return "О распределении обязанностей по организации наставничества"
