"""Editions of a regulation: from the draft to the day it is in force, and what stays by its old rules."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.models import Notice, RegulationChange, RegulationVersion
from people.organizations.regulations import RegulationSettings, load_preset
from people.organizations.selectors import latest_in_force, needs_order, open_draft, version_on, written_on
from people.organizations.services import (
    approve_regulation,
    change_settings,
    draft_regulation,
    drop_regulation,
    put_in_force,
    return_regulation,
    set_terms,
    submit_regulation,
)
from people.organizations.states import RegulationState
from tests.amending import amend
from tests.world import DAY, PASSWORD

pytestmark = pytest.mark.django_db
WEEK = datetime.timedelta(days=7)


@pytest.fixture
def curator(home):
    return home.curator.user


def _draft(home, *, days=7, changes=None, **more):
    """A draft of school-3 with a change, to be in force in a week."""
    by = home.curator.user
    valid_from = home.organization.today() + datetime.timedelta(days=days)
    version = draft_regulation(home.organization, by=by, valid_from=valid_from, reason="Дольше", **more)
    change_settings(version, changes or {"program.max_months": 18}, by=by, expected=version.version)
    return version


def _without_order(home):
    """Let the head's own approval be enough, by the regulation in force."""
    version = latest_in_force(home.organization)
    version.settings["regulation"]["amendments_need_order"] = False
    version.save()


def _months_on(organization, day):
    return written_on(organization, day).program.max_months


def test_what_was_made_before_the_day_keeps_its_rules(home):
    organization, today = home.organization, home.organization.today()
    version = submit_regulation(_draft(home), by=home.curator.user)
    put_in_force(version, by=home.director.user, on=today)
    day_before = today + WEEK - datetime.timedelta(days=1)
    assert (_months_on(organization, day_before), _months_on(organization, today + WEEK)) == (12, 18)
    first = organization.regulations.get(number=1)
    assert (first.valid_until, version_on(organization, day_before)) == (day_before, first)
    assert open_draft(organization) is None


def test_the_rules_are_read_once_until_their_text_is_another(home):
    first = written_on(home.organization, DAY)
    assert written_on(home.organization, DAY) is first

    amend(home.organization, {"council.presence": "required"})

    assert written_on(home.organization, DAY).council.presence == "required" != first.council.presence


def test_a_change_is_written_down_with_who_what_and_from_what_to_what(home, curator):
    version = _draft(home, changes={"program.max_months": 18, "clauses.program.max_months": "7.3"})
    changes = RegulationChange.objects.filter(regulation=version).values_list("key", "before", "after", "by")
    before = load_preset("school-3").clauses.get("program.max_months")
    assert set(changes) == {
        ("program.max_months", 12, 18, curator.pk),
        ("clauses.program.max_months", before, "7.3", curator.pk),
    }
    assert change_settings(version, {"program.max_months": 18}, by=curator, expected=version.version) == 0


def test_one_draft_at_a_time_and_a_copy_of_the_regulation_in_force(home, curator):
    version = draft_regulation(home.organization, by=curator)
    meant = load_preset("school-3").model_dump(mode="json")
    minutes = [stamp | {"number": "", "on": None} for stamp in meant["regulation"]["stamps"]]
    assert version.settings == meant | {"regulation": meant["regulation"] | {"stamps": minutes}}
    assert (version.number, version.state) == (2, RegulationState.DRAFT)
    with pytest.raises(MoveRefused):
        draft_regulation(home.organization, by=curator)
    drop_regulation(version, by=curator)
    assert draft_regulation(home.organization, by=curator).number == 3


def test_a_draft_from_somebody_elses_text_keeps_the_organizations_own_particulars(home, curator):
    version = draft_regulation(home.organization, by=curator, source="lyceum-136")
    theirs, own = load_preset("lyceum-136"), load_preset("school-3").regulation
    settings = RegulationSettings.model_validate(version.settings)
    assert settings.roadmap == theirs.roadmap
    assert (settings.name, settings.regulation.about) == ("school-3", own.about)
    assert (settings.regulation.order_number, settings.regulation.order_on) == ("", None)


def test_a_draft_from_no_preset_is_none(home, curator):
    with pytest.raises(KeyError):
        draft_regulation(home.organization, by=curator, source="no-such-preset")
    assert open_draft(home.organization) is None


@pytest.mark.parametrize("day", [datetime.date(2025, 9, 1), datetime.date(2024, 1, 1)])
def test_a_version_never_starts_on_or_before_the_start_of_another(home, curator, day):
    with pytest.raises(MoveRefused):
        draft_regulation(home.organization, by=curator, valid_from=day)
    version = _draft(home)
    with pytest.raises(MoveRefused):
        set_terms(version, by=curator, valid_from=day, reason="Раньше", expected=version.version)
    assert set(home.organization.regulations.values_list("number", flat=True)) == {1, 2}


def test_a_past_day_is_for_the_first_regulation_that_is_written_down_only(home):
    yesterday = home.organization.today() - datetime.timedelta(days=1)
    version = submit_regulation(_draft(home, days=-1), by=home.curator.user)
    put_in_force(version, by=home.director.user, on=home.organization.today())
    assert version_on(home.organization, yesterday) == version
    with pytest.raises(MoveRefused):
        draft_regulation(home.organization, by=home.curator.user, valid_from=yesterday)


