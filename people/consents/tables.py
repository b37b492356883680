"""Workbooks of the room: what stands on the screen, cell by cell."""

from django.utils.translation import gettext as _

from mentoring.lib.dates import date_words
from mentoring.lib.sheets import Column, SheetSpec, write_workbook


def register_workbook(consents, organization, day):
    """The register of consents as XLSX bytes; ``consents`` are the filtered, ordered rows of the screen."""
    columns = (
        Column("number", "№", "place", width=5),
        Column("person", _("Person"), width=28, wrap=True),
        Column("purpose", _("Purpose"), width=24, wrap=True),
        Column("version", _("Version of the text"), "int", width=9),
        Column("state", _("State"), width=14, wrap=True),
        Column("method", _("How it was given"), width=16, wrap=True),
        Column("items", _("What may be shown to everybody"), width=28, wrap=True),
        Column("asked", _("Asked for"), "date", width=12),
        Column("given", _("Given"), "date", width=12),
        Column("until", _("Valid until"), "date", width=12),
        Column("withdrawn", _("Withdrawn"), "date", width=12),
        Column("registrar", _("Entered by"), width=18, wrap=True),
    )
    rows = [_consent_row(number, consent) for number, consent in enumerate(consents, start=1)]
    return _workbook(_("Register of consents"), columns, rows, organization, day)


def _consent_row(number, consent):
    return {
        "number": number,
        "person": consent.person.full_name,
        "purpose": consent.get_purpose_display(),
        "version": consent.text.number,
        "state": consent.get_state_display(),
        "method": consent.get_method_display(),
        "items": "; ".join(map(str, consent.disclosed_labels)),
        "asked": consent.requested_on,
        "given": consent.given_on,
        "until": consent.valid_until,
        "withdrawn": consent.withdrawn_on,
        "registrar": _name(consent.registrar),
    }


def agreements_workbook(agreements, organization, day):
    """The list of supplementary agreements as XLSX bytes."""
    columns = (
        Column("place", "№", "place", width=5),
        Column("mentor", _("Mentor"), width=26, wrap=True),
        Column("number", _("Number"), width=10),
        Column("mentees", _("Who is mentored"), width=28, wrap=True),
        Column("form", _("Form of mentoring"), width=18, wrap=True),
        Column("from", _("From"), "date", width=12),
        Column("to", _("To"), "date", width=12),
        Column("payment", _("Payment"), width=20, wrap=True),
        Column("amount", _("How much"), "number", width=11),
        Column("state", _("State"), width=16, wrap=True),
        Column("signed", _("Signed on"), "date", width=12),
        Column("last", _("Last day by the notice"), "date", width=12),
    )
    rows = [
        {
            "place": place,
            "mentor": row.employment.person.full_name,
            "number": row.number,
            "mentees": row.mentees,
            "form": row.form,
            "from": row.starts_on,
            "to": row.ends_on,
            "payment": row.get_payment_kind_display(),
            "amount": row.payment_amount if row.payment_amount is not None else "",
            "state": row.get_state_display(),
            "signed": row.signed_on,
            "last": row.last_on,
        }
        for place, row in enumerate(agreements, start=1)
    ]
    return _workbook(_("Supplementary agreements"), columns, rows, organization, day)


def _workbook(title, columns, rows, organization, day):
    heading = (title, organization.short_name, date_words(day))
    spec = SheetSpec(title, columns, rows, heading=heading, freeze_columns=2, landscape=True, autofilter=True)
    return write_workbook([spec], title=title, author=organization.short_name)


def _name(user):
    if user is None:
        return ""
    return user.person.short_name if user.person else str(user)
