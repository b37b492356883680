"""Two surveys: the mentees at the start, closed and read, and the requests of all teachers, still open."""

from itertools import cycle

from people.accounts.states import Role
from people.banks.selectors import catalog
from people.surveys.models import Campaign
from people.surveys.selectors import has_account, questions_of
from people.surveys.services import (
    close_campaign,
    copy_template,
    launch_campaign,
    plan_campaign,
    publish_questionnaire,
    send_answers,
)
from people.surveys.states import Audience, Kind
from reports.demo.clock import as_of
from reports.demo.script import wording

# Every third of those asked has not answered yet.
SILENT = 3
OPEN_FOR_DAYS = 6
MARKS = (6, 8, 7, 9, 3, 10, 8, 7, 5, 9, 6)


def ask_at_start(scene, term):
    """The mentees answer what they expect of the program; the survey is closed two weeks later."""
    with as_of(term.after(3)):
        campaign = _launch(scene, "mentee_before", Audience.MENTEES, term.after(3), term.after(17))
    with as_of(term.after(6)):
        marks = cycle(MARKS)
        for invitee in _able(campaign):
            answers = {row.code: _mark(row, next(marks)) for row in questions_of(campaign) if row.kind != Kind.TEXT}
            send_answers(invitee, answers)
    with as_of(term.after(18)):
        close_campaign(campaign, by=scene.curator)


def ask_for_requests(scene):
    """Most teachers have said whether they want a mentor; their answers wait for the curator."""
    day = scene.days.ago(8)
    with as_of(day):
        campaign = _launch(scene, "requests", Audience.TEACHERS, day, scene.days.ahead(OPEN_FOR_DAYS))
    groups = catalog(scene.organization)
    competences = cycle(each.pk for _direction, row in groups for each in row)
    texts = cycle(wording().requests)
    with as_of(scene.days.ago(5)):
        for number, invitee in enumerate(_able(campaign), start=1):
            if number % SILENT == 0:
                continue
            answers = {"wants": _wants(scene, invitee)}
            if answers["wants"]:
                answers |= {"difficulties": [next(competences)], "request": next(texts), "time": 1, "form": [0]}
            send_answers(invitee, answers)


def _launch(scene, template, audience, opens_on, closes_on):
    by = scene.curator
    questionnaire = publish_questionnaire(copy_template(scene.organization, template, by=by), by=by)
    values = {"title": questionnaire.title, "phase": questionnaire.phase, "audience": audience}
    values |= {"opens_on": opens_on, "closes_on": closes_on}
    campaign = Campaign(organization=scene.organization, questionnaire=questionnaire, **values)
    return launch_campaign(plan_campaign(campaign, by=by), by=by)


def _able(campaign):
    rows = campaign.invitees.select_related(
        "employment__person__user",
        "employment__organization",
        "employment__mentor_entry",
        "employment__mentee_entry",
    )
    return [row for row in rows if has_account(row)]


def _wants(scene, invitee):
    """The mentees of the bank and whoever stands in none of them want a mentor."""
    work = invitee.employment
    keeper = work.person.user.memberships.exclude(role=Role.PSYCHOLOGIST).exists()
    return hasattr(work, "mentee_entry") or not (keeper or hasattr(work, "mentor_entry"))


def _mark(question, mark):
    if question.kind == Kind.SCALE:
        return mark
    if question.kind == Kind.YES_NO:
        return mark > min(MARKS)
    place = mark % len(question.options)
    return [place] if question.kind == Kind.SEVERAL else place
