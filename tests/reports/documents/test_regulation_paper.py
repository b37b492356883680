"""The regulation as a paper: what stands in the settings stands on the sheet, stamps above it."""

import datetime

import pytest

from people.organizations.regulations import RegulationSettings, load_preset, preset_codes
from reports.documents.papers import render
from reports.documents.regulation import chapters_of, missing_stamp, regulation_paper, stamps_of
from tests.world import make_organization

DAY = datetime.date(2026, 9, 1)
MINUTES = {"word": "Принято", "body": "педагогическим советом", "source": "minutes"}


def settings_with(preset="school-3", **sections):
    data = load_preset(preset).model_dump(mode="json")
    for name, values in sections.items():
        data[name] = data[name] | values if isinstance(values, dict) else values
    return RegulationSettings.model_validate(data)


def lines_of(settings):
    return [
        text.replace("\u00a0", " ")
        for chapter in chapters_of(settings, DAY)
        for clause in chapter.clauses
        for text in (clause.text, *clause.items)
    ]


def text_of(settings):
    return "\n".join(lines_of(settings))


@pytest.mark.parametrize("code", preset_codes())
def test_every_preset_makes_a_whole_document(code):
    chapters = chapters_of(load_preset(code), DAY)
    assert [chapter.heading for chapter in chapters] == [
        "Общие положения",
        "Цель и задачи",
        "Формы и виды наставничества",
        "Организация наставничества",
        "Банки данных, отбор и критерии",
        "Права и обязанности",
        "Наставнические пары и группы",
        "Персонализированная программа",
        "Завершение программы",
        "Поощрение и оплата",
        "Мониторинг и отчётность",
        "Открытость",
        "Заключительные положения",
    ]
    lines = lines_of(load_preset(code))
    assert all(line.endswith((".", ":", ";")) for line in lines)
    assert not [line for line in lines if "None" in line or "  " in line or ".." in line or "{" in line]
    assert all(chapter.clauses for chapter in chapters)


@pytest.mark.parametrize("code", preset_codes())
def test_every_form_kind_principle_and_reason_of_the_settings_is_printed(code):
    settings, text = load_preset(code), text_of(load_preset(code)).casefold()
    said = [item.label for item in (*settings.forms.items, *settings.kinds.items) if item.enabled]
    said += [item.label for item in (*settings.principles, *settings.completion.reasons, *settings.criteria.mentor)]
    assert [label for label in said if label.casefold() not in text] == []


def test_what_other_regulations_have_is_printed_too():
    forms = load_preset("school-3").model_dump(mode="json")["forms"]
    forms["items"].append({"code": "pupils", "label": "ученик – ученик", "description": "Старший ведёт младшего.",
                           "outside": True})  # fmt: skip
    settings = settings_with(
        forms=forms,
        curator={"most": 3, "may_be_head": True, "scopes": [{"code": "a", "label": "математика"}],
                 "helpers": [{"code": "c", "label": "координатор", "posts": ["методист"]}]},
        bank={"max_mentees": 2, "enter_on_hiring": True},
        criteria={"thresholds": {"teaching_years": 5},
                  "mentee_grounds": [{"code": "young", "label": "молодой", "max_age": 35, "max_experience_years": 3}]},
        pairing={"approvals": [{"code": "mo", "label": "МО", "role": "council", "needs_document": True}]},
        program={"term": "trainee_period", "plan_within": 10, "report_within": 3, "plan_columns": ["risks"]},
        payment={"kind": "percent", "amount": "15", "per_mentee": True},
    )  # fmt: skip
    text = text_of(settings)
    for part in (
        "по отдельным планам осуществляются формы: «ученик – ученик» – старший ведёт младшего",
        "не более 3; они делят работу по направлениям: математика",
        "сам директор",
        "координатор (методист)",
        "одновременно не более 2 человек",
        "включают в банк данных без отдельного запроса",
        "педагогический – не менее 5 лет",
        "молодой: возраст не старше 35 лет и стаж не более 3 лет",
        "МО, с протоколом или выпиской из него",
        "весь срок стажировки",
        "в течение 10 рабочих дней после приказа",
        "в течение 3 рабочих дней после окончания",
        "риски",
        "15 % должностного оклада за каждого наставляемого",
    ):
        assert part in text, part


