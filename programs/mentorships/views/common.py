"""What several pages need."""

from django.shortcuts import redirect
from django.utils.translation import gettext as _

from people.accounts.access import fetch
from people.accounts.states import Role
from programs.mentorships.models import Mentorship


def fetch_pair(request, pk):
    """The pair of the address with its people, through the door."""
    return fetch(request, Mentorship.objects.visible_to(request.actor).with_people(), pk=pk)


def to_card(request, mentorship):
    return redirect(request.actor.url("programs:mentorship_card", mentorship.pk))


def add_refusal(form, refusal):
    """Put a refusal beside the field it belongs to, or at the top of the form."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)


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
