"""Who may open which address of the room: permissions.md, row «monitoring campaign, indicators»."""

from people.accounts.predicates import council, curator, director, sysadmin

# Behind every figure stand people by name, so the figures are for those who may read the cards.
figure_readers = director | curator | council | sysadmin

RIGHTS = {
    "reports:monitoring": figure_readers,
    "reports:indicator_rows": figure_readers,
}
