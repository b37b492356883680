"""Who may open which address of the room: permissions.md, row «roadmap»."""

from people.accounts.predicates import curator, director, insider

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
}
