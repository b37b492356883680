"""What a stretch of work keeps, and until when."""

from itertools import count

import pytest

from mentoring.lib.keeping import Kept
from people.organizations.selectors import regulation_on, rules_kept
from tests.amending import amend
from tests.world import DAY, make_organization


def test_an_answer_is_kept_in_a_stretch_and_after_the_end_not_again():
    kept, numbers = Kept("numbers"), count()

    def ask():
        return kept.answer("one", lambda: next(numbers))

    found = [ask(), ask()]
    with kept.stretch():
        found += [ask(), ask()]
        with kept.stretch():
            found.append(ask())
        found.append(kept.within(ask)())
        kept.end()
        found += [ask(), ask()]
    assert [*found, ask()] == [0, 1, 2, 2, 2, 2, 3, 4, 5]


@pytest.mark.django_db
def test_rules_written_in_a_stretch_are_read_anew_and_belong_to_one_organization():
    school, lyceum = (make_organization(preset, preset=preset) for preset in ("school-3", "lyceum-136"))
    with rules_kept.stretch():
        before = regulation_on(school, DAY)
        assert regulation_on(school, DAY) is before
        assert regulation_on(lyceum, DAY) != before
        amend(school, {"monitoring.survey_months": [7]})
        assert regulation_on(school, DAY).monitoring.survey_months != before.monitoring.survey_months
