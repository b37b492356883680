"""The mentor's record for attestation: every pair of the person from the data, nothing typed but to whom it goes.

A mentee is named only with the consent to the transfer of data in force on the day; otherwise by the post alone.
"""

from collections import Counter

from django.db.models import F, Q

from mentoring.lib.dates import date_numeric, date_words
from mentoring.lib.grammar import Case, agree, plural
from people.consents.models import Consent
from people.consents.states import Purpose
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Mentorship
from programs.mentorships.selectors import Regulations
from programs.mentorships.states import MentorshipState
from programs.orders.models import Order
from programs.orders.states import ASSIGNING, OrderKind, OrderState
from programs.plans.selectors import ended_labels
from programs.plans.states import ProgramState
from reports.documents.issued.frame import day_of, frame, signatory
from reports.documents.papers import Column, RecordPaper, RowGroup, Table
from reports.documents.wording import name_in, post_in, small
from reports.documents.writing import ended
from reports.issued.models import IssuedPaper
from reports.issued.states import IssuedKind, IssuedState

NOTHING = "–"
# Work that has begun, however it went.
WORKED = (
    MentorshipState.ACTIVE,
    MentorshipState.SUSPENDED,
    MentorshipState.COMPLETED,
    MentorshipState.TERMINATED,
    MentorshipState.REPLACED,
)
PROGRAMS = {
    ProgramState.RUNNING: "выполняется",
    ProgramState.COMPLETED: "выполнена",
    ProgramState.TERMINATED: "прекращена досрочно",
}
PAIRS = {
    MentorshipState.ACTIVE: "работа продолжается",
    MentorshipState.SUSPENDED: "работа приостановлена",
    MentorshipState.COMPLETED: "работа завершена",
    MentorshipState.TERMINATED: "работа прекращена досрочно",
    MentorshipState.REPLACED: "передано другому наставнику",
}
UNNAMED = "Наставляемые, которые не дали согласия на передачу персональных данных, указаны без фамилии."


def mentored_by(employment, day):
    """The pairs and groups the person of ``employment`` has mentored in its organization until ``day``."""
    rows = Mentorship.objects.filter(
        organization=employment.organization_id,
        mentor_entry__employment__person=employment.person_id,
        state__in=WORKED,
        joins__isnull=True,
        starts_on__lte=day,
    )
    # Signed ahead, and ended before its first day.
    rows = rows.exclude(Q(ended_on__lt=F("starts_on")))
    return rows.with_people().prefetch_related("programs", "order_lines__order").order_by("starts_on", "pk")


def works_known(employment, day):
    """The same as they stood on ``day``: a pair or program that ended later was still going on; never saved."""
    pairs = list(mentored_by(employment, day))
    for pair in pairs:
        _as_of(pair, MentorshipState.ACTIVE, day)
        for program in pair.programs.all():
            _as_of(program, ProgramState.RUNNING, day)
    return pairs


def _as_of(work, running, day):
    if work.ended_on and work.ended_on > day:
        work.state, work.ended_on = running, None


def record_paper(paper):
    """The record as the data stand on its day."""
    pairs, settings = works_known(paper.about, day_of(paper)), regulation_on(paper.organization, day_of(paper))
    return RecordPaper(
        subject="о наставнической деятельности",
        lead=_lead(paper, pairs, settings),
        table=_table(paper, pairs, settings),
        closing=_closing(paper, pairs),
        signatory=signatory(paper),
        place=paper.organization.place,
        **frame(paper),
    )


def _lead(paper, pairs, settings):
    work = paper.about
    goes_on = any(pair.ended_on is None for pair in pairs)
    does = ("он выполняет", "она выполняет", "они выполняют")
    did = agree(work.person.gender, *(does if goes_on else ("он выполнял", "она выполняла", "они выполняли")))
    where = paper.organization.name_prepositional or paper.organization.short_name
    whom = f"{post_in(work, Case.DATIVE)} {name_in(work, Case.DATIVE)}"
    word = settings.terms.mentor.genitive
    shown = f"для предъявления {paper.fields['addressee']}"
    return (f"Дана {whom} {shown} в том, что {did} в {where} обязанности {word}:",)


def _table(paper, pairs, settings):
    named = _named(paper, pairs)
    hides = any(member.mentee_person_id not in named for pair in pairs for member in pair.members.all())
    return Table(_columns(settings), (RowGroup(_rows(paper, pairs, settings, named)),), note=UNNAMED if hides else "")


def _columns(settings):
    return (
        Column("№", 4, "short"),
        Column("Период", 12, "short"),
        Column("Наставляемый", 19, "name"),
        Column("Форма", 13),
        Column("Вид" if settings.kinds.print_as == "виды" else "Вид (форма)", 13),
        Column("Программа", 17),
        Column("Результат", 13),
        Column("Приказ", 11, "short"),
    )


