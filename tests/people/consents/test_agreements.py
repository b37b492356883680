"""The supplementary agreement: drafted by the regulation, signed on paper, ended by its term or by a notice."""

import datetime
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import StaleSave
from people.consents.models import Agreement
from people.consents.selectors import first_last_day
from people.consents.services import (
    draft_agreement,
    drop_agreement,
    edit_agreement,
    follow_agreements,
    give_notice,
    sign_agreement,
)
from people.consents.states import AgreementState, EndGround, NoticeSide, PaymentKind
from people.models import Notice
from tests.amending import amend
from tests.people.consents.factories import make_agreement, make_draft
from tests.world import END, START

pytestmark = pytest.mark.django_db
TERMS = {
    "mentees": "учитель физики Черных Лев Львович",
    "form": "педагог – педагог",
    "starts_on": START,
    "ends_on": END,
}
EMPLOYER, MENTOR = NoticeSide.EMPLOYER, NoticeSide.MENTOR


def refused(deed, *args, **values):
    with pytest.raises(MoveRefused) as caught:
        deed(*args, **values)
    return set(caught.value.error_dict) if hasattr(caught.value, "error_dict") else caught.value.message


def draft(home, **fields):
    return draft_agreement(home.mentor.employment, by=home.curator.user, **(TERMS | fields))


def test_a_draft_takes_pay_and_notice_from_the_regulation(home):
    amend(
        home.organization,
        {
            "payment": {"kind": "percent", "amount": 15, "per_mentee": True},
            "incentives.payment_basis": "Положение об оплате труда",
            "agreement.mentor_notice_days": 3,
        },
    )
    made = draft(home)
    assert (made.payment_kind, made.payment_amount, made.per_mentee) == (PaymentKind.PERCENT, Decimal(15), True)
    assert (made.payment_basis, made.mentor_notice_days, made.employer_notice_days) == (
        "Положение об оплате труда",
        3,
        3,
    )
    assert made.content.startswith("оказывать наставляемому помощь")


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"ends_on": START - datetime.timedelta(days=1)}, {"ends_on"}),
        ({"payment_kind": PaymentKind.SUM}, {"payment_amount"}),
        ({"payment_kind": PaymentKind.SUM, "payment_amount": Decimal(0)}, {"payment_amount"}),
    ],
)
def test_terms_that_cannot_be_are_refused_at_their_field(home, fields, where):
    assert refused(draft, home, **fields) == where
    assert not Agreement.objects.exists()


def test_two_curators_who_change_one_draft_see_each_other(home):
    made = draft(home)
    other = Agreement.objects.get(pk=made.pk)
    edit_agreement(made, by=home.curator.user, expected=1, mentees="Первый")
    with pytest.raises(StaleSave) as stale:
        edit_agreement(other, by=home.curator.user, expected=1, mentees="Второй")
    assert stale.value.current.mentees == "Первый"


def test_signed_on_paper_it_begins_on_its_day_and_cannot_be_changed_any_more(home):
    today = home.organization.today()
    begun, ahead = draft(home), draft(home, starts_on=today + datetime.timedelta(days=3))
    scan = SimpleUploadedFile("соглашение.pdf", b"%PDF-1.7")
    for made in (begun, ahead):
        sign_agreement(made, by=home.curator.user, signed_on=today, number="1", scan=scan)
    assert (begun.state, ahead.state) == (AgreementState.IN_FORCE, AgreementState.SIGNED)
    assert Notice.objects.filter(user=home.mentor.user).count() == 2
    assert "соглашение" not in Agreement.objects.get(pk=begun.pk).scan.name
    refused(edit_agreement, begun, by=home.curator.user, expected=1, mentees="Иной")
    refused(drop_agreement, begun, by=home.curator.user)
    later = today + datetime.timedelta(days=1)
    assert refused(sign_agreement, draft(home), by=home.curator.user, signed_on=later, number="2") == {"signed_on"}


