"""A regulation as TOML: written and read back, and every kind of wrong text named by key and line."""

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from people.organizations.regulations import RegulationSettings, check_regulation, load_preset, preset_codes
from people.organizations.regulations.exchange import LIMIT, decode_toml, read_toml, write_toml
from people.organizations.regulations.settings import setting_paths

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=30).filter(
    lambda text: text.strip() == text
)


@pytest.fixture(autouse=True, scope="module")
def _in_english():
    with translation.override("en"):
        yield


@pytest.mark.parametrize("code", preset_codes())
def test_an_exported_preset_is_read_back_as_it_was(code):
    preset = load_preset(code)
    reading = read_toml(write_toml(preset))
    assert reading.problems == ()
    assert reading.settings == preset


def test_every_setting_stands_in_the_file_with_its_meaning():
    text = write_toml(RegulationSettings.recommended())
    names = {path.rpartition(".")[2] for path in setting_paths()}
    assert {name for name in names if f"{name} =" not in text and f"{name}]" not in text} == set()
    lines = text.splitlines()
    settings_lines = [at for at, line in enumerate(lines) if line.startswith("max_months =")]
    assert lines[settings_lines[0] - 1].startswith("# ")


@settings(max_examples=25)
@given(
    name=WORDS,
    months=st.lists(st.integers(1, 12), min_size=1, max_size=4),
    most=st.none() | st.integers(1, 50),
    amount=st.decimals(0, 99999, places=2),
    label=WORDS,
    clause=WORDS,
)
def test_any_settings_are_read_back_as_they_were(name, months, most, amount, label, clause):
    document = load_preset("malinovskaya").model_dump(mode="json")
    document["name"] = name
    document["bank"] |= {"refresh_months": months, "max_mentees": most}
    document["payment"] |= {"amount": str(amount)}
    document["forms"]["items"][0] |= {"label": label, "gloss": name}
    document["roadmap"]["stages"][0]["items"][0] |= {"text": label}
    document["clauses"] = {"bank": clause, "program": "1.2", "roadmap.stages": clause}
    mutated = check_regulation(document)
    read = read_toml(write_toml(mutated)).settings
    apart = {"clauses"}
    assert read.model_dump(exclude=apart) == mutated.model_dump(exclude=apart)
    stated = [key for key in setting_paths() if mutated.clause_of(key)]
    assert {key: read.clause_of(key) for key in stated} == {key: mutated.clause_of(key) for key in stated}


