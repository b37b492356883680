"""Bands of the regulation beside the figures, on the page and in the workbook."""

import io
from types import SimpleNamespace

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from people.accounts.models import Membership
from people.accounts.states import Role
from people.organizations.regulations.programs import Indicator
from reports.monitoring.scoring import scores_of
from reports.sheets.statistics import statistics_workbook
from tests.amending import amend
from tests.reports.monitoring.factories import make_counted
from tests.world import DAY, START

BANDS = [
    {"least": 0, "score": 0, "label": "низкий"},
    {"least": 57, "score": 2, "label": "средний"},
    {"least": 90, "score": 3, "label": "высокий"},
]
OWN = {"code": "coverage", "label": "Охват наставничеством", "figure": "mentee_coverage", "bands": BANDS}


@pytest.mark.parametrize(
    ("numerator", "denominator", "score"),
    [(0, 7, 0), (56, 100, 0), (57, 100, 2), (89, 100, 2), (9, 10, 3), (10, 10, 3), (0, 0, None)],
)
def test_a_figure_gets_the_highest_band_it_reaches(numerator, denominator, score):
    figure = SimpleNamespace(code="mentee_coverage", is_share=True, numerator=numerator, denominator=denominator)
    other = OWN | {"code": "other", "figure": "plan_done"}
    settings = SimpleNamespace(
        monitoring=SimpleNamespace(indicators=[Indicator.model_validate(each) for each in (OWN, other)])
    )
    (found,) = scores_of(figure, settings)
    assert (found.label, found.band and found.band.score) == ("Охват наставничеством", score)


@pytest.mark.django_db
def test_the_page_and_the_workbook_show_the_band_only_where_the_regulation_has_bands(client, settings):
    settings.MENTORING_TODAY = DAY
    place = make_counted()
    Membership.objects.create(user=place.user, organization=place.organization, role=Role.CURATOR, starts_on=START)
    client.force_login(place.user, backend="people.accounts.backends.LoginNameBackend")
    url = reverse("reports:monitoring", args=[place.organization.slug])

    def summary():
        book = load_workbook(io.BytesIO(statistics_workbook(place.organization, DAY)))
        return {cell.value for row in book["Сводка"] for cell in row}

    assert not client.get(url).context["has_scores"]
    assert "Баллы" not in summary()
    amend(place.organization, {"monitoring.indicators": [OWN]})
    page = client.get(url)
    shown = {figure.code: [score.band.label for score in scores] for figure, scores in page.context["scored"] if scores}
    assert list(shown) == ["mentee_coverage"]
    (label,) = shown["mentee_coverage"]
    assert label in page.content.decode()
    assert {"Баллы", f"Охват наставничеством: {label}"} <= summary()
