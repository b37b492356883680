"""What the tests of orders that change pairs share: the day, the school."""

import pytest

from reports.documents.papers import render
from tests.reports.orders.changing import TODAY


@pytest.fixture
def day_of_changes(settings, monkeypatch):
    settings.MENTORING_TODAY = TODAY
    # What the file looks like is asked elsewhere; here it is enough that the paper can be written.
    monkeypatch.setattr("reports.documents.freezing.pdf", lambda paper: render(paper).encode())
