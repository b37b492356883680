"""The supplementary agreement of a mentor as a paper: content, term, form, pay, early end (Labor Code art. 351.8)."""

from mentoring.lib.dates import NBSP, date_words
from mentoring.lib.grammar import Case, agree, decline_post, in_working_days, is_plural_thing
from people.consents.states import PaymentKind, WorkMode
from people.organizations.selectors import head_on, regulation_on
from reports.documents.heads import letterhead_of
from reports.documents.papers import AgreementPaper, AgreementPoint, AgreementSide, GostEdition
from reports.documents.wording import capitalized, in_accordance, name_in, person_in, small
from reports.documents.writing import ended

MODES = {
    WorkMode.ON_SITE: "очно, по месту работы",
    WorkMode.REMOTE: "дистанционно",
    WorkMode.MIXED: "очно и дистанционно",
}
TO_FILL_IN = "_" * 24


def agreement_paper(agreement, *, day):
    """The agreement as both sides sign it; a draft has lines for what is not known yet."""
    organization = agreement.organization
    signed_on = agreement.signed_on
    settings = regulation_on(organization, signed_on or day)
    head = head_on(organization, signed_on or day)
    number = agreement.number or "____"
    return AgreementPaper(
        letterhead=letterhead_of(organization),
        title=f"Дополнительное соглашение № {number}",
        contract=f"к трудовому договору {agreement.contract or f'от {TO_FILL_IN} № ________'}",
        place=organization.place,
        preamble=_preamble(agreement, head),
        points=_points(agreement, settings.terms.mentee),
        sides=(_employer(organization, head), _worker(agreement)),
        receipt="Экземпляр соглашения на руки "
        f"{agree(agreement.employment.person.gender, 'получил', 'получила', 'получили')}:",
        dated_on=signed_on,
        edition=GostEdition(settings.gost_edition),
    )


def _preamble(agreement, head):
    work, organization = agreement.employment, agreement.organization
    if head:
        acts = agree(head.employment.person.gender, "действующего", "действующей", "действующих")
        represented = f"в лице {_represented(head)}, {acts} на основании {head.acting_basis or 'устава'}"
    else:
        represented = f"в лице {TO_FILL_IN * 2}"
    return (
        f"{organization.full_name}, далее – Работодатель, {represented}, с одной стороны, и "
        f"{person_in(work, Case.NOMINATIVE)}, далее – Работник, с другой стороны, заключили настоящее "
        "соглашение о выполнении работы по наставничеству в соответствии со статьёй 351.8 Трудового кодекса "
        "Российской Федерации."
    )


def _represented(head):
    post = small(decline_post(head.post, Case.GENITIVE, head.employment.person.gender))
    return f"{post} {name_in(head.employment, Case.GENITIVE)}"


def _points(agreement, mentee):
    several = "," in agreement.mentees
    who = mentee.plural_nominative if several else mentee.nominative
    with_whom = mentee.plural_genitive if several else mentee.genitive
    return (
        AgreementPoint(
            "Содержание работы",
            (
                "Работник со своего письменного согласия выполняет по поручению Работодателя работу по наставничеству. "
                f"{capitalized(who)} – {agreement.mentees}. Работник обязуется:",
                "Содержание работы уточняет персонализированная программа наставничества, которую Работник составляет "
                f"при участии {with_whom}.",
            ),
            _lines(agreement.content),
        ),
        AgreementPoint(
            "Срок и форма работы",
            (
                ended(f"Работа выполняется с {date_words(agreement.starts_on)} по {date_words(agreement.ends_on)}"),
                f"Форма наставничества: {agreement.form}. Работа ведётся {MODES[agreement.mode]}.",
            ),
        ),
        AgreementPoint("Оплата", _payment(agreement)),
        AgreementPoint("Досрочный отказ и отмена поручения", _early_end(agreement)),
        AgreementPoint(
            "Заключительные положения",
            (
                "Соглашение является неотъемлемой частью трудового договора и действует с первого дня срока, "
                "названного в пункте 2.1. Остальные условия трудового договора не меняются.",
                "Соглашение составлено в двух экземплярах, по одному для каждой стороны.",
            ),
        ),
    )


def _lines(text):
    lines = [line.strip().rstrip(";.") for line in text.splitlines() if line.strip()]
    return tuple(f"{line}{'.' if place == len(lines) else ';'}" for place, line in enumerate(lines, start=1))


def _payment(agreement):
    if agreement.payment_kind == PaymentKind.NONE:
        said = "Дополнительная оплата за работу по наставничеству не устанавливается."
        return (f"{said}{_basis(agreement.payment_basis)}",)
    each = " за каждого наставляемого" if agreement.per_mentee else ""
    basis = _basis(agreement.payment_basis)
    return (
        f"За работу по наставничеству Работнику устанавливается {_amount(agreement)}{each}.{basis}",
        "Оплата производится вместе с заработной платой за время выполнения работы и прекращается с её окончанием.",
    )


def _basis(act):
    """The act on the pay; where only kinds of acts are known, no single one is the ground."""
    if act and is_plural_thing(act.split(",")[0]):
        return f" Условия оплаты определены {in_accordance(act)}."
    return f" Основание: {act}." if act else ""


def _amount(agreement):
    number = f"{agreement.payment_amount.normalize():,f}".replace(",", NBSP).replace(".", ",")
    if agreement.payment_kind == PaymentKind.COEFFICIENT:
        return f"коэффициент {number} к должностному окладу"
    if agreement.payment_kind == PaymentKind.PERCENT:
        return f"доплата в размере {number}{NBSP}% должностного оклада в месяц"
    return f"доплата в размере {number}{NBSP}руб. в месяц"


def _early_end(agreement):
    days = agreement.mentor_notice_days
    ahead = f", предупредив Работодателя не менее чем за {in_working_days(days)}" if days else ""
    return (
        f"Работник вправе в любое время досрочно отказаться от работы по наставничеству без объяснения причин{ahead}.",
        "Работодатель вправе досрочно отменить поручение, предупредив об этом Работника не менее чем за "
        f"{in_working_days(agreement.employer_notice_days)}.",
    )


def _employer(organization, head):
    lines = (
        organization.full_name,
        organization.address,
        ", ".join(f"{name} {code}" for name, code in (("ИНН", organization.inn), ("ОГРН", organization.ogrn)) if code),
        head.post if head else "",
    )
    return AgreementSide("Работодатель", tuple(filter(None, lines)), head.employment.person.signed_name if head else "")


def _worker(agreement):
    work = agreement.employment
    blanks = (f"Паспорт (иной документ):\n{TO_FILL_IN}", f"Адрес:\n{TO_FILL_IN}\n{TO_FILL_IN}")
    lines = (work.person.full_name, work.post, *blanks)
    return AgreementSide("Работник", lines, work.person.signed_name)
