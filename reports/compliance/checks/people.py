"""Duties towards the people: the law, consents, banks."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.ui import date_words
from people.accounts.states import Role
from people.banks.models import MenteeEntry, MentorEntry
from people.banks.selectors import stale_before
from people.banks.states import LIVE_STATES, EntryState
from people.consents.selectors import covers_work, holds_consent, holds_disclosure, required_purposes
from people.consents.states import Disclosed, Purpose
from people.organizations.regulations import agreement_required
from programs.mentorships.models import Member, Mentorship
from programs.mentorships.states import RUNNING
from reports.compliance.ground import MET, NOT_ASKED, OVERRIDDEN, Remedy, Standing, judged

MENTOR = "mentor_entry__employment__person"
MENTEE = "mentee_entry__employment__person"
IN_BANK = (EntryState.ACTIVE, EntryState.PAIRED)


def departed(ground, key):
    """How a rule of the law stands that the head has departed from; None where it holds."""
    override = ground.departure(key)
    if override is None:
        return None
    words = {"reason": override.reason, "who": override.by, "day": date_words(override.starts_on)}
    note = _("%(reason)s (%(who)s, since %(day)s)") % words
    return Standing(
        OVERRIDDEN, note=note, remedy=Remedy(gettext_noop("Look at the departure"), "people:legal_override")
    )


def agreement_rule(ground):
    """Every mentor of a working pair has a signed supplementary agreement that covers the day."""
    if not agreement_required(ground.rules, ground.day):
        return departed(ground, "agreement.required") or Standing(NOT_ASKED)
    rows = Mentorship.objects.filter(organization=ground.organization, state__in=RUNNING)
    rows = rows.exclude(covers_work(ground.day)).select_related(MENTOR)
    names = {row.mentor.pk: row.mentor.short_name for row in rows}
    remedy = Remedy(gettext_noop("Open the agreements"), "people:agreement_list")
    return judged(sorted(names.values()), remedy)


def separate_consents(ground):
    """Every consent is a document of its own: the program keeps and prints them so."""
    return departed(ground, "consent.separate") or Standing(MET)


def _lacking(ground, purpose, roles):
    """Names of those in working pairs and groups whose consent is not in force; a query for each role."""
    names = {}
    if Role.MENTOR in roles:
        rows = Mentorship.objects.filter(organization=ground.organization, state__in=RUNNING)
        rows = rows.filter(~holds_consent(ground.organization, purpose, ground.day, person=f"{MENTOR}_id"))
        names |= {row.mentor.pk: row.mentor.short_name for row in rows.select_related(MENTOR)}
    if Role.MENTEE in roles:
        rows = Member.objects.filter(
            mentorship__organization=ground.organization, mentorship__state__in=RUNNING, left_on=None
        )
        rows = rows.filter(~holds_consent(ground.organization, purpose, ground.day, person=f"{MENTEE}_id"))
        names |= {row.person.pk: row.person.short_name for row in rows.select_related(MENTEE)}
    return sorted(names.values())


def _consents(ground, purpose, *roles):
    asked = [role for role in roles if purpose in required_purposes(role, ground.rules)]
    if not asked:
        return Standing(NOT_ASKED)
    remedy = Remedy(gettext_noop("Open the register"), "people:consent_list", query=f"?lacks={purpose}")
    return judged(_lacking(ground, purpose, asked), remedy)


def processing_consents(ground):
    """Everybody in a working pair has a consent to the processing of data in force."""
    return _consents(ground, Purpose.PROCESSING, Role.MENTOR, Role.MENTEE)


def mentor_consents(ground):
    """Every mentor of a working pair consented in writing."""
    return departed(ground, "consent.mentor_required") or _consents(ground, Purpose.MENTOR, Role.MENTOR)


def mentee_consents(ground):
    """Every mentee of a working pair consented in writing, where the regulation asks for it."""
    return _consents(ground, Purpose.MENTEE, Role.MENTEE)


def disclosure_consents(ground):
    """Where the banks are published, everybody in them consented to be named."""
    if not ground.rules.publication.publishes_banks:
        return Standing(NOT_ASKED)
    names = {}
    for model in (MentorEntry, MenteeEntry):
        rows = model.objects.of_organization(ground.organization).filter(state__in=IN_BANK)
        given = holds_disclosure(ground.organization, Disclosed.NAME, ground.day, person="employment__person_id")
        people = [row.employment.person for row in rows.filter(~given).select_related("employment__person")]
        names |= {person.pk: person.short_name for person in people}
    remedy = Remedy(gettext_noop("Open the register"), "people:consent_list")
    return judged(sorted(names.values()), remedy)


def _stale(ground, model, url_name):
    limit = stale_before(ground.rules, ground.day)
    rows = model.objects.of_organization(ground.organization).filter(state__in=LIVE_STATES, refreshed_on__lt=limit)
    names = sorted(row.employment.person.short_name for row in rows.select_related("employment__person"))
    return judged(names, Remedy(gettext_noop("Show the cards"), url_name, query="?only=stale"))


def mentors_refreshed(ground):
    """Every mentor's card was confirmed within the interval of the regulation."""
    return _stale(ground, MentorEntry, "people:mentor_list")


def mentees_refreshed(ground):
    """Every mentee's card was confirmed within the interval of the regulation."""
    return _stale(ground, MenteeEntry, "people:mentee_list")
