"""The supplementary agreement of a pair's mentor, drafted from the terms of the pair (Labor Code art. 351.8)."""

from mentoring.lib.grammar import Case, decline_name, decline_post
from people.consents.services import draft_agreement
from people.consents.states import WorkMode
from programs.mentorships.selectors import Regulations
from programs.mentorships.states import Structure


def draft_agreement_of(mentorship, *, by):
    """Draft the agreement of the mentor: whom, when and in which form the pair says, pay and notice the regulation.

    Returns the Agreement, which the curator then corrects and prints. Raises MoveRefused for a period outside the
    employment.
    """
    regulations = Regulations(mentorship.organization)
    group = "в группе" if mentorship.structure == Structure.GROUP else "в паре"
    return draft_agreement(
        mentorship.mentor_entry.employment,
        by=by,
        mentees=", ".join(_named(member.mentee_entry.employment) for member in mentorship.current_members)[:500],
        form=f"{regulations.form_label(mentorship)}, {group}"[:200],
        mode=WorkMode.ON_SITE,
        starts_on=mentorship.starts_on,
        ends_on=mentorship.ends_on,
    )


def _named(employment):
    """«учитель физики Черных Лев Львович»."""
    person = employment.person
    name = decline_name(
        person.last_name, person.first_name, person.patronymic, person.gender, Case.NOMINATIVE, person.case_forms
    )
    post = decline_post(employment.post, Case.NOMINATIVE, person.gender, employment.post_case_forms)
    return f"{post} {name.full}".strip()
