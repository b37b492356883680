"""What orders of every kind share: the points as stored, the acts cited, the paper around them."""

from dataclasses import dataclass, field

from mentoring.lib.dates import NBSP, date_numeric, date_words
from mentoring.lib.grammar import PLURAL, Case, agree, decline_post
from people.organizations.selectors import head_on, regulation_on
from programs.orders.selectors import subjects_of
from reports.documents.heads import letterhead_of, signatory_of, signature_mark
from reports.documents.papers import Acquainted, GostEdition, OrderPaper, Point
from reports.documents.second_language import date_in, kind_in
from reports.documents.wording import capitalized, person_in, small

TO_READ = "ознакомить с настоящим приказом названных в нём лиц"


@dataclass(frozen=True)
class OrderText:
    """What the curator gets to edit; ``points`` as the order stores them, each with the "part" it belongs to.

    ``fields`` are further words of this kind that the organization's own wording may use (``documents.fields``).
    """

    heading: str
    basis: str
    points: list
    control: str
    fields: dict = field(default_factory=dict)


def point(text, depth=1):
    """A point as an order stores it; ``depth`` 2 is a subpoint."""
    return {"text": ended(text), "depth": depth}


def tagged(part, points):
    """The points marked as one part of the order, which the organization's own wording places as ``{{part}}``."""
    return [one | {"part": part} for one in points]


def subpoints(texts):
    """Subpoints one after the other: «…;», the last with a full stop."""
    *others, last = texts
    return [point(f"{text};", 2) for text in others] + [point(last, 2)]


def curator_points(settings, curator, *tasks, reading=TO_READ):
    """«Куратору …: ознакомить с настоящим приказом …»; None leaves the name out, so do tasks that are empty."""
    title = capitalized(curator_words(settings, curator))
    said = [reading, *filter(None, tasks)]
    if len(said) == 1:
        return [point(f"{title}{',' if curator else ''} {reading}")]
    return [point(f"{title}:"), *subpoints(said)]


def ended(text):
    """With a full stop, unless a date in words («2026 г.») or a list brought one."""
    return text if text.endswith((".", ";", ":")) else f"{text}."


def day_in(settings, day):
    """The day as the orders of this organization write it."""
    return date_words(day) if settings.orders.date_style == "words" else date_numeric(day)


def cited_order(settings, order):
    """«от 1 сентября 2026 г. № 12 «О закреплении наставнической пары»»."""
    return f"от {day_in(settings, order.signed_on)} № {order.number_text} «{order.heading}»"


def short_order(settings, order):
    """«от 1 сентября 2026 г. № 12» for a heading, where the preposition stays with its day."""
    return f"от{NBSP}{day_in(settings, order.signed_on)} № {order.number_text}"


def kinds_words(settings, labels):
    """«; вид: ситуационное наставничество», «; виды (формы): …»; nothing without kinds."""
    one, more = ("вид", "виды") if settings.kinds.print_as == "виды" else ("вид (форма)", "виды (формы)")
    return f"; {more if len(labels) > 1 else one}: {', '.join(labels)}" if labels else ""


def agreements_order(settings, starts_on, day):
    """«Поручить куратору … оформить не позднее дня начала работы – …»: who draws up the agreements, and by when.

    ``day`` is that of the order: where the work has begun before it, the agreements wait no longer.
    """
    whom = decline_post(settings.curator.title_text, Case.DATIVE)
    begins = f"дня начала работы ({day_in(settings, starts_on)})"
    due = begins if starts_on >= day else "дня подписания настоящего приказа"
    return f"Поручить {whom} оформить не позднее {due}"


def curator_words(settings, employment):
    """«куратору реализации программ, заместителю директора …», in the dative; without a curator the title alone."""
    title = decline_post(settings.curator.title_text, Case.DATIVE)
    return f"{title}, {person_in(employment, Case.DATIVE)}" if employment else title


def order_paper_of(order, annexes=()):
    """The order as a paper: a draft is marked so, a registered one carries number, date and the signature's mark."""
    organization = order.organization
    day = order.signed_on or organization.today()
    settings = regulation_on(organization, day)
    subjects = list(subjects_of(order).select_related(None).select_related("employment__person"))
    letterhead = letterhead_of(organization)
    language = letterhead.second.lang if letterhead.second else ""
    return OrderPaper(
        letterhead=letterhead,
        second_kind=kind_in(language),
        second_date=date_in(language, order.signed_on),
        kind=(settings.orders.series_title or "Приказ").upper(),
        heading=order.heading,
        basis=tuple(line for line in order.basis.splitlines() if line.strip()),
        points=paper_points(order.points),
        control=order.control,
        signatory=signatory_of(head_on(organization, day), _mark(order)),
        dated_on=order.signed_on,
        number=order.number_text,
        place=organization.place,
        name_in_genitive=organization.owner,
        acquainted_title=_acquainted_title(subjects),
        acquainted=tuple(Acquainted(one.employment.person.full_name, small(one.employment.post)) for one in subjects),
        annexes=tuple(annexes),
        acquainted_on_sheet=settings.orders.acquaintance == "table",
        numeric_date=settings.orders.date_style == "numeric",
        draft=not order.is_signed,
        edition=GostEdition(settings.gost_edition),
    )


def paper_points(points):
    """Points with their subpoints below them."""
    nested = []
    for one in points:
        if one["depth"] == 2 and nested:
            nested[-1][1].append(Point(one["text"]))
        else:
            nested.append((one["text"], []))
    return tuple(Point(text, tuple(below)) for text, below in nested)


def _mark(order):
    """None where the head signs by hand: the place is left free."""
    if not order.is_signed or order.signed_by_hand:
        return ()
    return signature_mark(order.organization, order.signer, order.signed_at)


def _acquainted_title(subjects):
    genders = [subject.employment.person.gender for subject in subjects]
    agreement = genders[0] if len(genders) == 1 else PLURAL
    return f"С приказом {agree(agreement, 'ознакомлен', 'ознакомлена', 'ознакомлены')}:"
