"""The row a deed locks, and who may not do it."""

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from programs.applications.models import Application
from programs.mentorships.models import Mentorship
from programs.mentorships.states import RUNNING


def lock(application):
    """The application as it stands, held until the end of the transaction, with its people."""
    return Application.objects.select_for_update(of=("self",)).with_people().get(pk=application.pk)


def lock_alone(application):
    """The same without its people, for a deed that tells nobody: the application and its pair."""
    return Application.objects.select_for_update(of=("self",)).select_related("mentorship").get(pk=application.pk)


def lock_with_pairs(application):
    """The same with its pair and the one that takes over held before it, as everybody does who ends or orders them."""
    keys = Application.objects.filter(pk=application.pk).values_list("mentorship", "successor").get()
    list(Mentorship.objects.filter(pk__in=filter(None, keys)).order_by("pk").select_for_update().values_list("pk"))
    return lock(application)


def check_state(application, *states):
    """Refuse a deed whose turn it is not (any more)."""
    if application.state not in states:
        message = _("This is not the turn of this step: the state is “%(state)s”. Refresh the page.")
        raise MoveRefused(message % {"state": application.get_state_display()})


def check_works(mentorship):
    """Refuse what asks for something about a pair that does not work (any more)."""
    if mentorship.state not in RUNNING:
        message = _("The pair does not work now: its state is “%(state)s”. An application is not needed.")
        raise MoveRefused(message % {"state": mentorship.get_state_display()})


def people_of(mentorship):
    """The persons of both sides, by key."""
    return {mentorship.mentor_entry.employment.person_id} | {
        member.mentee_person_id for member in mentorship.current_members
    }


def check_is_not_own(application, by):
    """Nobody decides on a pair of their own."""
    if by.person_id and by.person_id in people_of(application.mentorship):
        raise MoveRefused(_("You take part in this pair, so somebody else with the same role decides on it."))