@pytest.mark.parametrize(
    ("given_on", "days", "last_on"),
    [
        # A Thursday: Friday, Monday and Tuesday are the three working days.
        ("2026-10-15", 3, "2026-10-20"),
        # Before the November holidays: 4 November is a day off.
        ("2026-11-02", 3, "2026-11-06"),
        # Over the holidays of the New Year.
        ("2026-12-30", 1, "2027-01-11"),
        ("2026-10-17", 0, "2026-10-17"),
    ],
)
def test_notice_is_counted_in_working_days_of_the_production_calendar(given_on, days, last_on):
    agreement = Agreement(employer_notice_days=days, mentor_notice_days=0)
    day = datetime.date.fromisoformat(given_on)
    assert first_last_day(agreement, EMPLOYER, day) == datetime.date.fromisoformat(last_on)
    assert first_last_day(agreement, MENTOR, day) == day


def test_the_employer_waits_for_the_days_of_notice_and_the_mentor_does_not(home):
    agreement = make_agreement(home.mentor.employment, by=home.curator.user)
    today = home.organization.today()
    first = first_last_day(agreement, EMPLOYER, today)
    early = {"by": home.curator.user, "given_on": today, "last_on": first - datetime.timedelta(days=1)}
    assert refused(give_notice, agreement, side=EMPLOYER, **early) == {"last_on"}
    tomorrow = today + datetime.timedelta(days=1)
    assert refused(give_notice, agreement, side=MENTOR, **(early | {"given_on": tomorrow})) == {"given_on"}
    over = {"last_on": END + datetime.timedelta(days=1)}
    assert refused(give_notice, agreement, side=EMPLOYER, **(early | over)) == {"last_on"}
    give_notice(agreement, by=home.mentor.user, side=MENTOR, given_on=today, last_on=today)
    assert [notice.user for notice in Notice.objects.all()] == [home.curator.user]
    refused(give_notice, agreement, side=EMPLOYER, **(early | {"last_on": first}))


def test_an_agreement_ends_by_its_notice_or_by_its_term_and_running_twice_changes_nothing(home):
    yesterday = home.organization.today() - datetime.timedelta(days=1)
    notice = {"notice_side": EMPLOYER, "notice_on": START, "last_on": yesterday}
    left = make_agreement(home.mentor.employment, by=home.curator.user, **notice)
    over = make_agreement(home.mentor.employment, by=home.curator.user, ends_on=yesterday)
    runs = make_agreement(home.mentor.employment, by=home.curator.user)
    waits = make_draft(home.mentor.employment, ends_on=yesterday)
    assert (follow_agreements(home.organization), follow_agreements(home.organization)) == (2, 0)
    ended = {row.pk: (row.state, row.end_ground, row.ended_on) for row in Agreement.objects.all()}
    assert ended == {
        left.pk: (AgreementState.ENDED, EndGround.NOTICE, yesterday),
        over.pk: (AgreementState.ENDED, EndGround.TERM, yesterday),
        runs.pk: (AgreementState.IN_FORCE, "", None),
        waits.pk: (AgreementState.DRAFT, "", None),
    }
    assert list(Agreement.objects.covering(yesterday)) == [runs]


def test_the_mentor_resigns_on_the_own_page_without_a_reason(home, client):
    agreement = make_agreement(home.mentor.employment, by=home.curator.user)
    client.force_login(home.mentor.user, backend="people.accounts.backends.LoginNameBackend")
    url = f"/o/{home.organization.slug}/agreements/{agreement.pk}/notice/"
    assert set(client.get(url).context["form"].fields) == {"last_on", "reason"}
    client.post(url, {"last_on": "2026-12-31", "side": "employer", "given_on": "2020-01-01"})
    agreement.refresh_from_db()
    today = home.organization.today()
    assert (agreement.notice_side, agreement.notice_on, str(agreement.last_on)) == (MENTOR, today, "2026-12-31")
