"""The first chapters: what the regulation is for, its acts, terms, principles, aims, forms and kinds."""

import re

from mentoring.lib.grammar import Case, decline_post
from reports.documents.papers import Chapter
from reports.documents.regulation.words import clause, labels, months_between, plain_months
from reports.documents.wording import capitalized, small

FEDERAL_LAW = "Федеральный закон"
EDUCATION_LAW = f"{FEDERAL_LAW} от 29 декабря 2012 г. № 273-ФЗ «Об образовании в Российской Федерации»"
PERSONAL_DATA_LAW = f"{FEDERAL_LAW} от 27 июля 2006 г. № 152-ФЗ «О персональных данных»"
LABOR_CODE = "Трудовой кодекс Российской Федерации"
OF_LABOR_CODE = re.compile(r"Статья (\d+(?:\.\d+)*) Трудового кодекса Российской Федерации")
KINDS_OF_ACTS = {"Распоряжение", "Статья", "Письмо", "Приказ", "Пункт", "Постановление", "Указ"}


def chapters(settings, words):
    return (_general(settings, words), _aims(settings, words), _forms(settings, words))


def _general(settings, words):
    about = settings.regulation.about
    clauses = [
        clause(
            f"{capitalized(words.this)} {about} (далее – {words.document}) устанавливает цель, формы и порядок "
            f"наставничества, права и обязанности тех, кто в нём участвует"
        )
    ]
    acts = [_act(title) for title in titles_of_acts(settings)]
    clauses.append(clause(f"Правовую основу {words.of_this} составляют", acts, proper=True))
    clauses.append(clause(f"Для целей {words.of_this} используются понятия", _terms(settings, words)))
    if settings.principles:
        clauses.append(clause("Наставничество строится на следующих принципах", labels(settings.principles)))
    clauses.append(_consent(settings, words))
    if settings.release_clause:
        clauses.append(release(words))
    if settings.no_harm_clause:
        clauses.append(clause("Мероприятия наставничества не наносят ущерба образовательному процессу"))
    if settings.further_documents:
        clauses.append(clause("Отдельными документами регулируются", _further(settings)))
    return Chapter("Общие положения", tuple(clauses))


def release(words):
    """The clause on release from work, which order O15 cites."""
    return clause(
        f"В исключительных случаях {words.head.nominative} приказом освобождает {words.mentor.genitive} или "
        f"{words.mentee.genitive} от основной работы на время мероприятия и определяет, кто их замещает"
    )


def titles_of_acts(settings):
    """The acts the regulation rests on, each once: the Labor Code, federal laws, the rest as it cites them."""
    cited = list(dict.fromkeys(act.title for act in settings.legal_bases))
    articles = sorted((match[1] for match in map(OF_LABOR_CODE.fullmatch, cited) if match), key=_number_of)
    titles = [title for title in cited if not OF_LABOR_CODE.fullmatch(title)]
    titles += [law for law, number in _laws(settings) if not any(number in title for title in titles)]
    laws = sorted((title for title in titles if title.startswith(FEDERAL_LAW)), key=titles.index)
    word = "статья" if len(articles) == 1 else "статьи"
    code = [f"{LABOR_CODE} ({word} {', '.join(articles)})"] if articles else []
    return [*code, *laws, *(title for title in titles if title not in laws)]


def _number_of(article):
    return [int(part) for part in article.split(".")]


def _laws(settings):
    """The laws every regulation rests on and few of them cite, with the number each is known by."""
    return [(EDUCATION_LAW, "273-ФЗ")] + (
        [(PERSONAL_DATA_LAW, "152-ФЗ")] if settings.consent.personal_data_required else []
    )


def _act(title):
    """An act inside a sentence: the word for its kind begins small; laws keep the capital of their names."""
    return small(title) if title.split()[0] in KINDS_OF_ACTS else title


