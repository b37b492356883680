"""Who is told what about consents and agreements."""

from django.urls import reverse
from django.utils.translation import gettext_noop, override

from people.consents.selectors import keepers_of
from people.consents.states import Purpose
from people.notices.services import notify

# What one asks of somebody is a whole sentence for every purpose: the cases of its words differ.
REQUEST_SENTENCES = {
    Purpose.PROCESSING: gettext_noop("Your consent to the processing of personal data is asked for"),
    Purpose.MENTOR: gettext_noop("Your consent to be a mentor is asked for"),
    Purpose.MENTEE: gettext_noop("Your consent to have a mentor is asked for"),
    Purpose.TRANSFER: gettext_noop("Your consent to the transfer to a higher data bank is asked for"),
    Purpose.DISCLOSURE: gettext_noop("Your consent to public disclosure is asked for"),
}
ENDS_SOON = gettext_noop("Your consent ends on %(day)s: %(purpose)s. You may give it anew.")


def is_own(consent, user):
    """Whether the consent is that of ``user``."""
    return user is not None and user.person_id is not None and user.person_id == consent.person_id


def tell_asked(consent):
    """Ask the person for an answer."""
    tell_person(consent, REQUEST_SENTENCES[Purpose(consent.purpose)], "people:consent_give")


def tell_person(consent, sentence, name, **values):
    """Give the person of the consent a notice that leads to the page ``name``; returns the notices written."""
    user = getattr(consent.person, "user", None)
    return notify([user], sentence, organization=consent.organization, url=_address(name, consent), **values)


def tell_ending(consent):
    """Remind the person that the term of a consent is near."""
    values = {"day": f"{consent.valid_until:%d.%m.%Y}", "purpose": purpose_id(consent)}
    return tell_person(consent, ENDS_SOON, "people:consent_card", **values)


def tell_curators(consent, sentence, by):
    """Tell the curators, except the one who did it, what became of a consent."""
    readers = [user for user in keepers_of(consent.organization) if user != by]
    values = {"person": consent.person.short_name, "purpose": purpose_id(consent)}
    notify(readers, sentence, organization=consent.organization, url=_address("people:consent_card", consent), **values)


def purpose_id(consent):
    """The message id of the purpose, which a notice says in the language of its reader."""
    with override(None):
        return str(Purpose(consent.purpose).label)


def _address(name, thing):
    return reverse(name, args=[thing.organization.slug, thing.pk])


def tell_agreement(agreement, sentence, users):
    """Tell ``users`` of an agreement whose mentor and days the sentence may name."""
    values = {"person": agreement.employment.person.short_name}
    if agreement.last_on:
        values["day"] = f"{agreement.last_on:%d.%m.%Y}"
    url = _address("people:agreement_card", agreement)
    return notify(users, sentence, organization=agreement.organization, url=url, **values)
