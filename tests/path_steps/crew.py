"""Pairs at work by a signed order with programs half done, made without a browser, and those who sit at one."""

from types import SimpleNamespace

from people.accounts.states import Role
from tests.path_steps.visitor import Visitor
from tests.path_steps.walk import PHONE
from tests.programs.orders.factories import make_mentee, make_mentor
from tests.programs.plans.factories import make_event
from tests.reports.orders.changing import FIRST, LAST, working
from tests.world import PASSWORD, make_program, make_user

MENTOR = ("Белых", "Анна", "Олеговна", "female", "учитель химии")
SECOND_MENTOR = ("Ковальчук", "Мария", "Петровна", "female", "учитель математики")
MENTEE = ("Черных", "Лев", "Львович", "male", "учитель физики")
OTHERS = (
    ("Мельник", "Пётр", "Ильич", "male", "учитель географии"),
    ("Ильина", "Вера", "Олеговна", "female", "учитель музыки"),
    ("Заяц", "Дарья", "Игоревна", "female", "учитель начальных классов"),
)
TITLE = "Первый год в профессии"
HELD, AHEAD = "Знакомство с классами", ("Взаимное посещение уроков", "Разбор контрольной работы")
DAYS = ("2026-09-15", "2026-11-12", "2027-02-11")


class Crew:
    """The people of the pairs, ``place`` as the factories take it, and the visitors who sit at browsers."""

    def __init__(self, walk):
        self.walk, self.organization = walk, walk.organization
        curator, director = (SimpleNamespace(user=walk.keeper(role)) for role in (Role.CURATOR, Role.DIRECTOR))
        self.place = SimpleNamespace(organization=self.organization, curator=curator, director=director)
        self.mentor_entry, self.second_entry = (self._mentor(card) for card in (MENTOR, SECOND_MENTOR))
        self.mentee_entry, *self.other_entries = (self._mentee(card) for card in (MENTEE, *OTHERS))
        self.seats = {
            MENTEE: self._visitor(MENTEE, walk.desk(viewport=PHONE, has_touch=True)),
            MENTOR: self._visitor(MENTOR, walk.desk()),
            SECOND_MENTOR: self._visitor(SECOND_MENTOR, walk.staff_room),
        }

    mentee = property(lambda self: self.walk.way(self.seats[MENTEE]))
    mentor = property(lambda self: self.walk.way(self.seats[MENTOR]))
    second = property(lambda self: self.walk.way(self.seats[SECOND_MENTOR]))

    def _mentor(self, card):
        return self._with_account(make_mentor(self.organization, *card), card)

    def _mentee(self, card):
        return self._with_account(make_mentee(self.organization, *card), card)

    def _with_account(self, entry, card):
        make_user(_login(card), employment=entry.employment)
        return entry

    def _visitor(self, card, desk):
        return Visitor(desk, self.walk.preset, _login(card), PASSWORD).sit_down()

    def at_work(self, mentor, mentee):
        """A pair by a signed order; its program has one event behind it and two ahead."""
        pair = working(self.place, mentor, mentee, form=self.walk.rules.forms.items[0].code)
        program = make_program(pair, title=TITLE, starts_on=FIRST, ends_on=LAST)
        make_event(program, content=HELD, planned_on=DAYS[0], held_on=DAYS[0], state="held")
        for content, day in zip(AHEAD, DAYS[1:], strict=True):
            make_event(program, content=content, planned_on=day, responsible=pair.mentor.short_name)
        return pair

    def account(self, entry):
        """The account of whoever stands in the bank."""
        return entry.employment.person.user

    def address(self, application):
        return f"/o/{self.walk.preset}/applications/{application.pk}/"


def _login(card):
    return f"{card[0].lower()}@crew.example"
