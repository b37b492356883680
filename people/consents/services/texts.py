"""Every write about the texts of consents: the first ones, new versions with their day."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from people.consents.models import ConsentText
from people.consents.selectors import text_in_use
from people.consents.wording import default_texts, mistakes_of
from people.history.services import record
from people.organizations.models import Organization


def ensure_texts(organization):
    """Give ``organization`` the first wording of every consent it has none of yet."""
    known = set(ConsentText.objects.filter(organization=organization).values_list("purpose", flat=True))
    ConsentText.objects.bulk_create(
        [
            ConsentText(
                organization=organization,
                purpose=purpose,
                title=text["title"],
                body=text["body"].strip(),
                months=text.get("months"),
            )
            for purpose, text in default_texts().items()
            if purpose not in known
        ],
        ignore_conflicts=True,
    )


def present_text(organization, purpose):
    """The text a consent is given by today; the first one is made where there is none."""
    day = organization.today()
    text = text_in_use(organization, purpose, day)
    if text is None:
        ensure_texts(organization)
        text = text_in_use(organization, purpose, day)
    return text


@transaction.atomic
def save_text(organization, purpose, *, by, title, body, months, valid_from, seen):
    """Write a new version of the text, used from ``valid_from`` on; one not used yet is written over.

    ``seen`` is the number of the newest version the writer saw. What was given keeps its exact words. Raises
    MoveRefused by field for a placeholder that is unknown or lacking, a day that has passed, or where somebody saved
    another version meanwhile.
    """
    Organization.objects.select_for_update().get(pk=organization.pk)
    present_text(organization, purpose)
    latest = ConsentText.objects.filter(organization=organization, purpose=purpose).latest("number")
    if latest.number != seen:
        message = _("Version %(number)s was saved meanwhile. Compare it with yours and save again.")
        raise MoveRefused(message % {"number": latest.number})
    mistakes = mistakes_of(purpose, body, months)
    if mistakes:
        raise MoveRefused({"body": mistakes})
    today = organization.today()
    first = first_day(latest, today)
    if valid_from < first:
        message = _("The text can be used from %(day)s at the earliest. Choose this day or a later one.")
        raise MoveRefused({"valid_from": message % {"day": date_numeric(first)}})
    values = {"title": title, "body": body.strip(), "months": months, "valid_from": valid_from}
    if is_ahead(latest, today):
        ConsentText.objects.filter(pk=latest.pk).update(**values)
        latest.refresh_from_db()
        record(latest, gettext_noop("Text changed before its day"), by=by)
        return latest
    text = ConsentText.objects.create(organization=organization, purpose=purpose, number=latest.number + 1, **values)
    record(text, gettext_noop("New text written"), by=by)
    return text


def is_ahead(text, day):
    """Whether ``text`` is not used yet on ``day``."""
    return text.valid_from is not None and text.valid_from > day


def first_day(latest, today):
    """The earliest day of the next version: today, but after the day of the version in use."""
    if latest.valid_from is None or is_ahead(latest, today):
        return today
    return max(today, latest.valid_from + datetime.timedelta(days=1))
