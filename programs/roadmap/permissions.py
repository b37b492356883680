"""Who may open which address of the room: permissions.md, row «roadmap»."""

from people.accounts.predicates import council, curator, director, insider

RIGHTS = {
    "programs:roadmap_list": insider,
    "programs:roadmap_create": curator,
    "programs:roadmap_card": insider,
    "programs:roadmap_submit": curator,
    "programs:roadmap_approve": director,
    "programs:roadmap_return": director,
    "programs:roadmap_close": curator,
    "programs:item_add": curator,
    "programs:item_edit": curator,
    "programs:item_mark": curator,
    "programs:roadmap_revise": curator,
    "programs:roadmap_drop": curator,
    "programs:stage_add": curator,
    "programs:stage_edit": curator,
    "programs:stage_move": curator,
    "programs:stage_delete": curator,
    "programs:item_move": curator,
    "programs:item_delete": curator,
    "programs:item_evidence": curator,
    "programs:item_survey": curator,
    "programs:item_meeting": curator,
    "programs:meeting_items": curator,
    # A file may name people: it is read by those who answer for the roadmap, not by everybody who reads the plan.
    "programs:item_file": curator | director | council,
    "programs:item_evidence_remove": curator,
}
