"""Every write about consents: asked for, given, entered from paper, refused, withdrawn, run out."""

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, override

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused
from mentoring.lib.uploads import shown_name
from people.consents.models import Consent, ConsentText
from people.consents.selectors import employment_here, keepers_of
from people.consents.signals import consent_changed
from people.consents.states import ConsentState, Method, Purpose
from people.consents.wording import default_texts, render_wording, valid_until
from people.history.services import move, record
from people.notices.services import notify
from people.staff.models import Employment

# What one asks of somebody is a whole sentence for every purpose: the cases of its words differ.
REQUEST_SENTENCES = {
    Purpose.PROCESSING: gettext_noop("Your consent to the processing of personal data is asked for"),
    Purpose.MENTOR: gettext_noop("Your consent to be a mentor is asked for"),
    Purpose.MENTEE: gettext_noop("Your consent to have a mentor is asked for"),
    Purpose.TRANSFER: gettext_noop("Your consent to the transfer to a higher data bank is asked for"),
    Purpose.DISCLOSURE: gettext_noop("Your consent to public disclosure is asked for"),
}


def ensure_texts(organization):
    """Give ``organization`` the first wording of every consent it has none of yet."""
    known = set(ConsentText.objects.filter(organization=organization).values_list("purpose", flat=True))
    ConsentText.objects.bulk_create(
        [
            ConsentText(organization=organization, purpose=purpose, title=text["title"], body=text["body"].strip())
            for purpose, text in default_texts().items()
            if purpose not in known
        ],
        ignore_conflicts=True,
    )


def _present_text(organization, purpose):
    texts = ConsentText.objects.filter(organization=organization, purpose=purpose).order_by("-number")
    text = texts.first()
    if text is None:
        ensure_texts(organization)
        text = texts.first()
    return text


@transaction.atomic
def request_consent(employment, purpose, *, by):
    """Ask the person of ``employment`` for a consent and tell them; asked again, it only reminds.

    An earlier refusal is replaced, a consent that has run out is closed. Raises MoveRefused if one is in force.
    """
    consent = _open_consent(employment, purpose, by=by)
    if not _is_own(consent, by):
        _tell_person(consent, REQUEST_SENTENCES[Purpose(purpose)], "people:consent_give")
    return consent


def _open_consent(employment, purpose, *, by):
    """The consent that waits for an answer, made if there is none; the row of the employment is locked."""
    Employment.objects.select_for_update().get(pk=employment.pk)
    organization, today = employment.organization, employment.organization.today()
    mine = Consent.objects.filter(organization=organization, person=employment.person, purpose=purpose)
    for earlier in mine.filter(state__in=[ConsentState.REQUESTED, ConsentState.GIVEN, ConsentState.REFUSED]):
        if earlier.awaits_answer:
            return earlier
        if earlier.is_given and not (earlier.valid_until and earlier.valid_until < today):
            raise MoveRefused(_("This consent is in force already; nothing has to be done."))
        if earlier.is_given:
            _expire(earlier, by=by)
        else:
            move(earlier, ConsentState.SUPERSEDED, by=by, deed=gettext_noop("Replaced by a new request"))
    consent = Consent.objects.create(
        organization=organization,
        person=employment.person,
        purpose=purpose,
        text=_present_text(organization, purpose),
        requested_on=today,
    )
    record(consent, gettext_noop("Consent asked for"), by=by, to_state=consent.state)
    return consent


@transaction.atomic
def give_consent(consent, *, by, password):
    """Give one's own consent in the system; the exact words are stored with the day and the name.

    The password is the simple electronic signature (63-FZ art. 5, 9). Raises MoveRefused if the consent is
    somebody else's, waits for no answer or the password is not right.
    """
    _check_own(consent, by)
    if not by.check_password(password):
        raise MoveRefused(_("The password is not right. Nothing was signed; type it again."))
    day = consent.organization.today()
    mark = f"Подписано простой электронной подписью: {consent.person.full_name}, {date_numeric(day)}"
    move(
        consent,
        ConsentState.GIVEN,
        by=by,
        deed=gettext_noop("Consent given in the system"),
        method=Method.ELECTRONIC,
        given_on=day,
        valid_until=valid_until(consent.purpose, day),
        wording=render_wording(consent.text, employment_here(consent), day, signature=mark),
    )
    _announce(consent, gettext_noop("%(person)s gave a consent: %(purpose)s"), by=by)
    return consent


