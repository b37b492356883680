"""The line every key of a TOML text stands on."""

import tomllib
from importlib.resources import files

import pytest

from people.organizations.regulations import preset_codes
from people.organizations.regulations.lines import key_lines, line_of

TEXT = '''\
# о порядке = "не ключ"
name = "в строке [не таблица] # и не примечание"
about = """первая
[вторая]
"""
start = { month = 9, day = 1 }

[clauses]
"program.max_months" = "1.2"
'bank' = "3.4"

[[stages]]
code = "one"

[[stages.items]]
code = "a"
points = [
    { month = 4 }, # апрель
    { month = 5, "день" = 1 },
]
date.shape = "open"

[[stages.items]]
code = "b"

[[stages]]
code = "two"
items = [{ code = "c" }, { code = "d" }]
when = 2026-09-01 10:00:00.5
'''


def test_every_key_is_found_however_it_is_written():
    lines = key_lines(TEXT)
    assert {key: lines[key] for key in lines if "stages" not in key} == {
        "name": 2,
        "about": 3,
        "start": 6,
        "start.month": 6,
        "start.day": 6,
        "clauses": 8,
        "clauses.program.max_months": 9,
        "clauses.bank": 10,
    }
    assert {key.removeprefix("stages"): lines[key] for key in lines if "stages" in key} == {
        "": 12,
        ".1": 12,
        ".1.code": 13,
        ".1.items": 15,
        ".1.items.1": 15,
        ".1.items.1.code": 16,
        ".1.items.1.points": 17,
        ".1.items.1.points.1": 18,
        ".1.items.1.points.1.month": 18,
        ".1.items.1.points.2": 19,
        ".1.items.1.points.2.month": 19,
        ".1.items.1.points.2.день": 19,
        ".1.items.1.date": 21,
        ".1.items.1.date.shape": 21,
        ".1.items.2": 23,
        ".1.items.2.code": 24,
        ".2": 26,
        ".2.code": 27,
        ".2.items": 28,
        ".2.items.1": 28,
        ".2.items.1.code": 28,
        ".2.items.2": 28,
        ".2.items.2.code": 28,
        ".2.when": 29,
    }


def test_a_missing_key_is_looked_for_where_it_should_stand():
    lines = key_lines(TEXT)
    assert line_of(lines, "stages.1.items.2.text") == 23
    assert line_of(lines, "nothing") == 1


def paths(value, prefix=""):
    entries = value.items() if isinstance(value, dict) else enumerate(value, start=1)
    for name, each in entries if isinstance(value, dict | list) else ():
        yield f"{prefix}{name}"
        yield from paths(each, f"{prefix}{name}.") if isinstance(each, dict | list) else ()


@pytest.mark.parametrize("code", preset_codes())
def test_every_key_of_a_preset_has_its_line(code):
    text = (files("people.organizations") / "presets" / f"{code}.toml").read_text(encoding="utf-8")
    lines = key_lines(text)
    assert set(lines) == set(paths(tomllib.loads(text)))
    written = text.splitlines()
    assert all(key.rpartition(".")[2] in written[line - 1] for key, line in lines.items() if not key[-1].isdigit())
