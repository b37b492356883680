"""The statistics workbook of an organization: a summary with its chart, the banks, the work, the roadmap.

Russian always, whatever the reader's language: it is handed in to the municipality.
"""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils import translation

from mentoring.lib.dates import date_words, school_year_label
from mentoring.lib.sheets import ChartSpec, Column, SheetSpec, Signature, write_workbook
from people.organizations.selectors import head_on
from programs.mentorships.selectors import Regulations
from reports.monitoring.indicators import NO_SHARE, figures
from reports.monitoring.scoring import scores_of
from reports.sheets.people import mentees_sheet, mentors_sheet
from reports.sheets.work import pairs_sheet, programs_sheet, roadmap_sheet

SUMMARY_COLUMNS = (
    Column("number", "№", "place", width=5),
    Column("label", "Показатель", width=30, wrap=True),
    Column("formula", "Как считается", width=38, wrap=True),
    Column("numerator", "Числитель", "int", width=12),
    Column("denominator", "Знаменатель", "int", width=13),
    Column("share", "Доля", "percent", width=11),
)
# Only where the regulation scores its indicators in bands.
SCORE_COLUMNS = (
    Column("score", "Баллы", width=9),
    Column("band", "Оценка по положению", width=26, wrap=True),
)
NOTES = (
    "Прочерк в графе «Доля» значит, что считать не от чего: знаменатель равен нулю.",
    "Последняя строка – не доля, а сколько наставляемых приходится на одного наставника.",
)


@dataclass(frozen=True)
class Book:
    """Whose workbook on which day, with what all its sheets need."""

    organization: object
    day: date

    @cached_property
    def regulations(self):
        return Regulations(self.organization)

    @cached_property
    def settings(self):
        return self.regulations.on(self.day)

    @cached_property
    def year(self):
        return school_year_label(self.settings.school_year_of(self.day))

    @cached_property
    def category_labels(self):
        """Categories of mentees by code, without those that may tell of health."""
        categories = self.settings.criteria.mentee_categories
        return {category.code: category.label for category in categories if not category.sensitive}

    def heading(self, title):
        """The heading lines of a sheet, its title first."""
        return (title, self.organization.full_name, f"по состоянию на {date_words(self.day)}")


def statistics_workbook(organization, day):
    """The workbook as XLSX bytes: a fixed number of queries however many people there are."""
    book = Book(organization, day)
    with translation.override("ru"):
        sheets = [
            _summary(book),
            mentors_sheet(book),
            mentees_sheet(book),
            pairs_sheet(book),
            programs_sheet(book),
            roadmap_sheet(book),
        ]
        title = f"Сведения о наставничестве, {book.year} учебный год"
        return write_workbook(sheets, title=title, author=organization.short_name)


def _summary(book):
    found = figures(book.organization, book.day)
    shares = sum(figure.is_share for figure in found)
    has_scores = any(scores_of(figure, book.settings) for figure in found)
    return SheetSpec(
        "Сводка",
        SUMMARY_COLUMNS + (SCORE_COLUMNS if has_scores else ()),
        [_figure_row(number, figure, book.settings) for number, figure in enumerate(found, start=1)],
        heading=(
            "Сведения о реализации системы наставничества педагогических работников",
            book.organization.full_name,
            f"{book.year} учебный год, по состоянию на {date_words(book.day)}",
        ),
        notes=NOTES,
        signatures=_signatures(book),
        charts=(ChartSpec("bar", "Показатели, доля", "label", ("share",), rows=(0, shares), height=11),),
    )


def _figure_row(number, figure, settings):
    scores = scores_of(figure, settings)
    return {
        "score": "\n".join(str(each.band.score) if each.band else NO_SHARE for each in scores),
        "band": "\n".join(f"{each.label}: {each.band.label if each.band else NO_SHARE}" for each in scores),
        "number": number,
        "label": str(figure.label),
        "formula": str(figure.indicator.formula),
        "numerator": figure.numerator,
        "denominator": figure.denominator,
        # A text stands in the column of per cents as it is.
        "share": figure.share if figure.is_share else figure.share_text,
    }


def _signatures(book):
    head = head_on(book.organization, book.day)
    if head is None:
        return ()
    person = head.employment.person
    return (Signature(head.post, person.signed_name),)
