"""The text of a consent with the data of the organization and the person filled in. Papers are always Russian."""

import tomllib
from functools import cache
from importlib.resources import files
from string import Template

from mentoring.lib.dates import add_months, date_words
from mentoring.lib.grammar import Case, agree, decline_name, decline_post
from people.organizations.selectors import head_on

BLANK = "_" * 30


@cache
def default_texts():
    """The texts an organization starts from: {purpose: {"title": …, "body": …, "months": …}}."""
    return tomllib.loads((files("people.consents") / "texts.toml").read_text(encoding="utf-8"))


def valid_until(purpose, day):
    """The last day of a consent of ``purpose`` given on ``day``; None where it holds until it is withdrawn.

    The law asks for a term in the consent itself (152-FZ art. 9 part 4 point 8).
    """
    months = default_texts()[purpose].get("months")
    return add_months(day, months) if months else None


def render_wording(text, employment, day, *, signature=""):
    """The exact words of ``text`` (a ConsentText) as ``employment`` would give them on ``day``.

    ``signature`` replaces the blank line for a hand-written one.
    """
    return Template(text.body).safe_substitute(_values(text.purpose, employment, day, signature)).strip()


def _values(purpose, employment, day, signature):
    organization, person = employment.organization, employment.person
    until = valid_until(purpose, day)
    return {
        "person": person.full_name,
        "post": employment.post,
        "to": _addressee(organization, day),
        "from": f"от {_post(employment, Case.GENITIVE)} {_name(person, Case.GENITIVE)}",
        "operator": organization.full_name,
        "operator_short": organization.short_name,
        "operator_details": _details(organization),
        "recipient": organization.authority.name if organization.authority else BLANK,
        "website": organization.website or "официальный сайт организации",
        "contact": ", ".join(filter(None, (employment.phone, employment.email))) or BLANK,
        "agree": agree(person.gender, "согласен", "согласна", "согласны"),
        "informed": agree(person.gender, "ознакомлен", "ознакомлена", "ознакомлены"),
        "until": date_words(until) if until else "",
        "signature": signature or f"«____» ______________ 20___ г.     {BLANK} / {person.short_name}",
    }


def _name(person, case):
    parts = (person.last_name, person.first_name, person.patronymic)
    return decline_name(*parts, person.gender, case, person.case_forms).full


def _post(employment, case):
    return decline_post(employment.post, case, employment.person.gender, employment.post_case_forms)


def _addressee(organization, day):
    whose = organization.name_genitive or organization.short_name
    head = head_on(organization, day)
    if head is None:
        return f"Руководителю {whose}"
    person = head.employment.person
    return f"{decline_post(head.post, Case.DATIVE, person.gender)} {whose} {_name(person, Case.DATIVE)}"


def _details(organization):
    codes = (("ИНН", organization.inn), ("ОГРН", organization.ogrn), ("адрес:", organization.address))
    said = ", ".join(f"{name} {value}" for name, value in codes if value)
    return f"{said[0].upper()}{said[1:]}." if said else ""
