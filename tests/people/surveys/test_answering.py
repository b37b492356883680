"""Answering on a phone: filled in partly, gone, back again on the same day, sent."""

import pytest

from people.models import Response
from tests.people.surveys.factories import campaign_of, every_kind
from tests.world import PASSWORD, build_world

pytestmark = pytest.mark.walk
PHONE = {"viewport": {"width": 360, "height": 740}}
REST = ("yes_no][value=yes", "choice][value='0'", "several][value='1'", "matrix-0][value='0'", "matrix-1][value='0'")


@pytest.fixture
def home(transactional_db):
    return build_world().home


def test_a_phone_keeps_what_was_filled_in(home, new_page):
    survey = campaign_of(home, every_kind(home), chosen=[home.mentee.employment])
    address = f"/o/{home.organization.slug}/my-surveys/{survey.pk}/"
    page = new_page(**PHONE)
    page.goto("/sign-in/")
    page.fill("[name=username]", home.mentee.user.login)
    page.fill("[name=password]", PASSWORD)
    page.click("form:has([name=password]) button:not([formaction])")
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    with page.expect_response("**/save/"):
        page.check("[name=q-scale][value='8']")
    with page.expect_response("**/save/"):
        page.fill("[name=q-text]", "С телефона")
    cookies = page.context.cookies()
    page.context.close()
    page = new_page(**PHONE)
    page.context.add_cookies(cookies)
    page.goto(address)
    assert page.is_checked("[name=q-scale][value='8']") and page.input_value("[name=q-text]") == "С телефона"
    for field in REST:
        page.check(f"[name=q-{field}]")
    page.click("form.survey .btn-primary")
    page.wait_for_url("**/done/")
    sent = Response.objects.get()
    assert sent.is_sent and (sent.answers["scale"], sent.answers["text"]) == (8, "С телефона")
