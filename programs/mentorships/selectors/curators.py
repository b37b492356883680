"""Which of several curators a pair belongs to, where the regulation divides their work by scopes."""

from mentoring.lib.text import search_key
from people.accounts.states import Role
from people.organizations.selectors import regulation_on

# As much of a word as tells a subject: «математика», «математики», «математическое» begin alike.
STEM = 6


def curators_of(mentorship):
    """The curators whose scope matches the mentor's subject: [(person, words of the scope)].

    Empty where the regulation has no scopes, the card names no subject, or no scope matches it.
    """
    organization = mentorship.organization
    day = organization.today()
    scopes = {scope.code: scope.label for scope in regulation_on(organization, day).curator.scopes}
    subject = mentorship.mentor_entry.employment.subject
    fitting = {code for code, label in scopes.items() if _is_about(label, subject)}
    if not fitting:
        return []
    rows = organization.memberships.active_on(day).filter(role=Role.CURATOR, scope__in=fitting)
    rows = rows.filter(user__person__isnull=False).select_related("user__person").order_by("user__person__search_key")
    return [(row.user.person, scopes[row.scope]) for row in rows]


def _is_about(label, subject):
    stems = {word[:STEM] for word in search_key(subject).replace(",", " ").split() if len(word) >= STEM - 1}
    words = search_key(label).replace(",", " ").split()
    return any(word.startswith(stem) for word in words for stem in stems)
