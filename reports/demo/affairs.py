"""What goes on about single pairs these days: wishes, opinions, a rest, newcomers, help, feelings, applications."""

from people.banks.models import MenteeEntry, MentorEntry
from programs.applications.services.answering import answer_application
from programs.applications.services.deciding import decide_application, give_visa
from programs.applications.services.filing import file_application
from programs.council.services.pairs import cast_ballot, comment_on, open_vote
from programs.council.states import Voice
from programs.mentorships.models import Mentorship
from programs.mentorships.services import agree_as_mentee
from programs.mentorships.services.countering import propose_change
from programs.mentorships.services.joining import propose_joining
from programs.mentorships.services.proposals import propose_both_ways
from programs.mentorships.services.suspending import suspend_mentorship
from programs.mentorships.services.sympathy import answer_sympathy
from programs.plans.models import Event
from programs.plans.services.helping import invite_helper
from programs.plans.states import EventState
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of

VOTE_DAYS, REST_DAYS, NOTICE_DAYS = 5, 20, 14


def go_on(scene):
    """Let everything happen that the story tells of the pairs at work and of those that are proposed."""
    _link_both_ways(scene)
    for part, made in scene.made:
        pair = Mentorship.objects.with_people().get(pk=made.pk)
        if part.when == "main" and not scene.can_sign:
            continue
        for told, deed in (
            (part.wish, _wish),
            (part.opinion, _discuss),
            (part.sympathy, _feel),
            (part.helper, _invite),
            (part.newcomer, _join),
            (part.application, _apply),
            (part.rest, _rest),
        ):
            if told:
                deed(scene, pair, told)


def _link_both_ways(scene):
    """Two people who mentor each other: one link, two directions."""
    term = scene.days.next
    for part in scene.story.links:
        with as_of(scene.days.ago(8)):
            propose_both_ways(
                scene.organization,
                by=scene.curator,
                mentor_entry=MentorEntry.objects.get(pk=scene.mentors[part.mentor].pk),
                mentee_entries=[MenteeEntry.objects.get(pk=scene.mentees[part.mentee].pk)],
                kinds=list(part.kinds),
                form="teacher_teacher",
                focus=part.focus,
                starts_on=term.starts_on,
                ends_on=term.ends_on,
            )


def _wish(scene, pair, told):
    with as_of(scene.days.ago(4)):
        terms = {"kinds": list(told.kinds)}
        propose_change(
            pair, by=scene.users[told.who], employment=scene.workers[told.who], terms=terms, words=told.words
        )


def _discuss(scene, pair, told):
    """A member of the council says what they think; the curator asks for a vote, of which one voice is there.

    The council has members to vote only by a signed order.
    """
    with as_of(scene.days.ago(5)):
        comment_on(pair, by=scene.users[told.who], text=told.words)
    if told.is_voted and scene.can_sign:
        with as_of(scene.days.ago(3)):
            vote = open_vote(pair, by=scene.curator, until=scene.days.ahead(VOTE_DAYS))
            cast_ballot(vote, by=scene.users[told.who], voice=Voice.FOR)


def _feel(scene, pair, told):
    with as_of(scene.days.ago(3)):
        user, work = scene.users[told.who], scene.workers[told.who]
        answer_sympathy(pair, by=user, employment=work, feeling=told.feeling, words=told.words)


def _invite(scene, pair, told):
    """The mentor asks a colleague to help with the next event ahead."""
    days = scene.days
    ahead = Event.objects.filter(
        program__mentorship=pair, state=EventState.PLANNED, planned_on__gte=days.today, program__state="running"
    )
    event = ahead.order_by("planned_on", "pk").first()
    with as_of(days.ago(2)):
        mentor = pair.mentor.user
        invite_helper(event.program, scene.workers[told.who], by=mentor, events=[event], words=told.words)


def _join(scene, pair, who):
    """A mentee is proposed to a group at work and has agreed; the mentor is still asked."""
    with as_of(scene.days.ago(6)):
        entry = MenteeEntry.objects.get(pk=scene.mentees[who].pk)
        joining = propose_joining(pair, entry, by=scene.curator, starts_on=scene.days.next.starts_on)
    with as_of(scene.days.ago(4)):
        agree_as_mentee(joining.members.get(), by=scene.users[who])


def _rest(scene, pair, reason):
    with as_of(scene.days.ago(5)):
        day = scene.organization.today()
        suspend_mentorship(pair, by=scene.curator, starts_on=day, until=scene.days.ahead(REST_DAYS), reason=reason)


def _apply(scene, pair, told):
    """File the application and bring it as far as the story tells: filed, visaed (or at the council), granted."""
    days = scene.days
    with as_of(days.ago(6)):
        program = pair.programs.filter(state="running").first()
        application = file_application(
            pair,
            told.kind,
            by=scene.users[told.who],
            reason=told.reason,
            wish=told.wish,
            wished_on=days.ahead(NOTICE_DAYS) if told.kind == "resignation" else None,
            new_ends_on=pair.ends_on if program and told.kind == "extension" else None,
            changes={"note": dict(told.note)} if told.note else None,
        )
    if told.agreed_by:
        with as_of(days.ago(5)):
            answer_application(application, by=scene.users[told.agreed_by], agrees=True)
    if told.fate in ("visaed", "granted"):
        with as_of(days.ago(4)):
            give_visa(application, by=scene.curator)
    if told.fate == "granted":
        with as_of(days.ago(2)):
            decide_application(application, by=scene.director, password=PASSWORD, granted=True)
