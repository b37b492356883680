"""What is asked once in a stretch of work and kept until its end, or until somebody writes it."""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps


class Kept:
    """Answers that hold for one stretch of work: one page that writes nothing, one deed whose rows are locked.

    Outside a stretch nothing is kept. After ``end`` nothing more is kept in the stretch that runs: what was written
    may yet be taken back.
    """

    def __init__(self, name):
        self._answers = ContextVar(name, default=None)

    @contextmanager
    def stretch(self):
        """Keep answers within; a stretch inside another one belongs to it."""
        if self._answers.get() is not None:
            yield
            return
        token = self._answers.set([{}])
        try:
            yield
        finally:
            self._answers.reset(token)

    def within(self, deed):
        """``deed`` as a stretch of work."""

        @wraps(deed)
        def kept(*args, **kwargs):
            with self.stretch():
                return deed(*args, **kwargs)

        return kept

    def answer(self, key, ask):
        """The answer kept for ``key``, or that of ``ask()``, which asks the database."""
        running = self._answers.get()
        if not running:
            return ask()
        answers = running[0]
        if key not in answers:
            answers[key] = ask()
        return answers[key]

    def end(self, **_signal):
        """Forget everything, for the rest of the stretch too: a receiver of the signals of what is written."""
        running = self._answers.get()
        if running:
            running.clear()