ITEM = 'code = "a"\ntext = "Дело"\ndate = { shape = "open", wording = "год" }\n'
ITEM += 'responsible = { role = "curator", post = "к" }'
STAGE = f'[[roadmap.stages]]\ncode = "one"\nlabel = "Этап"\n[[roadmap.stages.items]]\n{ITEM}\n'
NO_SETTING = "There is no such setting. Check its name or remove it."
BAD = {
    "unknown key": ('name = "Школа"\n\ncolour = "red"', [("colour", 3, NO_SETTING)]),
    "unknown key of a table": (
        "[curator]\nmust_be_deputy = true\nmust_be = true",
        [("curator.must_be", 3, NO_SETTING)],
    ),
    "wrong type": ("[program]\nmax_months = 'год'", [("program.max_months", 2, "Write a whole number here.")]),
    "wrong type deep in a list": (
        '[bank]\nrefresh_months = [\n  9,\n  "май",\n]',
        [("bank.refresh_months.2", 4, "Write a whole number here.")],
    ),
    "an interval of nothing": (
        "[program]\nmin_months = 0",
        [("program.min_months", 2, "The number must be 1 or more.")],
    ),
    "an interval that is no choice": (
        '[bank]\nrefresh_interval = "0"',
        [("bank.refresh_interval", 2, "Choose one of: year, half_year.")],
    ),
    "stage without items": (
        f'{STAGE}[[roadmap.stages]]\ncode = "two"\nlabel = "Пустой"\nitems = []',
        [("roadmap.stages.2.items", 12, "At least one entry is needed here.")],
    ),
    "stage where items are forgotten": (
        f'{STAGE}[[roadmap.stages]]\ncode = "two"\nlabel = "Пустой"',
        [("roadmap.stages.2.items", 9, "This is required. Fill it in.")],
    ),
    "one item twice": (
        f"{STAGE}[[roadmap.stages.items]]\n{ITEM}",
        [("roadmap.stages.1.items.2.code", 10, "The code “a” stands twice. Give every entry a code of its own.")],
    ),
    "one code twice": (
        '[final_event]\ntypes = [\n{ code = "a", label = "А" },\n{ code = "a", label = "Б" }]',
        [("final_event.types.2.code", 4, "The code “a” stands twice. Give every entry a code of its own.")],
    ),
    "no such day": (
        STAGE.replace('"open", wording = "год"', '"day", wording = "год", points = [{ month = 4, day = 31 }]'),
        [
            (
                "roadmap.stages.1.items.1.date.points.1",
                7,
                "This month has no such day. Check the month and the day.",
            )
        ],
    ),
    "clause of nothing": (
        '[clauses]\nbank = "3.4"\n"bank.keepers" = "3.4"',
        [("clauses.bank.keepers", 3, "There is no setting “bank.keepers”. Check its name.")],
    ),
    "document for no form": (
        'gost_edition = "2025"\nfurther_documents = [{ code = "a", about = "о", forms = ["pupil"] }]',
        [("further_documents", 2, "There is no form “pupil”. Add it to the forms or leave it out.")],
    ),
    "program that ends before it begins": (
        "[program]\nmin_months = 8\nmax_months = 4",
        [("program", 1, "The shortest program is longer than the longest. Check both lengths.")],
    ),
    "departure from the law": (
        '\n[[overrides]]\nkey = "agreement.required"',
        [("overrides", 2, "A departure from the law is not loaded from a file: the head decides on it here.")],
    ),
    "invisible character": (
        'name = "Шко\\u0000ла"',
        [("name", 1, "There is an invisible character in this text. Type the text anew.")],
    ),
    "several at once, in the order of the lines": (
        "release_clause = 5\n[council]\nlabel = ''\n[bank]\nkeeper = 1",
        [
            ("release_clause", 1, "Write yes or no here: true or false."),
            ("council.label", 3, "This must not be empty."),
            ("bank.keeper", 5, "Choose one of: curator, organization."),
        ],
    ),
    "open bracket": ("[bank]\n[curator\n", [("", 2, "The bracket of the heading is not closed. Close it.")]),
    "open list": ("[bank]\nrefresh_months = [9,\n1\n", [("", 3, "A bracket is opened here and not closed. Close it.")]),
    "open text": ('name = "Школа\n', [("", 1, "A quotation mark is missing. Close the text.")]),
    "text without marks": (
        "\n\nname = Школа",
        [("", 3, "A value is missing, or a text stands without quotation marks.")],
    ),
    "no value": ("name =", [("", 1, "A value is missing, or a text stands without quotation marks.")]),
    "no sign": ("[bank]\nkeeper 'curator'", [("", 2, "Write a key, the sign = and a value on this line.")]),
    "prose": ("Положение о наставничестве", [("", 1, "Write a key, the sign = and a value on this line.")]),
    "key twice": ("[bank]\nkeeper = 'curator'\nkeeper = 'curator'", [("", 3, "This key stands twice. Leave it once.")]),
    "table twice": ("[bank]\n[forms]\n[bank]", [("", 3, "This key stands twice. Leave it once.")]),
    "path of Windows": ('name = "C:\\школа"', [("", 1, "Write a backslash in a text twice.")]),
    "no such date": (
        "[regulation]\norder_on = 2026-02-30",
        [("", 2, "There is no such date. Write it as 2026-09-01.")],
    ),
    "too long a number": ("\n[program]\nmax_months = " + "9" * 5000, [("", 3, "This number is too long. Shorten it.")]),
    "tables without end": (
        "x = " + "[" * 100000,
        [("", 1, "This line is not readable as TOML. Compare it with an exported file.")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), BAD.values(), ids=BAD)
def test_a_wrong_text_is_refused_with_key_line_and_sentence(text, expected):
    reading = read_toml(text)
    assert reading.settings is None
    assert [(each.key, each.line, each.message) for each in reading.problems] == expected


def test_lines_ended_as_on_windows_and_a_mark_of_the_encoding_change_nothing():
    text = write_toml(load_preset("school-3"))
    assert read_toml(decode_toml(text.replace("\n", "\r\n").encode("utf-8-sig"))).settings == load_preset("school-3")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('name = "Школа № 3"'.encode("cp1251"), "The file is saved in the encoding Windows-1251."),
        ('name = "Школа"'.encode("utf-16"), "The file is saved as UTF-16."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\x9c", "This is not a text file in the encoding UTF-8."),
        (b"#" * (LIMIT + 1), "The file is too big for a regulation. Choose a text of 256 KB at most."),
    ],
)
def test_a_file_that_is_no_such_text_is_refused_in_words(content, sentence):
    with pytest.raises(ValueError, match=sentence.replace(".", r"\.")):
        decode_toml(content)
