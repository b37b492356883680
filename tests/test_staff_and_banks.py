"""S2 and S3: a staff list with everything that goes wrong in one, and the two banks with surveys and consents."""

import pytest

from tests.path_steps import banks, staff
from tests.path_steps.place import DAY
from tests.path_steps.walk import Walk

pytestmark = pytest.mark.walk
STAFF = (
    staff.hire_known,
    staff.check_preview,
    staff.name_a_column,
    staff.choose_duplicates,
    staff.load,
    staff.mend_and_undo,
    staff.invite_both,
)
BANKS = (
    banks.hire_teachers,
    banks.open_survey,
    banks.answer_on_a_phone,
    banks.confirm_proposals,
    banks.find_mentor,
    banks.answer_for_consents,
    banks.withdraw,
    banks.confirm_stale,
)
# Choosing columns and known people, and what is done on a phone or with all ticked at once; the path shows the rest.
SEEN = {staff.check_preview, staff.name_a_column, staff.choose_duplicates, staff.load}
SEEN |= {banks.answer_on_a_phone, banks.confirm_proposals}


@pytest.fixture
def walk(new_page, settings):
    """An organization at work, with a mail server that keeps the letters."""
    settings.MENTORING_TODAY = DAY
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    return Walk("school-3", new_page)


def test_a_tariff_list_becomes_the_staff(walk):
    walk.go(STAFF, SEEN)


def test_answers_and_consents_fill_the_banks(walk):
    walk.go(BANKS, SEEN)
