"""Every figure of a small organization, counted by hand; a territory; the rows behind."""

import datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from people.models import RegulationVersion
from programs.mentorships.states import MentorshipState
from programs.models import Mentorship
from reports.monitoring.indicators import INDICATORS, figures, territory_figures
from tests.reports.monitoring.factories import build_counted, make_counted
from tests.world import DAY, build_world, make_organization

pytestmark = pytest.mark.django_db

# code → (numerator, denominator) on 15 October 2026; see the factory for who is who.
COUNTED = {
    "mentee_coverage": (3, 10),
    # Юнцова, Новичкова, Одинцова; the first two have a mentor.
    "young_coverage": (2, 3),
    "novice_coverage": (2, 3),
    "mentor_share": (2, 10),
    "mentees_paired": (3, 5),
    "plan_done": (2, 5),
    "programs_completed": (1, 2),
    "early_ends": (1, 3),
    "roadmap_done": (1, 3),
    "acquainted": (2, 3),
    "load": (3, 2),
}


@pytest.fixture(scope="module")
def make_world():
    return build_counted


@pytest.fixture
def place(home):
    return home


def numbers(found):
    return {figure.code: (figure.numerator, figure.denominator) for figure in found}


def test_every_figure_is_what_a_person_counts(place):
    build_world()
    assert numbers(figures(place.organization, DAY)) == COUNTED


def test_the_rows_behind_a_figure_are_as_many_as_it_says_and_only_of_the_organization(place):
    make_counted("second")
    for figure in figures(place.organization, DAY):
        assert (figure.numerator_rows.count(), figure.denominator_rows.count()) == COUNTED[figure.code]
        if figure.is_share:
            assert not figure.numerator_rows.exclude(pk__in=figure.denominator_rows.values("pk")).exists()
            assert figure.rest_rows.count() == figure.rest


def test_the_rows_are_the_right_people(place):
    found = {figure.code: figure for figure in figures(place.organization, DAY)}
    young = found["young_coverage"]
    assert set(young.numerator_rows) == {place.young, place.novice}
    assert set(young.rest_rows) == {place.alone}
    assert set(found["mentor_share"].numerator_rows) == {place.mentor, place.second_mentor}
    assert set(found["early_ends"].numerator_rows) == {place.ended}
    assert set(found["programs_completed"].rest_rows) == {place.late}


def test_a_pair_that_ended_today_worked_yesterday(place):
    ended = {"state": MentorshipState.COMPLETED, "ended_on": DAY}
    Mentorship.objects.filter(pk=place.pair.pk).update(**ended)
    yesterday = DAY - datetime.timedelta(days=1)
    coverage = [figures(place.organization, day, ["mentee_coverage"])[0].numerator for day in (yesterday, DAY)]
    assert coverage == [3, 2]


def test_nothing_to_divide_by_shows_a_dash():
    organization = make_organization("empty", preset="cdutt")
    for figure in figures(organization, DAY):
        assert (figure.numerator, figure.denominator, figure.share, figure.share_text) == (0, 0, None, "–")


def test_an_organization_without_a_regulation_has_no_figures_and_breaks_nothing(place):
    RegulationVersion.objects.all().delete()
    assert numbers(figures(place.organization, DAY))["young_coverage"] == (0, 0)


@pytest.mark.parametrize(
    ("code", "language", "words"),
    [
        ("mentee_coverage", "ru", "30\u00a0%"),
        ("young_coverage", "ru", "66,7\u00a0%"),
        ("young_coverage", "en", "66.7\u00a0%"),
        ("load", "ru", "1,5"),
    ],
)
def test_a_share_reads_in_per_cent_and_a_ratio_as_a_number(place, code, language, words):
    with translation.override(language):
        assert figures(place.organization, DAY, [code])[0].share_text == words


def test_young_is_what_the_own_regulation_says(place):
    second = make_counted("second", "lastochka")
    version = second.organization.regulations.get()
    version.settings["young_teacher"] |= {"max_age": 24, "max_experience_years": 0}
    version.save()
    codes = ["young_coverage", "novice_coverage"]
    found = territory_figures([place.organization, second.organization], DAY, codes)
    assert numbers(found[place.organization.pk]) == {"young_coverage": (2, 3), "novice_coverage": (2, 3)}
    assert numbers(found[second.organization.pk]) == {"young_coverage": (1, 1), "novice_coverage": (0, 0)}


def test_a_territory_has_the_figures_of_each_of_its_organizations(place):
    places = [place, make_counted("second", "lyceum-136")]
    empty = make_organization("empty", preset="cdutt")
    found = territory_figures([*(place.organization for place in places), empty], DAY)
    assert [numbers(found[place.organization.pk]) for place in places] == [COUNTED, COUNTED]
    assert set(numbers(found[empty.pk]).values()) == {(0, 0)}
    assert numbers(found[places[0].organization.pk]) == numbers(figures(places[0].organization, DAY))


# The number of questions is the same on either engine.
def test_a_territory_asks_as_many_queries_for_four_organizations_as_for_one(place):
    others = [make_counted(slug) for slug in ("two", "three", "four")]
    organizations = [place.organization, *(other.organization for other in others)]

    def queries(some):
        with CaptureQueriesContext(connection) as captured:
            territory_figures(some, DAY)
        return len(captured)

    assert queries(organizations[:1]) == queries(organizations) == 2


def test_every_indicator_computes_alone_what_it_computes_among_the_others(place):
    alone = [indicator.compute(place.organization, DAY) for indicator in INDICATORS]
    assert numbers(alone) == COUNTED
    assert {figure.day for figure in alone} == {DAY}
