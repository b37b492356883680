"""The cancellation of orders made of lines and of reports says by names what follows, and tells nobody a sum."""

import datetime

import pytest
from django.utils import translation

from people.surveys.models import Invitee
from people.surveys.states import CampaignState
from programs.orders.states import OrderKind
from reports.documents.lines.particulars import COMMITTEE, JURY_CHAIR
from reports.orders.services import what_undoing_does
from tests.amending import amend
from tests.programs.orders.factories import make_mentor
from tests.reports.orders import lines
from tests.reports.orders.changing import NEW_MENTOR, TODAY
from tests.reports.orders.test_cancelling import cancelled
from tests.reports.orders.test_reporting import TITLE, answering, report, responsible
from tests.reports.orders.test_reporting import signed as signed_report

pytestmark = pytest.mark.django_db
AFTER_ALL = datetime.date(2027, 1, 11)


@pytest.fixture(autouse=True)
def _day(settings):
    settings.MENTORING_TODAY = TODAY
    with translation.override("en"):
        yield


def name(holder):
    return holder.employment.person.short_name


def said(school, order):
    """What the rehearsal tells: (what falls away, what stays)."""
    undone = what_undoing_does(order, by=school.curator.user)
    return list(undone.done), list(undone.kept)


def test_of_a_monitoring_it_names_whoever_answers_the_surveys_and_the_reports(school):
    campaign = lines.survey(school, state=CampaignState.OPEN, closes_on=datetime.date(2026, 12, 11))
    Invitee.objects.filter(campaign=campaign).update(has_answered=True)
    order = lines.lines_signed(school, OrderKind.MONITORING, lines.monitoring(school, campaign))
    falls = (
        f"{name(school.curator)} does not have to hold the monitoring from 01.12.2026 to 11.12.2026 and to hand in the "
        "note by 25.12.2026."
    )
    goes_on = f"The survey “{campaign.title}” goes on until 11.12.2026, 1 answer has come: close it if nobody needs it."
    assert said(school, order) == ([falls], [goes_on])


def test_of_a_monitoring_that_is_over_what_came_stays(school, settings):
    about = {"starts_on": datetime.date(2026, 11, 2), "ends_on": datetime.date(2026, 11, 13), "report_on": TODAY}
    days = {"opens_on": about["starts_on"], "closes_on": about["ends_on"], "closed_on": about["ends_on"]}
    campaign = lines.survey(school, state=CampaignState.CLOSED, **days)
    order = lines.lines_signed(school, OrderKind.MONITORING, lines.monitoring(school, campaign, **about))
    approved = signed_report(school, report(school))
    settings.MENTORING_TODAY = AFTER_ALL
    assert said(school, order) == (
        [],
        [
            f"{name(school.curator)} had to hand in the note by 23.11.2026: if it came, it stays.",
            f"The survey “{campaign.title}” is closed, 0 answers stay.",
            f"The report “{TITLE}” approved by the order № {approved.number_text} stays.",
        ],
    )


def test_of_a_final_event_it_names_whoever_prepares_and_judges(school, settings):
    people = (
        lines.line(school.mentor.employment, code=COMMITTEE),
        lines.line(school.mentee.employment, code=JURY_CHAIR, position=1),
    )
    order = lines.lines_signed(school, OrderKind.FINAL_EVENT, lines.final_event(school, *people))
    assert said(school, order) == (
        [
            "“Год вместе” on 11.12.2026 is not ordered any more.",
            f"{name(school.mentor)}, {name(school.curator)}: nobody has to prepare it any more.",
            f"{name(school.mentee)}: the jury is dissolved.",
        ],
        ["Whoever was invited does not know it yet: tell them."],
    )
    settings.MENTORING_TODAY = AFTER_ALL
    done, (kept,) = said(school, order)
    assert (done, kept.startswith("“Год вместе” was to be on 11.12.2026")) == ([], True)
    assert all(name(one) in kept for one in (school.mentor, school.mentee, school.curator))


