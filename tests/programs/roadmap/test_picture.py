"""The picture of the year on the page of a roadmap."""

import pytest
from django.urls import reverse

from tests.programs.roadmap.factories import make_running
from tests.world import DAY, build_world

pytestmark = pytest.mark.django_db


def test_the_picture_says_what_its_strips_are_and_from_when_to_when(settings, client):
    settings.MENTORING_TODAY = DAY
    home = build_world().home
    home.curator.user.language = "en"
    home.curator.user.save()
    roadmap = make_running(home)
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    address = reverse("programs:roadmap_card", args=[home.organization.slug, roadmap.pk])
    html = client.get(address).content.decode()
    assert "When the work is done, from" in html
    assert "stage-strip" not in html
    assert [stage for stage in range(1, 7) if f"{stage}. " not in html] == []
    assert ": 0 of " in html
