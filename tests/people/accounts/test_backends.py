"""Who may sign in, and whose session goes on."""

import pytest
from django.urls import reverse

from tests.world import PASSWORD, make_user

pytestmark = pytest.mark.django_db


def sign_in(client, login):
    client.post(reverse("people:sign_in"), {"username": login, "password": PASSWORD})
    return "_auth_user_id" in client.session


@pytest.mark.parametrize(
    ("demo_is_on", "is_demo", "enters"),
    [(True, True, True), (True, False, True), (False, False, True), (False, True, False)],
)
def test_accounts_of_the_demonstration_enter_only_while_it_is_on(client, settings, demo_is_on, is_demo, enters):
    settings.DEMO = demo_is_on
    make_user("somebody@school.example", is_demo=is_demo)

    assert sign_in(client, "somebody@school.example") is enters


def test_a_session_of_the_demonstration_ends_when_it_is_switched_off(client, settings):
    settings.DEMO = True
    make_user("admin@demo.example", is_demo=True, is_installation_admin=True)
    assert sign_in(client, "admin@demo.example")
    assert client.get(reverse("people:installation")).status_code == 200

    settings.DEMO = False
    response = client.get(reverse("people:installation"))

    assert response.status_code == 302 and response.url.startswith(reverse("people:sign_in"))
