"""Who is told what, once the deed is safely written; never the reason, which is not for every reader."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_noop, override

from people.accounts.models import User
from people.accounts.states import Role
from people.consents.selectors import keepers_of
from people.notices.services import notify_on_commit
from programs.applications.selectors import counterparts


def _tell(users, sentence, application, page="card", **values):
    url = reverse(f"programs:application_{page}", args=[application.organization.slug, application.pk])
    reached = list(dict.fromkeys(user for user in users if user is not None and user.is_active))
    # The words are kept with the notice, so they are in the language of the organization, not of whoever acts.
    with override(settings.LANGUAGE_CODE):
        values |= {"kind": str(application.get_kind_display()), "pair": str(application.mentorship)}
    notify_on_commit(reached, sentence, organization=application.organization, url=url, **values)


def _account(person):
    return getattr(person, "user", None)


def sides(application):
    """The accounts of those the application concerns, whoever filed it among them."""
    pair = application.mentorship
    members = [application.member] if application.member else pair.current_members
    people = [pair.mentor, *(member.person for member in members)]
    return [user for user in map(_account, people) if user is not None]


def tell_filed(application, by):
    """Ask the other side where its consent is needed, otherwise call the curators."""
    waiting = counterparts(application)
    if waiting:
        sentence = gettext_noop("%(kind)s: %(pair)s — read what is asked for and answer.")
        _tell([_account(work.person) for work in waiting], sentence, application, "answer")
    elif application.visa_by_id:
        sentence = gettext_noop("%(kind)s: %(pair)s — read it; you may write your word.")
        _tell(sides(application), sentence, application, "answer")
        tell_director(application)
    else:
        tell_curators(application, by)


def tell_curators(application, by):
    """Call the curators to put their visa."""
    sentence = gettext_noop("%(kind)s: %(pair)s — put your visa.")
    _tell([user for user in keepers_of(application.organization) if user != by], sentence, application)


def tell_disagreed(application, by):
    sentence = gettext_noop("%(kind)s: %(pair)s — the other side does not agree, the application is closed.")
    _tell([user for user in sides(application) if user != by], sentence, application)


def tell_council(application):
    sentence = gettext_noop("%(kind)s: %(pair)s — the council is asked to help.")
    _tell(User.objects.holding(Role.COUNCIL, application.organization), sentence, application)


def tell_director(application):
    sentence = gettext_noop("%(kind)s: %(pair)s — decide.")
    _tell(User.objects.holding(Role.DIRECTOR, application.organization), sentence, application)


def tell_reconciled(application):
    sentence = gettext_noop("%(pair)s: the council found a way to go on together. The application is closed.")
    _tell(sides(application), sentence, application)


def tell_decided(application, *, granted):
    """Tell both sides, and the curators what comes next."""
    sentence = gettext_noop("%(kind)s: %(pair)s — refused. Read the resolution.")
    if granted:
        sentence = gettext_noop("%(kind)s: %(pair)s — granted. An order comes next.")
    _tell([*sides(application), *keepers_of(application.organization)], sentence, application)


def tell_withdrawn(application, by):
    sentence = gettext_noop("%(kind)s: %(pair)s — the application is withdrawn.")
    people = [*sides(application), *keepers_of(application.organization)]
    _tell([user for user in people if user != by], sentence, application)


def tell_closed(application, by):
    sentence = gettext_noop("%(kind)s: %(pair)s — closed: the pair or the program has ended.")
    _tell([user for user in sides(application) if user != by], sentence, application)


def tell_executed(application):
    sentence = gettext_noop("%(kind)s: %(pair)s — carried out by an order.")
    _tell(sides(application), sentence, application)
