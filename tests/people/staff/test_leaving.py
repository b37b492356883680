"""What is said of somebody who has left, and of somebody who is about to leave."""

import datetime

import pytest
from django.utils import translation

from people.staff.selectors import last_day_words
from tests.world import make_employment


@pytest.mark.parametrize(
    ("gender", "days", "begins"),
    [
        ("female", -1, "%s работала здесь до "),
        ("male", -1, "%s работал здесь до "),
        ("female", 0, "%s работает здесь только до "),
        ("male", 5, "%s работает здесь только до "),
    ],
)
def test_the_last_day_is_told_by_gender_and_tense(home, gender, days, begins):
    last_day = home.organization.today() + datetime.timedelta(days=days)
    work = make_employment(home.organization, "Черных", gender=gender, ends_on=last_day)
    with translation.override("ru"):
        sentence = last_day_words(work, "Выберите другого.")
    assert sentence.startswith(begins % work.person.short_name)
    assert sentence.endswith(f"{work.ends_on:%d.%m.%Y}. Выберите другого.")
