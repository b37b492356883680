"""What the orders on changes share: people and grounds in the sentences, the order that is amended, the last points."""

from functools import cached_property

from mentoring.lib.dates import date_numeric
from mentoring.lib.grammar import Case, in_working_days
from people.accounts.actor import employment_of
from people.consents.states import NoticeSide
from people.organizations.regulations import agreement_required
from people.organizations.selectors import legal_bases_on, regulation_on
from programs.applications.states import OF_BOTH, ApplicationKind
from programs.mentorships.selectors import Regulations, mentor_word
from programs.orders.selectors import mentorships_of
from programs.orders.states import ChangeCause
from reports.documents.assignment import documents_cited
from reports.documents.changes.days import is_resignation, notice_given, without_agreement
from reports.documents.changes.pay import pay_ends, pay_ends_by_annex
from reports.documents.wording import capitalized, listed, name_in, person_in, post_in
from reports.documents.writing import cited_order, curator_points, curator_words, day_in, point

# Up to so many changes stand in the points as sentences; more go to an annex.
IN_SENTENCES = 3
BY_ANNEX = "согласно приложению к настоящему приказу"


class Writer:
    """The sentences of one order in the words of the regulation of ``day``."""

    # «В целях внедрения системы наставничества …» is no ground for the end of mentoring.
    says_purpose = True

    def __init__(self, kind, organization, changes, day, curator):
        self.kind, self.organization, self.changes, self.today = kind, organization, changes, day
        self.settings, self.regulations = regulation_on(organization, day), Regulations(organization)
        self.curator = curator
        self._first_days = {}

    @property
    def in_annex(self):
        return len(self.changes) > IN_SENTENCES

    @property
    def is_plural(self):
        return len(self.changes) > 1

    def day(self, day):
        return day_in(self.settings, day)

    # ---------- people ----------
    def mentees(self, change, case):
        """«учителем химии Белых Анной Олеговной»; a group as a list."""
        return listed([person_in(each, case) for each in change.mentees])

    def mentor(self, change, case):
        return person_in(change.mentorship.mentor_entry.employment, case)

    def successor(self, change, case):
        return person_in(change.successor.mentor_entry.employment, case)

    def mentor_word(self, mentorship):
        """The Word for the mentor of this pair: «наставник», «наставник-тьютор»."""
        return mentor_word(self.settings, mentorship)

    # ---------- basis ----------
    def basis(self, *further):
        """«В целях …, в соответствии со статьёй …, в связи с …, на основании Положения … и заявления …»."""
        acts = legal_bases_on(self.organization, self.today, self.kind)
        purpose = self.settings.orders.purpose if self.says_purpose else ""
        said = [purpose, *(act.phrase for act in acts), *self._causes()]
        said.append(f"на основании {self.grounds(*further)}")
        return capitalized(", ".join(filter(None, said)))

    def grounds(self, *further):
        """«Положения о …, утверждённого …, и заявления …», in the genitive."""
        cited = documents_cited(self.settings, [change.mentorship for change in self.changes])
        return listed_grounds([*cited, *self._applications, *filter(None, further)])

    def fields(self, *further):
        """The words of these orders that the organization's own wording may use."""
        return {
            "куратор_дат": curator_words(self.settings, self.curator),
            "причины": ", ".join(self._causes()),
            "основания": self.grounds(*further),
        }

    def _causes(self):
        """«в связи с увольнением учителя …»: what there is no application for, each once."""
        words = [cause_words(change) for change in self.changes]
        return [f"в связи с {listed(causes)}" for causes in [list(dict.fromkeys(filter(None, words)))] if causes]

    @cached_property
    def _applications(self):
        """The papers the changes stand on, in the genitive, each once."""
        papers = list({change.application_id: change for change in self.changes if change.application_id}.values())
        if not papers:
            return []
        if len(papers) > IN_SENTENCES:
            return ["заявлений согласно приложению к настоящему приказу"]
        words = [self.paper(change) for change in papers]
        return [_several(one) if words.count(one) > 1 else one for one in dict.fromkeys(words)]

    def paper(self, change):
        """«заявления учителя химии Белых Анны Олеговны от 20 ноября 2026 г.», in the genitive."""
        application = change.application
        since = self.day(application.filed_on)
        if application.kind in OF_BOTH:
            mentees = [person_in(each, Case.GENITIVE) for each in change.mentees]
            people = listed([self.mentor(change, Case.GENITIVE), *mentees])
            return f"совместного заявления {people} от {since}"
        word = "представления" if application.kind == ApplicationKind.TERMINATION else "заявления"
        work = employment_of(application.filed_by, self.organization)
        author = f" {person_in(work, Case.GENITIVE)}" if work else ""
        return f"{word}{author} от {since}"

    @property
    def ending(self):
        """The changes by which the whole pair stops."""
        return [change for change in self.changes if change.concerns_all]

    # ---------- points every kind needs ----------
    def amendments(self, sentence, concerned=lambda change: True):
        """What becomes of the orders that assigned the pairs; ``sentence(change)`` says it of those ``concerned``."""
        amended = [change for change in self.changes if change.amends and concerned(change)]
        if not self.in_annex:
            return [point(sentence(one)) for one in amended]
        orders = {change.amends_id: change.amends for change in amended}
        if len(orders) < 2:
            return [point(f"Внести изменения в приказ {self.cited(order)} {BY_ANNEX}") for order in orders.values()]
        numbers = listed([f"от {self.day(order.signed_on)} № {order.number_text}" for order in orders.values()])
        mentors = self.settings.terms.mentor.plural_genitive
        return [point(f"Внести {BY_ANNEX} изменения в приказы о закреплении {mentors}: {numbers}")]

    def cited(self, order):
        """«от 1 сентября 2026 г. № 12 «О закреплении наставнической пары»»."""
        return cited_order(self.settings, order)

    def void_since(self, change):
        """«Признать утратившим силу с … пункт 2 приказа от … № …», in part where the point names others too."""
        place = place_in(change.amends, change.mentees)
        which = f"пункт {place} приказа" if place else "приказ"
        said = f"Признать утратившим силу с {self.day(change.day)} {which} {self.cited(change.amends)}"
        if place and not _names_others(change, place):
            return said
        return f"{said} в части, касающейся {self.mentees(change, Case.GENITIVE)}"

    @property
    def has_agreements(self):
        """Labor Code art. 351.8: the work of a mentor stands in the contract or a supplementary agreement."""
        return agreement_required(self.settings, self.today)

    def notice(self, changes):
        """« с 26 ноября 2026 г.» the agreements end, with the notice where it is the employer who ends them."""
        given = [change for change in changes if notice_given(change, self.today)[0] == NoticeSide.EMPLOYER]
        if self.in_annex:
            return self.notice_words() if given else ""
        since = max(self.first_day_without(change) for change in changes)
        several = len({change.mentorship.mentor_entry_id for change in given}) > 1
        return notice_words(self.settings, since, several=several) if given else f" с {self.day(since)}"

    def agreement_ends(self, ending):
        """The points by which the agreements of the mentors of ``ending`` end, those of one day and notice together."""
        groups = {}
        for change in ending:
            groups.setdefault(self.notice([change]), []).append(change)
        return [point(self._agreement_end(changes)) for changes in groups.values()]

    def _agreement_end(self, changes):
        works = list(dict.fromkeys(change.mentorship.mentor_entry.employment for change in changes))
        what = f"Прекратить действие {agreement_of(works, 'genitive')} о работе по наставничеству"
        return f"{what}{self.notice(changes)}"

    def pay_ends(self, ending, whom):
        """The points by which the pay of the mentors of ``ending`` ceases; ``whom`` calls them where an annex does."""
        pairs = [(change.mentorship, self.first_day_without(change)) for change in ending]
        if self.in_annex:
            return pay_ends_by_annex(self.settings, pairs, whom)
        return pay_ends(self.settings, pairs)

    def notice_words(self, since=None):
        return notice_words(self.settings, since)

    def first_day_without(self, change):
        """The first day without the agreement, as the signature of the order on ``self.today`` would set it."""
        if change.cause == ChangeCause.LEAVING and is_resignation(change):
            return change.day
        # Said by several points; a change that is not saved yet is known by itself.
        if id(change) not in self._first_days:
            first = without_agreement(self.settings, change.mentorship, *notice_given(change, self.today))
            self._first_days[id(change)] = max(change.day, first)
        return self._first_days[id(change)]

    @property
    def is_paid(self):
        return self.settings.payment.kind != "none"

    def paid_until(self, otherwise):
        """When the pay ends: with the agreement that sets it, ``otherwise`` where there is none."""
        return "с окончанием действия дополнительного соглашения" if self.has_agreements else otherwise

    def mentors_once(self, employment):
        """The mentors of the changes as ``employment(change)`` gives them, each once."""
        return list({work.pk: work for work in map(employment, self.changes)}.values())

    def for_curator(self, *tasks):
        """«Куратору …: ознакомить с настоящим приказом …»."""
        return curator_points(self.settings, self.curator, *tasks)


