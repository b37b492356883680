"""Things of the room for tests."""

from datetime import timedelta

from django.http import QueryDict

from people.models import Campaign, Question, Questionnaire
from people.surveys import services
from people.surveys.asking import catalog_for, read_answers
from people.surveys.selectors import questions_of
from people.surveys.states import Audience, Kind, QuestionnaireState
from tests.world import make_employment, make_user

KINDS = (
    (Kind.SCALE, {"options": ["мало", "много"]}),
    (Kind.YES_NO, {}),
    (Kind.CHOICE, {"options": ["часто", "редко"]}),
    (Kind.SEVERAL, {"options": ["урок", "план", "чат"]}),
    (Kind.MATRIX, {"rows": ["утром", "днём"], "options": ["да", "нет"]}),
    (Kind.TEXT, {"is_required": False}),
)


def every_kind(place, title="Всё сразу", **fields):
    """A questionnaire in use with one question of every kind, named by it."""
    questionnaire = Questionnaire.objects.create(
        organization=place.organization, title=title, state=QuestionnaireState.PUBLISHED, **fields
    )
    for position, (kind, values) in enumerate(KINDS):
        Question.objects.create(
            questionnaire=questionnaire, position=position, code=kind, kind=kind, text=f"Вопрос {kind.label}", **values
        )
    return questionnaire


def from_template(place, code):
    """The questionnaire of a template, in use."""
    by = place.curator.user
    return services.publish_questionnaire(services.copy_template(place.organization, code, by=by), by=by)


def campaign_of(place, questionnaire, *, chosen=(), opened=True, **fields):
    """A survey for two weeks from today; of ``chosen`` people where there are some, and open unless told."""
    day = place.organization.today()
    values = {"title": questionnaire.title, "opens_on": day, "closes_on": day + timedelta(days=14)}
    values |= {"audience": Audience.CHOSEN if chosen else Audience.TEACHERS, "phase": questionnaire.phase}
    campaign = Campaign(organization=place.organization, questionnaire=questionnaire, **(values | fields))
    services.plan_campaign(campaign, by=place.curator.user, chosen=chosen)
    if opened:
        services.launch_campaign(campaign, by=place.curator.user)
    return campaign


def colleagues(place, count, name="Коллега"):
    """So many more of the staff, with accounts."""
    rows = [make_employment(place.organization, f"{name}{n}") for n in range(count)]
    for row in rows:
        make_user(f"{name}{row.pk}@{place.organization.slug}.example", employment=row)
    return rows


def read(campaign, **given):
    """Answers by code as the page of ``campaign`` would read them from what it sends (``q_scale`` → «q-scale»)."""
    data = QueryDict(mutable=True)
    for name, value in given.items():
        data.setlist(f"q-{name}".replace("__", "-"), value if isinstance(value, list) else [str(value)])
    questions = questions_of(campaign)
    answers, errors = read_answers(questions, data, catalog_for(questions, campaign.organization))
    assert errors == {}
    return answers


def full(campaign, scale=7, yes_no="yes", text=""):
    """An answer to every question of ``every_kind``."""
    table = {"matrix__0": 0, "matrix__1": 1}
    return read(campaign, scale=scale, yes_no=yes_no, choice=0, several=["0", "2"], text=text, **table)


def answer(campaign, employment, answers):
    """Send ``answers`` for one of those asked."""
    services.send_answers(campaign.invitees.get(employment=employment), answers)


def answered_survey(place):
    """The survey of requests, open: its mentee has answered and is proposed, a teacher is still asked."""
    campaign = campaign_of(
        place, from_template(place, "requests"), chosen=[place.mentee.employment, place.staff.employment]
    )
    answer(campaign, place.mentee.employment, read(campaign, wants="yes", request="Группы на уроке"))
    return campaign
