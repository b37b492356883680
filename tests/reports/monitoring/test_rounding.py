"""Figures are rounded half up, as people do it, not to the even digit."""

import datetime

import pytest

from reports.monitoring.indicators import BY_CODE, Figure


@pytest.mark.parametrize(
    ("code", "numerator", "denominator", "shown"),
    [
        ("load", 5, 4, "1.3"),
        ("load", 9, 4, "2.3"),
        ("load", 4, 2, "2"),
        ("load", 1, 0, "–"),
        ("mentor_share", 1, 16, "6.3\u00a0%"),
        ("mentor_share", 7, 9, "77.8\u00a0%"),
        ("mentor_share", 3, 3, "100\u00a0%"),
    ],
)
def test_a_half_is_rounded_up(code, numerator, denominator, shown):
    figure = Figure(BY_CODE[code], numerator, denominator, datetime.date(2026, 11, 22), None, None)
    assert figure.share_text.replace(",", ".") == shown
