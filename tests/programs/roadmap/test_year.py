"""The regulation's roadmap laid onto a year: windows, wording, who answers."""

import datetime
from collections import Counter

import pytest

from mentoring.lib.moves import MoveRefused
from people.organizations.regulations import load_preset, preset_codes
from programs.models import Item, Roadmap
from programs.roadmap.services import open_year
from tests.world import build_world, make_organization, make_user

pytestmark = pytest.mark.django_db


def days(*parts):
    """«01.09.2026» → days."""
    return tuple(datetime.datetime.strptime(part, "%d.%m.%Y").date() if part else None for part in parts)


def opened(preset, year=2026):
    organization = make_organization(f"{preset}-x", preset=preset)
    return open_year(organization, year, by=make_user(f"curator@{preset}.example"))


def windows(roadmap):
    """Every item as (stage, beginning of the wording, wording of the date, first day, last day)."""
    return [
        (item.stage.position, item.content[:22], item.when_text, item.starts_on, item.due_on)
        for item in Item.objects.filter(stage__roadmap=roadmap).select_related("stage")
    ]


FIRST_OF_SEPTEMBER = days("01.09.2026", "01.09.2026")
SEPTEMBER = days("01.09.2026", "30.09.2026")
AUGUST = days("01.08.2026", "31.08.2026")
AUTUMN = days("01.09.2026", "31.10.2026")
SPRING = days("01.04.2027", "31.05.2027")
MAY_BEFORE = days("01.05.2026", "31.05.2026")
APRIL = days("01.04.2027", "30.04.2027")
MAY = days("01.05.2027", "31.05.2027")
JANUARY = days("01.01.2027", "31.01.2027")
JUNE = days("01.06.2027", "30.06.2027")
OPEN = (None, None)


def test_school_3_has_its_fixed_day_its_lists_twice_and_its_years_moved():
    asked = _expected(
        [
            (1, "Приказ «Об утверждении", "Май 2026", MAY_BEFORE),
            (
                1,
                "Приказ(ы) о закреплени",
                "1 сентября (в т.ч. по мере необходимости)",
                days("01.09.2026", "01.09.2026"),
            ),
            (1, "Подготовка персонализи", "сентябрь (в т.ч. по мере необходимости)", SEPTEMBER),
            (2, "Сбор информации о проф", "сентябрь, январь (ежегодно)", SEPTEMBER),
            (2, "Сбор информации о проф", "сентябрь, январь (ежегодно)", JANUARY),
            (2, "Формирование банка дан", "сентябрь (в т.ч. по мере необходимости)", SEPTEMBER),
            (3, "Проведение анкетирован", "май, сентябрь 2026", MAY_BEFORE),
            (3, "Проведение анкетирован", "май, сентябрь 2026", SEPTEMBER),
            (3, "Формирование банка дан", "май, сентябрь 2026 (далее – в течение года)", MAY_BEFORE),
            (3, "Формирование банка дан", "май, сентябрь 2026 (далее – в течение года)", SEPTEMBER),
            (4, "Анализ банка наставник", "май, сентябрь 2026 (далее – в течение года)", MAY_BEFORE),
            (4, "Анализ банка наставник", "май, сентябрь 2026 (далее – в течение года)", SEPTEMBER),
            (4, "подготовка методически", "сентябрь – октябрь 2026", AUTUMN),
            (4, "проведение консультаци", "сентябрь – октябрь 2026 (далее – в течение года)", AUTUMN),
            (5, "Формирование наставнич", "сентябрь – октябрь 2026 (далее – в течение года)", AUTUMN),
            (5, "Организация психолого-", "в течение учебного года", OPEN),
            (6, "Проведение мониторинга", "апрель 2027 (далее – ежегодно)", APRIL),
            (6, "Проведение школьной ко", "апрель 2027 (далее – ежегодно)", APRIL),
            (6, "Проведение итогового м", "апрель 2027 (далее – ежегодно)", APRIL),
            (7, "Размещение на сайте шк", "в течение учебного года", OPEN),
        ]
    )
    assert windows(opened("school-3")) == asked


