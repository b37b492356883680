"""An order under a letterhead in two languages has its kind and its date in both."""

from datetime import date

from reports.documents.second_language import date_in, kind_in


def test_bashkir_has_a_word_for_the_order_and_its_months():
    assert (kind_in("ba"), date_in("ba", date(2022, 11, 16))) == ("БОЙОРОҠ", "16 ноябрь 2022 йыл")
    assert date_in("ba", date(2026, 1, 9)) == "9 ғинуар 2026 йыл"


def test_a_language_not_known_here_and_a_draft_leave_both_out():
    assert (kind_in("myv"), date_in("myv", date(2022, 11, 16)), kind_in(""), date_in("ba", None)) == ("", "", "", "")
