"""What is counted out, what is hidden, and what the two phases say side by side."""

import io

import openpyxl
import pytest

from mentoring.lib.moves import MoveRefused
from people.surveys import services
from people.surveys.results import results_of
from people.surveys.states import Audience, Phase
from people.surveys.workbook import results_workbook
from tests.people.surveys.factories import (
    answer,
    campaign_of,
    colleagues,
    every_kind,
    from_template,
    full,
    read,
)
from tests.world import START


def _answered(home, people, *, scales, chosen=None, **fields):
    campaign = campaign_of(home, fields.pop("questionnaire", None) or every_kind(home), chosen=people, **fields)
    for place, (row, scale) in enumerate(zip(people, scales, strict=False)):
        answer(
            campaign, row, full(campaign, scale=scale, yes_no="yes" if scale > 5 else "no", text=f"Мысль {9 - place}")
        )
    return campaign


def _by_code(results):
    return {each.question.code: each for each in results.questions}


def test_every_kind_of_question_is_counted(home):
    campaign = _answered(home, colleagues(home, 7), scales=[2, 4, 6, 8, 10])
    results = results_of(campaign, names=True)
    assert (results.invited, results.answered, results.hidden) == (7, 5, "")
    counted = _by_code(results)
    assert counted["scale"].mean == 6
    assert [line.count for line in counted["scale"].lines] == [0, 1, 0, 1, 0, 1, 0, 1, 0, 1]
    assert [line.count for line in counted["yes_no"].lines] == [3, 2]
    assert [line.count for line in counted["several"].lines] == [5, 0, 5]
    assert [(line.group, line.label, line.count) for line in counted["matrix"].lines] == [
        ("утром", "да", 5),
        ("утром", "нет", 0),
        ("днём", "да", 0),
        ("днём", "нет", 5),
    ]
    assert counted["text"].texts[0] == ("Мысль 9", campaign.invitees.first().employment.person.short_name)
    assert all(bool(each.chart) == (each.question.kind not in ("text", "matrix")) for each in results.questions)


def test_the_workbook_says_what_the_page_says_and_no_text_is_a_formula(home):
    people = colleagues(home, 5)
    campaign = campaign_of(home, every_kind(home), chosen=people)
    for row in people:
        answer(campaign, row, full(campaign, text="=1+1"))
    book = openpyxl.load_workbook(io.BytesIO(results_workbook(results_of(campaign, names=True))))
    figures, texts = book.worksheets
    lines = {(row[0].value, row[1].value, row[2].value) for row in figures.iter_rows() if isinstance(row[1].value, int)}
    assert ("7", 5, 1) in lines and ("часто", 5, 1) in lines and ("утром: да", 5, 1) in lines
    cells = [cell for row in texts.iter_rows() for cell in row if cell.value == "=1+1"]
    assert len(cells) == 5 and {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("names", [True, False])
def test_four_answers_are_not_counted_out(home, names):
    results = results_of(_answered(home, colleagues(home, 6), scales=[1, 2, 3, 4]), names=names)
    assert results.hidden and results.questions == [] and results.points is None
    assert len(openpyxl.load_workbook(io.BytesIO(results_workbook(results))).worksheets) == 1


def test_a_group_is_hidden_when_it_or_what_is_left_beside_it_is_small(home):
    people = colleagues(home, 12)
    for row in people[:7]:
        row.experience_since = START
        row.save()
    campaign = _answered(home, people, scales=[5] * 11)
    shown = {group: bool(results_of(campaign, group=group).hidden) for group in ("", "young", "experienced", "?")}
    assert shown == {"": False, "young": True, "experienced": True, "?": False}
    answer(campaign, people[11], full(campaign))
    young = results_of(campaign, group="young")
    assert (young.hidden, young.shown) == ("", 7)


def test_a_question_few_answered_is_hidden_alone(home):
    people = colleagues(home, 6)
    campaign = campaign_of(home, every_kind(home), chosen=people)
    for number, row in enumerate(people):
        answer(campaign, row, full(campaign, text="Слово" if number < 3 else ""))
    hidden = {each.question.code for each in results_of(campaign).questions if each.hidden}
    assert hidden == {"text"}
    assert {each.question.code for each in results_of(campaign, names=True).questions if each.hidden} == set()


def test_without_names_nothing_shows_before_the_end_and_texts_come_in_the_order_of_letters(home):
    people = colleagues(home, 6)
    campaign = _answered(home, people, scales=[3] * 6, is_anonymous=True)
    assert results_of(campaign, names=True).questions == []
    services.close_campaign(campaign, by=home.curator.user)
    results = results_of(campaign, names=True, group="young")
    assert (results.group, results.groups, results.hidden) == ("", [], "")
    assert _by_code(results)["text"].texts == [(f"Мысль {n}", "") for n in range(4, 10)]
    with pytest.raises(MoveRefused):
        services.extend_campaign(campaign, campaign.closes_on, by=home.curator.user)


@pytest.mark.parametrize(("anonymous", "expected"), [(False, (4.0, 7.0, 5)), (True, (3.5, 7.5, None))])
def test_the_end_is_set_beside_the_start(home, anonymous, expected):
    """With names those who answered both times are followed; without, the two wholes are compared."""
    people = colleagues(home, 6)
    questionnaire = every_kind(home)
    before = _answered(
        home, people, scales=[1, 4, 4, 4, 4, 4], questionnaire=questionnaire, phase=Phase.BEFORE, is_anonymous=anonymous
    )
    services.close_campaign(before, by=home.curator.user)
    later = [*people[1:], *colleagues(home, 1, "Новый")]
    after = _answered(
        home, later, scales=[7, 7, 7, 7, 7, 10], questionnaire=questionnaire, phase=Phase.AFTER, is_anonymous=anonymous
    )
    services.close_campaign(after, by=home.curator.user)
    delta = _by_code(results_of(after))["scale"].delta
    assert (delta.before, delta.after, delta.pairs) == expected


def test_the_points_of_a_self_check_are_read(home):
    people = colleagues(home, 6)
    campaign = campaign_of(home, from_template(home, "self_check"), chosen=people, audience=Audience.CHOSEN)
    codes = [question.code for question in campaign.questionnaire.questions.filter(counts=True)]
    for row, level in zip(people, [2, 2, 1, 1, 0], strict=False):
        answer(campaign, row, read(campaign, **dict.fromkeys(codes, level)))
    results = results_of(campaign)
    assert (len(codes), results.points, results.most_points) == (9, 10.8, 18)
    assert [line.count for line in results.readings] == [2, 2, 1]
