"""The first chapters: what the regulation is for, its acts, terms, principles, aims, forms and kinds."""

from mentoring.lib.grammar import Case, decline_post
from reports.documents.papers import Chapter
from reports.documents.regulation.words import clause, labels, months_between, plain_months
from reports.documents.wording import capitalized, small

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
    if settings.legal_bases:
        clauses.append(
            clause(
                f"Правовую основу {words.of_this} составляют",
                [_act(title) for title in labels_of_acts(settings)],
                proper=True,
            )
        )
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


def labels_of_acts(settings):
    """The acts cited, each once, in the regulation's own sequence."""
    return list(dict.fromkeys(act.title for act in settings.legal_bases))


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
    people = [words.mentor.genitive] if settings.consent.mentor_required else []
    people += [words.mentee.genitive] if settings.consent.mentee_required else []
    text = "Участие в наставничестве добровольно"
    if people:
        text += f" и начинается с письменного согласия {' и '.join(people)}"
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
