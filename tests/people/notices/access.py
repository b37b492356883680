"""Who may open the addresses of the room."""

from people.notices.models import Notice
from tests.access_row import INSIDERS, Row
from tests.world import MOMENT


def _notice(world):
    """A notice to the curator: to everybody else it does not exist."""
    notice = Notice.objects.create(
        organization=world.home.organization,
        user=world.home.curator.user,
        sentence="Notice",
        url=f"/o/{world.home.organization.slug}/",
        at=MOMENT,
    )
    return {"pk": notice.pk}


ROWS = {
    "people:notice_list": Row(INSIDERS),
    "people:notice_read_all": Row(None, INSIDERS),
    "people:notice_open": Row(None, "curator", _notice),
}
