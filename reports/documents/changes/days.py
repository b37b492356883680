"""From which day what an order changes may hold: the notice of Labor Code art. 351.8."""

from datetime import timedelta

from people.consents.selectors import agreements_during, first_last_day
from people.consents.states import NoticeSide
from people.organizations.regulations import agreement_required
from people.organizations.selectors import regulation_on
from programs.applications.states import OF_BOTH, ApplicationKind
from programs.orders.states import ChangeCause


def first_lawful_day(change, signed_on):
    """The first day on which the employer may part the pair of ``change`` by an order signed on ``signed_on``.

    None where no notice binds the day: the mentor asked or leaves, a mentee is gone, no agreement is needed, or
    somebody stays with the mentor. The pair works no longer than its own last day anyway.
    """
    settings = regulation_on(change.mentorship.organization, signed_on)
    asked_of_both = change.application and change.application.kind in OF_BOTH
    if asked_of_both or not (change.concerns_all and agreement_required(settings, signed_on)):
        return None
    side, given_on = notice_given(change, signed_on)
    if side == NoticeSide.MENTOR or change.cause in (ChangeCause.LEAVING, ChangeCause.CONSENT):
        return None
    return lawful_end(settings, change.mentorship, given_on)


def lawful_end(settings, pair, given_on):
    """The first day without the agreement of the mentor of ``pair`` by a notice the employer gives on ``given_on``."""
    first = without_agreement(settings, pair, NoticeSide.EMPLOYER, given_on)
    return max(min(first, pair.ends_on), given_on, pair.starts_on)


def parting_day(settings, pairs, signed_on):
    """The one day on which the employer parts all of ``pairs`` by an order signed on ``signed_on``.

    None where no agreement is needed: they part by the signature.
    """
    if not pairs or not agreement_required(settings, signed_on):
        return None
    return max(lawful_end(settings, pair, signed_on) for pair in pairs)


def without_agreement(settings, pair, side, given_on):
    """The first day on which the mentor of the pair may be without the agreement after a notice of ``given_on``."""
    signed = agreements_during(pair.mentor_entry.employment, pair.starts_on, pair.ends_on).exclude(state="draft")
    # What is not entered here yet has the days of the regulation.
    clocks = list(signed) or [settings.agreement]
    return max(first_last_day(one, side, given_on) for one in clocks) + timedelta(days=1)


def notice_given(change, signed_on):
    """(side, day) of the notice by which the mentor's agreement ends with an order signed on ``signed_on``.

    Labor Code art. 351.8: the mentor by the application or by leaving, otherwise the employer.
    """
    application = change.application
    resigns = application is not None and application.kind == ApplicationKind.RESIGNATION
    leaves = change.about_id == change.mentorship.mentor_entry.employment_id
    side = NoticeSide.MENTOR if resigns or leaves else NoticeSide.EMPLOYER
    if application:
        return side, application.filed_on if resigns else application.decided_on or signed_on
    return side, signed_on


def is_resignation(change):
    """Whether it is the mentor who goes; the mentees need another one then."""
    if change.application_id:
        return change.application.kind == ApplicationKind.RESIGNATION
    return change.about_id == change.mentorship.mentor_entry.employment_id
