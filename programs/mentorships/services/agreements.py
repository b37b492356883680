"""The supplementary agreement of a pair's mentor: drafted from its terms, ended with it (Labor Code art. 351.8)."""

from datetime import timedelta

from django.db import transaction

from mentoring.lib.grammar import Case, decline_name, decline_post
from people.consents.selectors import agreements_during, default_content, first_last_day
from people.consents.services import draft_agreement, drop_agreement, give_notice
from people.consents.states import WorkMode
from programs.mentorships.models import Mentorship
from programs.mentorships.selectors import Regulations
from programs.mentorships.services import tidings
from programs.mentorships.states import RUNNING, Structure

# The mode of a program → where the agreement says the work goes on.
MODES = {"on_site": WorkMode.ON_SITE, "online": WorkMode.REMOTE, "mixed": WorkMode.MIXED}


def draft_agreement_of(mentorship, *, by):
    """Draft the agreement of the mentor: whom, when and in which form the pair says, pay and notice the regulation.

    Returns the Agreement, which the curator then corrects and prints. Raises MoveRefused for a period outside the
    employment.
    """
    regulations = Regulations(mentorship.organization)
    members = mentorship.current_members
    group = "в группе" if mentorship.structure == Structure.GROUP else "в паре"
    return draft_agreement(
        mentorship.mentor_entry.employment,
        by=by,
        mentees=", ".join(_named(member.mentee_entry.employment) for member in members)[:500],
        content=default_content(several=len(members) > 1),
        form=f"«{regulations.form_label(mentorship)}», {group}"[:200],
        mode=_mode(mentorship),
        starts_on=mentorship.starts_on,
        ends_on=mentorship.ends_on,
    )


def _mode(mentorship):
    """Where the work goes on, as the program says; before there is one, as the templates of the organization agree."""
    program = mentorship.programs.order_by("-pk").first()
    templates = mentorship.organization.program_templates.order_by().values_list("mode", flat=True).distinct()
    modes = {program.mode} if program else set(templates)
    return MODES[modes.pop()] if len(modes) == 1 else WorkMode.ON_SITE


@transaction.atomic
def end_agreements_of(mentorship, gone, *, by, side, given_on, day, reason):
    """End what the mentor agreed to about ``gone``, the mentees (employments) mentored until the eve of ``day``.

    A signed agreement ends by a notice of ``side`` given on ``given_on``, never before the days of the notice are
    over; a draft is dropped. One that also names somebody the mentor still mentors stays, and the curators are told
    to change it. Returns the agreements that end.
    """
    work = mentorship.mentor_entry.employment
    staying = _still_mentored(work)
    names = {each.person.full_name for each in gone}
    ending = []
    for agreement in agreements_during(work, mentorship.starts_on, mentorship.ends_on):
        if staying and not any(name in agreement.mentees for name in names):
            continue
        if any(name in agreement.mentees for name in staying):
            tidings.tell_agreement_to_change(mentorship)
        elif agreement.is_draft:
            drop_agreement(agreement, by=by)
        elif agreement.can_be_cancelled:
            last = max(day - timedelta(days=1), first_last_day(agreement, side, given_on))
            if last < agreement.ends_on:
                give_notice(agreement, by=by, side=side, given_on=given_on, last_on=last, reason=reason)
                ending.append(agreement)
    return ending


def _still_mentored(work):
    """The names of those whom ``work`` mentors now."""
    rows = Mentorship.objects.filter(mentor_entry__employment=work, state__in=RUNNING).with_people()
    return {member.person.full_name for row in rows for member in row.current_members}


def _named(employment):
    """«учитель физики Черных Лев Львович»."""
    person = employment.person
    name = decline_name(
        person.last_name, person.first_name, person.patronymic, person.gender, Case.NOMINATIVE, person.case_forms
    )
    post = decline_post(employment.post, Case.NOMINATIVE, person.gender, employment.post_case_forms)
    return f"{post} {name.full}".strip()
