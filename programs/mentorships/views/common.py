"""What several pages need."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.accounts.access import fetch
from people.accounts.states import Role
from programs.mentorships.models import Mentorship


def fetch_pair(request, pk):
    """The pair of the address with its people, through the door."""
    return fetch(request, Mentorship.objects.visible_to(request.actor).with_sides(), pk=pk)


def to_card(request, mentorship):
    return redirect(request.actor.url("programs:mentorship_card", mentorship.pk))


def chain_lines(steps):
    """The chain of approvals as lines of a timeline."""
    return [
        {
            "title": step.label,
            "who": step.approval.by if step.approval else Role(step.role).label,
            "when": step.approval.decided_on if step.approval else None,
            "why": _("Waits for the decision") if step.is_next else step.approval.document if step.approval else "",
            "tone": "green" if step.approval else "",
            "next": step.approval is None,
        }
        for step in steps
    ]
