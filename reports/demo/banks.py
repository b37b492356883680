"""Who stands in the banks, and what became of each consent."""

from itertools import chain

from people.banks.models import Competence, MenteeEntry, MentorEntry
from people.banks.services import enter_mentee, enter_mentor, pause_entry, refresh_entry
from people.consents.models import Consent
from people.consents.services import (
    give_consent,
    record_paper_consent,
    refuse_consent,
    request_consent,
    withdraw_consent,
)
from people.consents.states import ConsentState, Purpose
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.demo.script import wording

MENTOR_COLUMNS = {"capacity", "interests", "achievements", "wishes", "mentee_age", "time_resource"}
MENTEE_COLUMNS = {"interests", "time_resource", "request", "strengths", "wishes"}
# Those who stand in no bank still find something to answer.
ASKED_TO_DISCLOSE = ("council", "psychologist", "staff", "sysadmin", "director")


def enter_people(scene, since, entered_on, answered_on):
    """Enter everybody who came into the banks in one period and let them answer what they are asked for."""
    mentors = [part for part in scene.story.mentors if part.since == since]
    mentees = [part for part in scene.story.mentees if part.since == since]
    with as_of(entered_on):
        catalog = {row.name: row for row in Competence.objects.filter(organization=scene.organization)}
        for part in mentors:
            scene.mentors[part.who] = enter_mentor(
                scene.workers[part.who],
                by=scene.curator,
                strengths=_levels(part.strengths, catalog),
                **part.model_dump(include=MENTOR_COLUMNS),
            )
        for part in mentees:
            scene.mentees[part.who] = enter_mentee(
                scene.workers[part.who],
                by=scene.curator,
                needs=_levels(part.needs, catalog),
                categories=list(part.categories),
                **part.model_dump(include=MENTEE_COLUMNS),
            )
    with as_of(answered_on):
        for part in [*mentors, *mentees]:
            _answer(scene, part)


def _levels(written, catalog):
    return [(catalog[name], level) for name, level in written]


def _answer(scene, part):
    employment = scene.workers[part.who]
    asked = Consent.objects.filter(person=employment.person, state=ConsentState.REQUESTED)
    for consent in asked.select_related("organization", "person", "text"):
        if part.consent == "electronic":
            give_consent(consent, by=scene.users[part.who], password=PASSWORD)
        elif part.consent in ("paper", "withdrawn"):
            day = scene.organization.today()
            record_paper_consent(employment, consent.purpose, by=scene.curator, given_on=day)
        elif part.consent == "refused":
            refuse_consent(consent, by=scene.users[part.who])


def bring_up_to_date(scene):
    """Confirm the cards of the running year, pause whoever has no time, enter the letters of withdrawal."""
    days, parts = scene.days, list(chain(scene.story.mentors, scene.story.mentees))
    entries = {(type(entry), who): entry for bank in (scene.mentors, scene.mentees) for who, entry in bank.items()}
    for part in parts:
        entry = entries[_model_of(part), part.who]
        if part.card != "stale" and part.since != "now":
            with as_of(days.ago(25)):
                refresh_entry(entry, by=scene.curator)
        if part.card == "paused":
            with as_of(days.ago(20)):
                pause_entry(entry, by=scene.curator, reason=wording().pause)
        if part.consent == "withdrawn":
            with as_of(days.ago(6)):
                _withdraw(scene, part)


def _model_of(part):
    return MentorEntry if hasattr(part, "capacity") else MenteeEntry


def _withdraw(scene, part):
    """The letter takes back everything the person has agreed to."""
    person = scene.workers[part.who].person
    for consent in Consent.objects.filter(person=person, organization=scene.organization, state=ConsentState.GIVEN):
        withdraw_consent(consent, by=scene.curator)


def ask_further_consents(scene):
    """The transfer upwards: given by the mentor, asked of the mentee; public disclosure asked of the others."""
    with as_of(scene.days.ago(5)):
        consent = request_consent(scene.workers["mentor"], Purpose.TRANSFER, by=scene.curator)
        give_consent(consent, by=scene.users["mentor"], password=PASSWORD)
        request_consent(scene.workers["mentee"], Purpose.TRANSFER, by=scene.curator)
        for key in ASKED_TO_DISCLOSE:
            request_consent(scene.workers[key], Purpose.DISCLOSURE, by=scene.curator)