def test_a_mentor_gives_up_without_a_reason_and_a_mentee_by_the_document():
    lines = lines_of(load_preset("lastochka"))
    good = " (по уважительным обстоятельствам)"
    assert {"по инициативе наставника;", f"по инициативе наставляемого{good};"} <= set(lines)
    assert "прекратить участие по уважительным обстоятельствам." in lines


def test_one_ground_of_completion_stands_in_the_singular_and_months_are_named_once():
    lines = lines_of(load_preset("lastochka"))
    assert "Основание завершения программы: план мероприятий выполнен полностью." in lines
    assert "Срок программы – от 3 до 12 месяцев." in lines


def test_indicators_are_named_in_the_words_of_the_house():
    terms = load_preset("school-3").terms.model_dump()
    terms["difficulty"] |= {"plural_genitive": "дефицитов"}
    settings = settings_with(terms=terms)
    said = [one.label for one in settings.monitoring.indicators if "затруднений" in one.label]
    text = text_of(settings).casefold()
    assert said and all(label.replace("затруднений", "дефицитов").casefold() in text for label in said)
    assert not [label for label in said if label.casefold() in text]


@pytest.mark.parametrize(
    ("interval", "months", "said"),
    [
        ("year", (9, 1), "обновляют ежегодно в сентябре и январе"),
        ("year", (9,), "обновляют не реже одного раза в год: в сентябре"),
        ("half_year", (9, 1), "обновляют не реже одного раза в полугодие: в сентябре и январе"),
    ],
)
def test_banks_are_refreshed_as_often_as_there_are_months(interval, months, said):
    settings = settings_with(bank={"refresh_interval": interval, "refresh_months": months})
    assert f"Сведения в них {said}." in text_of(settings)


def acts_of(settings):
    """The items of 1.2."""
    return [item.replace("\u00a0", " ") for item in chapters_of(settings, DAY)[0].clauses[1].items]


@pytest.mark.parametrize("code", preset_codes())
def test_the_labor_code_and_the_federal_laws_come_first_and_each_act_once(code):
    acts = acts_of(load_preset(code))
    assert acts[0] == "Трудовой кодекс Российской Федерации (статьи 60.2, 191, 351.8);"
    assert [law[:47] for law in acts[1:3]] == [
        "Федеральный закон от 29 декабря 2012 г. № 273-Ф",
        "Федеральный закон от 27 июля 2006 г. № 152-ФЗ «",
    ]
    assert acts[3][0].islower() and not [act for act in acts[3:] if "ФЗ" in act or "Трудов" in act]


def test_a_law_on_personal_data_is_cited_where_consents_are_asked():
    acts = acts_of(settings_with("cdutt", consent={"personal_data_required": False}))
    assert not [act for act in acts if "152-ФЗ" in act]


def test_the_law_asks_the_mentor_for_a_consent_whatever_the_document_says():
    lines = lines_of(load_preset("cdutt"))
    assert any("начинается с письменного согласия наставника." in line for line in lines)


def test_sentences_take_the_case_they_ask_for():
    lines = lines_of(load_preset("school-3"))
    assert {
        "Куратором может быть заместитель директора.",
        "Требования к компетенциям наставника:",
        "педагог в состоянии профессионального, эмоционального выгорания;",
        "Меры поощрения наставника:",
        "Анкетирование проводят в апреле.",
    } <= set(lines)
    assert any(line.startswith("Основание выплат – положение о порядке") for line in lines)
    assert any(line.endswith("ежегодно в сентябре и январе.") for line in lines)
    lines = lines_of(load_preset("lyceum-136"))
    assert "в региональный центр наставничества." in lines and "региональная система наставничества." in lines
    lines = lines_of(load_preset("malinovskaya"))
    assert "Комитет Администрации Красногорского района по образованию;" in lines
    assert "участвует в разработке локальных актов о наставничестве вместе с профсоюзом;" in lines
    assert "Партнёр, с которым согласуют работу, – региональная система наставничества." in lines_of(
        load_preset("cdutt")
    )


def test_a_mentor_gives_notice_in_working_days_where_the_document_asks_for_one():
    told = "отказаться от наставничества досрочно, не называя причины"
    assert f"{told}." in lines_of(load_preset("school-3"))
    asked = lines_of(settings_with(agreement={"mentor_notice_days": 3}))
    assert f"{told}, предупредив об этом не менее чем за 3 рабочих дня." in asked


