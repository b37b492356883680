"""The one table of fields a template may have, by kind of paper; their names are Russian, as the papers are."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from programs.orders.states import OrderKind
from reports.documents.papers import (
    Acquainted,
    AgreementPaper,
    AgreementPoint,
    AgreementSide,
    Annex,
    Column,
    HeadBlock,
    Letterhead,
    OrderPaper,
    Point,
    RowGroup,
    Signatory,
    Table,
)

ANY_ORDER, AGREEMENT = "order", "agreement"


class Shape(TextChoices):
    """How a field is written in a template."""

    TEXT = "text", _("words")
    LIST = "list", _("paragraphs, one after another")
    PART = "part", _("a ready part of the paper")


@dataclass(frozen=True)
class Field:
    """``value`` takes the paper; of a ready part it is the classes of the page that make it up."""

    name: str
    label: Any
    value: Callable | tuple
    shape: Shape = Shape.TEXT
    is_required: bool = False

    @property
    def sample(self) -> str:
        """How the field is written in Word."""
        if self.shape == Shape.LIST:
            return f"{{%p for абзац in {self.name} %}}\n{{{{ абзац }}}}\n{{%p endfor %}}"
        return f"{{{{p {self.name} }}}}" if self.shape == Shape.PART else f"{{{{ {self.name} }}}}"


@dataclass(frozen=True)
class FieldSet:
    """The fields of a kind of paper; ``sample`` is a paper to try a template on, ``start`` the page to start from."""

    label: Any
    fields: tuple[Field, ...]
    sample: Any
    start: str

    def by_name(self) -> dict[str, Field]:
        """The fields by their names."""
        return {field.name: field for field in self.fields}


def _order_points(paper):
    return tuple(f"{number} {text}" for number, _depth, text in paper.numbered)


def _agreement_points(paper):
    lines = []
    for number, point in enumerate(paper.points, start=1):
        lines.append(f"{number}. {point.heading}")
        for place, sentence in enumerate(point.sentences, start=1):
            lines.append(f"{number}.{place}. {sentence}")
            lines += [f"– {item}" for item in point.items] if place == 1 else []
    return tuple(lines)


HEAD = (
    Field("шапка", _("the letterhead as in the PDF, with the logo"), ("letterhead",), Shape.PART),
    Field("организация", _("full name of the organization"), lambda paper: paper.letterhead.main.full_name),
    Field("организация_кратко", _("short name of the organization"), lambda paper: paper.letterhead.name),
)
ORDER = (
    *HEAD,
    Field("вид", _("kind of the paper: ПРИКАЗ"), lambda paper: paper.kind),
    Field("вид_второй", _("kind of the paper in the second language"), lambda paper: paper.second_kind),
    Field("дата", _("date, or the line to fill it in"), lambda paper: paper.date_text, is_required=True),
    Field("дата_вторая", _("date in the second language"), lambda paper: paper.second_date_text),
    Field("номер", _("number, or the line to fill it in"), lambda paper: paper.number_text, is_required=True),
    Field("место", _("place where it is made"), lambda paper: paper.place),
    Field("заголовок", _("heading of the text"), lambda paper: paper.heading, is_required=True),
    Field("основание", _("what stands before the command"), lambda paper: paper.basis, Shape.LIST),
    Field("команда", _("the command: ПРИКАЗЫВАЮ:"), lambda paper: paper.command),
    Field("пункты", _("numbered points with the control"), _order_points, Shape.LIST, is_required=True),
    Field("подпись", _("post, mark of the signature and name in one line"), ("signature",), Shape.PART),
    Field("должность", _("post of whoever signs"), lambda paper: paper.signatory.post),
    Field("фамилия", _("initials and surname of whoever signs"), lambda paper: paper.signatory.name),
    Field("отметка", _("lines of the electronic signature's mark"), lambda paper: paper.signatory.mark, Shape.LIST),
    Field("ознакомлены", _("those acquainted, where they are few"), ("acquainted",), Shape.PART),
    Field("приложения", _("all annexes with their tables"), ("annex",), Shape.PART, is_required=True),
    Field("лист_ознакомления", _("the sheet of those acquainted, where they are many"), ("sheet",), Shape.PART),
)
AGREEMENT_FIELDS = (
    Field("организация", _("full name of the organization"), lambda paper: paper.letterhead.main.full_name),
    Field("заголовок", _("heading of the text"), lambda paper: paper.title, is_required=True),
    Field("договор", _("to which employment contract"), lambda paper: paper.contract),
    Field("место", _("place where it is made"), lambda paper: paper.place),
    Field("дата", _("date, or the line to fill it in"), lambda paper: paper.date_text, is_required=True),
    Field("преамбула", _("who concludes it"), lambda paper: paper.preamble),
    Field("пункты", _("numbered points with their sentences"), _agreement_points, Shape.LIST, is_required=True),
    Field("стороны", _("both sides with lines to sign"), ("sides",), Shape.PART, is_required=True),
    Field("расписка", _("that a copy was received"), ("receipt",), Shape.PART),
)
SCHOOL = Letterhead(HeadBlock("Муниципальное общеобразовательное учреждение «Школа»", "МОУ «Школа»"))
SAMPLE_ORDER = OrderPaper(
    letterhead=SCHOOL,
    heading="О проверке шаблона",
    basis=("В целях проверки шаблона",),
    points=(Point("Проверить шаблон.", (Point("посмотреть на него;"), Point("заполнить его."))),),
    control="Контроль за исполнением приказа оставляю за собой.",
    signatory=Signatory("Директор", "И. О. Фамилия", mark=("Подписано простой электронной подписью",)),
    number="1",
    place="г. Город",
    acquainted=(Acquainted("Фамилия Имя Отчество", "учитель"),),
    annexes=(Annex("Список", Table((Column("№"), Column("Кто")), (RowGroup((("1", "Фамилия Имя"),)),))),),
)
SAMPLE_AGREEMENT = AgreementPaper(
    letterhead=SCHOOL,
    title="ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ № 1",
    contract="к трудовому договору",
    place="г. Город",
    preamble="Стороны заключили соглашение о нижеследующем.",
    points=(AgreementPoint("Предмет", ("Работник выполняет работу по наставничеству.",), ("помогает.",)),),
    sides=(AgreementSide("Работодатель", ("МОУ «Школа»",), "И. О. Фамилия"),),
    receipt="Экземпляр получен",
)
ORDER_START = "reports/documents/stationery/start_order.html"
SETS = {
    ANY_ORDER: FieldSet(_("Orders of every kind"), ORDER, SAMPLE_ORDER, ORDER_START),
    **{kind.value: FieldSet(kind.label, ORDER, SAMPLE_ORDER, ORDER_START) for kind in OrderKind},
    AGREEMENT: FieldSet(
        _("Supplementary agreement"),
        AGREEMENT_FIELDS,
        SAMPLE_AGREEMENT,
        "reports/documents/stationery/start_agreement.html",
    ),
}


def kinds_for(code):
    """The kinds of templates that fit a paper, the nearest first: of its own kind of order, of any order."""
    own = (code,) if code in SETS else ()
    return (*own, ANY_ORDER) if code in OrderKind.values else own
