"""Who may open which address of the room: everybody their own."""

from people.accounts.predicates import insider

RIGHTS = {
    "people:notice_list": insider,
    "people:notice_open": insider,
    "people:notice_read_all": insider,
}