def agreement_of(mentors, case):
    """«дополнительного соглашения к трудовому договору с учителем …», «дополнительных соглашений …»."""
    forms = {
        "genitive": ("дополнительного соглашения", "дополнительных соглашений"),
        "accusative": ("дополнительное соглашение", "дополнительные соглашения"),
    }
    several = len(mentors) > 1
    contract = "трудовым договорам" if several else "трудовому договору"
    return f"{forms[case][several]} к {contract} с {listed([person_in(work, Case.INSTRUMENTAL) for work in mentors])}"


def _several(paper):
    """Two papers of the same people and day: «совместных заявлений …», «заявлений …»."""
    return paper.replace("совместного заявления", "совместных заявлений").replace("заявления", "заявлений", 1)


def listed_grounds(grounds):
    """«Положения о …, утверждённого …, заявления … и согласия …»; a participle before the last one is closed."""
    text = listed(grounds)
    if len(grounds) == 1:
        return f"{text}," if ", утвержд" in text else text
    closed = len(grounds) == 2 and ", утвержд" in grounds[0]
    return f"{grounds[0]}, и {grounds[1]}" if closed else text


def notice_words(settings, since=None, *, several=False):
    """« с 26 ноября 2026 г., предупредив работника не менее чем за 3 рабочих дня» (Labor Code art. 351.8).

    Without ``since``, where each has a day of one's own, the days of the notice stand for it.
    """
    words = in_working_days(settings.agreement.employer_notice_days)
    if since is None:
        return f" не ранее чем через {words} после предупреждения работника"
    whom = "работников" if several else "работника"
    return f" с {day_in(settings, since)}, предупредив {whom} не менее чем за {words}"