def _rows(paper, pairs, settings, named):
    regulations, labels, day = Regulations(paper.organization), ended_labels(settings), day_of(paper)
    return tuple(
        (
            str(number),
            _period(pair),
            _mentees(pair, named),
            regulations.form_label(pair),
            ", ".join(small(label) for label in regulations.kind_labels(pair)),
            "\n".join(f"«{program.title}»" for program in _programs(pair, day)) or NOTHING,
            "\n".join(_result(program, labels) for program in _programs(pair, day))
            or PAIRS[MentorshipState(pair.state)],
            _order(pair, day),
        )
        for number, pair in enumerate(pairs, start=1)
    )


def _period(pair):
    last = date_numeric(pair.ended_on) if pair.ended_on else "настоящее время"
    return f"с {date_numeric(pair.starts_on)} по {last}"


def _named(paper, pairs):
    """The keys of the mentees who let their data be passed on."""
    people = {member.mentee_person_id for pair in pairs for member in pair.members.all()}
    consents = Consent.objects.in_force(day_of(paper)).filter(
        organization=paper.organization, purpose=Purpose.TRANSFER, person__in=people
    )
    return set(consents.values_list("person_id", flat=True))


def _mentees(pair, named):
    """A line for each mentee; those without a name are counted by their posts."""
    lines = Counter(_mentee(member, named) for member in pair.members.all())
    return "\n".join(line if many == 1 else f"{line} ({many} чел.)" for line, many in lines.items())


def _mentee(member, named):
    work = member.mentee_entry.employment
    return f"{work.person.full_name}, {small(work.post)}" if member.mentee_person_id in named else small(work.post)


def _programs(pair, day):
    begun = [program for program in pair.programs.all() if program.state in PROGRAMS and program.starts_on <= day]
    return sorted(begun, key=lambda program: (program.starts_on, program.pk))


def _result(program, labels):
    word = PROGRAMS[ProgramState(program.state)]
    day = f" {date_numeric(program.ended_on)}" if program.ended_on else ""
    terminated = program.state == ProgramState.TERMINATED
    reason = labels.get(program.end_reason, "") if terminated else ""
    return f"{word}{day}" + (f" ({small(reason)})" if reason else "")


def _order(pair, day):
    orders = [line.order for line in pair.order_lines.all()]
    assigning = [row for row in orders if row.state == OrderState.REGISTERED and row.kind in ASSIGNING]
    assigning = [row for row in assigning if row.signed_on <= day]
    return "\n".join(f"от {date_numeric(row.signed_on)} № {row.number_text}" for row in assigning) or NOTHING


def _closing(paper, pairs):
    honors = _honors(paper)
    return (
        *([_totals(pairs)] if pairs else ()),
        *([f"Поощрения: {'; '.join(honors)}."] if honors else ()),
        f"Сведения взяты из учёта пар, программ и приказов организации на {date_words(day_of(paper))}",
    )


def _totals(pairs):
    """Since when, how many people and finished programs; no number of years, of which the last may be going on."""
    return ended(f"Всего с {date_words(min(pair.starts_on for pair in pairs))}: {', '.join(totals_of(pairs))}")


def totals_of(pairs):
    """«3 наставляемых», «1 выполненная программа» of the pairs and groups."""
    people = len({member.mentee_person_id for pair in pairs for member in pair.members.all()})
    done = sum(program.state == ProgramState.COMPLETED for pair in pairs for program in pair.programs.all())
    counted = [f"{people} {plural(people, 'наставляемый', 'наставляемых', 'наставляемых')}"]
    if done:
        words = plural(done, "выполненная программа", "выполненные программы", "выполненных программ")
        counted.append(f"{done} {words}")
    return counted


def _honors(paper):
    """Thanks issued to the person, and orders on encouragement that name the person and announce none of them."""
    of_person = {"organization": paper.organization, "about__person": paper.about.person_id}
    thanks = IssuedPaper.objects.filter(kind=IssuedKind.THANKS, state=IssuedState.ISSUED, **of_person)
    thanks = thanks.filter(issued_on__lte=day_of(paper))
    thanks = list(thanks.order_by("issued_on", "pk"))
    orders = Order.objects.filter(
        organization=paper.organization,
        kind=OrderKind.ENCOURAGEMENT,
        state=OrderState.REGISTERED,
        signed_on__lte=day_of(paper),
        subjects__employment__person=paper.about.person_id,
    ).exclude(pk__in=[row.basis_order_id for row in thanks if row.basis_order_id])
    said = [f"благодарность от {date_numeric(row.issued_on)} № {row.number_text}" for row in thanks]
    said += [
        f"приказ о поощрении от {date_numeric(row.signed_on)} № {row.number_text}"
        for row in orders.distinct().order_by("signed_on", "pk")
    ]
    return said
