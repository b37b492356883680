"""Who works how: the head, the curator, the council, the banks, rights and duties."""

from mentoring.lib.grammar import Case, decline_post, in_working_days
from reports.documents.papers import Chapter
from reports.documents.regulation.words import clause, labels, month_names, months, years
from reports.documents.wording import capitalized

# The code of the ground on which a mentee gives up.
BY_MENTEE = "by_mentee"


def chapters(settings, words):
    return (_organization(settings, words), _banks(settings, words), _rights(settings, words))


def _organization(settings, words):
    clauses = [_head(settings, words), *_curator(settings, words), *_helpers(settings), *_council(settings, words)]
    mode = settings.psychologist.mode
    if mode != "off":
        whose = "входит в состав тех, кто ведёт наставничество, и" if mode == "staffed" else "по запросу куратора"
        pair_less = f"{words.mentee.plural_genitive}, для которых ещё не нашлось пары"
        clauses.append(clause(f"Педагог-психолог {whose} поддерживает участников, прежде всего {pair_less}"))
    if settings.bank.co_keeper_role == "sysadmin":
        text = "Системный администратор помогает куратору вести банки данных и отвечает за учётные записи"
        clauses.append(clause(f"{text}; решений он не принимает"))
    return Chapter("Организация наставничества", tuple(clauses))


def _head(settings, words):
    duties = [
        f"утверждает {words.accusative} и дорожную карту, назначает куратора",
        "приказом закрепляет пары и группы",
        "создаёт условия для встреч и обучения, обеспечивает поощрение",
    ]
    return clause(capitalized(words.head.nominative), duties)


def _curator(settings, words):
    rules = settings.curator
    needed = "Работу организует" if rules.required else "Работу может организовать"
    clauses = [
        clause(f"{needed} {rules.title_text}, назначенный приказом (далее – куратор)"),
        clause("Куратором может быть", _who_may_be_curator(rules, words), alone="Куратором может быть {}"),
    ]
    if rules.most > 1:
        shares = f"; они делят работу по направлениям: {', '.join(labels(rules.scopes))}" if rules.scopes else ""
        clauses.append(clause(f"Кураторов одновременно может быть не более {rules.most}{shares}"))
    keeps = f"и ведёт банки {words.mentor.plural_genitive} и {words.mentee.plural_genitive}"
    duties = (
        f"собирает запросы {keeps if settings.bank.keeper == 'curator' else words.mentee.plural_genitive}",
        "готовит дорожную карту и следит за её выполнением",
        "подбирает пары и группы, помогает составлять программы и сопровождает их",
        "проводит мониторинг и готовит отчёты",
    )
    return [*clauses, clause("Куратор", duties)]


def _who_may_be_curator(rules, words):
    deputies = [f"заместитель {words.head.genitive}", *rules.also_posts]
    allowed = deputies if rules.must_be_deputy else ["работник организации"]
    allowed += [f"сам {words.head.nominative}"] if rules.may_be_head else []
    return allowed + (["работник другой организации по договору с ней"] if rules.allow_external else [])


def _helpers(settings):
    helpers = settings.curator.helpers
    named = [f"{duty.label} ({', '.join(duty.posts)})" if duty.posts else duty.label for duty in helpers]
    return [clause("Тем же или отдельным приказом назначаются", named)] if helpers else []


def _council(settings, words):
    rules = settings.council
    if not rules.enabled:
        return []
    verb = "Действует" if rules.presence == "required" else "Может действовать"
    clauses = [clause(f"{verb} коллегиальный орган – {rules.label}; его состав утверждается приказом")]
    tasks = [
        "участвует в разработке локальных актов о наставничестве вместе с профсоюзом" if rules.with_trade_union else "",
        f"даёт советы о подборе пар и обсуждает опыт {words.mentor.plural_genitive}",
        "рассматривает персонализированные программы до утверждения" if rules.approves_programs else "",
        "помогает договориться, если в паре возникло несогласие" if rules.mediation else "",
        "разрешает споры, которые участники не смогли уладить сами" if rules.arbitration else "",
    ]
    return [*clauses, clause("Этот орган", tasks, alone="Этот орган {}")]


def _refreshed(bank):
    """«не реже одного раза в год: в сентябре»; several months of a year are more often than that."""
    months = month_names(bank.refresh_months)
    if bank.refresh_interval == "year" and len(bank.refresh_months) > 1:
        return f"ежегодно в {months}"
    interval = {"year": "одного раза в год", "half_year": "одного раза в полугодие"}[bank.refresh_interval]
    return f"не реже {interval}: в {months}"


def _banks(settings, words):
    bank, criteria = settings.bank, settings.criteria
    keeper = "куратор" if bank.keeper == "curator" else "организация"
    clauses = [
        clause(
            f"Банки данных {words.mentor.plural_genitive} и {words.mentee.plural_genitive} ведёт {keeper}. "
            f"Сведения в них обновляют {_refreshed(bank)}"
        )
    ]
    if criteria.mentor:
        clauses.append(
            clause(f"{capitalized(words.mentor.plural_genitive)} выбирают по признакам", labels(criteria.mentor))
        )
    if criteria.mentor_competences:
        required = f"Требования к компетенциям {words.mentor.genitive}"
        clauses.append(clause(required, labels(criteria.mentor_competences)))
    if thresholds := _thresholds(criteria.thresholds):
        clauses.append(clause(f"Стаж {words.mentor.genitive}", thresholds))
    if bank.max_mentees:
        clauses.append(clause(f"Один {words.mentor.nominative} ведёт одновременно не более {bank.max_mentees} человек"))
    if criteria.mentee_categories:
        clauses.append(
            clause("Категории работников, которым помощь предлагают прежде всего", labels(criteria.mentee_categories))
        )
    if criteria.mentee_grounds:
        clauses.append(
            clause("Достаточно одного из оснований", [_ground(ground) for ground in criteria.mentee_grounds])
        )
    if bank.enter_on_hiring:
        clauses.append(clause("Принятого на работу включают в банк данных без отдельного запроса"))
    if bank.mentors_visible_to_staff:
        clauses.append(clause(f"Банк данных {words.mentor.plural_genitive} открыт всем работникам"))
    if bank.shared_with_municipality:
        clauses.append(clause("Сведения передают в муниципальный банк данных с отдельного согласия"))
    return Chapter("Банки данных, отбор и критерии", tuple(clauses))


