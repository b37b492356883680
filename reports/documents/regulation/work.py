"""The later chapters: pairs, programs, their end, incentives, monitoring, publication, final provisions."""

from mentoring.lib.dates import date_words, school_year_label
from mentoring.lib.grammar import Case, decline_thing
from reports.documents.papers import Chapter
from reports.documents.regulation.words import (
    clause,
    labels,
    month_names,
    months_between,
    plain_months,
    working_days,
)
from reports.documents.wording import capitalized, indicator_label, listed, small

# The code of the ground on which a mentor gives up.
BY_MENTOR = "by_mentor"
PLAN_COLUMNS = {"risks": "риски", "prevention": "меры против рисков", "criteria": "критерии результата"}
PAYMENT = {
    "sum": "{amount} руб. в месяц",
    "percent": "{amount} % должностного оклада",
    "coefficient": "коэффициент {amount}",
}


def chapters(settings, words, valid_from):
    return (
        _pairs(settings, words),
        _programs(settings, words),
        _completion(settings),
        _incentives(settings, words),
        _monitoring(settings),
        _publication(settings),
        _final(settings, words, valid_from),
    )


def _pairs(settings, words):
    clauses = []
    if settings.criteria.pair:
        clauses.append(clause("Пару подбирают так, чтобы выполнялись условия", labels(settings.criteria.pair)))
    if approvals := settings.pairing.approvals:
        steps = [
            f"{step.label}{', с протоколом или выпиской из него' if step.needs_document else ''}" for step in approvals
        ]
        clauses.append(clause("До приказа предложенную пару рассматривают по очереди", steps))
    clauses.append(clause(f"Пары и группы закрепляются приказом {words.head.genitive} на срок, указанный в нём"))
    if settings.agreement.required:
        clauses.append(
            clause(
                f"Содержание, срок и форма работы {words.mentor.genitive} определяются трудовым договором или "
                f"дополнительным соглашением к нему"
            )
        )
    clauses.append(
        clause(f"Замена {words.mentor.genitive} оформляется приказом; выполненная часть программы сохраняется")
    )
    return Chapter("Наставнические пары и группы", tuple(clauses))


def _programs(settings, words):
    rules = settings.program
    clauses = [_length(rules), clause("Мероприятия планируют по направлениям", labels(rules.directions))]
    if rules.plan_columns:
        clauses.append(clause("В плане указывают также", [PLAN_COLUMNS[name] for name in rules.plan_columns]))
    clauses.append(_approval(rules, words))
    if rules.extension_allowed:
        agreed = [words.of_role(code) for code in rules.extension_requires]
        text = "Программу можно продлить"
        clauses.append(clause(f"{text} с согласия {listed(agreed)}" if agreed else text))
    changes = [("сократить", rules.shortening_allowed), ("изменить в ходе работы", rules.correction_allowed)]
    if allowed := [word for word, is_allowed in changes if is_allowed]:
        clauses.append(clause(f"Программу можно {listed(allowed)}; прежняя редакция сохраняется"))
    if settings.iom.enabled:
        clauses.append(_route(settings.iom, words))
    return Chapter("Персонализированная программа", tuple(clauses))


def _length(rules):
    if rules.term == "trainee_period":
        return clause("Программа действует весь срок стажировки")
    least, most = rules.months
    if least == most:
        return clause(f"Срок программы – {plain_months(most)}")
    return clause(f"Срок программы – {months_between(least, most)}")


def _approval(rules, words):
    by_head = f"{words.head.nominative} приказом"
    text = f"Программу утверждает {by_head}" if rules.needs_order else f"Программу {_on_title_page(rules, words)}"
    if rules.plan_within:
        text += f". План готов в течение {working_days(rules.plan_within)} после приказа о паре"
    if rules.report_within:
        text += f". Отчёт готов в течение {working_days(rules.report_within)} после окончания"
    return clause(text)


def _on_title_page(rules, words):
    """«согласует наставляемый; её утверждает куратор подписью на титульном листе или директор приказом»."""
    agreed = [words.role(stamp.role) for stamp in rules.title_stamps if stamp.agrees]
    approving = [words.role(stamp.role) for stamp in rules.title_stamps if not stamp.agrees]
    agreement = f"{'согласуют' if len(agreed) > 1 else 'согласует'} {listed(agreed)}; её " if agreed else ""
    approving = approving or ["куратор"]
    verb = "утверждают" if len(approving) > 1 else "утверждает"
    by_order = "приказом" if approving == [words.head.nominative] else f"{words.head.nominative} приказом"
    return f"{agreement}{verb} {listed(approving)} подписью на титульном листе или {by_order}"


def _route(iom, words):
    tutor = f", его сопровождает {iom.tutor}" if iom.tutor else ""
    text = f"Для {words.mentee.genitive} может составляться индивидуальный образовательный маршрут"
    span = f"на срок от {iom.min_years} до {iom.max_years} лет"
    return clause(f"{text} {span}{tutor}. Его шаги" if iom.steps else f"{text} {span}{tutor}", labels(iom.steps))


def _completion(settings):
    reasons = settings.completion.reasons
    done = [reason.label for reason in reasons if reason.outcome == "completed"]
    broken = [_end(reason) for reason in reasons if reason.outcome == "terminated"]
    alone = "Основание завершения программы: {}"
    clauses = [clause("Основания, по которым программа завершается", done, alone=alone)] if done else []
    clauses += [clause("Досрочно программа прекращается", broken)] if broken else []
    if settings.final_event.types:
        order = ". Итоговое мероприятие проводится по приказу" if settings.final_event.needs_order else ""
        events = ", ".join(small(label) for label in labels(settings.final_event.types))
        clauses.append(clause(f"Итоговые мероприятия года: {events}{order}"))
    return Chapter("Завершение программы", tuple(clauses))


