"""Who reads the reason: on every page, in every paper, in the bell."""

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Membership
from programs.applications.services import file_application, give_visa, keep_application
from programs.applications.states import ApplicationKind
from tests.amending import amend
from tests.world import START

WORD = "ТАЙНА-ПРИЧИНЫ"
PAGES = (
    "programs:application_list",
    "programs:application_card",
    "programs:application_visa",
    "programs:application_mediate",
    "programs:application_decide",
    "programs:mentorship_card",
    "programs:program_card",
    "programs:meeting_list",
    "people:notice_list",
    "reports:home",
)


def browser(user):
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def readers(place, application, roles):
    """Who of ``roles`` finds the reason on any of the pages."""
    slug, found = place.organization.slug, set()
    keys = {
        "programs:mentorship_card": [place.mentorship.pk],
        "programs:program_card": [place.program.pk],
    }
    for role in roles:
        client = browser(place.people[role].user)
        for name in PAGES:
            args = keys.get(name, [application.pk] if "application_" in name and "list" not in name else [])
            if WORD in client.get(reverse(name, args=[slug, *args])).content.decode():
                found.add(role)
    return found


@pytest.fixture
def asked(home, django_capture_on_commit_callbacks):
    amend(home.organization, {"council.presence": "required", "council.mediation": True})
    with django_capture_on_commit_callbacks(execute=True):
        asked = file_application(
            home.mentorship, ApplicationKind.REPLACEMENT, by=home.mentee.user, reason=WORD, wish=WORD
        )
        give_visa(asked, by=home.curator.user, remark=WORD)
    return asked


@pytest.mark.walk
def test_the_reason_is_read_by_its_writer_the_head_the_curator_and_the_council_only(home, asked):
    assert readers(home, asked, home.people) == {"mentee", "curator", "council", "director"}


def test_the_mentor_reads_it_where_the_mentee_says_so_but_never_the_remark_of_the_curator(home, asked):
    asked.reason_open, asked.visa_remark = True, "ПОМЕТКА-ВИЗЫ"
    asked.save()
    page = browser(home.mentor.user).get(reverse("programs:application_card", args=["school-3", asked.pk]))
    assert (WORD in page.content.decode(), "ПОМЕТКА-ВИЗЫ" in page.content.decode()) == (True, False)


def test_a_mentor_who_is_a_curator_too_reads_no_more_than_a_mentor(home, asked):
    Membership.objects.create(user=home.mentor.user, organization=home.organization, role="curator", starts_on=START)
    assert readers(home, asked, ["mentor"]) == set()
    paper = browser(home.mentor.user).get(reverse("reports:paper_application", args=["school-3", asked.pk]))
    assert paper.status_code == 404


def test_what_is_typed_and_not_sent_is_kept_for_its_writer_alone(home):
    keep_application(home.mentorship, ApplicationKind.REPLACEMENT, by=home.mentee.user, values={"reason": WORD})
    address = reverse("programs:application_file", args=["school-3", home.mentorship.pk, "replacement"])
    seen = {
        who: WORD in browser(getattr(home, who).user).get(address, follow=True).content.decode()
        for who in ("mentee", "mentor", "curator")
    }
    assert seen == {"mentee": True, "mentor": False, "curator": False}
