"""Consents as papers: given ones word for word, forms to sign by hand, each on a sheet of its own."""

from itertools import takewhile

from people.consents.selectors import employment_here
from people.consents.services import present_text
from people.consents.wording import render_wording
from reports.documents.heads import letterhead_of
from reports.documents.papers import ConsentPaper, ConsentSheet

# The placeholders of a text that make the corner of its paper.
CORNER = ("$to", "$from")


def consent_paper(consent, *, day):
    """One consent: the exact words given; before that the form that is asked for."""
    words = consent.wording or render_wording(consent.text, employment_here(consent), day)
    title = consent.text.title
    return ConsentPaper(
        letterhead_of(consent.organization), (_sheet(consent.text, words),), title=title, dated_on=consent.given_on
    )


def forms_paper(organization, asked, *, day):
    """Blank forms to sign by hand; ``asked`` are pairs (employment, Purpose)."""
    asked = list(asked)
    texts = {purpose: present_text(organization, purpose) for purpose in {purpose for _employment, purpose in asked}}
    sheets = tuple(
        _sheet(texts[purpose], render_wording(texts[purpose], employment, day)) for employment, purpose in asked
    )
    return ConsentPaper(letterhead_of(organization), sheets, title="Согласия")


def _sheet(text, words):
    """To whom and from whom stand in the corner where they are the first paragraph of the text."""
    lines = tuple(line.strip() for line in words.splitlines() if line.strip())
    at = len(_first_lines(words)) if _first_lines(text.body) == CORNER else 0
    return ConsentSheet(text.title, lines[at:], corner=lines[:at])


def _first_lines(words):
    return tuple(takewhile(bool, (line.strip() for line in words.strip().splitlines())))
