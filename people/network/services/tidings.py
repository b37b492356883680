"""Who is told what; a name goes to another organization only while its person allows the transfer."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from people.accounts.models import User
from people.accounts.states import Role
from people.notices.services import notify_on_commit

OPENING = gettext_noop("You are asked to open your card of a mentor for other organizations. You decide.")
OPENED = gettext_noop("%(name)s opened the card of a mentor for other organizations.")
ASKED = gettext_noop("%(place)s asks for the mentor %(name)s. Look at the request and answer.")
TO_SIGN = gettext_noop("The curator agreed that %(name)s helps in %(place)s: your word is next.")
TO_ACCEPT = gettext_noop("%(place)s asks you to be a mentor there. Your organization agrees; you decide.")
GRANTED = gettext_noop("The mentor asked for in %(place)s is granted: ask for the consents and propose a pair.")
REFUSED = gettext_noop("%(place)s did not grant the mentor: look at the reason.")
WITHDRAWN = gettext_noop("%(place)s does not need the mentor %(name)s any more.")
ENDING = gettext_noop("The work of the granted mentor ends: end or hand over the pairs.")
ENDED = gettext_noop("The work of the granted mentor is over. The places are free again.")


def curators(organization):
    return User.objects.holding(Role.CURATOR, organization)


def directors(organization):
    return User.objects.holding(Role.DIRECTOR, organization)


def mentor_of(entry):
    """The account of the mentor as a list of one or none."""
    user = getattr(entry.employment.person, "user", None)
    return [user] if user else []


def tell(users, sentence, organization, page, pk, **values):
    """A notice in ``organization`` that leads to the page of the room ``page``."""
    url = reverse(f"people:{page}", args=[organization.slug, pk])
    notify_on_commit(users, sentence, organization=organization, url=url, **values)
