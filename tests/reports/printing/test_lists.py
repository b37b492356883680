"""The page of all papers: what stands there may be opened, and what may be opened stands there."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from people.accounts.access import may
from people.accounts.actor import actor_in
from people.accounts.states import Role
from reports.documents.catalog import KINDS
from reports.printing.selectors import kinds_for
from tests.world import CANARY, CAST


def actor_of(home, role):
    return actor_in(home.people[role].user, home.organization)


@pytest.mark.walk
def test_every_list_holds_what_its_reader_may_open_and_nothing_else(full):
    """The address of a paper finds it among the same rows, so that none may be opened beside them."""
    for role in CAST:
        actor = actor_of(full.home, role)
        for kind in KINDS:
            assert [row for row in kind.rows(actor) if not may(actor, kind.url_name, row)] == [], (kind.code, role)


def test_the_page_shows_kinds_one_may_open_or_has_rows_of(full):
    home = full.home
    shown = {
        role: {kind.code: count for _label, kinds in kinds_for(actor_of(home, role)) for kind, count in kinds}
        for role in (Role.PSYCHOLOGIST, Role.MENTEE)
    }
    for role, counts in shown.items():
        actor = actor_of(home, role)
        rows = {kind.code: kind.rows(actor).count() for kind in KINDS}
        assert counts == {code: rows[code] for code in counts}
        assert {code for code, count in rows.items() if count} <= set(counts)
    assert "agreement" not in shown[Role.MENTEE] and "program" not in shown[Role.PSYCHOLOGIST]
    assert shown[Role.MENTEE]["consent"] == 2


# The number of questions is the same on either engine.
def test_all_kinds_are_counted_by_one_query(full):
    actor = actor_of(full.home, Role.CURATOR)
    for kind in KINDS:
        kind.rows(actor)
    with CaptureQueriesContext(connection) as queries:
        kinds_for(actor)
    assert sum("COUNT" in query["sql"] for query in queries) == 1


def test_rows_of_each_kind_are_listed_and_found_by_name(full, enter):
    client, actor = enter(full.home.curator), actor_of(full.home, Role.CURATOR)
    address = f"/o/{full.home.organization.slug}/papers/"
    for kind in KINDS:
        if not kind.rows(actor).exists():
            continue
        page = client.get(address + f"{kind.code}/")
        assert page.status_code == 200 and page.context["rows"], kind.code
        assert CANARY not in page.content.decode()
        if kind.search:
            word = kind.rows(actor).values_list(kind.search[0], flat=True)[0].split()[0]
            assert client.get(address + f"{kind.code}/", {"q": word.upper()}).context["rows"], kind.code
    assert not client.get(address + "mentor_extract/", {"q": "нет такого"}).context["rows"]
