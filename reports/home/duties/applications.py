"""What applications bring: the step that is the actor's own, and where the own ones stand."""

from django.utils.translation import gettext as _

from programs.applications.selectors import next_step, open_of, turn_of, waiting_for
from programs.applications.states import OPEN
from programs.models import Application
from reports.home.duties.base import LATER, URGENT, Duty, waiting
from reports.home.standing import needs, standing

# Which page each step is done on.
PAGES = {
    "answer": "programs:application_answer",
    "visa": "programs:application_visa",
    "mediation": "programs:application_mediate",
    "decision": "programs:application_decide",
    "successor": "programs:application_succeed",
    "order": "reports:order_for_application",
}


def _actions():
    return {
        "answer": _("Read and answer"),
        "visa": _("Put the visa"),
        "mediation": _("Write down what the council found"),
        "decision": _("Decide"),
        "successor": _("Find a new mentor"),
        "order": _("Prepare the order"),
    }


@needs(standing(Application, *OPEN))
def to_do(actor, day):
    """Applications on which the actor's own step comes next."""
    duties = []
    for application in waiting_for(actor):
        turn = turn_of(application, actor)
        words = _("%(kind)s: %(pair)s")
        duties.append(
            Duty(
                words % {"kind": application.get_kind_display(), "pair": application.mentorship},
                _actions()[turn],
                actor.url(PAGES[turn], application.pk),
                next_step(application),
                URGENT if turn == "answer" else waiting(application.filed_on, day),
            )
        )
    return duties


def _own(actor, day):
    return Application.objects.filter(organization=actor.organization, filed_by=actor.user, state__in=OPEN)


@needs(_own)
def filed(actor, day):
    """Where the own applications stand: to know, nothing to do."""
    return [
        Duty(
            application.get_kind_display(),
            _("See where it stands"),
            actor.url("programs:application_card", application.pk),
            next_step(application),
            LATER,
        )
        for application in open_of(actor)
        if not turn_of(application, actor)
    ]
