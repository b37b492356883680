"""Who is told what, once the deed is safely written."""

from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

from people.accounts.models import User
from people.accounts.states import Role
from people.consents.selectors import keepers_of, required_purposes
from people.notices.services import notify
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import next_approval


def account_of(person):
    """The account of ``person``, or None."""
    return getattr(person, "user", None)


def _url(mentorship, page="card"):
    return reverse(f"programs:mentorship_{page}", args=[mentorship.organization.slug, mentorship.pk])


def _tell(users, sentence, mentorship, page="card", **values):
    deed = partial(
        notify, list(users), sentence, organization=mentorship.organization, url=_url(mentorship, page), **values
    )
    transaction.on_commit(deed)


def _mentees(mentorship):
    return [member.person for member in mentorship.current_members]


def tell_proposed(mentorship):
    """Ask the mentor and every mentee for an answer."""
    names = ", ".join(person.short_name for person in _mentees(mentorship))
    sentence = gettext_noop("You are asked to be a mentor: %(names)s — read the terms and answer.")
    _tell([account_of(mentorship.mentor)], sentence, mentorship, "accept", names=names)
    sentence = gettext_noop("%(name)s is proposed as your mentor. Read the terms and answer.")
    mentees = map(account_of, _mentees(mentorship))
    _tell(mentees, sentence, mentorship, "accept", name=mentorship.mentor.short_name)


def tell_changed(mentorship):
    """Ask everybody again: the terms are not those they know."""
    sentence = gettext_noop("The terms of the pair %(pair)s changed. Read them and answer again.")
    people = map(account_of, [mentorship.mentor, *_mentees(mentorship)])
    _tell(people, sentence, mentorship, "accept", pair=str(mentorship))


def tell_answered(mentorship, by, *, agreed):
    """Tell the curators who accepted, and that nobody is awaited any more."""
    sentence = gettext_noop("%(name)s accepted: %(pair)s")
    waiting = next_approval(mentorship) if agreed else None
    if waiting:
        sentence = gettext_noop("Everybody agreed: %(pair)s — the approvals before the order come next.")
        tell_approval(mentorship, waiting)
    elif agreed:
        sentence = gettext_noop("Everybody agreed: %(pair)s — prepare the order.")
    _tell(keepers_of(mentorship.organization), sentence, mentorship, name=str(by), pair=str(mentorship))


def tell_approval(mentorship, step):
    """Tell those who decide on ``step`` of the chain that it waits, or the curators that the chain is passed."""
    if step is None:
        sentence = gettext_noop("The pair %(pair)s is approved — prepare the order.")
        _tell(keepers_of(mentorship.organization), sentence, mentorship, pair=str(mentorship))
        return
    sentence = gettext_noop("The pair %(pair)s waits for an approval: %(step)s")
    holders = _holders(mentorship.organization, step.role)
    _tell(holders, sentence, mentorship, pair=str(mentorship), step=step.label)


def _holders(organization, role):
    memberships = organization.memberships.active_on(organization.today()).filter(role=role)
    return User.objects.filter(memberships__in=memberships, is_active=True).distinct()


def tell_declined(mentorship, by, pair, *, others=True):
    """Tell the curators and, where the proposal falls, the other people of it; the reason stays on the card."""
    sentence = gettext_noop("%(name)s declined: %(pair)s — look at the reason and propose another pair.")
    curators = [user for user in keepers_of(mentorship.organization) if user != by]
    _tell(curators, sentence, mentorship, name=str(by), pair=pair)
    if others:
        people = map(account_of, [mentorship.mentor, *_mentees(mentorship)])
        sentence = gettext_noop("The proposal %(pair)s does not stand any more.")
        _tell([user for user in people if user != by], sentence, mentorship, pair=pair)


def tell_agreement_to_change(mentorship):
    """Tell the curators that an agreement names somebody whom the mentor does not mentor any more."""
    sentence = gettext_noop(
        "The supplementary agreement of %(name)s names a mentee who has another mentor or none now. Draft it anew."
    )
    _tell(keepers_of(mentorship.organization), sentence, mentorship, name=mentorship.mentor.short_name)


def tell_consent_gone(mentorship, employment, consent):
    """Tell the curators that a pair in an order or at work lost a consent it needs, and what to do."""
    day = mentorship.organization.today()
    is_mentor = mentorship.mentor_entry.employment_id == employment.pk
    settings = regulation_on(mentorship.organization, day)
    if consent.purpose not in required_purposes(Role.MENTOR if is_mentor else Role.MENTEE, settings):
        return
    sentence = gettext_noop("%(name)s has no consent any more: end the pair %(pair)s by an order.")
    if mentorship.ordered_on is None:
        sentence = gettext_noop("%(name)s has no consent any more: take %(pair)s out of the order.")
    name = employment.person.short_name
    _tell(keepers_of(mentorship.organization), sentence, mentorship, name=name, pair=str(mentorship))
