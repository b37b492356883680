"""Indicators as papers say them."""

import pytest

from people.organizations.selectors import regulation_on
from reports.documents.wording import indicator_label
from reports.monitoring.indicators import INDICATORS
from reports.monitoring.wording import not_counted, said_on_paper
from tests.amending import amend
from tests.world import DAY


@pytest.fixture
def home(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


def test_bounds_are_the_numbers_of_the_regulation(home):
    amend(home.organization, {"young_teacher.max_age": 31, "young_teacher.max_experience_years": 5})
    settings = regulation_on(home.organization, DAY)
    said = {one.code: said_on_paper(one, settings) for one in INDICATORS}
    assert said["young_coverage"]["formula"] == (
        "Числитель – педагоги не старше 31 года с наставником; знаменатель – все педагоги не старше 31 года"
    )
    assert said["novice_coverage"] == {
        "label": "Педагоги со стажем 0–5 лет, у которых есть наставник",
        "formula": "Числитель – педагоги со стажем не более 5 лет с наставником; "
        "знаменатель – все педагоги со стажем не более 5 лет",
    }


def test_no_formula_of_a_paper_has_a_sign_of_division(home):
    settings = regulation_on(home.organization, DAY)
    assert not [one.code for one in INDICATORS if "÷" in said_on_paper(one, settings)["formula"]]


def test_an_indicator_is_called_as_the_regulation_approves_it_in_the_words_of_the_house(home):
    terms = {"terms.difficulty.plural_genitive": "дефицитов"}
    amend(home.organization, terms)
    settings = regulation_on(home.organization, DAY)
    labels = {one.code: said_on_paper(one, settings)["label"] for one in INDICATORS}
    approved = {one.code: indicator_label(one, settings.terms) for one in settings.monitoring.indicators}
    shared = ("mentee_coverage", "young_coverage", "mentor_share")
    assert {code: labels[code] for code in shared} == {code: approved[code] for code in shared}
    assert labels["plan_done"] == "Выполнение плана мероприятий"
    assert labels["programs_completed"] == "Выполнение программ"
    assert not_counted(settings, INDICATORS) == [
        "Повышение квалификации", "Удовлетворённость участников", "Изменение дефицитов", "Закрепление в профессии",
    ]  # fmt: skip