@pytest.mark.parametrize(
    ("program", "said"),
    [
        (
            {},
            "Программу согласует наставляемый; её утверждает куратор подписью "
            "на титульном листе или директор приказом.",
        ),
        (
            {"title_stamps": [{"word": "УТВЕРЖДАЮ", "role": "director"}]},
            "Программу утверждает директор подписью на титульном листе или приказом.",
        ),
        ({"needs_order": True}, "Программу утверждает директор приказом."),
    ],
)
def test_the_document_says_who_approves_a_program(program, said):
    assert said in lines_of(settings_with(program=program))


@pytest.mark.parametrize(
    ("adoption", "said"),
    [
        ({"in_force_on": "2022-05-06"}, "действует с 6 мая 2022 г., в настоящей редакции – с 1 сентября 2026 г."),
        (
            {"in_force_on": "2026-09-01", "amended_number": "7", "amended_on": "2026-08-28"},
            "действует в настоящей редакции с 1 сентября 2026 г.",
        ),
        ({"in_force_on": None}, "вступает в силу с 1 сентября 2026 г."),
    ],
)
def test_a_new_edition_does_not_come_into_force_as_if_it_were_the_first(adoption, said):
    assert f"Настоящее Положение {said}" in lines_of(settings_with(regulation=adoption))


@pytest.mark.parametrize(
    ("kind", "first"),
    [
        ("regulation", "Настоящее Положение"),
        ("program", "Настоящая Программа"),
        ("procedure", "Настоящий Порядок"),
    ],
)
def test_the_document_agrees_with_its_kind(kind, first):
    assert text_of(settings_with(regulation={"kind": kind})).startswith(first)


def test_four_stamps_with_what_is_known_and_lines_for_what_is_not():
    stamps = [
        MINUTES | {"number": "8", "on": "2026-08-28"},
        MINUTES | {"word": "Рассмотрено", "body": "на заседании МО"},
        {"word": "Согласовано", "body": "Председатель профкома", "source": "person"},
        {"word": "Введено в действие", "body": "приказом", "source": "order", "when": "after_order"},
    ]
    settings = settings_with(regulation={"stamps": stamps})
    known = settings.regulation.model_copy(update={"order_number": "41-од", "order_on": DAY})
    made = stamps_of(settings.model_copy(update={"regulation": known}), "МОУ СШ № 3")
    assert [(stamp.word, stamp.side) for stamp in made] == [
        ("ПРИНЯТО", "left"),
        ("РАССМОТРЕНО", "right"),
        ("СОГЛАСОВАНО", "left"),
        ("ВВЕДЕНО В ДЕЙСТВИЕ", "right"),
    ]
    assert [stamp.by.replace("\u00a0", " ") for stamp in made] == [
        "педагогическим советом\nпротокол от 28 августа 2026 г. № 8",
        "на заседании МО\nпротокол\nот «__» _________ 20__ г. № ____",
        "Председатель профкома",
        "приказом МОУ СШ № 3\nот 1 сентября 2026 г. № 41-од",
    ]
    blank = settings.regulation.model_copy(update={"order_number": "", "order_on": None})
    assert "____" in stamps_of(settings.model_copy(update={"regulation": blank}))[3].by


@pytest.mark.parametrize(
    ("stamp", "missing"),
    [
        ({"number": "8", "on": "2026-08-28", "blank_allowed": False}, False),
        ({"number": "8", "blank_allowed": False}, True),
        ({"on": "2026-08-28", "blank_allowed": False}, True),
        ({"blank_allowed": True}, False),
        ({"blank_allowed": False, "when": "after_order"}, False),
    ],
)
def test_only_minutes_before_the_order_may_be_missing(stamp, missing):
    settings = settings_with(regulation={"stamps": [MINUTES | stamp]})
    assert (missing_stamp(settings) is not None) == missing


@pytest.mark.django_db
def test_a_version_prints_by_its_own_settings_and_a_draft_says_so():
    organization = make_organization("lyceum-136", preset="lyceum-136")
    version = organization.regulations.get()
    html = render(regulation_paper(version))
    assert "ПОЛОЖЕНИЕ" in html and "дефицит" in html and "draft" not in html
    version.state = "draft"
    assert 'class="gost-2025 draft"' in render(regulation_paper(version))
