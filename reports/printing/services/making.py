"""Many papers into one file: bound as one PDF, or side by side in a zip by two processes."""

import logging
import os
import re
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from zipfile import ZIP_DEFLATED, ZipFile

import django

from mentoring.lib.pdf_binding import PdfBinder
from reports.documents import papers
from reports.documents.papers.rendering import STYLESHEETS
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
        return (self._bind if self.form == PrintForm.PDF else self._zip)(made_of, content)

    def _bind(self, made_of, content):
        binder, made = PdfBinder(title=self.title, author=self.author), 0
        for place, (name, paper) in enumerate(made_of, start=1):
            made += self._tried(name, self._add, binder, name, paper) is not FAILED
            self.tell(place, self.total)
        if made:
            content.write(binder.write())
        return made

    @staticmethod
    def _add(binder, name, paper):
        binder.add(papers.render(paper), name, STYLESHEETS)

    def _zip(self, made_of, content):
        """Papers are put together here, where the database is; the processes beside only draw them."""
        ending, draw = (".docx", papers.docx) if self.form == PrintForm.DOCX else (".pdf", papers.pdf)
        made = 0
        with _drawers(self.total) as submit, ZipFile(content, "w", ZIP_DEFLATED) as archive:
            waiting = [
                (name, self._tried(name, *((_at_once, bytes) if isinstance(paper, bytes) else (submit, draw)), paper))
                for name, paper in made_of
            ]
            for place, (name, drawn) in enumerate(waiting, start=1):
                file = drawn if drawn is FAILED else self._tried(name, drawn.result)
                if file is not FAILED:
                    made += 1
                    archive.writestr(f"{place:03} {fit_name(name)}{ending}", file)
                self.tell(place, self.total)
        return made

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
