"""Who may open the addresses of the room."""

from tests.access_row import Row

ROWS = {
    "reports:territory": Row("observer", things=lambda world: {"authority": world.city.pk}, in_organization=False),
}
