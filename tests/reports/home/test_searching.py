"""The search: everything the reader may see, and nothing else."""

from urllib.parse import quote

import pytest

from tests.world import build_world

URL = "/o/school-3/search/"
IN_THE_BANK = f"/o/school-3/mentors/open/?q={quote('Ковальчук')}"


@pytest.mark.parametrize(
    ("who", "titles"),
    [
        ("staff", {"Наставники"}),
        ("mentee", {"Сотрудники", "Наставники", "Пары и группы"}),
        ("curator", {"Сотрудники", "Пары и группы"}),
    ],
)
def test_a_mentor_is_found_where_the_reader_may_meet_them(db, client, who, titles):
    home = build_world().home
    client.force_login(getattr(home, who).user, backend="people.accounts.backends.LoginNameBackend")
    groups = client.get(URL, {"q": "ковальчук"}).context["groups"]
    found = {group.title: [address for _label, _detail, address in group.rows] for group in groups}
    assert set(found) == titles
    assert found.get("Наставники", [IN_THE_BANK]) == [IN_THE_BANK]
