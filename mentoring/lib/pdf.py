"""PDF from HTML: the one door to WeasyPrint, which needs libraries and fonts of the operating system.

WeasyPrint is imported at the first paper and not before, so that a machine without Pango still serves pages
and only a paper answers with a message.
"""

import atexit
import io
import mimetypes
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from threading import Lock, local
from types import ModuleType

from django.contrib.staticfiles import finders
from django.utils.translation import gettext as _

from mentoring.lib import breaking, hyphens

FONT_FAMILY = "Liberation Serif"
FONT_STYLES = ("Regular", "Bold", "Italic", "Bold Italic")
LETTERS = "АЯЁаяё№«»–" + "ӘҒҘҪҠҢҮҺӨәғҙҫҡңүһө"
LIBRARIES_COMMAND = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
FONTS_COMMAND = "apt-get install fonts-liberation2"
STATIC_SCHEME = "static:"
_IMPORTING = Lock()
_OF_THREAD = local()
# Kept for decades: embedded fonts, tagged text, no outside dependence (ISO 19005-2).
ARCHIVE_FORMAT = "pdf/a-2a"
# A paper is looked at, opened and downloaded in a row: the latest are kept ready, a few megabytes.
LATEST_PAPERS = 16


class PdfUnavailable(Exception):
    """The libraries behind WeasyPrint or the fonts of papers are missing; the text says what to install."""


def render_pdf(
    html: str,
    *,
    title: str,
    stylesheets: Sequence[str] = (),
    author: str = "",
    subject: str = "",
    created_on: date | None = None,
    lang: str = "ru",
) -> bytes:
    """Return the page as PDF/A-2a bytes; the same arguments give the same bytes.

    `stylesheets` are names of static files («css/paper.css»). The page may use `data:` addresses and own
    static files as `static:css/x.svg`; every other address is refused and leaves an empty place.
    Raises PdfUnavailable without the system libraries or the fonts (a paper never has boxes for letters) and
    FileNotFoundError for an unknown stylesheet.
    """
    # Asked before the memory: a machine that has lost its libraries says so for every paper alike.
    _check_machine()
    return _rendered(html, title, tuple(stylesheets), author, subject, created_on, lang)


@lru_cache(maxsize=LATEST_PAPERS)
def _rendered(html, title, stylesheets, author, subject, created_on, lang) -> bytes:
    styles = [_stylesheet(name) for name in stylesheets]
    # Presentational hints: column widths are data and come as <col width>.
    page = _weasyprint().HTML(string=breaking.breakable(html), url_fetcher=_own_files_only())
    document = page.render(
        font_config=_fonts(), stylesheets=styles, presentational_hints=True, pdf_variant=ARCHIVE_FORMAT
    )
    document.metadata.title = title
    document.metadata.authors = [author] if author else []
    document.metadata.description = subject or None
    document.metadata.created = created_on.isoformat() if created_on else None
    document.metadata.lang = lang
    # True takes the identifier from the content itself.
    return document.write_pdf(pdf_variant=ARCHIVE_FORMAT, pdf_identifier=True)


def pdf_ready() -> list[str]:
    """Return what keeps this machine from printing papers, as sentences for people; empty when all is well."""
    try:
        _check_machine()
    except PdfUnavailable as error:
        return [str(error)]
    return []


def _check_machine() -> None:
    """Raise PdfUnavailable where the libraries or the fonts are missing."""
    _weasyprint()
    _check_fonts(FONT_FAMILY, LETTERS)


@cache
def _check_fonts(family: str, letters: str) -> None:
    """Look for the fonts until they are found, and no more then: to read them takes longer than a small paper."""
    if all(_can_write(family, style, letters) for style in FONT_STYLES):
        return
    message = _(
        "Papers need the font %(font)s with the Bashkir letters, and this machine has none. Install it: %(command)s"
    )
    raise PdfUnavailable(message % {"font": family, "command": FONTS_COMMAND})


def _weasyprint() -> ModuleType:
    try:
        # A failing import prints a banner of its own; our message replaces it. Two threads at once would leave
        # the output of the whole process redirected for good.
        with _IMPORTING, redirect_stdout(io.StringIO()):
            import weasyprint

            weasyprint.text.line_break.pyphen = hyphens
            breaking.teach(weasyprint)
    except (ImportError, OSError) as error:
        message = _("Papers cannot be made on this machine yet: system libraries are missing. Install: %(command)s")
        raise PdfUnavailable(message % {"command": LIBRARIES_COMMAND}) from error
    return weasyprint


def _fonts():
    """The fonts of the machine, looked up once a thread: that takes as long as a tenth of a small paper.

    Pango asks that no two threads use one map of fonts.
    """
    if not hasattr(_OF_THREAD, "fonts"):
        _OF_THREAD.fonts = _weasyprint().text.fonts.FontConfiguration()
    return _OF_THREAD.fonts


@atexit.register
def _let_fonts_go():
    """At the end of a process Pango goes before the variables of its main thread: their fonts have to go earlier."""
    _OF_THREAD.__dict__.clear()


@cache
def _stylesheet(name: str):
    """Parsed once: the sheets change with a new release alone."""
    css = _static_file(name).read_text("utf-8")
    return _weasyprint().CSS(string=css, url_fetcher=_own_files_only())


def _own_files_only():
    """Return a fetcher for `data:` and `static:` alone, so that no text reaches a file or the network."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFilesOnly(URLFetcher):
        def fetch(self, url, headers=None):
            if not url.startswith(STATIC_SCHEME):
                return super().fetch(url, headers)
            path = _static_file(url.removeprefix(STATIC_SCHEME))
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return OwnFilesOnly(allowed_protocols={"data"}, allow_redirects=False)


def _static_file(name: str) -> Path:
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(f"No static file {name!r}.")
    return Path(found)


def _can_write(family: str, style: str, letters: str) -> bool:
    return any(_has_letters(path, letters) for path in _font_files(family, style))


def _font_files(family: str, style: str) -> list[str]:
    """Return the files fontconfig knows for a face; several versions of one font may be installed."""
    from weasyprint.text.ffi import ffi, fontconfig

    config = ffi.gc(fontconfig.FcInitLoadConfigAndFonts(), fontconfig.FcConfigDestroy)
    fonts = fontconfig.FcConfigGetFonts(config, fontconfig.FcSetSystem)
    text = ffi.new("FcChar8 **")

    def read(pattern, key: str) -> str:
        if fontconfig.FcPatternGetString(pattern, key.encode(), 0, text) != fontconfig.FcResultMatch:
            return ""
        return ffi.string(ffi.cast("char *", text[0])).decode("utf-8", "replace")

    patterns = [fonts.fonts[number] for number in range(fonts.nfont)] if fonts else []
    return [
        read(pattern, "file")
        for pattern in patterns
        if (read(pattern, "family"), read(pattern, "style")) == (family, style)
    ]


def _has_letters(path: str, letters: str) -> bool:
    from fontTools.ttLib import TTFont

    with TTFont(path, lazy=True, fontNumber=0) as font:
        known = font.getBestCmap()
    return all(ord(letter) in known for letter in letters)
