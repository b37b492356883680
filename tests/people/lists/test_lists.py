"""Columns and views kept by readers of a list."""

import pytest

from people.lists.models import SavedView
from people.lists.services import MOST_VIEWS, save_view
from tests.world import undrawn

pytestmark = pytest.mark.django_db
LIST = "people:mentor_list"


@pytest.fixture
def send(client, home):
    def post(role, tail, **data):
        client.force_login(getattr(home, role).user, backend="people.accounts.backends.LoginNameBackend")
        return client.post(f"/o/school-3/lists/{tail}", {"list_name": LIST} | data)

    return post


def _shown(client):
    return client.get("/o/school-3/mentors/").context["page"].shown


@undrawn()
def test_chosen_columns_are_kept_for_their_reader_alone_until_none_is_ticked(home, client, send):
    start = ["name", "strengths", "since", "places", "state"]
    answer = send("curator", "columns/", columns=["subject", "state", "<b>"], query="sort=-name&columns=name")
    assert answer.headers["Location"] == "/o/school-3/mentors/?sort=-name"
    assert _shown(client) == ["name", "subject", "state"]
    send("director", "columns/", columns=["since"])
    assert _shown(client) == ["name", "since"]
    send("curator", "columns/")
    assert _shown(client) == start


def test_a_view_keeps_filters_order_and_columns_and_only_a_curator_shares(home, client, send):
    query = "q=%D0%B5%D0%BB%D0%BA&sort=-name&columns=subject"
    send("curator", "views/", name="Ёлкины", query=query, is_shared="on")
    send("director", "views/", name="Мои", query="only=free", is_shared="on")
    assert set(SavedView.objects.values_list("name", "query", "is_shared")) == {
        ("Ёлкины", query, True),
        ("Мои", "only=free", False),
    }
    seen = client.get("/o/school-3/mentors/").context["views"]
    assert {view.name for view in seen} == {"Ёлкины", "Мои"}
    client.force_login(home.council.user, backend="people.accounts.backends.LoginNameBackend")
    page = client.get("/o/school-3/mentors/")
    assert {view.name for view in page.context["views"]} == {"Ёлкины"}
    assert f"?{query.replace('&', '&amp;')}" in page.content.decode()


def test_the_same_name_replaces_the_own_view_and_there_is_an_end_to_them(home, send):
    for number in range(MOST_VIEWS):
        save_view(home.organization, LIST, name=str(number), query="", by=home.curator.user)
    send("curator", "views/", name="0", query="only=free")
    refused = send("curator", "views/", name="Ещё один", query="only=stale")
    assert (refused.status_code, refused.context["form"].data["name"]) == (200, "Ещё один")
    assert SavedView.objects.count() == MOST_VIEWS
    assert SavedView.objects.get(name="0").query == "only=free"


@pytest.mark.parametrize("name", ["people:catalog_of_nothing", "people:mentor_card", "people:mentor_list"])
def test_a_list_that_is_not_there_or_not_read_keeps_nothing(home, send, name):
    for tail in ("columns/", "views/"):
        answer = send("staff", tail, list_name=name, name="Чужой", columns=["state"])
        assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert not SavedView.objects.exists()
