"""Three differently shaped files of each of five organizations: everybody in them, whole, and nobody else."""

import pytest

from people.organizations.regulations import preset_codes
from people.staff.services import start_import
from tests.people.staff.shapes import SHAPES
from tests.world import DAY, make_organization, make_user


@pytest.fixture
def place(db, settings, request):
    settings.MENTORING_TODAY = DAY
    return make_organization(request.param, preset=request.param), make_user(request.param)


def test_every_demonstrated_regulation_has_its_three_files():
    assert set(SHAPES) == set(preset_codes())
    assert [len(shapes) for shapes in SHAPES.values()] == [3] * 5


@pytest.mark.parametrize("place", SHAPES, indirect=True)
def test_everybody_is_read_whole_and_nobody_else(place):
    organization, user = place
    for shape in SHAPES[organization.slug]:
        upload, expected = shape()
        rows = list(start_import(organization, upload, by=user).rows.all())
        assert {row.values.get("last_name", str(row.cells)): row.values for row in rows} == expected, shape
        assert [row.messages for row in rows if row.messages] == []
