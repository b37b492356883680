"""The catalog of settings says what every key of the schema means, and nothing else."""

import pytest

from people.organizations.regulations import RegulationSettings, load_preset, preset_codes, schema, setting_paths
from people.organizations.regulations.catalog import (
    GROUPS,
    SETTINGS,
    field_label,
    sections_of,
    setting_at,
    values_of,
)
from people.organizations.regulations.schema import shape_at, shape_of, value_at
from people.organizations.regulations.wording import changes_between, setting_words


def _fields(model):
    """Every field of the schema's class and of the classes inside it."""
    for name in model.model_fields:
        if (model, name) == (RegulationSettings, "clauses"):
            continue
        shape = shape_of(model, name)
        yield shape
        if shape.item:
            yield from _fields(shape.item)


def _entry_fields():
    lists = (shape_at(path).item for path in SETTINGS if shape_at(path).item)
    return [shape for item in lists for shape in _fields(item)]


def test_every_key_of_the_schema_has_its_meaning_and_no_meaning_stands_for_nothing():
    sections = {path for group in GROUPS.values() for path in sections_of(group)}
    unsaid = {path for path in setting_paths() if setting_at(path) is None} - sections
    assert unsaid == set()
    assert set(SETTINGS) | sections <= setting_paths()
    assert len(SETTINGS) == sum(len(group.settings) for group in GROUPS.values())


def test_every_field_of_an_entry_has_a_name_and_every_value_of_a_choice_its_word():
    for shape in _entry_fields():
        assert field_label(shape.model, shape.name)
    for shape in _fields(RegulationSettings):
        if shape.kind in (schema.CHOICE, schema.CHOICES):
            assert set(shape.values) <= set(values_of(shape.model, shape.name))


@pytest.mark.parametrize("code", preset_codes())
def test_every_preset_can_be_read_aloud(code):
    stored = load_preset(code).model_dump(mode="json")
    for path in SETTINGS:
        assert all(setting_words(path, value_at(stored, path)))


def test_a_change_is_told_in_words_entry_by_entry():
    old = RegulationSettings.recommended().model_dump(mode="json")
    new = RegulationSettings.recommended().model_dump(mode="json")
    new["curator"]["must_be_deputy"] = False
    new["final_event"]["types"] = [
        {"code": "survey", "label": "Опрос"},
        {"code": "fair", "label": "Ярмарка"},
        new["final_event"]["types"][2],
    ]
    new["clauses"]["curator.must_be_deputy"] = "4.4"
    changes = {change.key: change for change in changes_between(old, new)}
    assert set(changes) == {"curator.must_be_deputy", "final_event.types", "clauses.curator.must_be_deputy"}
    flag, types = changes["curator.must_be_deputy"], changes["final_event.types"].entries
    assert flag.before != flag.after
    assert len(types) == 3
    assert "Ярмарка" in types[0]
    assert "Конференция или семинар" in types[1]
    assert "Анкетирование → Опрос" in types[2]
    assert changes["clauses.curator.must_be_deputy"].after == ("4.4",)
