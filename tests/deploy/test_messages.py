import shutil

import pytest

from deploy import messages

pytestmark = pytest.mark.skipif(not shutil.which("msgmerge"), reason="no gettext")

HEADER = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);\\n"
"""  # noqa: E501


@pytest.fixture
def catalog(tmp_path, monkeypatch):
    """`catalog(code, po)`: a project of one module and one catalog; the path of the catalog."""
    monkeypatch.setattr(messages, "ROOT", tmp_path)
    path = tmp_path / "locale" / "ru" / "LC_MESSAGES" / "django.po"
    monkeypatch.setattr(messages, "CATALOG", path)

    def make(code, po):
        (tmp_path / "people").mkdir()
        (tmp_path / "people" / "views.py").write_text(code)
        path.parent.mkdir(parents=True)
        path.write_text(HEADER + po)
        return path

    return make


PLURAL = 'msgid "%(n)s mentor"\nmsgid_plural "%(n)s mentors"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\nmsgstr[2] "{}"\n'


@pytest.mark.parametrize(
    ("po", "faults"),
    [
        ('\nmsgid "Mentor"\nmsgstr "Наставник"\n', []),
        ("", ["not translated: Mentor"]),
        ('\nmsgid "Mentor"\nmsgstr ""\n', ["not translated: Mentor"]),
        ('\n#, fuzzy\nmsgid "Mentor"\nmsgstr "Наставник"\n', ["fuzzy: Mentor"]),
        (
            '\nmsgid "Mentor"\nmsgstr "Наставник"\n\nmsgid "Mentee"\nmsgstr "Наставляемый"\n',
            ["no longer used: Mentee"],
        ),
        (
            '\nmsgid "Mentor"\nmsgstr "Наставник"\n\n#~ msgid "Old"\n#~ msgstr "Старое"\n',
            ["no longer used: Old"],
        ),
    ],
)
def test_check_names_every_message_that_is_not_in_order(catalog, po, faults):
    catalog('_("Mentor")\n', po)

    assert messages.check() == faults


def test_check_wants_every_plural_form(catalog):
    catalog('ngettext("%(n)s mentor", "%(n)s mentors", n)\n', PLURAL.format("%(n)s наставник", "", ""))

    assert "not translated: ('%(n)s mentor', '%(n)s mentors')" in messages.check()


def test_check_wants_the_placeholders_of_the_message(catalog):
    catalog('_("From %(day)s")\n', '\n#, python-format\nmsgid "From %(day)s"\nmsgstr "С"\n')

    assert "'day'" in "\n".join(messages.check())


def test_update_keeps_what_is_translated_and_is_the_same_twice(catalog):
    path = catalog('_("Mentor")\n_("Mentee")\n', '\nmsgid "Mentor"\nmsgstr "Наставник"\n')

    messages.update()
    first = path.read_text()
    messages.update()

    assert path.read_text() == first
    assert {m.id: m.string for m in messages.read_catalog(path) if m.id} == {"Mentor": "Наставник", "Mentee": ""}


def test_compiled_catalog_follows_the_source(catalog):
    path = catalog('_("Mentor")\n', '\nmsgid "Mentor"\nmsgstr "Наставник"\n')

    messages.compile_catalogs()

    assert "Наставник".encode() in path.with_suffix(".mo").read_bytes()
    assert sorted(file.name for file in path.parent.iterdir()) == ["django.mo", "django.po"]
