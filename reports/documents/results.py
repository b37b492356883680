"""Order O11, on the results of programs: what has ended and how, what becomes of the pairs, what is published.

The text is Russian and legal: it is composed once, edited by the curator and stored with the order. The list in the
annex is taken from the programs, and so is the note: how much of the plans was held is of the day of the composing.
"""

import textwrap

from mentoring.lib.dates import date_numeric
from mentoring.lib.grammar import Case
from people.consents.states import NoticeSide
from people.organizations.selectors import regulation_on
from programs.mentorships.states import RUNNING, Structure
from programs.orders.selectors import programs_of
from programs.orders.states import OrderKind
from programs.plans.selectors import ended_labels
from programs.plans.states import ProgramState
from reports.documents.changes.days import without_agreement
from reports.documents.changes.wording import BY_ANNEX, agreement_of
from reports.documents.papers import Annex, Column, RowGroup, Table
from reports.documents.programs_approval import ProgramsWriter, mentees_of, program_cells, program_columns
from reports.documents.wording import after_colon, listed, person_in, small, where
from reports.documents.writing import OrderText, ended, order_paper_of, point, tagged

# What of a result stands in an order: two or three lines.
RESULT_LENGTH = 200
# What of `publication.what` tells of results.
RESULTS = ("results", "cases")
MARKS = {ProgramState.COMPLETED: "завершена", ProgramState.TERMINATED: "прекращена досрочно"}


def compose_results(organization, programs, *, day, curator=None, note=False, publish_by=None):
    """Compose the text of O11 for ``programs`` that have ended, by the regulation of ``day``.

    With ``note`` the analytical note in the annex is approved; materials are published by ``publish_by``, None
    leaves the publication out. Source of the points: domain.md §2.1 O11; Labor Code art. 351.8; 152-FZ art. 10.1.
    """
    write = _Writer(OrderKind.RESULTS, organization, programs, day, curator)
    which = "персонализированных программ" if write.is_plural else "персонализированной программы"
    points = tagged("завершение", write.programs()) + tagged("закрепление", write.pairs())
    points += tagged("соглашения", write.agreements()) + tagged("выплата", write.payment())
    approved = f"Утвердить прилагаемую аналитическую справку об итогах реализации {which} наставничества"
    points += tagged("справка", [point(approved)] if note else [])
    tasks = (write.entering(), *write.publication(publish_by))
    points += tagged("куратор", write.for_curator(*tasks))
    return OrderText(
        heading=f"Об итогах реализации {which} наставничества",
        basis=write.basis(),
        points=points,
        control=write.settings.orders.control,
        fields=write.fields() | {"опубликовать_до": write.day(publish_by) if publish_by else ""},
    )


