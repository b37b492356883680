"""The page of figures and the rows behind each."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from people.accounts.models import Membership
from people.accounts.states import Role
from reports.monitoring.indicators import INDICATORS
from tests.reports.monitoring.factories import build_counted
from tests.reports.monitoring.test_indicators import COUNTED
from tests.world import CANARY, DAY, START, build_world, make_employment, make_mentee_entry, make_mentorship

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return build_counted


@pytest.fixture
def place(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


@pytest.fixture
def reader(place, client):
    Membership.objects.create(user=place.user, organization=place.organization, role=Role.CURATOR, starts_on=START)
    client.force_login(place.user, backend="people.accounts.backends.LoginNameBackend")
    return client


def address(place, name, *args):
    return reverse(f"reports:{name}", args=[place.organization.slug, *args])


def test_the_page_shows_the_figures_of_the_catalog(place, reader):
    found = reader.get(address(place, "monitoring")).context["figures"]
    assert {figure.code: (figure.numerator, figure.denominator) for figure in found} == COUNTED


# How many rows there are of each figure is asked of the figures; of shares the rows counted are among all.
@pytest.mark.parametrize(
    ("part", "place_of_number", "code"),
    [("counted", 0, "mentee_coverage"), ("counted", 0, "load"), *(("all", 1, code) for code in COUNTED)],
)
def test_each_number_leads_to_as_many_rows(place, reader, part, place_of_number, code):
    response = reader.get(address(place, "indicator_rows", code), {"part": part})
    assert len(response.context["lines"]) == COUNTED[code][place_of_number]
    assert all(line.url.startswith(f"/o/{place.organization.slug}/") for line in response.context["lines"])


@pytest.mark.parametrize("code", ["mentee_coverage", "plan_done"])
def test_the_rest_is_whoever_is_not_counted(place, reader, code):
    response = reader.get(address(place, "indicator_rows", code), {"part": "rest", "sort": "-name"})
    part, whole = COUNTED[code]
    assert len(response.context["lines"]) == whole - part


@pytest.mark.parametrize("part", ["", "nonsense", "rest"])
def test_an_unknown_part_shows_all_and_a_ratio_has_no_rest(place, reader, part):
    lines = reader.get(address(place, "indicator_rows", "load"), {"part": part}).context["lines"]
    assert len(lines) == 2


def test_an_unknown_indicator_does_not_exist(place, reader):
    assert reader.get(address(place, "indicator_rows", "nonsense")).status_code == 404


def test_rows_of_another_organization_are_not_shown(settings, client):
    settings.MENTORING_TODAY = DAY
    world = build_world()
    client.force_login(world.home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    for indicator in INDICATORS:
        for part in ("all", "counted") if indicator.code == "load" else ("all",):
            response = client.get(address(world.home, "indicator_rows", indicator.code), {"part": part})
            assert CANARY not in response.text


def _more(place, many):
    for number in range(many):
        employment = make_employment(place.organization, f"Добавочный{number}")
        make_mentorship(place.pair.mentor_entry, make_mentee_entry(employment, state="paired"))


# The number of questions is the same on either engine.
@pytest.mark.parametrize("code", ["mentee_coverage", "mentees_paired", "early_ends", "programs_completed", "load"])
def test_rows_cost_the_same_number_of_queries_for_few_and_many(place, reader, code):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(address(place, "indicator_rows", code)).status_code == 200
        return len(captured)

    queries()
    few = queries()
    _more(place, 30)
    assert queries() == few


def test_the_page_costs_the_same_number_of_queries_for_few_and_many(place, reader):
    def queries():
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(address(place, "monitoring")).status_code == 200
        return len(captured)

    queries()
    few = queries()
    _more(place, 30)
    assert queries() == few
