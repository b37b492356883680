"""No form takes more than it shows: nothing of another organization, no column that is not its own."""

from functools import cache
from urllib.parse import urlencode

import pytest
from django.apps import apps
from django.core.exceptions import FieldError
from django.db import connection, models
from django.utils import timezone

from people.accounts.models import User
from people.organizations.models import Authority, Organization
from programs.plans.services import seed_templates
from tests.crawl import PAGES, ROWS, body_of, bound_fields, open_page, readers_of, undone
from tests.programs.matching.factories import make_plan_of
from tests.programs.orders.factories import agreed_pair
from tests.world import CANARY, build_world, lasting, make_employment, unprinted

pytestmark = [pytest.mark.django_db, pytest.mark.walk]

WAYS_HOME = (
    "plan__organization",
    "organization",
    "employment__organization",
    "person__employments__organization",
    "mentorship__organization",
    "program__mentorship__organization",
    "order__organization",
    "roadmap__organization",
    "stage__roadmap__organization",
)
PICKED_IN_THE_ADDRESS = (
    "employment",
    "mentor",
    "mentee",
    "mentorship",
    "person",
    "direction",
    "competence",
    "stage",
    "line",
    "first",
    "second",
)
# Every page whose form chooses rows, so that no such form is passed over unseen.
CHOOSING = {
    "people:campaign_create": {"chosen", "questionnaire"},
    "people:campaign_edit": {"chosen", "questionnaire"},
    "people:competence_edit": {"direction"},
    "people:delegation_create": {"duties", "employment"},
    "people:mentee_create": {"employment"},
    "people:mentee_list": {"ids"},
    "people:mentor_create": {"employment"},
    "people:mentor_list": {"ids"},
    "people:role_grant": {"user"},
    "programs:application_agenda": {"meeting"},
    "programs:application_mediate": {"meeting"},
    "programs:application_succeed": {"mentor_entry"},
    "programs:event_create": {"direction"},
    "programs:event_edit": {"direction"},
    "programs:helper_invite": {"employment", "events"},
    "programs:item_add": {"people"},
    "programs:item_edit": {"people"},
    "programs:item_mark": {"meeting-meeting", "order", "survey-campaign"},
    "programs:meeting_create": {"attendees", "chair", "secretary"},
    "programs:meeting_edit": {"attendees", "chair", "secretary"},
    "programs:meeting_hold": {"also", "excused", "present"},
    "programs:meeting_items": {"items"},
    "programs:mentorship_join": {"mentee"},
    "programs:mentorship_propose": {"mentee", "mentor"},
    "programs:plan_move": {"mentor"},
    "programs:plan_propose": {"line"},
    "programs:pair_decide": {"meeting"},
    "programs:program_create": {"template"},
    "reports:issued_act_draft": {"chair", "consents", "members"},
    "reports:issued_edit": {"chair", "consents", "members"},
    "reports:issued_record_draft": {"about"},
    "reports:issued_signing": {"papers"},
    "reports:issued_thanks_draft": {"about", "basis_order"},
    "reports:order_adoption_draft": {"curator", "roadmap", "version"},
    "reports:order_council_draft": {"chair", "deputy", "members", "secretary"},
    "reports:order_curator_draft": {"curator"},
    "reports:order_draft": {"mentorships"},
    "reports:order_edit": {"mentorships"},
    "reports:order_encouragement_draft": {"people-0-employment"},
    "reports:order_final_event_draft": {"people-0-employment", "responsible"},
    "reports:order_monitoring_draft": {"campaigns", "responsible"},
    "reports:order_payment_draft": {"people-0-employment"},
    "reports:order_release_draft": {"people-0-employment", "people-0-substitute"},
    "reports:order_programs_draft": {"meeting", "programs"},
    "reports:order_report_draft": {"meeting"},
    "reports:order_results_draft": {"programs"},
    "reports:order_termination_draft": {"leaver"},
    "reports:order_visas": {"employments"},
    "reports:papers_of_kind": {"ids"},
    "reports:order_paper_acknowledge": {"subjects"},
    "reports:order_reader_add": {"people"},
}
OWNERS = (Organization, Authority, User)
# Made anew at every save, salted, or holding a key, which PostgreSQL gives only once.
CHANGING = (models.DateTimeField, models.FileField, models.JSONField)
RANDOM = ("code", "password", "sha256", "approved_hash", "url", "thing_id")
EXTRA = {
    "state": ["active"],
    "role": ["director"],
    "is_installation_admin": ["on"],
    "is_active": ["on"],
    "is_demo": ["on"],
    "is_superuser": ["on"],
    "number": ["777"],
    "number_text": ["777-од"],
    "approved_on": ["2020-01-01"],
    "signed_on": ["2020-01-01"],
    "given_on": ["2020-01-01"],
    "entered_on": ["2020-01-01"],
    "ends_on": ["2020-01-01"],
    "end_reason": ["чужое"],
    "is_primary": [""],
    "position": ["99"],
    "id": ["1"],
    "pk": ["1"],
}


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    with lasting(django_db_blocker), unprinted():
        world = build_world()
        for place, name in ((world.home, "Ахметова"), (world.other, CANARY)):
            seed_templates(place.organization)
            agreed_pair(place)
            make_plan_of(place, (place.mentee_entry, place.mentor_entry, 80.0), title=name)
            make_employment(place.organization, name)
        yield world


