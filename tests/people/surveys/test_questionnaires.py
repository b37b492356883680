"""Writing questionnaires: templates, the editor, editions."""

import pytest

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.accounts.actor import actor_in
from people.models import Campaign, Question, Questionnaire, Response
from people.surveys import services
from people.surveys.asking import ask
from people.surveys.forms import QuestionForm
from people.surveys.states import Kind, QuestionnaireState
from people.surveys.templates import templates
from tests.people.surveys.factories import answer, campaign_of, every_kind, from_template, full


def test_the_templates_stand_for_use_and_the_two_ends_of_a_program_ask_the_same(home):
    codes = {}
    for code, _given in templates():
        questionnaire = from_template(home, code)
        codes[code] = set(questionnaire.questions.filter(kind=Kind.SCALE).values_list("code", flat=True))
        assert all(
            each.options or each.kind in ("yes_no", "text")
            for each in ask(questionnaire.questions.all(), {}, _catalog(home))
        )
    assert codes["mentee_before"] == codes["mentee_after"] == codes["mentor_before"] == codes["mentor_after"]
    assert len(codes["mentee_before"]) == 10


def _catalog(home):
    return [(home.direction, [home.competence])]


def test_a_questionnaire_in_use_stays_and_the_next_edition_takes_its_place(home):
    by = home.curator.user
    first = from_template(home, "requests")
    question = first.questions.first()
    for deed in (
        lambda: services.add_question(first, by=by, kind=Kind.TEXT, text="Ещё"),
        lambda: services.edit_question(question, by=by, values={"text": "Иначе"}, expected_version=1),
        lambda: services.move_question(question, 1, by=by),
        lambda: services.remove_question(question, by=by),
        lambda: services.edit_questionnaire(first, by=by, values={"title": "Иначе"}, expected_version=1),
        lambda: services.drop_questionnaire(first, by=by),
    ):
        with pytest.raises(MoveRefused):
            deed()
    second = services.revise_questionnaire(first, by=by)
    with pytest.raises(MoveRefused):
        services.revise_questionnaire(first, by=by)
    assert (second.edition, second.bank, _codes(second)) == (2, "mentees", _codes(first))
    services.add_question(second, by=by, kind=Kind.TEXT, text="Ещё")
    services.publish_questionnaire(second, by=by)
    first.refresh_from_db()
    assert (first.state, first.questions.count(), second.questions.count()) == (QuestionnaireState.ARCHIVED, 7, 8)


def _codes(questionnaire):
    return list(questionnaire.questions.values_list("code", flat=True))


def test_a_question_moves_and_its_code_stays(home):
    by = home.curator.user
    draft = services.create_questionnaire(home.organization, by=by, title="Своя")
    with pytest.raises(MoveRefused):
        services.publish_questionnaire(draft, by=by)
    rows = [services.add_question(draft, by=by, kind=Kind.TEXT, text=word) for word in ("а", "б", "в")]
    services.move_question(rows[2], -1, by=by)
    services.move_question(rows[0], -1, by=by)
    services.remove_question(rows[1], by=by)
    services.add_question(draft, by=by, kind=Kind.YES_NO, text="г")
    assert list(draft.questions.values_list("text", "code")) == [("а", "q1"), ("в", "q3"), ("г", "q4")]
    services.edit_question(rows[0], by=by, values={"text": "А"}, expected_version=1)
    with pytest.raises(StaleSave):
        services.edit_question(rows[0], by=by, values={"text": "Я"}, expected_version=1)


@pytest.mark.parametrize(
    ("kind", "sent", "wrong"),
    [
        (Kind.SCALE, {"options": "мало"}, {"options"}),
        (Kind.CHOICE, {"options": "одно"}, {"options"}),
        (Kind.CHOICE, {"options": "раз\nраз"}, {"options"}),
        (Kind.CHOICE, {"options": "\n".join(map(str, range(41)))}, {"options"}),
        (Kind.SEVERAL, {"options": "", "source": ""}, {"options"}),
        (Kind.MATRIX, {"options": "да\nнет", "rows": ""}, {"rows"}),
        (Kind.SEVERAL, {"options": "", "source": "competences"}, set()),
        (Kind.MATRIX, {"options": "да\nнет", "rows": "утро"}, set()),
    ],
)
def test_a_question_offers_something_to_choose(kind, sent, wrong):
    form = QuestionForm({"text": "Вопрос"} | sent, instance=Question(kind=kind))
    assert set(form.errors) == wrong


def test_a_survey_shows_to_those_it_asks_and_to_those_who_read_results_and_to_nobody_else(home, db):
    survey = campaign_of(home, every_kind(home), chosen=[home.mentee.employment])
    answer(survey, home.mentee.employment, full(survey))
    seen = {}
    for role, person in home.people.items():
        actor = actor_in(person.user, home.organization)
        for model in (Campaign, Questionnaire, Question, Response):
            if model.objects.visible_to(actor).exists():
                seen.setdefault(model.__name__, set()).add(role.value)
    readers = {"director", "curator", "council", "psychologist", "sysadmin"}
    assert seen == {
        "Campaign": readers | {"mentee"},
        "Questionnaire": readers,
        "Question": readers,
        "Response": {"curator"},
    }
