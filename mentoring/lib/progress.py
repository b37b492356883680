"""How far long work has come, told outside of its transaction, so that a page sees it before the end.

A file per piece of work under MENTORING_DATA: one database transaction shows nothing to others until it ends, and
on SQLite nobody else writes meanwhile. The time of the file tells whether the work still lives.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass

from django.conf import settings

# Silent for longer, the work is taken for dead: the process was killed or has not begun.
SILENCE_SECONDS = 60


@dataclass(frozen=True)
class Progress:
    """So much of ``total`` is done; ``is_alive`` is false once nothing was heard for SILENCE_SECONDS."""

    done: int
    total: int
    is_alive: bool


def _path(key):
    return settings.DATA_DIR / "progress" / f"{key}.json"


def tell_progress(key, done, total):
    """Note how far the work ``key`` (letters, digits and hyphens) has come."""
    path = _path(key)
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_suffix(f".{os.getpid()}")
    fresh.write_text(json.dumps([done, total]), encoding="utf-8")
    fresh.replace(path)


def told_progress(key):
    """The Progress last told of the work ``key``; (0, 0) and dead if nothing is known of it."""
    try:
        path = _path(key)
        done, total = json.loads(path.read_text(encoding="utf-8"))
        return Progress(done, total, time.time() - path.stat().st_mtime < SILENCE_SECONDS)
    except (OSError, ValueError):
        return Progress(0, 0, is_alive=False)


def forget_progress(key):
    """The work is over."""
    with suppress(OSError):
        _path(key).unlink()
