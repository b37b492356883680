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
    at the computer of the staff room.
    """

    def __init__(self, preset, new_page):
        self.preset, self.cast, self.new_page = preset, CASTS[preset], new_page
        self.organization = open_place(preset)
        self.rules = regulation_on(self.organization, DAY)
        # What somebody has written into the order.
        self.said = []
        self.desks, self.people = [], {}

    def desk(self, **options):
        """A new browser."""
        self.desks.append(Desk(self.new_page(**options), self.new_page.home))
        return self.desks[-1]

    staff_room = cached_property(lambda self: self.desk())

    def visitor(self, role, desk):
        """Whoever holds ``role``, at ``desk`` but not signed in."""
        return Visitor(desk, self.preset, login_of(role, self.preset), PASSWORD)

    director = cached_property(lambda self: self.visitor(Role.DIRECTOR, self.desk()).sit_down())
    curator = cached_property(lambda self: self.visitor(Role.CURATOR, self.desk()).sit_down())
    sysadmin = cached_property(lambda self: self.visitor(Role.SYSADMIN, self.staff_room).sit_down())
    council = cached_property(lambda self: self.visitor(Role.COUNCIL, self.staff_room).sit_down())
    psychologist = cached_property(lambda self: self.visitor(Role.PSYCHOLOGIST, self.staff_room).sit_down())
    staff = cached_property(lambda self: self.visitor(Role.STAFF, self.staff_room).sit_down())

    def person(self, someone):
        """Somebody of the cast."""
        if someone.login not in self.people:
            visitor = Visitor(self._desk_of(someone), self.preset, someone.login, someone.password)
            # The mentee comes in by the door.
            self.people[someone.login] = visitor if someone == self.cast.mentee else visitor.sit_down()
        return self.people[someone.login]

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
