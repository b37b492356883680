"""Who may open the addresses of the room."""

from tests.access_row import INSIDERS, Row
from tests.programs.roadmap.factories import draft, item_of_draft, item_of_running, running, stage_of_draft, submitted

ROWS = {
    "programs:roadmap_list": Row(INSIDERS, None),
    "programs:roadmap_create": Row("curator"),
    "programs:roadmap_card": Row(INSIDERS, None, running),
    "programs:roadmap_submit": Row(None, "curator", draft),
    "programs:roadmap_approve": Row("director", things=submitted),
    "programs:roadmap_return": Row("director", things=submitted),
    "programs:roadmap_close": Row(None, "curator", running),
    "programs:item_add": Row("curator", things=stage_of_draft),
    "programs:item_edit": Row("curator", things=item_of_draft),
    "programs:item_mark": Row("curator", things=item_of_running),
}
