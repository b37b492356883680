"""Who may open the addresses of the room. The mentee of the world has lost the mentor."""

from programs.mentorships.states import MentorshipState
from programs.models import Mentorship, SupportCase, SupportContact
from tests.access_row import Row
from tests.world import DAY, MOMENT


def unpaired(world):
    """The world's mentee after the pair ended."""
    Mentorship.objects.filter(pk=world.home.mentorship.pk).update(state=MentorshipState.TERMINATED, ended_on=DAY)
    world.home.mentorship.members.update(is_active=False)
    return {"pk": world.home.mentee_entry.pk}


def _contact(world):
    case = SupportCase.objects.create(
        organization=world.home.organization, mentee_entry_id=unpaired(world)["pk"], opened_on=DAY
    )
    contact = SupportContact.objects.create(
        case=case, held_on=DAY, form="talk", by=world.home.psychologist.user, at=MOMENT
    )
    return {"pk": contact.pk}


ROWS = {
    "programs:support_list": Row("curator psychologist", None),
    "programs:support_card": Row("curator psychologist mentee", None, unpaired),
    "programs:support_take": Row(None, "psychologist", unpaired),
    "programs:support_ask": Row(None, "curator", unpaired),
    "programs:support_contact": Row("psychologist", things=unpaired),
    "programs:support_contact_edit": Row("psychologist", things=_contact),
    "programs:support_contact_remove": Row(None, "psychologist", _contact),
}
