"""Where the lines of a PDF end: breaks Unicode forbids and a printer wants, and no line torn to reach the edge."""

import re

from mentoring.lib.typography import NBSP, SOFT_TIES

# Nothing may end a line here, nothing is seen here: U+2060. Here a line may end: U+200B.
JOINER, PLACE_TO_BREAK = "\u2060", "\u200b"
# A compound of more signs does not stay whole in a heading.
LONGEST_COMPOUND = 20
# What a space may grow by in a line set to both edges, in parts of the size: where it is more, a line may end after a
# short word too; where that does not help, the line is left as long as it is.
TORN, RAGGED = 0.5, 0.9
# Unicode allows no break between a quotation mark and a bracket, a break between a dash and a tie.
_AFTER_QUOTE = re.compile(r"(?<=[»“]) (?=\()")
_AFTER_DASH = re.compile(rf"(?<=[–—])(?={NBSP})")
_NAME = re.compile(r"(?:(?<=[А-ЯЁ][а-яё])|(?<=[А-ЯЁ][а-яё]{2})|(?<=[а-яё]{3}))-(?=[А-ЯЁ]|оглы\b|кызы\b|улы\b)")
# «273-ФЗ», «118-ОД», «3273-р».
_ACT_NUMBER = re.compile(r"(?<=\d)-(?=[А-ЯЁ]{2}\b|р\b)")
_HEADING = re.compile(r"(<h[1-3]\b[^>]*>)([^<]*)")
_COMPOUND = re.compile(r"\b(\w+)-(?=(\w+))")


def breakable(html):
    """Return the page with invisible marks where its lines may end and where they may not; its letters stay.

    «название» (9) may end after the quotation mark, «– 1» not after the dash, «Санкт-Петербурга» and «273-ФЗ» not
    after the hyphen and in a heading no short compound either. A PDF keeps none of the marks in its text.
    """
    html = _AFTER_QUOTE.sub(f"{PLACE_TO_BREAK} ", html)
    html = _AFTER_DASH.sub(JOINER, html)
    html = _ACT_NUMBER.sub(f"-{JOINER}", _NAME.sub(f"-{JOINER}", html))
    return _HEADING.sub(lambda heading: heading[1] + _COMPOUND.sub(_whole, heading[2]), html)


def _whole(compound):
    first, second = compound.groups()
    return f"{first}-{JOINER}" if len(first) + len(second) < LONGEST_COMPOUND else compound[0]


def teach(weasyprint):
    """Have WeasyPrint ease ties in torn lines and tear none: it has no setting for either. Twice is as good as once."""
    weasyprint.layout.inline.split_first_line = split_first_line
    weasyprint.layout.inline.justify_line = justify_line


def split_first_line(text, style, context, max_width, spacing, is_line_start=True, minimum=False):
    """In place of the function of WeasyPrint: a line that would be torn ends at a soft tie if it can."""
    from weasyprint.text.line_break import split_first_line as split

    def growth(line):
        gaps = line[0].text.count(" ") + line[0].text.count(NBSP)
        return (max_width - line[3]) / max(1, gaps) / style["font_size"]

    line = split(text, style, context, max_width, spacing, is_line_start, minimum)
    if style["text_align_all"] != "justify" or minimum or line[2] is None or growth(line) <= TORN:
        return line
    for eased, place in eased_texts(text, line[2]):
        fuller = split(eased, style, context, max_width, spacing, is_line_start, minimum)
        if fuller[2] == place:
            # The tie is a byte longer than the space that took its place.
            line = fuller[0], place + 1, place + 1, *fuller[3:]
            if growth(line) <= TORN:
                break
    return line


def justify_line(context, line, extra_width):
    """In place of the function of WeasyPrint: a line whose gaps would be holes is left ragged."""
    from weasyprint.layout.inline import add_word_spacing, count_expandable_spaces

    gaps = count_expandable_spaces(line)
    if gaps and extra_width / gaps <= RAGGED * line.style["font_size"]:
        add_word_spacing(context, line, extra_width / gaps, 0)


def eased_texts(text, resume_at):
    """The text with one soft tie of the word that did not fit as a space, the first tie first.

    Beside each text how many bytes go before the rest where its first line ends at that space.
    """
    start = len(text.encode()[:resume_at].decode())
    end = text.find(" ", start)
    for tie in SOFT_TIES.finditer(text, start, len(text) if end < 0 else end):
        eased = f"{text[: tie.start()]} {text[tie.end() :]}"
        yield eased, len(eased[: tie.end()].encode())