def _own_models():
    return [model for name in ("people", "programs", "reports") for model in apps.get_app_config(name).get_models()]


def _is_kept(column):
    if column.is_relation:
        return column.related_model in OWNERS
    return not (column.primary_key or isinstance(column, CHANGING) or column.name in RANDOM)


@cache
def _reading():
    """Model → the query that reads its table, written once: it is asked after every press of a button."""
    quoted, queries = connection.ops.quote_name, {}
    for model in _own_models():
        columns = [quoted(column.column) for column in model._meta.concrete_fields if _is_kept(column)]
        queries[model.__name__] = f"SELECT {', '.join(columns) or '1'} FROM {quoted(model._meta.db_table)}"
    return queries


def _everything():
    """All rows of all tables without keys of their own and moments, so that two runs can be compared."""
    found = {}
    with connection.cursor() as cursor:
        for name, query in _reading().items():
            found[name] = sorted(map(repr, cursor.execute(query).fetchall()))
    return found


def _foreign(model, organization):
    """Keys of rows of another organization, the newest first."""
    for way in WAYS_HOME:
        try:
            rows = model._base_manager.filter(**{way: organization})
        except FieldError:
            continue
        return list(rows.order_by("-pk").values_list("pk", flat=True)[:2])
    return []


def _foreign_rows(field, world):
    """Keys of the other organization that a field of a form must refuse; nothing for a field without rows."""
    return _foreign(field.queryset.model, world.other.organization) if hasattr(field, "queryset") else []


@pytest.fixture(scope="module", params=PAGES)
def place(world, request):
    """One page after the other, opened once for all tests."""
    with open_page(world, request.param) as place:
        yield place


def test_a_key_of_another_organization_is_refused_and_names_nobody(world, place):
    faults = []
    foreign = {key: _foreign_rows(field, world) for key, field in bound_fields(place.response).items()}
    tries = [(form, key, row) for form in place.forms for key in form.fields for row in foreign.get(key, ())]
    before = _everything() if tries else None
    for form, key, row in tries:
        with undone():
            response = place.client.post(form.action, form.data({key: [str(row)]}))
            if response.status_code not in (200, 403, 404) or _everything() != before:
                faults.append((form.action, key, response.status_code))
            if CANARY in response.content.decode():
                faults.append((form.action, key, "named"))
    assert faults == []
    assert {key for _form, key, _row in tries} == CHOOSING.get(place.name, set())


@pytest.fixture(scope="module")
def foreign_choice(world):
    """A query that chooses rows of the other organization under every name a page reads from its address."""
    rows = [str(row) for model in _own_models() for row in _foreign(model, world.other.organization)]
    return urlencode([(key, row) for key in PICKED_IN_THE_ADDRESS for row in dict.fromkeys(rows)])


def test_a_key_of_another_organization_in_the_address_names_nobody(place, foreign_choice):
    response = place.client.get(f"{place.address.partition('?')[0]}?{foreign_choice}")
    assert response.status_code < 500
    if readers_of(ROWS[place.name])[0] not in ("admin", "observer"):
        assert CANARY not in body_of(response).decode("utf-8", "replace")


@pytest.fixture
def one_minute(monkeypatch):
    """The clock stands: the mark of a signature gives the minute, and with it the bytes of the paper that is kept."""
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)


def test_fields_a_form_does_not_have_change_nothing(world, place, one_minute):
    other = world.other
    extra = EXTRA | {
        "organization": [str(other.organization.pk)],
        "authority": [str(world.city.pk)],
        "user": [str(other.curator.user.pk)],
        "by": [str(world.admin.pk)],
        "person": [str(other.staff.person.pk)],
        "employment": [str(other.staff.employment.pk)],
        "mentor_entry": [str(other.mentor_entry.pk)],
        "mentorship": [str(other.mentorship.pk)],
    }
    for form in place.forms:
        more = {key: value for key, value in extra.items() if key not in form.fields}
        results = []
        for changes in ({}, more):
            with undone():
                response = place.client.post(form.action, form.data(changes))
                results.append((response.status_code, _everything()))
        assert results[0] == results[1]