def test_of_pay_it_names_people_and_agreements_and_no_sum(school):
    other = make_mentor(school.organization, *NEW_MENTOR)
    agreements = [lines.paid_agreement(school, one.employment) for one in (school.mentor, other)]
    last = [agreement.last_day for agreement in agreements]
    days = ({"starts_on": agreements[0].starts_on, "ends_on": last[0]}, {"starts_on": TODAY, "ends_on": TODAY})
    rows = (lines.line(one.employment, position=at, **days[at]) for at, one in enumerate((school.mentor, other)))
    order = lines.lines_signed(school, OrderKind.PAYMENT, lines.payment(*rows))
    signed_on = f"{agreements[0].signed_on:%d.%m.%Y}"
    canceller, _earlier = cancelled(school, order)
    assert canceller.details["undone"] == [
        f"{name(one)}: the payment by the agreement № 7 of {signed_on} ceases from 23.11.2026; it was set until {day}."
        for one, day in ((school.mentor, f"{last[0]:%d.%m.%Y}"), (other, "23.11.2026"))
    ]
    assert canceller.details["kept"] == [
        *(
            f"{name(one)}: the agreement № 7 of {signed_on} stays in force until {day:%d.%m.%Y}; end or change what it "
            "says on pay."
            for one, day in zip((school.mentor, other), last, strict=True)
        ),
        f"{name(school.mentor)}: what is paid already is recovered only in the cases of Labor Code art. 137.",
    ]
    told = " ".join(canceller.details["undone"] + canceller.details["kept"])
    assert "3000" not in told and "3 000" not in told


@pytest.mark.parametrize(
    ("day", "done", "kept"),
    [
        ("2026-11-23", ["{one} is back to full work from 01.12.2026.",
                        "{other} does not do the work of {one} from 01.12.2026."], []),
        ("2026-12-02", ["{one} is back to full work from 02.12.2026.",
                        "{other} does not do the work of {one} from 02.12.2026."],
         ["The days from 01.12.2026 to 01.12.2026 are over and stay as they were."]),
        ("2026-12-04", [], ["{one} was released from 01.12.2026 to 03.12.2026, {other} did the work meanwhile: these "
                            "days are over and stay as they were."]),
    ],
)  # fmt: skip
def test_of_a_release_it_says_who_works_in_full_again_from_which_day(school, settings, day, done, kept):
    lines.lets_go(school)
    row = lines.line(school.mentor.employment, substitute=school.mentee.employment)
    away = {"first_on": datetime.date(2026, 12, 1), "last_on": datetime.date(2026, 12, 3)}
    order = lines.lines_signed(school, OrderKind.RELEASE, lines.release(row, **away))
    settings.MENTORING_TODAY = datetime.date.fromisoformat(day)
    names = {"one": name(school.mentor), "other": name(school.mentee)}
    assert said(school, order) == tuple([each.format(**names) for each in sentences] for sentences in (done, kept))


def test_of_a_release_without_a_substitute_that_is_over_the_days_stay(school, settings):
    lines.lets_go(school)
    order = lines.lines_signed(school, OrderKind.RELEASE, lines.release(lines.line(school.mentor.employment)))
    settings.MENTORING_TODAY = AFTER_ALL
    kept = (
        f"{name(school.mentor)} was released from 11.12.2026 to 11.12.2026: these days are over and stay as they were."
    )
    assert said(school, order) == ([], [kept])


def test_of_a_report_it_names_the_report_the_curator_and_where_copies_went(school):
    order = signed_report(school, report(school))
    gone = f"“{TITLE}” from 01.09.2026 to 20.11.2026 is not approved any more."
    done = [gone, f"{name(school.curator)}: nothing is to be planned or sent by it any more."]
    assert said(school, order) == (done, ["Copies handed out already stay: collect them yourself."])
    recipients = [{"code": "city", "label": "Комитет по образованию", "level": "municipality"}]
    amend(school.organization, {"reporting": {"recipients": recipients, "schedule": "year"}})
    assert said(school, order) == (
        done,
        ["A copy sent already stays where it is: Комитет по образованию. Tell them, if it went out."],
    )


def test_of_an_appointment_by_o14_the_duty_ends_by_name(school):
    order = signed_report(school, responsible(school, answering(school.mentor.employment)))
    ((sentence,), kept) = said(school, order)
    assert (sentence, kept) == (
        f"{name(school.mentor)}: the duty “ответственный за персональные данные” ends, and the role with it.",
        [],
    )
