"""The cover letter with the figures of the year: numerators and denominators, and not one name."""

from dataclasses import replace
from datetime import date

from mentoring.lib.dates import date_words, school_year_label
from mentoring.lib.pdf import PdfUnavailable
from people.organizations.selectors import regulation_on
from reports.documents.issued.frame import frame, signatory
from reports.documents.papers import Annex, Column, LetterPaper, RowGroup, Table, pages_of
from reports.documents.writing import ended

COLUMNS = (
    Column("№", 5, "short"),
    Column("Показатель", 27),
    Column("Как считается", 34),
    Column("Чис\u00adлитель", 11, "short"),
    Column("Знаме\u00adнатель", 11, "short"),
    Column("Значе\u00adние", 12, "short"),
)
UNCOUNTED = "«–» – показатель не рассчитывается: знаменатель равен нулю."


def letter_paper(paper):
    """The letter with its annex; the figures are those counted when it was last saved."""
    typed = paper.fields
    day = date.fromisoformat(typed["day"])
    title = f"Показатели наставничества на {date_words(day)}"
    further = tuple(line.strip() for line in typed["annexes"].splitlines() if line.strip())
    letter = LetterPaper(
        addressee=tuple(filter(None, (*typed["to_organization"].splitlines(), typed["to_post"], typed["to_name"]))),
        subject=typed["subject"],
        salutation=typed["salutation"],
        reference=f"На № {typed['reference']}" if typed["reference"] else "",
        paragraphs=_paragraphs(paper, day),
        enclosed=_enclosed((title, *further)),
        annexes=(Annex(title=f"{title}\n{paper.organization.short_name}", table=_table(typed["figures"])),),
        signatory=signatory(paper),
        executor=_executor(paper),
        **frame(paper),
    )
    return replace(letter, enclosed=_enclosed((f"{title}{_size(letter)}", *further)))


def _enclosed(lines):
    return lines if len(lines) == 1 else tuple(f"{n}. {line}" for n, line in enumerate(lines, start=1))


def _size(letter):
    """« на 2 л. в 1 экз.»: how many sheets the annex takes; the mark of an annex names them (GOST R 7.0.97)."""
    try:
        sheets = pages_of(letter) - pages_of(replace(letter, annexes=()))
    except PdfUnavailable:
        # In Word alone the sheets are not known before it is printed.
        return " в 1 экз."
    return f" на {sheets} л. в 1 экз."


def _paragraphs(paper, day):
    organization, typed = paper.organization, paper.fields
    year = school_year_label(regulation_on(organization, day).school_year_of(day))
    whose = organization.owner
    told = (
        f"Направляем сведения о наставничестве педагогических работников {whose} в {year} учебном году по состоянию "
        f"на {date_words(day)}"
    )
    figures = [
        ended(f"{row['label']}: {row['value']} ({row['numerator']} из {row['denominator']})") for row in _shares(typed)
    ]
    words = [line.strip() for line in typed["words"].splitlines() if line.strip()]
    closing = "Сведения обобщены и не содержат персональных данных участников."
    return (told, *figures, *words, closing)


def _shares(typed):
    """The first figures that can be counted: what the reader looks for before opening the annex."""
    return [row for row in typed["figures"] if row["denominator"]][:3]


def _table(figures):
    rows = tuple(
        (str(number), row["label"], row["formula"], str(row["numerator"]), str(row["denominator"]), row["value"])
        for number, row in enumerate(figures, start=1)
    )
    missing = any(not row["denominator"] for row in figures)
    return Table(COLUMNS, (RowGroup(rows),), note=UNCOUNTED if missing else "")


def _executor(paper):
    person = paper.drafted_by.person
    return tuple(filter(None, (person.full_name, paper.organization.phone))) if person else ()
