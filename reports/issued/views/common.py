"""What several pages of the room do."""

from django.core.exceptions import ValidationError

from people.accounts.access import fetch
from reports.issued.models import IssuedPaper


def fetch_paper(request, pk):
    """The paper with everything its page names, if the actor may open the present address on it."""
    return fetch(request, IssuedPaper.objects.visible_to(request.actor).with_people(), pk=pk)


def add_refusal(form, refusal):
    """Show a refusal beside the field it names, or above the form."""
    fields = getattr(refusal, "error_dict", {})
    form.add_error(None, refusal if set(fields) <= set(form.fields) else ValidationError(refusal.messages))
