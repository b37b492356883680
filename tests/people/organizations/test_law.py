"""Where the law is stricter than the regulation: floors by date, and what the head overrode."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from people.organizations.models import LegalOverride, RegulationVersion
from people.organizations.regulations import (
    FLOORS,
    RegulationSettings,
    agreement_required,
    effective,
    floor_of,
    floors_above,
    legal_warnings,
    load_preset,
    load_regulation,
    preset_codes,
)
from people.organizations.regulations.wording import changes_between
from people.organizations.selectors import regulation_on, written_on
from people.organizations.services import draft_regulation
from tests.world import build_world, make_organization, make_user

LAX = "[consent]\nmentor_required = false\nseparate = false\n[agreement]\nrequired = false"
KEYS = frozenset(floor.key for floor in FLOORS)
DAYS = [date(2025, 2, 28), date(2025, 3, 1), date(2025, 8, 31), date(2025, 9, 1)]


def values(settings):
    return settings.consent.mentor_required, settings.agreement.required, settings.consent.separate


@pytest.mark.parametrize(
    ("day", "held"),
    list(zip(DAYS, [(False, False, False), (True, True, False), (True, True, False), (True, True, True)], strict=True)),
)
def test_the_stricter_rule_holds_from_the_day_of_the_law(day, held):
    assert values(effective(load_regulation(LAX), day)) == held


@pytest.mark.parametrize("key", sorted(KEYS))
def test_a_departure_of_the_head_lowers_its_own_rule_only(key):
    rules = effective(load_regulation(LAX), DAYS[-1], frozenset({key}))
    lowered = {floor.key for floor in floors_above(rules, DAYS[-1])}
    assert lowered == {key}


@pytest.mark.parametrize("code", preset_codes())
def test_the_law_changes_nothing_but_what_it_asks_for(code):
    written = load_preset(code)
    stored, raised = written.model_dump(mode="json"), effective(written, DAYS[-1]).model_dump(mode="json")
    changed = {"consent.mentor_required"} if code == "cdutt" else set()
    assert {change.key for change in changes_between(stored, raised)} == changed


@given(
    mentor=st.booleans(),
    agreement=st.booleans(),
    separate=st.booleans(),
    day=st.dates(date(2024, 1, 1), date(2027, 1, 1)),
    departures=st.frozensets(st.sampled_from(sorted(KEYS))),
)
def test_the_law_never_lowers_a_rule(mentor, agreement, separate, day, departures):
    base = RegulationSettings.recommended()
    consent = base.consent.model_copy(update={"mentor_required": mentor, "separate": separate})
    agreements = base.agreement.model_copy(update={"required": agreement})
    written = base.model_copy(update={"consent": consent, "agreement": agreements})
    rules = effective(written, day, departures)
    assert all(after >= before for before, after in zip(values(written), values(rules), strict=True))
    assert {floor.key for floor in floors_above(rules, day)} == {
        floor.key for floor in floors_above(written, day)
    } & departures


def test_a_floor_is_named_with_its_article():
    floor = floor_of("consent.mentor_required", False, DAYS[-1])
    with translation.override("en"):
        assert (str(floor.article), floor.since) == ("Labor Code, art. 351.8", date(2025, 3, 1))
    assert floor_of("consent.mentor_required", True, DAYS[-1]) is None
    assert floor_of("consent.mentor_required", False, DAYS[0]) is None
    assert floor_of("program.max_months", 1, DAYS[-1]) is None


def test_agreements_are_asked_for_since_the_law_of_2025():
    cdutt = load_preset("cdutt")
    assert not agreement_required(cdutt, DAYS[0])
    assert agreement_required(cdutt, DAYS[1])


def test_settings_at_odds_with_the_law_are_named():
    def warned(settings, on):
        return {problem.key for problem in legal_warnings(settings, on)}

    assert warned(load_preset("cdutt"), date(2026, 9, 1)) == {"consent.mentor_required"}
    assert warned(load_preset("cdutt"), date(2024, 9, 1)) == set()
    assert warned(load_preset("lyceum-136"), date(2026, 9, 1)) == {"publication.what"}
    assert warned(load_preset("school-3"), date(2026, 9, 1)) == set()
    assert warned(load_regulation(LAX), date(2026, 9, 1)) == KEYS


@pytest.mark.django_db
def test_readers_get_the_law_or_the_departure_by_the_day():
    organization = make_organization("cdutt", preset="cdutt")
    LegalOverride.objects.create(
        organization=organization,
        key="consent.mentor_required",
        reason="Наставничество входит в трудовую функцию.",
        starts_on=date(2026, 2, 1),
        ends_on=date(2026, 3, 31),
        by=make_user("head@cdutt.example"),
        at="2026-02-01T09:00Z",
    )
    days = [date(2026, 1, 31), date(2026, 2, 1), date(2026, 3, 31), date(2026, 4, 1)]
    held = [regulation_on(organization, day).consent.mentor_required for day in days]
    assert held == [True, False, False, True]
    assert not written_on(organization, days[0]).consent.mentor_required


@pytest.mark.django_db
def test_a_regulation_within_the_law_costs_no_query_about_departures(django_assert_num_queries):
    organization = make_organization("school-3", preset="school-3")
    with django_assert_num_queries(1):
        regulation_on(organization, DAYS[-1])


@pytest.mark.django_db
def test_the_pages_of_the_regulation_warn_beside_the_setting(client):
    home = build_world().home
    settings = load_regulation(LAX).model_dump(mode="json")
    RegulationVersion.objects.filter(organization=home.organization).update(settings=settings)
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get(reverse("people:regulation", args=[home.organization.slug]))
    warned = {line.floor.key for group in page.context["groups"] for line in group.lines if line.floor}
    assert warned == KEYS
    draft = draft_regulation(home.organization, by=home.curator.user)
    edit = client.get(reverse("people:regulation_edit", args=[home.organization.slug, draft.pk, "banks"]))
    assert all(str(floor.sentence) in edit.content.decode() for floor in FLOORS)
