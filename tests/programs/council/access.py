"""Who may open the addresses of the room. The mentor and the council member are invited, the others are not."""

from tests.access_row import INSIDERS, Row
from tests.programs.council.factories import held, planned

READERS = "director curator council psychologist mentor"

ROWS = {
    "programs:meeting_list": Row(INSIDERS, None),
    "programs:meeting_create": Row("curator council"),
    "programs:meeting_card": Row(READERS, None, planned),
    "programs:meeting_edit": Row("curator council", things=planned),
    "programs:meeting_hold": Row("curator council", things=planned),
    "programs:meeting_unmark": Row(None, "curator", held),
    "programs:meeting_cancel": Row("curator council", things=planned),
    "programs:meeting_file": Row(READERS, None, held),
}
