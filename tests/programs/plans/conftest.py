"""The room's tests stand on one day of October, in the first organization of the cast."""

import pytest
from django.utils import translation

from programs.models import Program
from programs.plans.states import ProgramState
from tests.world import DAY, make_program


@pytest.fixture
def home(home, settings):
    """The home organization of the world on 15 October 2026; its program is running and empty.

    Refusals speak English here, so that tests tell them apart by their message ids.
    """
    settings.MENTORING_TODAY = DAY
    with translation.override("en"):
        yield home


@pytest.fixture
def draft(home):
    """The same pair with a draft instead of the running program."""
    Program.objects.filter(pk=home.program.pk).delete()
    return make_program(home.mentorship, state=ProgramState.DRAFT)