def _end(reason):
    """A ground with what it asks for; a mentor gives up without one, whatever the document says (art. 351.8)."""
    good = reason.needs_good_reason and reason.code != BY_MENTOR
    return f"{reason.label}{' (по уважительным обстоятельствам)' if good else ''}"


def _incentives(settings, words):
    rules, payment = settings.incentives, settings.payment
    clauses = []
    if payment.kind != "none":
        amount = PAYMENT[payment.kind].format(amount=f"{payment.amount:f}".rstrip("0").rstrip(".").replace(".", ","))
        each = f" за каждого {words.mentee.genitive}" if payment.per_mentee else ""
        clauses.append(clause(f"{capitalized(words.to_mentor)} выплачивают: {amount}{each}"))
    elif settings.agreement.required:
        text = "Размер и условия выплат за наставничество определяет дополнительное соглашение к трудовому договору"
        clauses.append(clause(f"{text} (статья 351.8 Трудового кодекса Российской Федерации)"))
    if rules.payment_basis:
        clauses.append(clause(f"Основание выплат – {small(rules.payment_basis)}"))
    if rules.items:
        clauses.append(clause(f"Меры поощрения {words.mentor.genitive}", labels(rules.items)))
    if rules.set_by_council and settings.council.enabled:
        clauses.append(clause(f"Предложения о поощрении вносит {settings.council.label}"))
    elif not clauses:
        clauses.append(clause(f"Предложения о поощрении {words.mentor.genitive} вносит куратор"))
    return Chapter("Поощрение и оплата", tuple(clauses))


def _monitoring(settings):
    rules = settings.monitoring
    stages = (
        "в два этапа: качество самого процесса и его влияние на участников" if rules.two_stage else "в течение года"
    )
    clauses = [clause(f"Мониторинг проводит куратор {stages}")]
    for stage, title in ((1, "Показатели процесса"), (2, "Показатели влияния")):
        if chosen := [indicator for indicator in rules.indicators if indicator.stage == stage]:
            clauses.append(clause(title, [_indicator(each, settings.terms) for each in chosen]))
    if rules.survey_months:
        clauses.append(clause(f"Анкетирование проводят в {month_names(rules.survey_months)}"))
    reporting = settings.reporting
    if reporting.recipients:
        often = {"none": "", "on_request": " по запросу", "half_year": " раз в полугодие", "year": " раз в год"}
        where = [f"в {decline_thing(small(one.label), Case.ACCUSATIVE)}" for one in reporting.recipients]
        text = f"Отчёты представляют{often[reporting.schedule]}"
        clauses.append(clause(text, where, alone=f"{text} {{}}"))
    if reporting.partners:
        alone = "Партнёр, с которым согласуют работу, – {}"
        names = labels(reporting.partners)
        clauses.append(clause("Партнёры, с которыми согласуют работу", names, proper=True, alone=alone))
    return Chapter("Мониторинг и отчётность", tuple(clauses))


def _indicator(indicator, terms):
    bands = sorted(indicator.bands, key=lambda band: band.least)
    scored = "; ".join(f"от {band.least} % – {band.score} б. ({band.label})" for band in bands)
    return f"{indicator_label(indicator, terms)}{f' ({scored})' if scored else ''}"


def _publication(settings):
    rules = settings.publication
    clauses = [clause("В открытом доступе размещаются", labels(rules.what))] if rules.what else []
    when = "после их завершения" if rules.timing == "after_completion" else "в течение года"
    clauses.append(clause(f"Результаты программ публикуют {when}"))
    if rules.channels:
        places = [f"{place.label}{f' ({place.url})' if place.url else ''}" for place in rules.channels]
        clauses.append(clause("Места публикации", places))
    if rules.section_required:
        clauses.append(clause(f"На сайте ведётся раздел «{rules.section_title}»"))
    clauses.append(clause("Имена и фотографии публикуют только с отдельного согласия каждого на распространение"))
    return Chapter("Открытость", tuple(clauses))


def _final(settings, words, valid_from):
    adoption = settings.regulation
    clauses = [clause(f"{capitalized(words.this)} {_in_force(adoption, valid_from)}")]
    if adoption.school_year:
        clauses.append(clause(f"Документ действует в {school_year_label(adoption.school_year)} учебном году"))
    elif adoption.indefinite:
        clauses.append(clause(f"{capitalized(words.this)} действует бессрочно, до замены новой редакцией"))
    how = "приказом" if adoption.amendments_need_order else f"{words.by_head}"
    clauses.append(clause(f"Изменения утверждаются {how}; прежние редакции хранятся"))
    approved = "приказом" if settings.roadmap.approved_by == "order" else words.by_head
    clauses.append(clause(f"Мероприятия года определяет дорожная карта, утверждённая {approved}"))
    return Chapter("Заключительные положения", tuple(clauses))


def _in_force(adoption, valid_from):
    """Since when the document holds, and this edition of it where there was another one before."""
    since = f"с {date_words(valid_from)}"
    if adoption.in_force_on and adoption.in_force_on < valid_from and not adoption.school_year:
        return f"действует с {date_words(adoption.in_force_on)}, в настоящей редакции – {since}"
    return f"действует в настоящей редакции {since}" if adoption.amended_on else f"вступает в силу {since}"
