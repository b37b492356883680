"""Orders about another order: it loses its force, or its words change (OC, OA)."""

from mentoring.lib.grammar import Case, decline_post
from people.consents.states import NoticeSide
from people.organizations.regulations import agreement_required
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import mentor_word
from programs.mentorships.states import Structure
from programs.orders.states import OrderKind
from reports.documents.changes.wording import agreement_of, notice_words, without_agreement
from reports.documents.wording import capitalized, listed, person_in
from reports.documents.writing import OrderText, day_in, order_paper_of, point, subpoints

SINCE_TODAY = "с даты подписания настоящего приказа"
DUTIES = (OrderKind.ADOPTION, OrderKind.CURATOR, OrderKind.COUNCIL, OrderKind.REPORT)


def compose_cancellation(organization, earlier, *, day, ground, curator=None, ending=(), staying=()):
    """Compose OC: ``earlier`` loses its force, the pairs ``ending`` and the duties it gave end with it.

    The pairs ``staying`` have worked by their programs already and go on. ``ground`` is the curator's own words,
    «в связи с …».
    """
    settings = regulation_on(organization, day)
    points = [point(f"Признать утратившим силу {SINCE_TODAY} приказ {cited(settings, earlier)}")]
    points += [point(_parting(settings, pair)) for pair in ending]
    points += [point(_agreement(settings, pair, day)) for pair in ending if agreement_required(settings, day)]
    points += [point(_staying(settings, pair, day)) for pair in staying]
    if earlier.kind in DUTIES and earlier.appointments.exists():
        points.append(point(f"Считать прекращёнными {SINCE_TODAY} обязанности, возложенные названным приказом"))
    heading = f"О признании утратившим силу приказа {short(settings, earlier)}"
    return _text(settings, heading, ground, points, curator, "отменяемом")


def compose_amendment(organization, earlier, *, day, ground, changes, curator=None):
    """Compose OA: ``changes`` are (number of a point or "" for a new one, its words or "" for none)."""
    settings = regulation_on(organization, day)
    points = [point(f"Внести в приказ {cited(settings, earlier)} следующие изменения:")]
    points += subpoints([_change(number, text, new) for number, text, new in _numbered(earlier, changes)])
    heading = f"О внесении изменений в приказ {short(settings, earlier)}"
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


def cited(settings, order):
    """«от 1 сентября 2026 г. № 12 «О закреплении наставнической пары»»."""
    return f"{short(settings, order)} «{order.heading}»"


def short(settings, order):
    """«от 1 сентября 2026 г. № 12»; the preposition stays with its day."""
    return f"от\u00a0{day_in(settings, order.signed_on)} № {order.number_text}"


def _text(settings, heading, ground, points, curator, named_in):
    title = capitalized(decline_post(settings.curator.title_text, Case.DATIVE))
    whom = f"{title}, {person_in(curator, Case.DATIVE)}" if curator else title
    comma = "," if curator else ""
    reading = f"{whom}{comma} ознакомить с настоящим приказом лиц, названных в {named_in} приказе"
    points = [*points, point(reading)]
    return OrderText(heading=heading, basis=capitalized(ground), points=points, control=settings.orders.control)


def _parting(settings, pair):
    """«Прекратить … закрепление за … наставника – …»."""
    mentees = [person_in(member.mentee_entry.employment, Case.INSTRUMENTAL) for member in pair.current_members]
    mentor = person_in(pair.mentor_entry.employment, Case.GENITIVE)
    word = mentor_word(settings, pair).genitive
    return f"Прекратить {SINCE_TODAY} закрепление за {listed(mentees)} {word} – {mentor}"


def _agreement(settings, pair, day):
    """The agreement ends after the employer's notice (Labor Code art. 351.8)."""
    work, since = pair.mentor_entry.employment, without_agreement(settings, pair, NoticeSide.EMPLOYER, day)
    what = f"Прекратить действие {agreement_of([work], 'genitive')} о работе по наставничеству"
    return f"{what}{notice_words(settings, max(since, pair.starts_on))}"


def _staying(settings, pair, day):
    """«Работу наставнической пары (…) считать продолжающейся …»: what the order gave is not taken back from it."""
    mentees = listed([person_in(member.mentee_entry.employment, Case.NOMINATIVE) for member in pair.current_members])
    terms, several = settings.terms, len(pair.current_members) > 1
    word = terms.mentee.plural_nominative if several else terms.mentee.nominative
    mentor = f"{mentor_word(settings, pair).nominative} – {person_in(pair.mentor_entry.employment, Case.NOMINATIVE)}"
    body = "группы" if pair.structure == Structure.GROUP else "пары"
    kept = " и действие дополнительного соглашения к трудовому договору" if agreement_required(settings, day) else ""
    return (
        f"Продолжить работу наставнической {body} ({mentor}, {word} – {mentees}){kept} на прежних условиях до издания "
        f"приказа о закреплении либо о прекращении наставничества, поскольку мероприятия персонализированной программы "
        f"уже проведены"
    )


def _numbered(earlier, changes):
    """The changes with the number a new point gets: those after the last one of ``earlier``."""
    new = sum(one["depth"] == 1 for one in earlier.points)
    for number, text in changes:
        new += not number
        yield number, text, new


def _change(number, text, new):
    # The sentence around the quotation brings its own full stop.
    text = text.rstrip(".;")
    if not number:
        return f"дополнить пунктом {new} следующего содержания: «{new}. {text}»"
    return f"пункт {number} изложить в следующей редакции: «{number}. {text}»" if text else f"пункт {number} исключить"
