"""What several pages of the room do."""

from people.accounts.access import fetch
from reports.issued.models import IssuedPaper


def fetch_paper(request, pk):
    """The paper with everything its page names, if the actor may open the present address on it."""
    return fetch(request, IssuedPaper.objects.visible_to(request.actor).with_people(), pk=pk)
