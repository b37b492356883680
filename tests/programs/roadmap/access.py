"""Who may open the addresses of the room."""

from tests.access_row import INSIDERS, Row
from tests.programs.council.factories import planned
from tests.programs.roadmap.factories import (
    draft,
    file_of_running,
    item_of_draft,
    item_of_running,
    running,
    stage_of_draft,
    submitted,
)

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
    "programs:roadmap_revise": Row("curator", things=running),
    "programs:roadmap_drop": Row("curator", things=draft),
    "programs:stage_add": Row("curator", things=draft),
    "programs:stage_edit": Row("curator", things=stage_of_draft),
    "programs:stage_move": Row(None, "curator", stage_of_draft),
    "programs:stage_delete": Row("curator", things=stage_of_draft),
    "programs:item_move": Row(None, "curator", item_of_draft),
    "programs:item_delete": Row("curator", things=item_of_draft),
    "programs:item_evidence": Row(None, "curator", item_of_running),
    "programs:item_survey": Row(None, "curator", item_of_running),
    "programs:item_meeting": Row(None, "curator", item_of_running),
    "programs:meeting_items": Row("curator", things=planned),
    "programs:item_file": Row("director curator council", None, file_of_running),
    "programs:item_evidence_remove": Row(None, "curator", file_of_running),
}
