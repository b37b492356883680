"""Who works how: the head, the curator, the council, the banks, rights and duties."""

from mentoring.lib.grammar import Case, decline_post, plural
from reports.documents.papers import Chapter
from reports.documents.regulation.words import clause, in_working_days, labels, month_names, months, years
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
        clause("Куратором может быть", _who_may_be_curator(rules, words)),
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
    trade_union = " с участием представителя профсоюза" if rules.with_trade_union else ""
    clauses = [clause(f"{verb} коллегиальный орган – {rules.label}; его состав утверждает приказ{trade_union}")]
    tasks = [
        f"даёт советы о подборе пар и обсуждает опыт {words.mentor.plural_genitive}",
        "рассматривает персонализированные программы до утверждения" if rules.approves_programs else "",
        "помогает договориться, если в паре возникло несогласие" if rules.mediation else "",
        "разрешает споры, которые участники не смогли уладить сами" if rules.arbitration else "",
    ]
    return [*clauses, clause("Этот орган", tasks)]


def _banks(settings, words):
    bank, criteria = settings.bank, settings.criteria
    interval = {"year": "одного раза в год", "half_year": "одного раза в полугодие"}[bank.refresh_interval]
    keeper = "куратор" if bank.keeper == "curator" else "организация"
    clauses = [
        clause(
            f"Банки данных {words.mentor.plural_genitive} и {words.mentee.plural_genitive} ведёт {keeper}. "
            f"Сведения в них обновляют не реже {interval}, сроки обновления: {month_names(bank.refresh_months)}"
        )
    ]
    if criteria.mentor:
        clauses.append(
            clause(f"{capitalized(words.mentor.plural_genitive)} выбирают по признакам", labels(criteria.mentor))
        )
    if criteria.mentor_competences:
        clauses.append(clause(f"{capitalized(words.mentor.nominative)} владеет", labels(criteria.mentor_competences)))
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
    mentor, mentee = words.mentor, words.mentee
    by_mentor = decline_post(mentor.nominative, Case.INSTRUMENTAL)
    notice = settings.agreement
    clauses = [
        clause(
            f"{capitalized(mentor.nominative)} имеет право",
            (
                f"отказаться от наставничества досрочно, не называя причины{_in_time(notice.mentor_notice_days)}",
                "получать методическую и психологическую помощь",
                f"знакомиться с материалами о профессиональных запросах {mentee.genitive} с его согласия",
                "рассчитывать на поощрение и на учёт этой работы при аттестации",
            ),
        ),
        clause(
            f"{capitalized(mentor.nominative)} обязан",
            (
                f"вместе с {decline_post(mentee.nominative, Case.INSTRUMENTAL)} составить программу и выполнить её",
                "проводить встречи в согласованные дни и отмечать их",
                "не разглашать то, что доверено в паре",
            ),
        ),
        clause(
            f"{capitalized(mentee.nominative)} имеет право",
            (
                f"выбирать {mentor.genitive} вместе с куратором и просить о замене",
                "участвовать в составлении программы и предлагать в ней изменения",
                f"прекратить участие{_on_good_reason(settings)}",
            ),
        ),
        clause(
            f"{capitalized(mentee.nominative)} обязан",
            ("выполнять мероприятия программы в срок", f"обсуждать с {by_mentor} ход работы и её итоги"),
        ),
        clause(
            f"Работодатель может прекратить наставничество досрочно, предупредив {mentor.genitive} не менее чем за "
            f"{in_working_days(notice.employer_notice_days)} (статья 351.8 Трудового кодекса Российской Федерации)"
        ),
    ]
    return Chapter("Права и обязанности", tuple(clauses))


def _on_good_reason(settings):
    """What the regulation asks of a mentee who gives up; the law protects the mentor alone."""
    asked = {reason.needs_good_reason for reason in settings.completion.reasons if reason.code == BY_MENTEE}
    return " по уважительным обстоятельствам" if True in asked else ""


def _in_time(days):
    return f", предупредив об этом за {days} {plural(days, 'день', 'дня', 'дней')}" if days else ""
