"""Codes of Russian organizations, checked digit by digit; a refusal names the rule that failed and what to do.

INN and OGRN by python-stdnum; KPP by the order of the tax service ММВ-7-6/435 (29.06.2012), which has no check
digit; OKPO by the rules of the classifiers ПР 50.1.024-2005, annex Б.
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from stdnum.ru import inn, ogrn

KPP = re.compile(r"\d{4}[0-9A-Z]{2}\d{3}")
INN_OF_ORGANIZATION, INN_OF_PERSON = 10, 12
OGRN_OF_ORGANIZATION, OGRN_OF_PERSON = 13, 15
OKPO_OF_ORGANIZATION, OKPO_OF_PERSON = 8, 10
NOT_A_DIGIT = 10


def check_inn(text):
    """Return an INN without spaces: 10 digits of an organization, 12 of an entrepreneur. Raises ValidationError."""
    number = _digits(text, "ИНН", (INN_OF_ORGANIZATION, INN_OF_PERSON))
    if len(number) == INN_OF_ORGANIZATION:
        _check_last("ИНН", number, inn.calc_company_check_digit(number))
    else:
        _check_last("ИНН", number, inn.calc_personal_check_digits(number))
    return number


def check_ogrn(text):
    """Return an OGRN without spaces: 13 digits, or 15 of an entrepreneur (OGRNIP). Raises ValidationError."""
    number = _digits(text, "ОГРН", (OGRN_OF_ORGANIZATION, OGRN_OF_PERSON))
    first = ("1", "5") if len(number) == OGRN_OF_ORGANIZATION else ("3",)
    if number[0] not in first:
        message = _("An OGRN of %(n)s digits begins with %(first)s. Compare it with the certificate.")
        raise ValidationError(message, params={"n": len(number), "first": " / ".join(first)})
    _check_last("ОГРН", number, ogrn.calc_check_digit(number))
    return number


def check_kpp(text):
    """Return a KPP: four digits of the tax office, the reason (digits or Latin capitals), three digits."""
    code = "".join(text.split()).upper()
    if not KPP.fullmatch(code):
        raise ValidationError(
            _(
                "A KPP has nine signs: four digits of the tax office, two digits or Latin capitals of the reason, "
                "three digits. Compare it with the certificate."
            )
        )
    return code


def check_okpo(text):
    """Return an OKPO without spaces: 8 digits, or 10 of an entrepreneur. Raises ValidationError."""
    number = _digits(text, "ОКПО", (OKPO_OF_ORGANIZATION, OKPO_OF_PERSON))
    _check_last("ОКПО", number, okpo_check_digit(number[:-1]))
    return number


def okpo_check_digit(digits):
    """The check digit of an OKPO: weights from 1, from 3 where 10 remains, and 0 where it remains again."""
    for start in (0, 2):
        rest = sum(((start + place) % 10 + 1) * int(digit) for place, digit in enumerate(digits)) % 11
        if rest != NOT_A_DIGIT:
            return str(rest)
    return "0"


def _digits(text, name, lengths):
    number = "".join(text.split())
    if not (number.isascii() and number.isdigit()):
        raise ValidationError(_("%(name)s consists of digits alone. Take the other signs out."), params={"name": name})
    if len(number) not in lengths:
        raise ValidationError(
            _("%(name)s has %(organization)s digits, that of an entrepreneur %(person)s; here are %(n)s. Check it."),
            params={"name": name, "organization": lengths[0], "person": lengths[1], "n": len(number)},
        )
    return number


def _check_last(name, number, expected):
    given = number[-len(expected) :]
    if given != expected:
        raise ValidationError(
            _(
                "The check digits at the end of %(name)s do not fit the others: %(given)s stands there, by the rule "
                "it is %(expected)s. Some digit is mistyped; compare it with the certificate."
            ),
            params={"name": name, "given": given, "expected": expected},
        )
