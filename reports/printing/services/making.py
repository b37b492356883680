"""Many papers into one file, joined as one PDF or side by side in a zip; two processes draw them."""

import logging
import os
import re
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from zipfile import ZIP_DEFLATED, ZipFile

import django

from reports.documents import papers
from reports.printing.states import PrintForm

logger = logging.getLogger(__name__)
ENDINGS = {PrintForm.PDF: ".pdf", PrintForm.ZIP: ".zip", PrintForm.DOCX: ".zip"}
# Below this a second process costs more than it saves: it takes two seconds to begin.
WORTH_A_POOL = 20
PROCESSES = min(2, os.cpu_count() or 1)
LONGEST_NAME = 100
FAILED = object()
UNFIT = re.compile(r'[\x00-\x1f\\/:*?"<>|]+')


class Batch:
    """One print of ``total`` papers; ``failures`` are [name, code of TROUBLES] of those that could not be made.

    ``tell(done, total)`` hears of the progress.
    """

    def __init__(self, form, title, author, total, tell):
        self.form, self.title, self.author, self.total, self.tell = form, title, author, total, tell
        self.failures = []

    def write(self, made_of, content):
        """Write ``made_of`` – (name, paper, ready bytes or code of what is wrong) – into the open file ``content``.

        Goes on past what cannot be made; returns how many were made.
        """
        pack = {PrintForm.PDF: self._joined}.get(self.form, self._zipped)
        with pack(content) as put, _drawers(self.total) as submit:
            drawn = self._drawn(made_of, submit)
            # Other processes get all of it to do at once; here one paper after another is drawn and put away.
            drawn = drawn if submit is _at_once else list(drawn)
            return sum(self._put(put, place, *each) for place, each in enumerate(drawn, start=1))

    def _drawn(self, made_of, submit):
        """(name, Future of the bytes or FAILED): put together here, where the database is, and drawn by ``submit``."""
        draw = papers.docx if self.form == PrintForm.DOCX else papers.pdf
        for name, paper in made_of:
            deed = (_at_once, bytes) if isinstance(paper, bytes) else (submit, draw)
            yield name, self._tried(name, *deed, paper)

    def _put(self, put, place, name, drawn):
        """Whether the paper came into the file."""
        file = drawn if drawn is FAILED else self._tried(name, drawn.result)
        done = file is not FAILED and put(place, name, file) is not FAILED
        self.tell(place, self.total)
        return done

    @contextmanager
    def _joined(self, content):
        # Only the worker joins files; the library takes half a second to begin.
        from mentoring.lib.pdf_joining import PdfJoiner

        joiner = PdfJoiner(title=self.title, author=self.author)
        yield lambda _place, name, file: self._tried(name, joiner.add, name, file)
        if joiner.is_begun:
            content.write(joiner.write())

    @contextmanager
    def _zipped(self, content):
        ending = ".docx" if self.form == PrintForm.DOCX else ".pdf"
        with ZipFile(content, "w", ZIP_DEFLATED) as archive:
            yield lambda place, name, file: archive.writestr(f"{place:03} {fit_name(name)}{ending}", file)

    def _tried(self, name, deed, *args):
        """What ``deed`` gives; FAILED, and noted by name, where one paper stands in its own way.

        The last of ``args`` is the paper, or what is wrong with it. A process that died stops everything.
        """
        if args and isinstance(args[-1], str):
            self.failures.append([name, args[-1]])
            return FAILED
        try:
            return deed(*args)
        except BrokenProcessPool:
            raise
        except Exception:
            logger.exception("Cannot draw the paper %s.", name)
            self.failures.append([name, "unmade"])
            return FAILED


def fit_name(name):
    """A name that every system takes for a file."""
    return UNFIT.sub("-", name).lstrip(". -")[:LONGEST_NAME].rstrip(" -") or "-"


@contextmanager
def _drawers(total):
    """``submit(deed, paper)``: a Future, done at once here or by one of two processes if there is much to draw."""
    if total < WORTH_A_POOL or PROCESSES < 2:
        yield _at_once
        return
    # Fresh processes and no forks: these would share the connection of the database.
    with ProcessPoolExecutor(PROCESSES, get_context("spawn"), initializer=django.setup) as pool:
        yield pool.submit


def _at_once(deed, paper):
    done = Future()
    try:
        done.set_result(deed(paper))
    except Exception as error:
        done.set_exception(error)
    return done
