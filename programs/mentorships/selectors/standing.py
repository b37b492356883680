"""Where a pair stands: who has to answer, what comes next, how many there are of each."""

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.dates import date_numeric
from people.accounts.states import Role
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.selectors.approvals import next_approval
from programs.mentorships.selectors.links import is_single_meeting
from programs.mentorships.states import AWAITING, STAGES, MentorshipState


def count_by_stage(mentorships):
    """How many of ``mentorships`` stand in each stage: one query."""
    # pk keeps the rows apart where the queryset is distinct over a join.
    states = dict(
        Mentorship.objects.filter(pk__in=mentorships.order_by().values("pk"))
        .values_list("state")
        .annotate(Count("pk"))
        .order_by()
    )
    return {stage: sum(states.get(state, 0) for state in group) for stage, group in STAGES.items()}


def awaiting_answer_of(employment):
    """Proposals that ``employment`` has been asked about and has not answered."""
    as_mentor = Q(mentor_entry__employment=employment, mentor_agreed_at__isnull=True)
    asked = Member.objects.filter(mentee_entry__employment=employment, agreed_at__isnull=True, left_on__isnull=True)
    as_mentee = Q(pk__in=asked.values("mentorship"))
    return Mentorship.objects.filter(as_mentor | as_mentee, state__in=AWAITING)


def place_of(mentorship, employment):
    """The role ``employment`` has in the pair and the member row of a mentee: (role or None, member or None)."""
    if employment is None:
        return None, None
    if mentorship.mentor_entry.employment_id == employment.pk:
        return Role.MENTOR, None
    for member in mentorship.current_members:
        if member.mentee_entry.employment_id == employment.pk:
            return Role.MENTEE, member
    return None, None


def is_asked(mentorship, employment):
    """Whether ``employment`` still has to answer the proposal."""
    role, member = place_of(mentorship, employment)
    if role is None or mentorship.state not in AWAITING or mentorship.is_shrunken:
        return False
    return (member.agreed_at if member else mentorship.mentor_agreed_at) is None


def awaited_people(mentorship):
    """Whose answer is missing, the mentor first."""
    if mentorship.state not in AWAITING or mentorship.is_shrunken:
        return []
    mentor = [] if mentorship.mentor_agreed_at else [mentorship.mentor]
    return mentor + [member.person for member in mentorship.current_members if member.agreed_at is None]


def next_step(mentorship):
    """What the pair waits for now, in one sentence."""
    state = mentorship.state
    if mentorship.is_shrunken:
        return _("One mentee is left in the group. The curator adds somebody, makes it a pair or ends it.")
    if awaited := awaited_people(mentorship):
        names = ", ".join(person.short_name for person in awaited)
        return _("Waiting for an answer: %(names)s") % {"names": names}
    if step := next_approval(mentorship):
        return _("Everybody agreed. Next comes the approval: %(step)s.") % {"step": step.label}
    if state == MentorshipState.AGREED:
        return _agreed_step(mentorship)
    if state == MentorshipState.IN_ORDER and mentorship.ordered_on:
        return _("The order is signed. The work starts on %(day)s.") % {"day": date_numeric(mentorship.starts_on)}
    if state == MentorshipState.IN_ORDER:
        return _("The order is being prepared. The work starts when the head has signed it.")
    if state == MentorshipState.SUSPENDED and mentorship.suspended_until:
        return _("The work rests until %(day)s.") % {"day": date_numeric(mentorship.suspended_until)}
    if state == MentorshipState.ACTIVE and is_single_meeting(mentorship):
        return _single_meeting_step(mentorship)
    if state == MentorshipState.ACTIVE and not mentorship.programs.exists():
        return _("The work goes on. Next comes the personalized program.")
    return _ENDINGS[state] % {"day": date_numeric(mentorship.ended_on) if mentorship.ended_on else ""}


def _agreed_step(mentorship):
    """A pair that takes over is ordered together with the end of the one before."""
    if mentorship.replaces_id:
        return _("Everybody agreed. Next comes the order.")
    return _("Everybody agreed. Next comes the order on assignment.")


def _single_meeting_step(mentorship):
    meeting = getattr(mentorship, "single_meeting", None)
    if meeting is None or meeting.is_held is False:
        return _("Next comes the day of the meeting: the mentor or the curator sets it.")
    return _("They meet on %(day)s.") % {"day": date_numeric(meeting.on)}


_ENDINGS = {
    MentorshipState.ACTIVE: gettext_lazy("They work by their program."),
    MentorshipState.SUSPENDED: gettext_lazy("The work rests for now."),
    MentorshipState.COMPLETED: gettext_lazy("The work was completed on %(day)s."),
    MentorshipState.TERMINATED: gettext_lazy("The work ended early on %(day)s."),
    MentorshipState.REPLACED: gettext_lazy("Another pair took over on %(day)s."),
    MentorshipState.JOINED: gettext_lazy("A member of the group since %(day)s."),
    MentorshipState.DECLINED: gettext_lazy("The proposal fell on %(day)s. Propose another pair."),
}
