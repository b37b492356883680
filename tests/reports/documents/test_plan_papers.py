"""Programs and roadmaps show what they were given, chapter by chapter and row by row."""

from dataclasses import replace

import pytest

from reports.documents.papers import (
    FURTHER_COLUMNS,
    Change,
    Checkpoint,
    HeadBlock,
    Need,
    Passage,
    RoadmapItem,
    RoadmapStage,
    Stamp,
    render,
)
from tests.reports.documents.examples import (
    PROGRAM,
    ROADMAP,
    assert_in_order,
    pages,
    words,
)

pytestmark = pytest.mark.printed
MANY = (
    RoadmapStage(
        "Отбор",
        (
            RoadmapItem("приказ;", "май", "Директор", lead="Принятие актов:", mark="–"),
            RoadmapItem("программа.", "август", "Куратор", mark="–"),
            RoadmapItem("Беседа", "август", "Куратор", activity="Встреча"),
        ),
    ),
    RoadmapStage("Итоги", (RoadmapItem("Опрос", "июнь", "Куратор"), RoadmapItem("Отчёт", "июнь", "Куратор"))),
)


# Where the last sheet ends.
@pytest.mark.parametrize("count", [29, 30, 34])
def test_the_signatures_of_a_program_never_stand_alone(count):
    changes = tuple(Change("01.10.2026", f"Изменение{n}") for n in range(count + 1))
    sheets = [sheet for sheet in pages(replace(PROGRAM, changes=changes)) if "Наставляемый" in sheet]
    assert [f"Изменение{count}" in sheet for sheet in sheets] == [True]


def test_the_chapters_of_a_program_are_numbered_without_the_empty_ones():
    paper = replace(
        PROGRAM,
        stamps=(Stamp("СОГЛАСОВАНО", "протокол № 1", side="left"), Stamp("УТВЕРЖДАЮ", "Директор", "А. П. Синицына")),
        note=(Passage("Описание проблемы", ("Трудно планировать урок.",)),),
        needs=(Need("планирование", "знание предмета", "4 из 10"),),
        needs_title="Дефициты",
        checkpoints=(Checkpoint("декабрь 2026 г.", "половина плана"),),
    )
    assert_in_order(
        words(paper),
        "СОГЛАСОВАНО",
        "УТВЕРЖДАЮ",
        "Персонализированная программа наставничества",
        "Синицына А. П. – Заяц Л. И.",
        "г. Волгоград, 2026",
        "1. Участники программы",
        "стаж: 24 года.",
        "2. Пояснительная записка",
        "Трудно планировать урок.",
        "3. Дефициты и сильные стороны",
        "знание предмета",
        "4. План мероприятий",
        "Открытый урок",
        "5. Контрольные точки",
        "половина плана",
        "Наставляемый",
    )
    assert "Изменения программы" not in words(paper)


def test_hidden_columns_of_the_event_plan_are_not_printed():
    hidden = ("held", "mark", "note", "task", "result")
    text = words(replace(PROGRAM, hidden=hidden))
    assert "Открытый урок" in text and "методическое" in text
    assert not any(part in text for part in ("кабинет 12", "проведено", "Примечание", "Отметка"))
    assert "кабинет 12" in words(PROGRAM)


@pytest.mark.parametrize(
    "columns", [("dates", "responsible"), ("dates",), ("responsible",), ("result", "document"), ()]
)
def test_the_roadmap_shows_only_the_columns_asked_for(columns):
    titles = {key: column.title for key, column in FURTHER_COLUMNS.items()}
    found = [column.title for column in replace(ROADMAP, columns=columns).table.columns]
    stage, content = "Наименование этапа", "Содержание деятельности и примерный план мероприятий"
    assert found == ["№", stage, content, *(titles[key] for key in columns)]
    text = words(replace(ROADMAP, columns=columns))
    assert ("октябрь" in text, "Черных А. С." in text) == ("dates" in columns, "responsible" in columns)


def test_a_roadmap_by_stages_sets_each_date_beside_its_work_and_what_is_common_once():
    assert replace(ROADMAP, stages=MANY).table.rows == (
        ("1.", "Отбор", "Принятие актов:\n– приказ;", "май", "Директор"),
        ("", "", "– программа.\nБеседа", "август", "Куратор"),
        ("2.", "Итоги", "Опрос\nОтчёт", "июнь", "Куратор"),
    )
    stage = replace(MANY[0], items=tuple(replace(item, responsible="Куратор") for item in MANY[0].items))
    undated = replace(stage, items=(*stage.items[:2], replace(stage.items[2], dates="")))
    assert [row[3:] for row in replace(ROADMAP, stages=(undated,)).table.rows] == [
        ("май", "Куратор"),
        ("август", ""),
        ("\u00a0", ""),
    ]


def test_a_roadmap_by_items_numbers_them_through_and_names_each_stage_once():
    paper = replace(ROADMAP, stages=MANY, numbering="items", columns=("dates",), division="sections")
    assert paper.table.columns[1].title == "Наименование раздела"
    assert paper.table.rows == (
        ("1.", "Отбор", "Принятие актов:\n– приказ;", "май"),
        ("2.", "", "– программа.", "август"),
        ("3.", "", "Беседа", "август"),
        ("4.", "Итоги", "Опрос", "июнь"),
        ("5.", "", "Отчёт", "июнь"),
    )
    assert [tag.count("rowspan") for tag in (render(paper), render(replace(paper, numbering="stages")))] == [2, 2]


def test_the_activity_has_a_column_of_its_own_where_the_regulation_wants_it():
    rows = replace(ROADMAP, stages=MANY[:1], numbering="items", columns=(), shows_activity=True).table.rows
    assert [row[2:] for row in rows] == [
        ("", "Принятие актов:\n– приказ;"),
        ("", "– программа."),
        ("Встреча", "Беседа"),
    ]


def test_a_stage_is_named_on_the_page_where_its_items_begin():
    stages = tuple(
        RoadmapStage(f"Этап{stage:02d}", tuple(RoadmapItem(f"Дело{stage:02d}") for _ in range(2)))
        for stage in range(40)
    )
    for sheet in pages(replace(ROADMAP, stages=stages)):
        assert {f"Этап{n:02d}" in sheet for n in range(40) if f"Дело{n:02d}" in sheet} == {True}


def test_needs_have_no_column_nobody_filled():
    paper = replace(PROGRAM, needs=(Need("Оценивание", diagnosis="2 из 5"), Need("Дисциплина", diagnosis="3 из 5")))
    assert [column.title for column in paper.need_table.columns] == ["№", "Затруднения", "Результаты диагностики"]
    assert paper.needs_heading == "Затруднения"


def test_a_long_owner_is_broken_before_the_quoted_name():
    kind, name = "Муниципальное казённое дошкольное образовательное учреждение", "«Детский сад «Ласточка»"
    assert HeadBlock(f"{kind} {name}").balanced_name == f"{kind}\n{name}"
    assert HeadBlock("Школа «Рассвет»").balanced_name == "Школа «Рассвет»"
