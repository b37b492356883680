"""Two people change or approve a regulation at the same moment: one wins, the other is told so."""

import pytest

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.organizations.models import RegulationVersion
from people.organizations.selectors import latest_in_force
from people.organizations.services import (
    approve_regulation,
    change_settings,
    draft_regulation,
    submit_regulation,
)
from people.organizations.states import RegulationState
from tests.programs.mentorships.test_races import at_once
from tests.world import PASSWORD, build_world

pytestmark = pytest.mark.django_db(transaction=True)


def test_of_eight_saves_of_one_page_at_once_one_counts():
    home = build_world().home
    version = draft_regulation(home.organization, by=home.curator.user)

    def save(number):
        def deed():
            row = RegulationVersion.objects.get(pk=version.pk)
            try:
                change_settings(row, {"name": f"Школа {number}"}, by=home.curator.user, expected=1)
            except StaleSave as stale:
                raise MoveRefused("stale") from stale

        return deed

    assert at_once([save(number) for number in range(8)]) == (1, 7)
    version.refresh_from_db()
    assert (version.version, version.changes.count()) == (2, 1)


def test_of_four_approvals_at_once_one_counts():
    home = build_world().home
    present = latest_in_force(home.organization)
    present.settings["regulation"]["amendments_need_order"] = False
    present.save()
    version = draft_regulation(home.organization, by=home.curator.user, reason="Длиннее")
    change_settings(version, {"program.max_months": 18}, by=home.curator.user, expected=version.version)
    submit_regulation(version, by=home.curator.user)

    def approve():
        row = RegulationVersion.objects.get(pk=version.pk)
        approve_regulation(row, by=home.director.user, password=PASSWORD)

    assert at_once([approve] * 4) == (1, 3)
    states = home.organization.regulations.order_by("number").values_list("number", "state", "valid_until")
    assert [(number, state) for number, state, _until in states] == [
        (1, RegulationState.IN_FORCE),
        (2, RegulationState.IN_FORCE),
    ]
    assert [until is None for _number, _state, until in states] == [False, True]


def test_of_four_drafts_opened_at_once_one_counts():
    home = build_world().home
    assert at_once([lambda: draft_regulation(home.organization, by=home.curator.user)] * 4) == (1, 3)
    assert home.organization.regulations.count() == 2
