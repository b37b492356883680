"""Orders about another order: it loses its force, or its words change (OC, OA)."""

from dataclasses import dataclass
from datetime import date

from mentoring.lib.grammar import Case, decline_post
from people.organizations.regulations import agreement_required
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import mentor_word
from programs.mentorships.states import Structure
from programs.orders.states import OrderKind
from programs.plans.states import ENDED
from reports.documents.changes.pay import pay_ends
from reports.documents.changes.wording import agreement_of, notice_words
from reports.documents.wording import capitalized, listed, person_in
from reports.documents.writing import OrderText, cited_order, day_in, order_paper_of, point, short_order, subpoints

SINCE_TODAY = "с даты подписания настоящего приказа"
DUTIES = (OrderKind.ADOPTION, OrderKind.CURATOR, OrderKind.COUNCIL, OrderKind.REPORT)


@dataclass(frozen=True)
class Parted:
    """The pairs of a cancelled order: those that end, wait for their first day, or have worked by their programs.

    ``since`` is the day on which those that end do, None where they end by the signature.
    """

    ending: tuple = ()
    waiting: tuple = ()
    staying: tuple = ()
    since: date | None = None

    @property
    def is_partial(self):
        """Whether the order stays in force for some of its pairs."""
        return bool(self.staying and (self.ending or self.waiting))


def compose_cancellation(organization, earlier, *, day, ground, curator=None, pairs=None):
    """Compose OC: ``earlier`` loses its force for ``pairs`` (Parted) that do not stay, and the duties it gave end.

    ``ground`` is the curator's own words, «в связи с …».
    """
    settings, pairs = regulation_on(organization, day), pairs or Parted()
    points = [point(_void(settings, earlier, pairs)), *_ends(settings, pairs, day)]
    stay = _kept if pairs.is_partial else _staying
    points += [point(stay(settings, pair, day)) for pair in pairs.staying]
    if earlier.kind in DUTIES and earlier.appointments.exists():
        points.append(point(f"Считать прекращёнными {SINCE_TODAY} обязанности, возложенные названным приказом"))
    partly, named_in = ("частично ", "изменяемом") if pairs.is_partial else ("", "отменяемом")
    heading = f"О признании {partly}утратившим силу приказа {short_order(settings, earlier)}"
    return _text(settings, heading, ground, points, curator, named_in)


def compose_amendment(organization, earlier, *, day, ground, changes, curator=None):
    """Compose OA: ``changes`` are (number of a point or "" for a new one, its words or "" for none)."""
    settings, changes = regulation_on(organization, day), list(_numbered(earlier, changes))
    if len(changes) == 1:
        points = [point(f"Внести изменение в приказ {cited_order(settings, earlier)}, {_change(*changes[0], _DONE)}")]
    else:
        points = [point(f"Внести в приказ {cited_order(settings, earlier)} следующие изменения:")]
        points += subpoints([_change(*change, _TO_DO) for change in changes])
    what = "изменения" if len(changes) == 1 else "изменений"
    heading = f"О внесении {what} в приказ {short_order(settings, earlier)}"
    return _text(settings, heading, ground, points, curator, "изменяемом")


def order_about_order_paper(order):
    """OC and OA as a paper: everything is said in the points."""
    return order_paper_of(order)


def numbered_points(points):
    """The points as the paper numbers them: [("1", text), ("1.1", text)]."""
    found, first, second = [], 0, 0
    for one in points:
        if one["depth"] == 2 and first:
            second += 1
            found.append((f"{first}.{second}", one["text"]))
        else:
            first, second = first + 1, 0
            found.append((str(first), one["text"]))
    return found


def _text(settings, heading, ground, points, curator, named_in):
    title = capitalized(decline_post(settings.curator.title_text, Case.DATIVE))
    whom = f"{title}, {person_in(curator, Case.DATIVE)}" if curator else title
    comma = "," if curator else ""
    reading = f"{whom}{comma} ознакомить с настоящим приказом лиц, названных в {named_in} приказе"
    points = [*points, point(reading)]
    return OrderText(heading=heading, basis=capitalized(ground), points=points, control=settings.orders.control)


