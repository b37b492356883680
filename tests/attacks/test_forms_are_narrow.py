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
from tests.attacks.hearing import ALL, asked_of_address, asked_of_form, writing
from tests.crawl import ROWS, body_of, bound_fields, readers_of, refused_fields, undone
from tests.world import CANARY

pytestmark = [pytest.mark.django_db, pytest.mark.strict]

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


def _own_models():
    apps_of = map(apps.get_app_config, ("people", "programs", "reports"))
    return [model for app in apps_of for model in app.get_models(include_auto_created=True)]


def _is_kept(column):
    if column.is_relation:
        return column.related_model in OWNERS
    return not (column.primary_key or isinstance(column, CHANGING) or column.name in RANDOM)


@cache
def _reading():
    """Table → the query that reads it without keys of its own and moments, so that two runs can be compared."""
    quoted, queries = connection.ops.quote_name, {}
    for model in _own_models():
        table = model._meta.db_table
        columns = [column.column for column in model._meta.concrete_fields if _is_kept(column)]
        queries[table] = f"SELECT {', '.join(map(quoted, columns)) or '1'} FROM {quoted(table)}"
    return queries


def _rows_of(tables):
    """All rows of those of ``tables`` that are the product's own."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(tables & _reading().keys()):
            cursor.execute(_reading()[table])
            found[table] = sorted(map(repr, cursor.fetchall()))
    return found


def _posted(client, form, changes):
    """The answer to a form, and the rows of every table that was written as they are then."""
    with undone(), writing() as tables:
        response = client.post(form.action, form.data(changes))
        return response, _rows_of(tables)


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


def _faults(client, form, changes):
    """What is wrong with the answer to keys of the other organization; the keys whose fields did not refuse them."""
    response, rows = _posted(client, form, changes)
    faults = []
    if response.status_code not in (200, 403, 404) or rows != _rows_of(rows.keys()):
        faults.append((form.action, *changes, response.status_code))
    if CANARY in response.content.decode():
        faults.append((form.action, *changes, "named"))
    return faults, changes.keys() - refused_fields(response, changes)


def _chosen(place, world):
    """Names of the fields of a page that choose rows, and what is wrong when they name foreign ones."""
    faults, chosen = [], set()
    foreign = {key: _foreign_rows(field, world) for key, field in bound_fields(place.response).items()}
    for form in place.forms:
        keys = [key for key in form.fields if foreign.get(key)]
        chosen |= {*keys}
        for number in range(2):
            changes = {key: [str(foreign[key][number])] for key in keys if number < len(foreign[key])}
            found, left = _faults(place.client, form, changes) if changes else ([], ())
            faults += found
            # What another field's refusal may have covered is asked alone.
            for key in left if len(changes) > 1 else ():
                faults += _faults(place.client, form, {key: changes[key]})[0]
    return chosen, faults


@pytest.fixture(scope="package")
def foreign_rows(world):
    """Keys of rows of the other organization."""
    return list(dict.fromkeys(row for model in _own_models() for row in _foreign(model, world.other.organization)))


def _faults_of_address(place, foreign_rows):
    """What is wrong with the page when every parameter names foreign rows."""
    asked = asked_of_address(place.response)
    if not asked:
        return []
    query = urlencode([(key, row) for key in {*PICKED_IN_THE_ADDRESS, *asked} - {ALL} for row in foreign_rows])
    response = place.client.get(f"{place.address.partition('?')[0]}?{query}")
    faults = [response.status_code] if response.status_code >= 500 else []
    if readers_of(ROWS[place.name])[0] not in ("admin", "observer"):
        faults += ["named"] if CANARY in body_of(response).decode("utf-8", "replace") else []
    return faults


@pytest.fixture
def one_minute(monkeypatch):
    """The clock stands: the mark of a signature gives the minute, and with it the bytes of the paper that is kept."""
    moment = timezone.now()
    monkeypatch.setattr(timezone, "now", lambda: moment)


@pytest.fixture(scope="package")
def extra(world):
    """What a form might take from who adds it: columns of its rows."""
    other = world.other
    return EXTRA | {
        "organization": [str(other.organization.pk)],
        "authority": [str(world.city.pk)],
        "user": [str(other.curator.user.pk)],
        "by": [str(world.admin.pk)],
        "person": [str(other.staff.person.pk)],
        "employment": [str(other.staff.employment.pk)],
        "mentor_entry": [str(other.mentor_entry.pk)],
        "mentorship": [str(other.mentorship.pk)],
    }


def _faults_of_more(place, extra):
    """What is wrong with the answers to fields that the forms of a page do not have: these change nothing."""
    faults = []
    for form in place.forms:
        more = {key: value for key, value in extra.items() if key not in form.fields}
        with undone():
            response = place.client.post(form.action, form.data())
        # Of what the server did not look for it knows nothing.
        if response.status_code >= 500:
            faults.append((form.action, response.status_code))
        elif asked_of_form(response) & {ALL, *more}:
            (one, rows), (other, rows_again) = (_posted(place.client, form, changes) for changes in ({}, more))
            if (other.status_code, rows_again) != (one.status_code, rows):
                faults.append((form.action, "takes more"))
    return faults


def test_a_page_takes_no_key_of_another_organization_and_no_field_it_does_not_have(
    world, place, foreign_rows, extra, one_minute
):
    """In its forms and in its address; nor does it name anybody of the other organization."""
    chosen, faults = _chosen(place, world)
    assert faults + _faults_of_address(place, foreign_rows) + _faults_of_more(place, extra) == []
    assert chosen == CHOOSING.get(place.name, set())
