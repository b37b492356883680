"""Who may open the addresses of the room."""

from programs.mentorships.models import CounterProposal, Mentorship, SingleMeeting, SympathyAnswer
from programs.mentorships.states import MentorshipState, Structure
from tests.access_row import Row
from tests.amending import amend
from tests.programs.orders.factories import make_mentee
from tests.world import DAY, MOMENT, START, make_mentee_entry, make_mentorship

READERS = "director curator council psychologist sysadmin"


def proposed(world):
    """A pair that waits for both answers, of the two people who also have a running one."""
    pair = make_mentorship(
        world.home.mentor_entry, world.home.mentee_entry, state=MentorshipState.PROPOSED, focus="Первый урок"
    )
    return {"pk": pair.pk}


def approvable(world):
    """An agreed pair whose chain begins with the council."""
    amend(world.home.organization, {"pairing.approvals": [{"code": "council", "label": "Совет", "role": "council"}]})
    pair = make_mentorship(world.home.mentor_entry, world.home.mentee_entry, state=MentorshipState.AGREED)
    return {"pk": pair.pk}


def agreed_group(world):
    """A proposed group of two, beside whose members a curator may write down that one leaves."""
    pair = make_mentorship(
        world.home.mentor_entry,
        make_mentee_entry(world.home.staff.employment),
        world.home.mentee_entry,
        state=MentorshipState.PROPOSED,
    )
    return {"pk": pair.pk, "member": pair.members.get(mentee_entry=world.home.mentee_entry).pk}


def joinable(world):
    """A proposal, and somebody free in either organization who could be added."""
    for place in (world.home, world.other):
        make_mentee(place.organization)
    return proposed(world)


def shrunken(world):
    """A group at work of which one mentee is left."""
    Mentorship.objects.filter(pk=world.home.mentorship.pk).update(structure=Structure.GROUP)
    return {"pk": world.home.mentorship.pk}


def working(world):
    return {"pk": world.home.mentorship.pk}


def resting(world):
    days = {"suspended_from": START, "suspended_until": DAY}
    Mentorship.objects.filter(pk=world.home.mentorship.pk).update(state=MentorshipState.SUSPENDED, **days)
    return working(world)


def asked_about(world):
    """A pair at work of an organization that asks about sympathy."""
    amend(world.home.organization, {"criteria.pair": [{"code": "sympathy", "label": "Симпатия"}]})
    return working(world)


def told(world):
    """The mentee has told the curator something."""
    asked_about(world)
    values = {"by": world.home.mentee.user, "feeling": 2, "words": "Тяжело", "at": MOMENT}
    SympathyAnswer.objects.create(mentorship=world.home.mentorship, **values)
    return working(world)


def wished(world):
    """The mentee wishes other terms."""
    keys = proposed(world)
    pair = Mentorship.objects.get(**keys)
    terms = {name: getattr(pair, name) for name in CounterProposal.TERMS}
    wish = {"by": world.home.mentee.user, "at": MOMENT, "words": "С ноября"}
    return {"pk": CounterProposal.objects.create(mentorship=pair, **wish, **terms).pk}


def speed(world):
    """A speed session at work."""
    Mentorship.objects.filter(pk=world.home.mentorship.pk).update(kinds=["speed"])
    return working(world)


def met(world):
    """A speed session on its day."""
    SingleMeeting.objects.create(mentorship=world.home.mentorship, on=DAY, place="Кабинет 12")
    return speed(world)


ROWS = {
    "programs:mentorship_list": Row(f"{READERS} mentor mentee", None),
    "programs:mentorship_propose": Row("curator council"),
    "programs:mentorship_card": Row(f"{READERS} mentor mentee", None, proposed),
    "programs:mentorship_agreement": Row(None, "curator", proposed),
    "programs:mentorship_accept": Row("mentor mentee", things=proposed),
    "programs:mentorship_decline": Row("curator mentor mentee", things=proposed),
    "programs:mentorship_edit": Row("curator council", things=proposed),
    "programs:mentorship_approve": Row("council", things=approvable),
    "programs:mentorship_join": Row("curator council", things=joinable),
    "programs:mentorship_leave": Row("curator", things=agreed_group),
    "programs:mentorship_shrunken": Row("curator", things=shrunken),
    "programs:mentorship_suspend": Row("curator", things=working),
    "programs:mentorship_resume": Row(None, "curator", resting),
    "programs:mentorship_counter": Row("mentor mentee", things=proposed),
    "programs:counter_card": Row("curator council mentee", things=wished),
    "programs:mentorship_sympathy": Row("mentor mentee", things=asked_about),
    "programs:mentorship_sympathies": Row("curator", things=told),
    "programs:mentorship_meeting": Row("curator mentor", things=speed),
    "programs:mentorship_met": Row("curator mentor", things=met),
}
