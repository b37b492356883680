"""Every write about a consent: asked for, given, entered from paper, refused, withdrawn, run out."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_numeric
from mentoring.lib.moves import MoveRefused, check_move
from mentoring.lib.uploads import shown_name
from people.consents.models import Consent, Disclosure
from people.consents.selectors import employment_here, is_renewable
from people.consents.services import tidings
from people.consents.services.texts import present_text
from people.consents.signals import consent_changed
from people.consents.states import ConsentState, Disclosed, Method, Purpose
from people.consents.wording import render_wording, valid_until
from people.history.services import move, record
from people.staff.models import Employment
from people.staff.services import forget_hidden_photos


@transaction.atomic
def request_consent(employment, purpose, *, by):
    """Ask the person of ``employment`` for a consent and tell them; asked again, it only reminds.

    An earlier refusal is replaced, a consent that has run out is closed. One in force stays in force until the new
    one is given; it is asked for anew only when its text is older, its term is near or other items are to be shown,
    otherwise MoveRefused is raised.
    """
    consent = _open_consent(employment, purpose, by=by)
    if not tidings.is_own(consent, by):
        tidings.tell_asked(consent)
        consent.reminded_on = consent.organization.today()
        consent.save(update_fields=["reminded_on"])
    return consent


@transaction.atomic
def remind_of(employments, purposes_of, *, by):
    """Ask each of ``employments`` for the consents ``purposes_of(employment)``, or remind of them.

    Whoever has no account is left out: they sign on paper. Returns how many people were asked.
    """
    asked = 0
    for employment in employments:
        if not hasattr(employment.person, "user"):
            continue
        for purpose in purposes_of(employment):
            request_consent(employment, purpose, by=by)
        asked += 1
    return asked


def _open_consent(employment, purpose, *, by):
    """The consent that waits for an answer, made if there is none; the row of the employment is locked."""
    Employment.objects.select_for_update().get(pk=employment.pk)
    organization, today = employment.organization, employment.organization.today()
    mine = Consent.objects.filter(organization=organization, person=employment.person, purpose=purpose)
    text = present_text(organization, purpose)
    standing = mine.filter(state__in=[ConsentState.REQUESTED, ConsentState.GIVEN, ConsentState.REFUSED])
    rows = list(standing.select_related("text"))
    waiting = next((row for row in rows if row.state == ConsentState.REQUESTED), None)
    if waiting:
        return _with_text(waiting, text)
    given = next((row for row in rows if row.state == ConsentState.GIVEN), None)
    if given and given.valid_until and given.valid_until < today:
        _expire(given, by=by)
    elif given and not is_renewable(given, today):
        raise MoveRefused(_("This consent is in force already; nothing has to be done."))
    for refused in (row for row in rows if row.state == ConsentState.REFUSED):
        move(refused, ConsentState.SUPERSEDED, by=by, deed=gettext_noop("Replaced by a new request"))
    consent = Consent.objects.create(
        organization=organization,
        person=employment.person,
        purpose=purpose,
        text=text,
        requested_on=today,
    )
    record(consent, gettext_noop("Consent asked for"), by=by, to_state=consent.state)
    return consent


def _with_text(consent, text):
    """A request that waits follows the text in use: what is given is what the organization uses now."""
    if consent.text_id != text.pk:
        consent.text = text
        consent.save(update_fields=["text"])
    return consent


@transaction.atomic
def give_consent(consent, *, by, password, fields=(), conditions="", text_seen=None):
    """Give one's own consent in the system; the exact words are stored with the day and the name.

    The password is the simple electronic signature (63-FZ art. 5, 9). ``fields`` are the items of a disclosure
    (Disclosed), ``conditions`` what the person forbids; ``text_seen`` is the key of the text that was read. An
    earlier consent of the purpose is replaced. Raises MoveRefused if the consent is somebody else's, waits for no
    answer, the password is not right, nothing is ticked, or another text is in use by now.
    """
    _check_own(consent, by)
    if not by.check_password(password):
        raise MoveRefused(_("The password is not right. Nothing was signed; type it again."))
    text = present_text(consent.organization, consent.purpose)
    if text_seen is not None and text_seen != text.pk:
        raise MoveRefused(_("The consent has another text now. Read it once more and sign it."))
    day = consent.organization.today()
    mark = f"Подписано простой электронной подписью: {consent.person.full_name}, {date_numeric(day)}"
    _enter(
        _with_text(consent, text),
        employment_here(consent),
        day,
        by=by,
        deed=gettext_noop("Consent given in the system"),
        signature=mark,
        fields=fields,
        conditions=conditions,
        method=Method.ELECTRONIC,
    )
    _announce(consent, gettext_noop("%(person)s gave a consent: %(purpose)s"), by=by)
    return consent


def _enter(consent, employment, given_on, *, by, deed, signature="", fields=(), conditions="", **changes):
    """Write a consent down as given; the one given before is replaced by it."""
    chosen = _checked_fields(consent, fields)
    check_move(consent.MOVES, consent.state, ConsentState.GIVEN, consent.get_state_display())
    _replace_given(consent, by)
    move(
        consent,
        ConsentState.GIVEN,
        by=by,
        deed=deed,
        given_on=given_on,
        valid_until=valid_until(consent.text, given_on),
        conditions=conditions.strip() if chosen else "",
        wording=render_wording(
            consent.text, employment, given_on, signature=signature, fields=chosen, conditions=conditions
        ),
        **changes,
    )
    Disclosure.objects.bulk_create(Disclosure(consent=consent, field=field) for field in chosen)


def _checked_fields(consent, fields):
    """The items in the order of the form. Raises MoveRefused where a disclosure would show nothing."""
    if consent.purpose != Purpose.DISCLOSURE:
        return []
    chosen = [field for field in Disclosed if field in fields]
    if not chosen:
        message = _("Nothing is ticked, so nothing could be shown. Tick at least one item or do not agree.")
        raise MoveRefused({"fields_shown": message})
    return chosen


def _replace_given(consent, by):
    """Close the consent in force that a new one takes the place of."""
    earlier = Consent.objects.filter(
        organization=consent.organization_id,
        person=consent.person_id,
        purpose=consent.purpose,
        state=ConsentState.GIVEN,
    )
    for row in earlier:
        move(row, ConsentState.SUPERSEDED, by=by, deed=gettext_noop("Replaced by a newer consent"))


@transaction.atomic
def record_paper_consent(employment, purpose, *, by, given_on, scan=None, fields=(), conditions=""):
    """Enter a consent signed on paper; without a scan the registrar answers for the original.

    Raises MoveRefused if the day lies ahead, the term has passed, a consent of this purpose is in force with nothing
    to renew, or no item of a disclosure is ticked.
    """
    day = employment.organization.today()
    if given_on > day:
        raise MoveRefused(_("The paper cannot be signed later than today. Check the date."))
    consent = _open_consent(employment, purpose, by=by)
    until = valid_until(consent.text, given_on)
    if until and until < day:
        raise MoveRefused(_("A consent signed on this day has run out already. Ask for a new one."))
    scanned = {"scan": scan, "scan_name": shown_name(scan)} if scan else {}
    _enter(
        consent,
        employment,
        given_on,
        by=by,
        deed=gettext_noop("Consent entered from paper"),
        fields=fields,
        conditions=conditions,
        method=Method.PAPER,
        registrar=by,
        **scanned,
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
        if tidings.is_own(consent, by)
        else gettext_noop("Consent withdrawn by a letter"),
        withdrawn_on=consent.organization.today(),
    )
    _announce(consent, gettext_noop("%(person)s withdrew a consent: %(purpose)s"), by=by)
    if not tidings.is_own(consent, by):
        tidings.tell_person(consent, gettext_noop("The withdrawal of your consent is entered"), "people:consent_card")
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
    _announce(consent, by=by)
    return consent


def hold_consents(organization, people):
    """Lock the consents of ``people`` in force until the end of the transaction.

    Whoever withdraws one meanwhile waits; a gate that asks the register after this reads what stays true until it is
    done. To be called in a transaction, before ``missing_purposes``.
    """
    rows = Consent.objects.filter(organization=organization, person__in=people, state=ConsentState.GIVEN)
    list(rows.select_for_update().order_by("pk").values_list("pk", flat=True))


def _check_own(consent, user):
    if not tidings.is_own(consent, user):
        raise MoveRefused(_("Only the person themselves can answer. Enter a signed paper instead."))


def _announce(consent, sentence=None, *, by):
    """Let the other rooms follow, and tell the curators if there is something they did not do themselves."""
    if consent.purpose == Purpose.DISCLOSURE:
        forget_hidden_photos(consent.person, consent.organization, by=by)
    consent_changed.send(sender=Consent, consent=consent, by=by)
    if sentence is not None:
        tidings.tell_curators(consent, sentence, by)
