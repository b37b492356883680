"""Who is told what, once the deed is safely written."""

from operator import attrgetter

from django.urls import reverse
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from people.accounts.models import User
from people.accounts.states import Role
from people.consents.selectors import keepers_of, required_purposes
from people.notices.services import notify_on_commit
from people.organizations.selectors import regulation_on
from programs.mentorships.selectors import counterparts, next_approval


def account_of(person):
    """The account of ``person``, or None."""
    return getattr(person, "user", None)


def _url(mentorship, page="card"):
    return reverse(f"programs:mentorship_{page}", args=[mentorship.organization.slug, mentorship.pk])


def _tell(users, sentence, mentorship, page="card", **values):
    url = _url(mentorship, page)
    notify_on_commit(users, sentence, organization=mentorship.organization, url=url, **values)


def _mentees(mentorship):
    return [member.person for member in mentorship.current_members]


def tell_proposed(mentorship, mentee_entries):
    """Ask the mentor and every one of the mentees (``mentee_entries``) for an answer."""
    mentees = sorted((entry.employment.person for entry in mentee_entries), key=attrgetter("search_key"))
    names = ", ".join(person.short_name for person in mentees)
    sentence = gettext_noop("You are asked to be a mentor: %(names)s — read the terms and answer.")
    _tell([account_of(mentorship.mentor)], sentence, mentorship, "accept", names=names)
    sentence = gettext_noop("%(name)s is proposed as your mentor. Read the terms and answer.")
    accounts = User.objects.filter(person__in=mentees)
    _tell(accounts, sentence, mentorship, "accept", name=mentorship.mentor.short_name)


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
    holders = User.objects.holding(step.role, mentorship.organization)
    _tell(holders, sentence, mentorship, pair=str(mentorship), step=step.label)


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


def _curators(mentorship):
    return keepers_of(mentorship.organization)


def _sides(mentorship, without=None):
    people = map(account_of, [mentorship.mentor, *_mentees(mentorship)])
    return [user for user in people if user != without]


def tell_added(mentorship, newcomer, asked_again):
    """Ask the newcomer, and once more those who had agreed to a smaller group."""
    sentence = gettext_noop("%(name)s is proposed as your mentor. Read the terms and answer.")
    _tell([account_of(newcomer)], sentence, mentorship, "accept", name=mentorship.mentor.short_name)
    sentence = gettext_noop("%(name)s is added to the proposal %(pair)s. Read it and answer again.")
    values = {"name": newcomer.short_name, "pair": str(mentorship)}
    _tell(map(account_of, asked_again), sentence, mentorship, "accept", **values)


def tell_joined(group, names):
    """Tell everybody of the group, and the curators, who is one of them now."""
    sentence = gettext_noop("%(names)s joined the group: %(pair)s")
    _tell([*_sides(group), *_curators(group)], sentence, group, names=names, pair=str(group))


def tell_left(group, member):
    """Tell the others of the group who is not in it any more, and the one who left."""
    sentence = gettext_noop("%(name)s is not in the group any more: %(pair)s")
    values = {"name": member.person.short_name, "pair": str(group)}
    _tell([*_sides(group), account_of(member.person), *_curators(group)], sentence, group, **values)


def tell_shrunken(group):
    """Tell the curators that one mentee is left."""
    sentence = gettext_noop("One mentee is left in the group %(pair)s: add somebody, make it a pair or end it.")
    _tell(_curators(group), sentence, group, pair=str(group))


def tell_pair(mentorship):
    sentence = gettext_noop("The group goes on as a pair: %(pair)s")
    _tell(_sides(mentorship), sentence, mentorship, pair=str(mentorship))


def tell_fallen(mentorship):
    """Tell everybody that a proposal does not stand any more."""
    sentence = gettext_noop("The proposal %(pair)s does not stand any more.")
    _tell(_sides(mentorship), sentence, mentorship, pair=str(mentorship))


def tell_closed(mentorship, pair, left):
    """Tell those who stay, and the curators, that the pair ended because somebody left the organization."""
    sentence = gettext_noop("%(names)s left the organization, so %(pair)s has ended. Look what comes next.")
    names = ", ".join(work.person.short_name for work in left)
    gone = {account_of(work.person) for work in left}
    users = [user for user in [*_sides(mentorship), *_curators(mentorship)] if user not in gone]
    _tell(users, sentence, mentorship, names=names, pair=pair)


def tell_leaving(mentorship, employment):
    """Tell the curators that somebody of the pair has a last day here."""
    sentence = gettext_noop("%(name)s works here until %(day)s: %(pair)s ends then. Prepare what comes next.")
    values = {"name": employment.person.short_name, "day": date_numeric(employment.ends_on), "pair": str(mentorship)}
    _tell(_curators(mentorship), sentence, mentorship, **values)


def tell_countered(mentorship, by):
    """Tell the curators and the council that somebody wishes other terms."""
    sentence = gettext_noop("%(name)s proposes other terms: %(pair)s. Take them over or answer.")
    users = {*_curators(mentorship), *User.objects.holding(Role.COUNCIL, mentorship.organization)} - {by}
    _tell(users, sentence, mentorship, name=str(by), pair=str(mentorship))


def tell_counter_taken(mentorship, counter):
    sentence = gettext_noop("The terms you proposed are taken over: %(pair)s. Read them and answer.")
    _tell([counter.by], sentence, mentorship, "accept", pair=str(mentorship))


def tell_counter_answered(mentorship, counter):
    sentence = gettext_noop("Your wish about %(pair)s has an answer. Read it and decide.")
    _tell([counter.by], sentence, mentorship, "accept", pair=str(mentorship))


def tell_suspended(mentorship):
    """Tell both sides for how long the work rests; the reason stays with the curators."""
    sentence = gettext_noop("The work of %(pair)s rests from %(start)s to %(end)s. Nothing is overdue meanwhile.")
    values = {"start": date_numeric(mentorship.suspended_from), "end": date_numeric(mentorship.suspended_until)}
    _tell(_sides(mentorship), sentence, mentorship, pair=str(mentorship), **values)


def tell_resumed(mentorship):
    sentence = gettext_noop("The work of %(pair)s goes on. Look through the plan and move what was left.")
    _tell(_sides(mentorship), sentence, mentorship, pair=str(mentorship))


def tell_sympathy(mentorship):
    """Tell the curators who take no part that an answer waits; not whose and not what."""
    sentence = gettext_noop("An answer about the first meeting waits for you: %(pair)s")
    own = set(_sides(mentorship))
    users = [user for user in _curators(mentorship) if user not in own]
    _tell(users, sentence, mentorship, "sympathies", pair=str(mentorship))


def tell_meeting(mentorship, meeting, by):
    sentence = gettext_noop("The meeting of %(pair)s: %(day)s, %(place)s")
    values = {"day": date_numeric(meeting.on), "place": meeting.place, "pair": str(mentorship)}
    _tell(_sides(mentorship, without=by), sentence, mentorship, **values)


def tell_counterparts(mentorship):
    """Ask the curators about the other direction of the same two people."""
    for other in counterparts(mentorship):
        sentence = gettext_noop("%(ended)s has ended; the other direction goes on: %(pair)s. Decide whether it stays.")
        _tell(_curators(mentorship), sentence, other, ended=str(mentorship), pair=str(other))
