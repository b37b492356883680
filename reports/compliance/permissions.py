"""Who may open which address of the room: the page names people, so it is for those who mend what it shows."""

from people.accounts.predicates import curator, director

RIGHTS = {"reports:compliance": director | curator}
