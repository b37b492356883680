import os

import pytest

from mentoring.lib.progress import Progress, _path, forget_progress, tell_progress, told_progress


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path


def test_the_last_thing_told_is_known_until_it_is_forgotten():
    tell_progress("work-1", 0, 10)
    tell_progress("work-1", 7, 10)
    assert told_progress("work-1") == Progress(7, 10, is_alive=True)
    assert told_progress("work-2") == Progress(0, 0, is_alive=False)
    forget_progress("work-1")
    forget_progress("work-1")
    assert told_progress("work-1") == Progress(0, 0, is_alive=False)


def test_work_that_fell_silent_is_dead():
    tell_progress("work-1", 7, 10)
    os.utime(_path("work-1"), (0, 0))
    assert told_progress("work-1") == Progress(7, 10, is_alive=False)


def test_a_damaged_note_is_no_progress():
    tell_progress("work-1", 7, 10)
    _path("work-1").write_text("{")
    assert told_progress("work-1") == Progress(0, 0, is_alive=False)