def _void(settings, earlier, pairs):
    """«Признать утратившим силу с … приказ …», in part where it stays in force for some of its pairs."""
    what = f"приказ {cited_order(settings, earlier)}"
    if pairs.since:
        said = f"Признать утратившим силу с {day_in(settings, pairs.since)} {what}"
    else:
        said = f"Признать {what} утратившим силу {SINCE_TODAY}"
    if not pairs.is_partial:
        return said
    return f"{said} в части, касающейся {_people((*pairs.ending, *pairs.waiting), Case.GENITIVE)}"


def _people(pairs, case):
    return listed(
        [person_in(member.mentee_entry.employment, case) for pair in pairs for member in pair.current_members]
    )


def _ends(settings, pairs, day):
    """The points about the pairs that end: the work, the programs, the agreements, the pay, all on one day."""
    since = f"с {day_in(settings, pairs.since)}" if pairs.since else SINCE_TODAY
    points = [point(_parting(settings, pair, since)) for pair in pairs.ending]
    for pair in pairs.ending:
        for program in pair.programs.exclude(state__in=ENDED):
            title = f"персонализированную программу наставничества «{program.title}»"
            points.append(point(f"Считать {title} {_whose(pair)} прекращённой {since}"))
    if pairs.since:
        works = list(dict.fromkeys(pair.mentor_entry.employment for pair in pairs.ending))
        what = f"Прекратить действие {agreement_of(works, 'genitive')} о работе по наставничеству"
        points.append(point(f"{what}{notice_words(settings, pairs.since, several=len(works) > 1)}"))
    return points + pay_ends(settings, [(pair, pairs.since or day) for pair in pairs.ending])


def _whose(pair):
    return f"({person_in(pair.mentor_entry.employment, Case.NOMINATIVE)} – {_people([pair], Case.NOMINATIVE)})"


def _parting(settings, pair, since):
    """«Прекратить … закрепление за … наставника – …»."""
    mentor, word = person_in(pair.mentor_entry.employment, Case.GENITIVE), mentor_word(settings, pair).genitive
    return f"Прекратить {since} закрепление за {_people([pair], Case.INSTRUMENTAL)} {word} – {mentor}"


def _pair(settings, pair):
    """«наставнической пары (наставник – …, наставляемый – …)», in the genitive."""
    terms, several = settings.terms, len(pair.current_members) > 1
    word = terms.mentee.plural_nominative if several else terms.mentee.nominative
    mentor = f"{mentor_word(settings, pair).nominative} – {person_in(pair.mentor_entry.employment, Case.NOMINATIVE)}"
    body = "группы" if pair.structure == Structure.GROUP else "пары"
    return f"наставнической {body} ({mentor}, {word} – {_people([pair], Case.NOMINATIVE)})"


def _running(pair):
    """«поскольку персонализированная программа наставничества «…» выполняется»."""
    program = pair.programs.order_by("pk").last()
    title = f" «{program.title}»" if program else ""
    return f"поскольку персонализированная программа наставничества{title} выполняется"


def _kept(settings, pair, day):
    """What the order gave to a pair that has begun is not taken back from it."""
    return f"Сохранить действие названного приказа в отношении {_pair(settings, pair)}, {_running(pair)}"


def _staying(settings, pair, day):
    """Where the whole order goes, a pair that has begun works on all the same."""
    kept = " и действие дополнительного соглашения к трудовому договору" if agreement_required(settings, day) else ""
    return (
        f"Продолжить работу {_pair(settings, pair)}{kept} на прежних условиях до издания приказа о закреплении либо о "
        f"прекращении наставничества, {_running(pair)}"
    )


def _numbered(earlier, changes):
    """The changes with the number a new point gets: those after the last one of ``earlier``."""
    new = sum(one["depth"] == 1 for one in earlier.points)
    for number, text in changes:
        new += not number
        yield number, text, new


# The verbs of an amendment: to add, to word anew, to take out.
_TO_DO, _DONE = ("дополнить", "изложить", "исключить"), ("дополнив", "изложив", "исключив")


def _change(number, text, new, verbs):
    """«изложить пункт 1 в следующей редакции: «1. …»»; ``verbs`` are _TO_DO or _DONE."""
    add, reword, remove = verbs
    # The sentence around the quotation brings its own full stop.
    text = text.rstrip(".;")
    if not number:
        return f"{add} пунктом {new} следующего содержания: «{new}. {text}»"
    return f"{reword} пункт {number} в следующей редакции: «{number}. {text}»" if text else f"{remove} пункт {number}"