def _expected(rows):
    return [(stage, content, wording, *window) for stage, content, wording, window in rows]


# preset → how many items have which window, stage by stage
WINDOWS = {
    "lastochka": [
        (1, AUGUST), (1, SEPTEMBER), (1, AUTUMN), (2, SEPTEMBER), (2, SEPTEMBER), (3, SEPTEMBER), (3, SEPTEMBER),
        (4, SEPTEMBER), (4, AUTUMN), (4, AUTUMN), (5, SEPTEMBER), (5, AUTUMN), (5, OPEN), (6, SPRING), (6, MAY),
        (6, MAY), (7, OPEN),
    ],
    "cdutt": [
        (1, AUGUST), (1, SEPTEMBER), (1, AUGUST), (2, SEPTEMBER), (2, SEPTEMBER), (3, SEPTEMBER), (3, SEPTEMBER),
        (4, SEPTEMBER), (4, AUTUMN), (4, AUTUMN), (5, SEPTEMBER), (5, AUTUMN), (5, OPEN), (6, SPRING), (6, APRIL),
        (6, MAY), (7, OPEN),
    ],
    "malinovskaya": [
        (1, MAY_BEFORE), (1, AUGUST), (1, SEPTEMBER), (2, AUGUST), (2, AUGUST), (3, AUGUST), (3, AUGUST), (4, AUGUST),
        (4, OPEN), (4, OPEN), (5, SEPTEMBER), (5, SEPTEMBER), (5, OPEN), (6, SPRING), (6, SPRING), (6, SPRING),
    ],
    "lyceum-136": [
        (1, AUGUST), (1, SEPTEMBER), (1, AUTUMN), (2, SEPTEMBER), (2, JANUARY), (2, SEPTEMBER), (2, JANUARY),
        (3, SEPTEMBER), (3, SEPTEMBER), (4, SEPTEMBER), (4, AUTUMN), (4, AUTUMN), (5, SEPTEMBER), (5, AUTUMN),
        (5, OPEN), (6, SPRING), (6, MAY), (7, OPEN), (8, days("01.05.2027", "30.06.2027")), (9, JUNE),
    ],
}  # fmt: skip


@pytest.mark.parametrize("preset", WINDOWS)
def test_the_other_four_have_the_windows_of_their_regulations(preset):
    found = [(stage, (starts_on, due_on)) for stage, _text, _words, starts_on, due_on in windows(opened(preset))]
    assert found == WINDOWS[preset]


@pytest.mark.parametrize("preset", preset_codes())
def test_stages_and_who_answers_are_those_of_the_regulation(preset):
    rules, roadmap = load_preset(preset).roadmap, opened(preset)
    assert [stage.name for stage in roadmap.stages.all()] == [stage.label for stage in rules.stages]
    asked = Counter((item.text, item.responsible.post, item.responsible.role) for item in rules.items)
    found = set(Item.objects.filter(stage__roadmap=roadmap).values_list("content", "responsible", "role"))
    assert found == set(asked)


def test_another_year_has_its_own_days_and_wording():
    roadmap = opened("malinovskaya", 2028)
    assert windows(roadmap)[0][2:] == ("Май, 2028", *days("01.05.2028", "31.05.2028"))
    assert windows(roadmap)[-1][2:] == ("Апрель - май, 2029", *days("01.04.2029", "31.05.2029"))


def test_a_year_is_opened_once_and_by_each_organization_for_itself():
    world = build_world()
    open_year(world.home.organization, 2026, by=world.home.curator.user)
    with pytest.raises(MoveRefused, match="2026/27"):
        open_year(world.home.organization, 2026, by=world.home.curator.user)
    open_year(world.other.organization, 2026, by=world.other.curator.user)
    assert Roadmap.objects.count() == 2