def cause_words(change):
    """«увольнением учителя …», in the instrumental; empty where an application is the ground."""
    if change.cause == ChangeCause.DECISION:
        return "производственной необходимостью"
    if change.about is None or change.cause == ChangeCause.APPLICATION:
        return ""
    whom = person_in(change.about, Case.GENITIVE)
    started = {ChangeCause.LEAVING: "увольнением", ChangeCause.CONSENT: "прекращением действия согласия"}
    return f"{started[change.cause]} {whom}"


def cause_cell(change):
    """The ground of one row of the annex: «заявление от 20.11.2026», «увольнение»."""
    if change.application_id:
        word = {
            ApplicationKind.TERMINATION: "представление",
            **dict.fromkeys(OF_BOTH, "совместное заявление"),
        }.get(change.application.kind, "заявление")
        return f"{word} от {date_numeric(change.application.filed_on)}"
    return {
        ChangeCause.LEAVING: "увольнение",
        ChangeCause.CONSENT: "прекращение действия согласия",
    }.get(change.cause, "производственная необходимость")


def place_in(order, employments):
    """The number of the point of ``order`` that names all of ``employments``; "" where none does."""
    names = [name_in(each, Case.INSTRUMENTAL) for each in employments]
    number = 0
    for one in order.points:
        number += one["depth"] == 1
        if all(name in one["text"] for name in names):
            return str(number)
    return ""


def _names_others(change, place):
    """Whether the point of the amended order is about somebody beside the mentees of ``change``."""
    text = [one["text"] for one in change.amends.points if one["depth"] == 1][int(place) - 1]
    own = {work.pk for work in change.mentees}
    members = [one.mentee_entry.employment for pair in mentorships_of(change.amends) for one in pair.current_members]
    return any(name_in(work, Case.INSTRUMENTAL) in text for work in members if work.pk not in own)


def card_of(employment):
    """«Ковальчук Мария Петровна, учитель математики» in a cell."""
    return f"{name_in(employment, Case.NOMINATIVE)}, {post_in(employment, Case.NOMINATIVE)}"


def cards_of(employments):
    """Several people in one cell, numbered."""
    cards = [card_of(each) for each in employments]
    return cards[0] if len(cards) == 1 else "\n".join(f"{place}) {card}" for place, card in enumerate(cards, start=1))


def assigned_by(change):
    """«от 01.09.2026 № 12»: the order of the assignment in a cell."""
    return f"от {date_numeric(change.amends.signed_on)} № {change.amends.number_text}" if change.amends else "–"