def test_a_change_never_reaches_back_behind_its_order(home):
    today = home.organization.today()
    put_in_force(submit_regulation(_draft(home, days=0), by=home.curator.user), by=home.director.user, on=today)
    version = submit_regulation(_draft(home, days=2, changes={"program.max_months": 24}), by=home.curator.user)
    signed_on = today + WEEK
    put_in_force(version, by=home.director.user, on=signed_on)
    assert (_months_on(home.organization, signed_on - datetime.timedelta(days=1)), version.number) == (18, 3)
    assert _months_on(home.organization, signed_on) == 24


def test_a_draft_goes_to_the_head_with_a_reason_and_a_difference_only(home, curator):
    version = draft_regulation(home.organization, by=curator)
    with pytest.raises(MoveRefused):
        submit_regulation(version, by=curator)
    version = set_terms(version, by=curator, valid_from=version.valid_from, reason="Просто", expected=1)
    home.organization.regulations.in_force().update(approved_at=now())
    with pytest.raises(MoveRefused):
        submit_regulation(version, by=curator)
    change_settings(version, {"name": "Другое"}, by=curator, expected=version.version)
    assert submit_regulation(version, by=curator).state == RegulationState.SUBMITTED
    with pytest.raises(MoveRefused):
        change_settings(version, {"name": "Третье"}, by=curator, expected=version.version)
    assert Notice.objects.filter(user=home.director.user).count() == 1


def test_what_nobody_has_approved_here_is_adopted_as_it_stands(home, curator):
    version = draft_regulation(home.organization, by=curator, reason="Принятие положения")
    assert submit_regulation(version, by=curator).state == RegulationState.SUBMITTED


def test_the_head_returns_a_draft_with_a_remark(home, curator):
    version = submit_regulation(_draft(home), by=curator)
    with pytest.raises(MoveRefused):
        return_regulation(version, by=home.director.user, remark="  ")
    version = return_regulation(version, by=home.director.user, remark="Укажите пункт")
    assert (version.state, version.return_remark) == (RegulationState.RETURNED, "Укажите пункт")
    assert Notice.objects.filter(user=curator).count() == 1
    assert submit_regulation(version, by=curator).return_remark == ""


def test_where_the_regulation_asks_for_an_order_the_head_does_not_approve_alone(home, curator):
    version = submit_regulation(_draft(home), by=curator)
    assert needs_order(version)
    with pytest.raises(MoveRefused):
        approve_regulation(version, by=home.director.user, password=PASSWORD)
    _without_order(home)
    with pytest.raises(MoveRefused, match="Пароль"):
        approve_regulation(version, by=home.director.user, password="wrong")
    approve_regulation(version, by=home.director.user, password=PASSWORD, seen=version.version)
    version.refresh_from_db()
    assert (version.state, version.approved_by) == (RegulationState.IN_FORCE, home.director.user)
    assert version.approved_at is not None


def test_of_two_approvals_the_second_is_refused(home, curator):
    _without_order(home)
    version = submit_regulation(_draft(home), by=curator)
    stale = RegulationVersion.objects.get(pk=version.pk)
    approve_regulation(version, by=home.director.user, password=PASSWORD)
    with pytest.raises(MoveRefused):
        approve_regulation(stale, by=home.director.user, password=PASSWORD)
    with pytest.raises(MoveRefused):
        return_regulation(stale, by=home.director.user, remark="Поздно")
    assert home.organization.regulations.in_force().count() == 2


def test_of_a_return_and_an_approval_the_second_is_refused(home, curator):
    _without_order(home)
    version = submit_regulation(_draft(home), by=curator)
    return_regulation(version, by=home.director.user, remark="Рано")
    with pytest.raises(MoveRefused):
        approve_regulation(version, by=home.director.user, password=PASSWORD)
    assert home.organization.regulations.in_force().count() == 1


def test_of_two_curators_saving_neither_writes_over_the_other(home, curator):
    version = _draft(home)
    first, second = (RegulationVersion.objects.get(pk=version.pk) for _ in range(2))
    change_settings(first, {"name": "Первое"}, by=curator, expected=first.version)
    with pytest.raises(StaleSave) as stale:
        change_settings(second, {"name": "Второе"}, by=home.sysadmin.user, expected=second.version)
    assert stale.value.current.settings["name"] == "Первое"


BAD = {
    "program.min_months": (36, {"program"}),
    "bank.refresh_interval": ("week", {"bank.refresh_interval"}),
    "roadmap.stages": ([{"code": "a", "label": "А", "items": []}], {"roadmap.stages.1.items"}),
    "final_event.types": ([{"code": "a", "label": "А"}, {"code": "a", "label": "Б"}], {"final_event.types"}),
    "clauses.no_such": ("1.1", {"clauses"}),
    "name": ("я" * 70_000, None),
}


@pytest.mark.parametrize("key", BAD)
def test_what_a_regulation_cannot_be_is_refused_by_key_and_nothing_is_saved(home, curator, key):
    version = _draft(home)
    value, faults = BAD[key]
    with pytest.raises(ValidationError) as refusal:
        change_settings(version, {key: value, "curator.title_text": "тьютор"}, by=curator, expected=version.version)
    if faults:
        assert set(refusal.value.message_dict) == faults
    stored = RegulationVersion.objects.get(pk=version.pk)
    assert (stored.settings["curator"], stored.version) == (version.settings["curator"], version.version)
