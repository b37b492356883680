"""The five presets against the comparison of the five regulations, row by row."""

import re
import tomllib
from datetime import date
from importlib.resources import files

import pytest

from people.organizations.regulations import (
    FROM_LAW,
    FROM_PRACTICE,
    FROM_RECOMMENDATION,
    NOT_IN_TEXT,
    RegulationSettings,
    load_preset,
    preset_codes,
    setting_paths,
)

from .comparison import CLAUSES, CODES, ROWS, codes, labels

MARKS = {FROM_LAW, FROM_PRACTICE, FROM_RECOMMENDATION, NOT_IN_TEXT}
CASES = [
    pytest.param(look, code, value, id=f"{row}: {code}")
    for row, (look, *values) in ROWS.items()
    for code, value in zip(CODES, values, strict=True)
]


def preset_text(code):
    return (files("people.organizations") / "presets" / f"{code}.toml").read_text(encoding="utf-8")


def stated_keys(table, prefix=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from stated_keys(value, f"{prefix}{key}.")
        else:
            yield prefix + key


def test_the_five_presets_are_delivered():
    assert set(preset_codes()) == set(CODES)


def test_an_unknown_preset_is_not_found():
    with pytest.raises(KeyError):
        load_preset("../school-3")


@pytest.mark.parametrize(("look", "code", "value"), CASES)
def test_a_preset_says_what_the_comparison_of_the_regulations_says(look, code, value):
    assert look(load_preset(code)) == value


@pytest.mark.parametrize(
    ("key", "code", "clause"),
    [(key, code, clause) for key, by_code in CLAUSES.items() for code, clause in zip(CODES, by_code, strict=True)],
)
def test_a_setting_names_the_clause_it_comes_from(key, code, clause):
    assert load_preset(code).clause_of(key) == clause


@pytest.mark.parametrize("code", CODES)
def test_every_stated_setting_has_its_own_clause_and_every_other_a_mark(code):
    document = tomllib.loads(preset_text(code))
    clauses = document.pop("clauses")
    stated = set(stated_keys(document))
    settings = load_preset(code)
    prefixes = {key: {key.rsplit(".", cut)[0] for cut in range(key.count(".") + 1)} for key in stated}
    assert {key for key in stated if not prefixes[key] & clauses.keys()} == set()
    sections = {path.rpartition(".")[0] for path in setting_paths()}
    leaves = setting_paths() - sections
    borrowed = {key for key in leaves - stated if key not in clauses}
    assert {key for key in borrowed if settings.clause_of(key) not in MARKS} == set()


@pytest.mark.parametrize("code", CODES)
def test_a_preset_survives_storing_as_json(code):
    settings = load_preset(code)
    assert RegulationSettings.model_validate(settings.model_dump(mode="json")) == settings


def test_stage_names_are_those_of_the_regulations():
    names = (
        "Подготовка условий для реализации системы наставничества",
        "Формирование банка наставляемых",
        "Формирование банка наставников",
        "Отбор и обучение",
        "Организация и осуществление работы наставнических пар/групп",
        "Завершение персонализированных программ наставничества",
        "Информационная поддержка системы наставничества",
    )
    assert labels(load_preset("school-3").roadmap.stages) == names
    assert labels(load_preset("lastochka").roadmap.stages) == names
    assert labels(load_preset("malinovskaya").roadmap.stages) == names[:6]
    assert labels(load_preset("lyceum-136").roadmap.stages)[:8] == (
        *names,
        "Формирование информационной базы наставников, информационной базы наставляемых",
    )
    model = "системы (целевой модели) наставничества"
    cdutt = tuple(name.replace("системы наставничества", model) for name in names)
    assert labels(load_preset("cdutt").roadmap.stages) == cdutt


def test_the_sixteen_rows_of_school_3_fall_on_their_days_in_2026():
    may, september = date(2026, 5, 1), date(2026, 9, 30)
    autumn = (date(2026, 9, 1), date(2026, 10, 31))
    april = (date(2027, 4, 1), date(2027, 4, 30))
    assert [item.date.window(2026) for item in load_preset("school-3").roadmap.items] == [
        (may, date(2026, 5, 31)),
        (date(2026, 9, 1), date(2026, 9, 1)),
        (date(2026, 9, 1), september),
        (date(2026, 9, 1), date(2027, 1, 31)),
        (date(2026, 9, 1), september),
        (may, september),
        (may, september),
        (may, september),
        autumn,
        autumn,
        autumn,
        (None, None),
        april,
        april,
        april,
        (None, None),
    ]


def test_the_dates_of_school_3_have_all_six_shapes():
    assert {item.date.shape for item in load_preset("school-3").roadmap.items} == {
        "month",
        "day",
        "range",
        "list",
        "annual",
        "open",
    }


def test_each_row_of_malinovskaya_has_its_own_date_and_responsible_post():
    organizer = "организатор по учебно-воспитательной работе"
    rows = [(item.code, item.date.wording, item.responsible.post) for item in load_preset("malinovskaya").roadmap.items]
    assert rows == [
        ("regulation_order", "Май, 2022", "директор"),
        ("pair_orders", "Август, 2022", organizer),
        ("programs", "Сентябрь, 2022", organizer),
        ("requests", "Август, 2022", organizer),
        ("mentee_bank_entry", "Август, 2022", organizer),
        ("mentor_survey", "Август, 2022", organizer),
        ("mentor_bank_entry", "Август, 2022", organizer),
        ("choose_mentors", "Август, 2022", organizer),
        ("training_materials", "В течение года", organizer),
        ("training_sessions", "В течение года", organizer),
        ("form_pairs", "Сентябрь, 2022", organizer),
        ("write_programs", "Сентябрь, 2022", organizer),
        ("support_unpaired", "В течение года", "ответственный за психолого-педагогическую поддержку"),
        ("final_survey", "Апрель - май, 2023", organizer),
        ("final_conference", "Апрель - май, 2023", organizer),
        ("final_event", "Апрель - май, 2023", organizer),
    ]


@pytest.mark.parametrize("code", CODES)
def test_dates_and_responsible_are_proposals_exactly_where_the_regulation_has_no_column(code):
    roadmap = load_preset(code).roadmap
    assert {item.date.proposed for item in roadmap.items} == {not roadmap.columns.dates}
    assert {item.responsible.proposed for item in roadmap.items} == {not roadmap.columns.responsible}


@pytest.mark.parametrize("code", CODES)
def test_the_mentees_of_a_group_are_two_or_more_and_a_speed_meeting_is_single(code):
    kinds = load_preset(code).kinds.items
    assert {kind.code: kind.min_mentees for kind in kinds if kind.min_mentees > 1} == {"group": 2}
    assert codes(kind for kind in kinds if kind.single_meeting) == ("speed",)


@pytest.mark.parametrize("code", CODES)
def test_orders_on_pairs_rest_on_the_labor_code(code):
    assert labels_of_bases(code, "O4") == ["Статья 351.8 Трудового кодекса Российской Федерации"]


@pytest.mark.parametrize("code", CODES)
def test_orders_on_pay_encouragement_and_release_rest_on_their_articles_of_the_labor_code(code):
    articles = {kind: [title.split()[1] for title in labels_of_bases(code, kind)] for kind in ("O12", "O13", "O15")}
    assert articles == {"O12": ["191"], "O13": ["351.8", "60.2"], "O15": ["60.2"]}
    phrases = {basis.title: basis.phrase for basis in load_preset(code).legal_bases if basis.title.startswith("Статья")}
    assert phrases == {
        f"Статья {article} Трудового кодекса Российской Федерации": (
            f"в соответствии со статьёй {article} Трудового кодекса Российской Федерации"
        )
        for article in ("351.8", "60.2", "191")
    }


def labels_of_bases(code, order_kind):
    return [basis.title for basis in load_preset(code).legal_bases_for(order_kind)]


def test_the_order_on_the_regulation_cites_what_each_regulation_cites():
    assert {code: len(labels_of_bases(code, "O1")) for code in CODES} == {
        "school-3": 4,
        "lastochka": 1,
        "cdutt": 1,
        "malinovskaya": 1,
        "lyceum-136": 1,
    }
    assert [title.split(" «")[0] for title in labels_of_bases("malinovskaya", "O1")] == [
        "Приказ Министерства образования и науки Алтайского края от 24.03.2022 № 404"
    ]


@pytest.mark.parametrize("code", CODES)
def test_no_living_person_is_named(code):
    text = preset_text(code)
    initials = r"[А-ЯЁ]\.\s?[А-ЯЁ]\.\s?[А-ЯЁ][а-яё]+|[А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s?[А-ЯЁ]\."
    patronymic = r"\b[А-ЯЁ]\w+(?:(?:овн|евн)[аыуе]|(?:ович|евич)[аеу]?)\b"
    assert re.findall(f"{initials}|{patronymic}", text) == []