def _terms(settings, words):
    mentors, mentees = words.mentor, words.mentee
    items = [
        f"наставничество – помощь опытного работника коллеге, который осваивает профессию, новую должность или "
        f"новое место работы либо преодолевает {words.difficulty.plural_nominative} в своей работе",
        f"{mentors.nominative} – {words.teacher.nominative} или другой работник, который делится опытом и ведёт "
        f"{mentees.genitive} по персонализированной программе",
        f"{mentees.nominative} – участник наставничества, который с помощью {mentors.genitive} приобретает опыт и "
        f"преодолевает свои {words.difficulty.plural_nominative}",
        f"куратор ({settings.curator.title_text}) – тот, кто организует работу всех пар и групп",
        f"наставническая пара – {mentors.nominative} и один {mentees.nominative}",
        f"наставническая группа – {mentors.nominative} и те, с кем он работает одновременно",
        f"персонализированная программа – документ о целях, {_length_in_terms(settings)} и мероприятиях "
        f"наставничества для одной пары или группы",
    ]
    if mentors_roles := labels_of_roles(settings):
        items.append(f"роли {mentors.genitive} в паре: {', '.join(mentors_roles)}")
    return items


def labels_of_roles(settings):
    """How a mentor may be called in a pair."""
    return [role.word.nominative for role in settings.terms.mentor_roles]


def _length_in_terms(settings):
    if settings.program.months is None:
        return "сроке"
    least, most = settings.program.months
    return f"сроке ({months_between(least, most) if least != most else plain_months(most)})"


def _consent(settings, words):
    """The law asks the mentor's written consent whatever the regulation does (Labor Code art. 351.8)."""
    people = [words.mentor.genitive] + ([words.mentee.genitive] if settings.consent.mentee_required else [])
    text = f"Участие в наставничестве добровольно и начинается с письменного согласия {' и '.join(people)}"
    if settings.consent.personal_data_required:
        text += ". Согласие на обработку персональных данных каждый даёт отдельным документом"
    return clause(text)


def _further(settings):
    names = {form.code: form.label for form in settings.forms.items}
    return [
        f"{document.title} – {', '.join(f'«{names[code]}»' for code in document.forms)}"
        for document in settings.further_documents
    ]


def _aims(settings, words):
    difficulties = words.difficulty.plural_genitive
    return Chapter(
        "Цель и задачи",
        (
            clause(
                f"Цель наставничества – чтобы каждый {words.teacher.nominative} получил поддержку тогда, когда она "
                f"нужна, рос в профессии и оставался в ней"
            ),
            clause(
                "Задачи наставничества",
                (
                    f"выявлять запросы и помогать в преодолении профессиональных {difficulties}",
                    "помогать освоиться в профессии, в должности и в коллективе",
                    f"сохранять и передавать опыт, отмечать труд {words.mentor.plural_genitive}",
                    "собирать удачные практики и делать их доступными коллегам",
                ),
            ),
        ),
    )


def _forms(settings, words):
    printed = [form for form in settings.forms.items if form.enabled]
    usual = [form for form in printed if not form.outside]
    clauses = [clause("Наставничество осуществляется в формах", [_with_description(form) for form in usual])]
    if outside := [form for form in printed if form.outside]:
        clauses.append(
            clause(
                "Кроме того, по отдельным планам осуществляются формы", [_with_description(form) for form in outside]
            )
        )
    if settings.forms.open_list:
        clauses.append(clause("Перечень форм открыт: по решению организации используются и другие"))
    kinds = [kind for kind in settings.kinds.items if kind.enabled]
    name = "Виды наставничества" if settings.kinds.print_as == "виды" else "Работа ведётся в следующих формах (видах)"
    clauses.append(clause(name, [_with_description(kind) for kind in kinds]))
    if settings.kinds.combinable:
        clauses.append(clause("В одной программе их можно сочетать"))
    to_mentee = decline_post(words.mentee.nominative, Case.DATIVE)
    clauses.append(
        clause(f"Форму и вид выбирает куратор по запросу {words.mentee.genitive}; {to_mentee} объясняют этот выбор")
    )
    return Chapter("Формы и виды наставничества", tuple(clauses))


def _with_description(choice):
    label = getattr(choice, "choice_label", choice.label)
    return f"«{label}» – {choice.description[:1].lower()}{choice.description[1:]}"
