"""The difference of two regulations."""

import pytest

from people.organizations.regulations import RegulationSettings, load_preset, load_regulation, preset_codes
from people.organizations.regulations.difference import Difference, differences, setting_of

BASE = RegulationSettings.recommended()


def of(text, old=BASE):
    return [one for one in differences(old, load_regulation(text)) if one.setting != "clauses"]


def test_a_changed_value_is_named_by_its_key_with_both_values():
    assert of("no_harm_clause = false\n[program]\nmax_months = 9") == [
        Difference("no_harm_clause", True, False),
        Difference("program.max_months", 12, 9),
    ]


def test_a_list_of_plain_values_is_compared_whole():
    assert of("[bank]\nrefresh_months = [9, 1]") == [Difference("bank.refresh_months", [9], [9, 1])]


def test_entries_are_matched_by_their_code():
    text = """
    [[final_event.types]]
    code = "survey"
    label = "Опрос"
    [[final_event.types]]
    code = "conference"
    label = "Конференция или семинар"
    [[final_event.types]]
    code = "fair"
    label = "Ярмарка"
    """
    assert of(text) == [
        Difference("final_event.types.survey.label", "Анкетирование", "Опрос"),
        Difference("final_event.types.round_table", {"code": "round_table", "label": "Круглый стол"}, None),
        Difference("final_event.types.fair", None, {"code": "fair", "label": "Ярмарка"}),
    ]


def test_another_order_of_the_same_entries_is_one_difference():
    types = [{"code": kind.code, "label": kind.label} for kind in reversed(BASE.final_event.types)]
    moved = BASE.model_dump(mode="json") | {"final_event": {"needs_order": False, "types": types}}
    codes = [kind.code for kind in BASE.final_event.types]
    assert differences(BASE, moved) == [Difference("final_event.types", codes, codes[::-1])]


def test_a_clause_is_a_difference_of_its_own_kind():
    found = differences(BASE, load_regulation('[clauses]\n"bank.keeper" = "3.4"'))
    assert found == [Difference("clauses.bank.keeper", "рекомендация", "3.4")]
    assert (found[0].setting, found[0].entry) == ("clauses", "bank.keeper")


@pytest.mark.parametrize("code", preset_codes())
def test_a_regulation_does_not_differ_from_itself_and_both_ways_name_the_same_places(code):
    preset = load_preset(code)
    assert differences(preset, preset.model_dump(mode="json")) == []
    there, back = differences(BASE, preset), differences(preset, BASE)
    assert {one.key for one in there} == {one.key for one in back}
    assert {(one.key, one.before) for one in there if isinstance(one.before, str)} == {
        (one.key, one.after) for one in back if isinstance(one.after, str)
    }


@pytest.mark.parametrize(
    ("key", "setting", "entry"),
    [
        ("program.max_months", "program.max_months", ""),
        ("roadmap.stages.one.items.two.text", "roadmap.stages", "one.items.two.text"),
        ("clauses.program", "clauses", "program"),
        ("nothing", "", "nothing"),
    ],
)
def test_a_place_knows_its_setting(key, setting, entry):
    assert setting_of(key) == setting
    assert Difference(key, 1, 2).entry == entry
