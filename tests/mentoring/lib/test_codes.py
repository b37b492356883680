"""Codes of organizations: the right ones pass, each kind of wrong one is refused by the rule it breaks."""

import pytest
from django.core.exceptions import ValidationError

from mentoring.lib.codes import check_inn, check_kpp, check_ogrn, check_okpo, okpo_check_digit

RIGHT = [
    (check_inn, "1234567894", "1234567894"),
    (check_inn, " 123456 789047 ", "123456789047"),
    (check_ogrn, "1022200525819", "1022200525819"),
    (check_ogrn, "385768585948949", "385768585948949"),
    (check_kpp, "0000 01 001", "000001001"),
    (check_kpp, "0000ab001", "0000AB001"),
    (check_okpo, "00001368", "00001368"),
]
WRONG = [
    (check_inn, "123456789x", "состоит только из цифр"),
    (check_inn, "١٢٣٤٥٦٧٨٩٤", "состоит только из цифр"),
    (check_inn, "12345678", "здесь 8"),
    (check_inn, "1234567895", "стоит 5, по правилу 4"),
    (check_inn, "123456789037", "стоит 37, по правилу 47"),
    (check_ogrn, "102220052581", "здесь 12"),
    (check_ogrn, "1022200525818", "стоит 8, по правилу 9"),
    (check_ogrn, "2022200525819", "начинается с 1 / 5"),
    (check_ogrn, "185768585948949", "начинается с 3"),
    (check_kpp, "00000100", "девять знаков"),
    (check_kpp, "0000Я1001", "девять знаков"),
    (check_kpp, "00000100x", "девять знаков"),
    (check_okpo, "1234567", "здесь 7"),
    (check_okpo, "00001369", "стоит 9, по правилу 8"),
]


@pytest.mark.parametrize(("check", "written", "kept"), RIGHT)
def test_a_right_code_is_kept_without_spaces(check, written, kept):
    assert check(written) == kept


@pytest.mark.parametrize(("check", "written", "said"), WRONG)
def test_a_wrong_code_is_refused_by_the_rule_it_breaks(check, written, said):
    with pytest.raises(ValidationError) as refusal:
        check(written)
    assert said in " ".join(refusal.value.messages)


def test_an_okpo_is_weighed_a_second_time_where_ten_remains():
    # 1·5 + 2·0 … + 7·… : the first weights leave 10, the second ones decide.
    assert [okpo_check_digit(digits) for digits in ("0000002", "0500000", "0000013")] == ["3", "9", "5"]
