"""Who may open which address of the room."""

from people.accounts.predicates import (
    council,
    curator,
    director,
    mentee,
    mentor,
    psychologist,
    signed_in,
    staff,
    sysadmin,
)

own_organization = director | curator | council | psychologist | mentor | mentee | staff | sysadmin

RIGHTS = {
    "reports:start": signed_in,
    # An observer looks at the territory, not into an organization's own day.
    "reports:home": own_organization,
    "reports:search": own_organization,
}
