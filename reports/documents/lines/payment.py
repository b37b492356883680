"""Order O13, on payment for mentoring: how much, from when to when, on the ground of which agreement (351.8 TK).

An order on several people has their pay in an annex only, so that an extract shows nobody the pay of another.
"""

import re
from dataclasses import replace
from types import SimpleNamespace

from mentoring.lib.dates import NBSP, date_numeric
from mentoring.lib.grammar import PLURAL, Case, agree, is_plural_thing
from people.consents.states import PaymentKind
from programs.orders.states import OrderKind
from reports.documents.assignment import payment_words
from reports.documents.lines.writer import BY_ANNEX, Writer, card_of
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.wording import in_accordance, name_in, person_in
from reports.documents.writing import point, tagged

EXTRACT = "ВЫПИСКА ИЗ ПРИКАЗА"
LEFT_OUT = "…"
READING = "ознакомить с настоящим приказом названных в нём лиц, каждого – в касающейся его части"


class PaymentWriter(Writer):
    """The points of O13."""

    kind = OrderKind.PAYMENT
    heading = "О выплате за наставничество"

    @property
    def in_annex(self):
        return len(self.lines) > 1

    def points(self):
        source = point(f"Производить выплату за счёт {self.particulars.source}")
        reading = {"reading": READING} if self.in_annex else {}
        points = tagged("выплата", self._payments()) + tagged("финансирование", [source])
        return points + tagged("куратор", self.for_curator(**reading))

    def words(self):
        """What differs from person to person stands in the annex alone, so that nobody reads the pay of another."""
        words = {"источник": self.particulars.source, "работники_дат": self.people(Case.DATIVE)}
        if self.in_annex:
            return words | {"размер": BY_ANNEX, "период": BY_ANNEX, "основание_выплаты": BY_ANNEX}
        (line,) = self.lines
        return words | {
            "размер": f"{amount_words(line)}{_per_mentee(self, line)}",
            "период": self.period(line.starts_on, line.ends_on),
            "основание_выплаты": ground_of(self, line),
        }

    @property
    def has_additional_work(self):
        """Where the regulation itself pays for the work of a mentor; else the agreement alone does."""
        return self.settings.payment.kind != "none"

    def _payments(self):
        if self.in_annex:
            return [point(f"Установить работникам выплату за наставничество {BY_ANNEX}")]
        return [one for line in self.lines for one in self._payment(line)]

    def _payment(self, line):
        whom = person_in(line.employment, Case.DATIVE)
        period = f"на период {self.period(line.starts_on, line.ends_on)}"
        yield point(f"Установить {whom} {payment_words(rule_of(line))}{_per_mentee(self, line)} {period}")
        yield point(f"Основание выплаты: {ground_of(self, line)}")


def rule_of(line):
    """The pay of a line in the shape ``payment_words`` reads."""
    return SimpleNamespace(kind=line.unit, amount=line.amount)


def _per_mentee(write, line):
    return f" за каждого {write.settings.terms.mentee.genitive}" if line.agreement.per_mentee else ""


def ground_of(write, line):
    """«дополнительное соглашение от … № … к трудовому договору», with the local act of it, else of the regulation.

    Where only kinds of acts are known, the agreement alone is the ground, made in accordance with them.
    """
    agreement = line.agreement
    number = f" № {agreement.number}" if agreement.number else ""
    paper = f"дополнительное соглашение от {write.day(agreement.signed_on)}{number} к трудовому договору"
    act = agreement.payment_basis or write.settings.incentives.payment_basis
    if act and is_plural_thing(act.split(",")[0]):
        return f"{paper}, заключённое {in_accordance(act)}"
    return "; ".join(filter(None, (paper, act)))


def amount_words(line):
    """«3 000 руб. в месяц», «15 % должностного оклада», «коэффициент 0,5» in a cell."""
    number = f"{line.amount.normalize():,f}".replace(",", NBSP).replace(".", ",")
    return {
        PaymentKind.SUM: f"{number}{NBSP}руб. в месяц",
        PaymentKind.PERCENT: f"{number}{NBSP}% должностного оклада",
        PaymentKind.COEFFICIENT: f"коэффициент {number} к должностному окладу",
    }[PaymentKind(line.unit)]


def payment_annexes(write, only=None):
    """The list of an order on several people; ``only`` keeps the line of one employment."""
    if not write.in_annex:
        return ()
    columns = (
        Column("№", 5, "short"),
        Column("Фамилия, имя, отчество, должность", 27, "name"),
        Column("Размер\nвыплаты", 14),
        Column("Период", 19, "short"),
        Column("Основание", 35),
    )
    rows = tuple(
        (
            str(number),
            card_of(line.employment),
            f"{amount_words(line)}{_per_mentee(write, line)}",
            f"с{NBSP}{date_numeric(line.starts_on)}\nпо{NBSP}{date_numeric(line.ends_on)}",
            ground_of(write, line),
        )
        for number, line in enumerate(write.lines, start=1)
        if only is None or line.employment_id == only.pk
    )
    return (Annex("Выплата за наставничество", Table(columns, (RowGroup(rows),))),) if rows else ()


def extract_of(paper, write, reader):
    """The paper as ``reader`` may read it: the own line of the annex, no point that names another person paid.

    Points keep their numbers; «…» stands for what is left out. ``paper`` is the whole order, ``reader`` an employment.
    """
    others = _names(line.employment for line in write.lines if line.employment_id != reader.pk)
    readers = tuple(one for one in paper.acquainted if one.name == reader.person.full_name)
    return replace(
        paper,
        kind=EXTRACT,
        basis=tuple(_without(others, text) for text in paper.basis),
        points=tuple(_point_without(others, one) for one in paper.points),
        control=_without(others, paper.control),
        annexes=payment_annexes(write, only=reader),
        acquainted=readers,
        acquainted_title=f"С выпиской {agree(reader.person.gender or PLURAL, 'ознакомлен', 'ознакомлена', '')}:",
    )


def _names(employments):
    """A pattern for those people in every case, in full or by the last name with initials; None for nobody."""
    words = set()
    for work in employments:
        words |= {name_in(work, case).split()[0] for case in Case}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(words)))})\b") if words else None


def _without(others, text):
    return LEFT_OUT if others and others.search(text) else text


def _point_without(others, one):
    return replace(
        one, text=_without(others, one.text), subpoints=tuple(_point_without(others, n) for n in one.subpoints)
    )