def _thresholds(least):
    return (
        [
            f"педагогический – не менее {years(least.teaching_years)}" if least.teaching_years else "",
            f"по тому же предмету – не менее {years(least.subject_years)}" if least.subject_years else "",
            f"в этой организации – не менее {years(least.organization_years)}" if least.organization_years else "",
        ]
        if any((least.teaching_years, least.subject_years, least.organization_years))
        else []
    )


def _ground(ground):
    conditions = [
        f"возраст не старше {years(ground.max_age)}" if ground.max_age else "",
        f"стаж не более {years(ground.max_experience_years)}" if ground.max_experience_years is not None else "",
        f"в должности не более {months(ground.max_months_in_post)}" if ground.max_months_in_post else "",
        f"принят не более {months(ground.max_months_since_hired)} назад" if ground.max_months_since_hired else "",
    ]
    return f"{ground.label}: {' и '.join(filter(None, conditions))}"


def _rights(settings, words):
    mentor, mentee = capitalized(words.mentor.nominative), capitalized(words.mentee.nominative)
    notice = in_working_days(settings.agreement.employer_notice_days)
    clauses = [
        clause(f"{mentor} имеет право", _rights_of_mentor(settings, words)),
        clause(f"{mentor} обязан", _duties_of_mentor(words)),
        clause(f"{mentee} имеет право", _rights_of_mentee(settings, words)),
        clause(f"{mentee} обязан", _duties_of_mentee(words)),
        clause(
            f"Работодатель может прекратить наставничество досрочно, предупредив {words.mentor.genitive} не менее чем "
            f"за {notice} (статья 351.8 Трудового кодекса Российской Федерации)"
        ),
    ]
    return Chapter("Права и обязанности", tuple(clauses))


def _rights_of_mentor(settings, words):
    mentee = words.mentee.genitive
    return (
        f"с согласия коллег привлекать их к помощи {_to(words.mentee)}",
        f"в установленном порядке и с согласия {mentee} знакомиться с материалами его личного дела и сведениями о его "
        f"профессиональных запросах",
        f"проверять, как {words.mentee.nominative} выполняет задания",
        "получать методическую и психологическую помощь",
        "рассчитывать на поощрение и на учёт этой работы при аттестации",
        f"отказаться от наставничества досрочно, не называя причины{_in_time(settings.agreement.mentor_notice_days)}",
    )


def _duties_of_mentor(words):
    mentee = words.mentee
    return (
        f"соблюдать законодательство и локальные нормативные акты {words.organization.genitive}",
        f"вместе с {decline_post(mentee.nominative, Case.INSTRUMENTAL)} составить программу и выполнить её",
        "проводить встречи в согласованные дни и отмечать их",
        f"взаимодействовать со всеми, кто ещё работает с {decline_post(mentee.nominative, Case.INSTRUMENTAL)}: "
        f"методическим объединением, психологической службой, педагогическим советом",
        f"вовлекать {mentee.genitive} в жизнь коллектива, расширять его кругозор, в том числе личным примером",
        f"поддерживать творческий поиск {mentee.genitive}, советовать ему конкурсы и конференции и помогать готовиться",
        f"участвовать в обсуждении работы {mentee.genitive}, предлагать меры поощрения или дисциплинарные меры",
        "не разглашать то, что доверено в паре",
    )


def _rights_of_mentee(settings, words):
    mentor = words.mentor
    return (
        "постоянно повышать свой профессиональный уровень",
        f"выбирать {mentor.genitive} вместе с куратором",
        "участвовать в составлении программы и предлагать в ней изменения",
        f"обращаться к {_to(mentor)} за помощью во всём, что касается работы",
        f"просить куратора и {words.head.genitive} о замене {mentor.genitive}",
        f"прекратить участие{_on_good_reason(settings)}",
    )


def _duties_of_mentee(words):
    mentor, by_mentor = words.mentor, decline_post(words.mentor.nominative, Case.INSTRUMENTAL)
    return (
        "изучать законодательство об образовании и акты о наставничестве",
        "знать свою должностную инструкцию и соблюдать правила внутреннего трудового распорядка",
        "выполнять мероприятия программы в срок",
        f"следовать указаниям и рекомендациям {mentor.genitive}",
        f"вместе с {by_mentor} исправлять ошибки и преодолевать {words.difficulty.plural_nominative}",
        f"совершенствовать приёмы работы, перенимать опыт {mentor.genitive}",
        "быть дисциплинированным и организованным в работе и учёбе",
        f"обсуждать с {by_mentor} ход работы и её итоги",
    )


def _to(word):
    return decline_post(word.nominative, Case.DATIVE)


def _on_good_reason(settings):
    """What the regulation asks of a mentee who gives up; the law protects the mentor alone."""
    asked = {reason.needs_good_reason for reason in settings.completion.reasons if reason.code == BY_MENTEE}
    return " по уважительным обстоятельствам" if True in asked else ""


def _in_time(days):
    """The law lets a mentor give up at once; an organization may ask for so many working days."""
    return f", предупредив об этом не менее чем за {in_working_days(days)}" if days else ""
