"""Who walks: every role and those of the cast who sit at a browser."""

from functools import cached_property

from people.accounts.states import Role
from people.models import Employment, User
from people.organizations.selectors import regulation_on
from tests.path_steps.cast import CASTS
from tests.path_steps.place import DAY, login_of, open_place
from tests.path_steps.visitor import Desk, Visitor
from tests.world import PASSWORD

PHONE = {"width": 360, "height": 740}


class Walk:
    """One organization with its visitors; those with a role sit down when they are first asked for.

    The curator, the director and the pair have a browser of their own, the mentee on a phone; the others sit down
    at the computer of the staff room. A step is taken at browsers, or by the same pages without them.
    """

    has_browsers = False

    def __init__(self, preset, new_page):
        self.preset, self.cast, self.new_page = preset, CASTS[preset], new_page
        self.organization = open_place(preset)
        self.rules = regulation_on(self.organization, DAY)
        # What somebody has written into the order.
        self.said = []
        self.desks, self.people, self.seats = [], {}, {}

    def go(self, steps, seen=()):
        """Take ``steps``, those that are ``seen`` at browsers."""
        for step in steps:
            self.has_browsers = step in seen
            step(self)
        assert self.faults == []

    def desk(self, **options):
        """A new browser."""
        self.desks.append(Desk(self.new_page, **options))
        return self.desks[-1]

    staff_room = cached_property(lambda self: self.desk())

    def visitor(self, role, desk):
        """Whoever holds ``role``, at ``desk`` but not signed in."""
        return Visitor(desk, self.preset, login_of(role, self.preset), PASSWORD)

    def holder(self, role):
        """Whoever holds ``role``, signed in: at a browser, or on the way without one."""
        if role not in self.seats:
            desk = self.desk() if role in (Role.DIRECTOR, Role.CURATOR) else self.staff_room
            self.seats[role] = self.visitor(role, desk).sit_down()
        return self.way(self.seats[role])

    def way(self, visitor):
        """How ``visitor`` takes the step the walk is at."""
        return visitor if self.has_browsers else visitor.reader

    director = property(lambda self: self.holder(Role.DIRECTOR))
    curator = property(lambda self: self.holder(Role.CURATOR))
    sysadmin = property(lambda self: self.holder(Role.SYSADMIN))
    council = property(lambda self: self.holder(Role.COUNCIL))
    psychologist = property(lambda self: self.holder(Role.PSYCHOLOGIST))
    staff = property(lambda self: self.holder(Role.STAFF))

    def person(self, someone):
        """Somebody of the cast."""
        if someone.login not in self.people:
            visitor = Visitor(self._desk_of(someone), self.preset, someone.login, someone.password)
            # The mentee comes in by the door.
            self.people[someone.login] = visitor if someone == self.cast.mentee else visitor.sit_down()
        return self.way(self.people[someone.login])

    def employment(self, someone):
        """The staff card of somebody of the cast."""
        return Employment.objects.get(organization=self.organization, number=someone.number)

    def employments(self):
        """Every staff card of the organization."""
        return Employment.objects.filter(organization=self.organization).select_related("person")

    def card(self, name):
        """The staff card of whoever is called ``name`` in full."""
        return next(each for each in self.employments() if each.person.full_name == name)

    def keeper(self, role):
        """The account of whoever holds ``role``, for a deed done without a browser."""
        return User.objects.get(login=login_of(role, self.preset))

    def _desk_of(self, someone):
        if someone == self.cast.mentee:
            return self.desk(viewport=PHONE, has_touch=True)
        return self.desk()

    @property
    def mentor(self):
        return self.person(self.cast.mentor)

    @property
    def mentee(self):
        return self.person(self.cast.mentee)

    @property
    def faults(self):
        """What broke in any browser on the way."""
        return [fault for desk in self.desks for fault in desk.faults]