class _Writer(ProgramsWriter):
    @property
    def at_work(self):
        """The last program of every pair that still works."""
        working = [program for program in self.changes if program.mentorship.state in RUNNING]
        return list({one.mentorship_id: one for one in sorted(working, key=lambda one: one.ended_on)}.values())

    def programs(self):
        if not self.in_annex:
            return [point(self._sentence(self.changes[0]))]
        states = {program.state for program in self.changes}
        words = {ProgramState.COMPLETED: "завершёнными", ProgramState.TERMINATED: "прекращёнными досрочно"}
        ended = " и ".join(words[state] for state in words if state in states)
        how = "согласно отметкам в приложении к настоящему приказу" if len(states) > 1 else BY_ANNEX
        return [point(f"Признать {ended} персонализированные программы наставничества {how}")]

    def _sentence(self, program):
        title = f"персонализированную программу наставничества «{program.title}» {self.sides(program)}"
        term = f"с {self.day(program.starts_on)} по {self.day(program.ended_on)}"
        if program.state == ProgramState.COMPLETED:
            return f"Признать завершённой {title}, реализованную {term}"
        label = ended_labels(self.settings).get(program.end_reason, "")
        ground = f" (основание: {small(label)})" if label else ""
        return f"Признать прекращённой досрочно {title}, реализуемую {term}{ground}"

    def pairs(self):
        if not self.at_work:
            return []
        if self.in_annex:
            kinds = {program.mentorship.structure for program in self.at_work}
            what = " и ".join(
                word for kind, word in ((Structure.PAIR, "пар"), (Structure.GROUP, "групп")) if kind in kinds
            )
            said = f"Считать работу названных в приложении наставнических {what} завершённой в день окончания программы"
            return [point(said)]
        program = self.changes[0]
        word = self.mentor_word(program.mentorship).genitive
        whom = f"{self.mentees(program, Case.INSTRUMENTAL)} {word} – {self.mentor(program, Case.GENITIVE)}"
        said = "Считать завершённым" if program.state == ProgramState.COMPLETED else "Прекратить с"
        return [point(f"{said} {self.day(program.ended_on)} закрепление за {whom}")]

    def agreements(self):
        """The agreements that end with the work; the employer's notice is that of Labor Code art. 351.8."""
        if not (self.has_agreements and self.at_work):
            return []
        what = "Прекратить действие"
        if self.in_annex:
            mentors = self.settings.terms.mentor.plural_genitive
            whose = f"дополнительных соглашений к трудовым договорам названных в приложении {mentors}"
            return [point(f"{what} {whose} о работе по наставничеству, срок которых не истёк,{self.notice_words()}")]
        pair = self.at_work[0].mentorship
        notice = self.notice_words(without_agreement(self.settings, pair, NoticeSide.EMPLOYER, self.today))
        work = pair.mentor_entry.employment
        return [point(f"{what} {agreement_of([work], 'genitive')} о работе по наставничеству{notice}")]

    def payment(self):
        if not (self.is_paid and self.at_work):
            return []
        until = self.paid_until("со дня окончания работы")
        if self.in_annex:
            mentors = self.settings.terms.mentor.plural_genitive
            return [point(f"Прекратить для названных в приложении {mentors} выплату за наставничество {until}")]
        work = self.at_work[0].mentorship.mentor_entry.employment
        return [point(f"Прекратить выплату за наставничество {until}: {person_in(work, Case.DATIVE)}")]

    def entering(self):
        """The banks by their names in the regulation."""
        terms = self.settings.terms
        return f"внести итоги в банк {terms.mentor.plural_genitive} и банк {terms.mentee.plural_genitive}"

    def publication(self, publish_by):
        """Where and when the results are told of, by the regulation; people are named by their own consent only."""
        rules = self.settings.publication
        if publish_by is None:
            return []
        what = listed([small(item.label) for item in rules.what if item.code in RESULTS])
        due = f"в срок до {self.day(publish_by)}"
        if rules.timing == "ongoing":
            due = f"по мере готовности, не позднее {self.day(publish_by)},"
        materials = f"материалы об итогах {'программ' if self.is_plural else 'программы'}{f' ({what})' if what else ''}"
        places = listed([where(channel.label) for channel in rules.channels])
        return (
            f"разместить {due} {materials} {places}" if places else f"опубликовать {due} {materials}",
            "сведения о работниках публиковать только с их согласия на распространение персональных данных "
            "(статья 10.1 Федерального закона от 27 июля 2006 г. № 152-ФЗ)",
        )

    def note(self, events):
        """The analytical note: of a single program what came of it, of several how many of how many people ended."""
        return [*(self._numbers() if self.in_annex else self._only()), *self._plans(events)]

    def _only(self):
        program = self.changes[0]
        how = "завершена" if program.state == ProgramState.COMPLETED else "прекращена досрочно"
        return (
            ended(
                f"Персонализированная программа наставничества «{program.title}» {self.sides(program)}, рассчитанная "
                f"на срок с {self.day(program.starts_on)} по {self.day(program.ends_on)}, "
                f"{how} {self.day(program.ended_on)}"
            ),
            f"Результат программы: {after_colon(_in_short(program))}",
        )

    def _numbers(self):
        programs, terms = self.changes, self.settings.terms
        early = sum(program.state == ProgramState.TERMINATED for program in programs)
        mentors = {program.mentorship.mentor_entry_id for program in programs}
        mentees = {work.pk for program in programs for work in mentees_of(program)}
        how = f"завершено – {len(programs) - early}" + (f", прекращено досрочно – {early}" if early else "")
        return (
            f"Подведены итоги персонализированных программ: всего – {len(programs)}, {how}. В программах "
            f"участвовали: {terms.mentor.plural_nominative} – {len(mentors)}, "
            f"{terms.mentee.plural_nominative} – {len(mentees)}. "
            "Результат каждой программы приведён в приложении № 1.",
        )

    def _plans(self, events):
        if not events or not events["planned"]:
            return ()
        whose, share = "программ" if self.in_annex else "программы", f"{events['share']} ({events['held']} из"
        return (f"Проведено запланированных мероприятий {whose}: {share} {events['planned']}).",)


def _in_short(program):
    words = textwrap.shorten(program.result, RESULT_LENGTH, placeholder=" …")
    return words if words.endswith((".", "…", "!", "?")) else f"{words}."


def results_paper(order):
    """The order as a paper: several programs stand in an annex, the analytical note in another one."""
    programs, details = programs_of(order), order.details
    day = order.signed_on or order.organization.today()
    settings = regulation_on(order.organization, day)
    annexes = (_list(settings, programs),) if len(programs) > 1 else ()
    if details.get("note"):
        which = "персонализированных программ" if annexes else "персонализированной программы"
        title = f"Аналитическая справка об итогах реализации {which} наставничества"
        write = _Writer(OrderKind.RESULTS, order.organization, programs, day, None)
        text = tuple(write.note(details.get("events")))
        annexes += (Annex(title, paragraphs=text, approved="УТВЕРЖДЕНА"),)
    return order_paper_of(order, annexes)


def _list(settings, programs):
    columns = program_columns(settings, Column("Программа, срок", 22), Column("Результат", 24), Column("Отметка", 15))
    rows = tuple(
        (
            *program_cells(number, one),
            f"«{one.title}»,\nс {date_numeric(one.starts_on)} по {date_numeric(one.ended_on)}",
            _in_short(one),
            MARKS[one.state],
        )
        for number, one in enumerate(programs, start=1)
    )
    return Annex("Итоги реализации персонализированных программ наставничества", Table(columns, (RowGroup(rows),)))