@transaction.atomic
def record_paper_consent(employment, purpose, *, by, given_on, scan=None):
    """Enter a consent signed on paper; without a scan the registrar answers for the original.

    Raises MoveRefused if the day lies ahead or a consent of this purpose is in force.
    """
    day = employment.organization.today()
    if given_on > day:
        raise MoveRefused(_("The paper cannot be signed later than today. Check the date."))
    until = valid_until(purpose, given_on)
    if until and until < day:
        raise MoveRefused(_("A consent signed on this day has run out already. Ask for a new one."))
    consent = _open_consent(employment, purpose, by=by)
    changes = {"scan": scan, "scan_name": shown_name(scan)} if scan else {}
    move(
        consent,
        ConsentState.GIVEN,
        by=by,
        deed=gettext_noop("Consent entered from paper"),
        method=Method.PAPER,
        registrar=by,
        given_on=given_on,
        valid_until=until,
        wording=render_wording(consent.text, employment, given_on),
        **changes,
    )
    consent.refresh_from_db()
    _announce(consent, by=by)
    return consent


@transaction.atomic
def refuse_consent(consent, *, by):
    """Say no to a consent one was asked for. Raises MoveRefused if it is somebody else's or was answered."""
    _check_own(consent, by)
    move(consent, ConsentState.REFUSED, by=by, deed=gettext_noop("Consent refused"))
    _announce(consent, gettext_noop("%(person)s refused a consent: %(purpose)s"), by=by)
    return consent


@transaction.atomic
def withdraw_consent(consent, *, by):
    """Withdraw a consent in force: one's own, or by the curator on a letter (152-FZ art. 9 part 2).

    The entries of the banks follow at once. Raises MoveRefused if the consent is not in force.
    """
    if consent.state != ConsentState.GIVEN:
        raise MoveRefused(_("Only a consent that was given can be withdrawn. This one is not in force."))
    move(
        consent,
        ConsentState.WITHDRAWN,
        by=by,
        deed=gettext_noop("Consent withdrawn")
        if _is_own(consent, by)
        else gettext_noop("Consent withdrawn by a letter"),
        withdrawn_on=consent.organization.today(),
    )
    _announce(consent, gettext_noop("%(person)s withdrew a consent: %(purpose)s"), by=by)
    if not _is_own(consent, by):
        _tell_person(consent, gettext_noop("The withdrawal of your consent is entered"), "people:consent_card")
    return consent


@transaction.atomic
def expire_consents(organization, *, by=None):
    """Close the consents of ``organization`` whose term has passed; returns how many."""
    rows = Consent.objects.filter(
        organization=organization, state=ConsentState.GIVEN, valid_until__lt=organization.today()
    )
    expired = [_expire(consent, by=by) for consent in rows]
    return len(expired)


def _expire(consent, *, by):
    move(consent, ConsentState.EXPIRED, by=by, deed=gettext_noop("The term has passed"))
    consent_changed.send(sender=Consent, consent=consent, by=by)
    return consent


def _is_own(consent, user):
    return user.person_id is not None and user.person_id == consent.person_id


def _check_own(consent, user):
    if not _is_own(consent, user):
        raise MoveRefused(_("Only the person themselves can answer. Enter a signed paper instead."))


def _announce(consent, sentence=None, *, by):
    """Let the banks follow, and tell the curators if there is something they did not do themselves."""
    consent_changed.send(sender=Consent, consent=consent, by=by)
    if sentence is None:
        return
    readers = [user for user in keepers_of(consent.organization) if user != by]
    address = _address("people:consent_card", consent)
    with override(None):
        purpose = str(Purpose(consent.purpose).label)
    values = {"person": consent.person.short_name, "purpose": purpose}
    notify(readers, sentence, organization=consent.organization, url=address, **values)


def _tell_person(consent, sentence, name):
    user = getattr(consent.person, "user", None)
    notify([user], sentence, organization=consent.organization, url=_address(name, consent))


def _address(name, consent):
    return reverse(name, args=[consent.organization.slug, consent.pk])
