"""The text of a consent with the data of the organization and the person filled in. Papers are always Russian."""

import tomllib
from functools import cache
from importlib.resources import files
from string import Template

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.dates import add_months, date_words
from mentoring.lib.grammar import Case, agree, decline_name, decline_post, in_working_days
from people.consents.states import Disclosed, Purpose
from people.organizations.selectors import head_on, regulation_on

BLANK = "_" * 30
# What is held of a participant: consented to in one paper, destroyed by another.
_DATA = (
    "фамилия, имя, отчество; пол; дата рождения; должность, {subject}; квалификационная категория; "
    "образование; педагогический стаж; рабочие телефон и электронная почта; достижения, компетенции, "
    "профессиональные затруднения и запрос; сведения об участии в наставничестве и его результаты"
)
# What stands in the place of the blanks of the paper while a consent is answered on the screen.
BELOW = {
    "fields": "– отметьте ниже, каждый пункт отдельно.",
    "conditions": "напишите ниже, если они есть.",
    "signature": "Подпись: ваш пароль под этим текстом.",
}
# What may stand in a text after a $, with what it becomes.
PLACEHOLDERS = {
    "person": gettext_lazy("last name, first name and patronymic"),
    "post": gettext_lazy("post"),
    "to": gettext_lazy("to the head, in the dative"),
    "from": gettext_lazy("from whom, in the genitive"),
    "operator": gettext_lazy("full name of the organization"),
    "operator_short": gettext_lazy("short name of the organization"),
    "operator_details": gettext_lazy("its codes and address"),
    "subject": gettext_lazy("what or whom the person teaches, as the regulation calls it"),
    "recipient": gettext_lazy("to whom data go, by the regulation"),
    "data": gettext_lazy("what data of a participant are held"),
    "website": gettext_lazy("site of the organization"),
    "contact": gettext_lazy("phone and e-mail of the person"),
    "agree": gettext_lazy("“agree” by gender"),
    "informed": gettext_lazy("“acquainted” by gender"),
    "fields": gettext_lazy("the items allowed to be shown"),
    "conditions": gettext_lazy("conditions and prohibitions of the person"),
    "mentor_notice": gettext_lazy("how long ahead a mentor who resigns tells the employer, where there is a term"),
    "employer_notice": gettext_lazy("how many working days ahead the employer tells of the end of the work"),
    "until": gettext_lazy("last day of the consent"),
    "signature": gettext_lazy("place of the signature"),
}
# Without these a text is no consent of its purpose (152-FZ art. 9 part 4, art. 10.1; Labor Code art. 88, 351.8).
REQUIRED = {
    Purpose.PROCESSING: ("person", "operator", "signature"),
    Purpose.MENTOR: ("person", "signature"),
    Purpose.MENTEE: ("person", "signature"),
    Purpose.TRANSFER: ("person", "operator", "recipient", "signature"),
    Purpose.DISCLOSURE: ("person", "contact", "operator", "website", "fields", "conditions", "signature"),
}
# The items of a disclosure as the paper names them; $subject is the word of the regulation.
FIELD_WORDS = {
    Disclosed.NAME: "фамилия, имя, отчество",
    Disclosed.POST: "должность, $subject",
    Disclosed.WORKPLACE: "место работы",
    Disclosed.CATEGORY: "квалификационная категория",
    Disclosed.COMPETENCES: "профессиональные компетенции",
    Disclosed.ACHIEVEMENTS: "достижения и награды",
    Disclosed.PROGRAM: "название и итоги программы наставничества",
    Disclosed.PRACTICE: "описанные мной практики и материалы",
    Disclosed.PHOTO: "фотография",
}


@cache
def default_texts():
    """The texts an organization starts from: {purpose: {"title": …, "body": …, "months": …}}."""
    return tomllib.loads((files("people.consents") / "texts.toml").read_text(encoding="utf-8"))


def data_held(organization, day):
    """What data of a participant are held by the consent to processing, in words of the organization's regulation."""
    return _DATA.format(subject=regulation_on(organization, day).terms.subject.nominative)


def valid_until(text, day):
    """The last day of a consent given on ``day`` by ``text``; None where it holds until it is withdrawn.

    The law asks for a term in the consent itself (152-FZ art. 9 part 4 point 8).
    """
    return add_months(day, text.months) if text.months else None


def mistakes_of(purpose, body, months):
    """What is wrong with the text of a consent of ``purpose``: sentences that say what to do; empty if nothing is."""
    template = Template(body)
    if not template.is_valid():
        return [_("After every $ stands the name of a placeholder. To print the sign itself write $$.")]
    used = set(template.get_identifiers())
    found = [
        _("There is no placeholder $%(name)s. Take one of the list or write the words out.") % {"name": name}
        for name in sorted(used - set(PLACEHOLDERS))
    ]
    needed = [*REQUIRED[Purpose(purpose)], *(["until"] if months else [])]
    found += [
        _("The text lacks $%(name)s (%(what)s): without it this is no consent of this purpose. Put it in.")
        % {"name": name, "what": PLACEHOLDERS[name]}
        for name in needed
        if name not in used
    ]
    if "until" in used and not months:
        found.append(_("The text names the last day ($until), so write how many months the consent holds."))
    return found


def render_wording(text, employment, day, *, signature="", fields=None, conditions=""):
    """The exact words of ``text`` (a ConsentText) as ``employment`` would give them on ``day``.

    ``signature`` replaces the blank line for a hand-written one. ``fields`` are the items allowed to be shown;
    None leaves boxes to tick on paper.
    """
    values = _values(text, employment, day, signature)
    values["fields"] = Template(_fields(fields)).substitute(values)
    values["conditions"] = conditions.strip() or (BLANK * 2 if fields is None else "дополнительных не устанавливаю.")
    return _filled(text, values)


def wording_to_answer(text, employment, day):
    """The same words on the page where they are answered: what is ticked, written and signed there has no blanks."""
    return _filled(text, _values(text, employment, day, BELOW["signature"]) | BELOW)


def _filled(text, values):
    return Template(text.body).safe_substitute(values).strip()


def _fields(chosen):
    if chosen is None:
        return "\n".join(f"[    ] {words}" for words in FIELD_WORDS.values())
    return "\n".join(f"– {words}" for field, words in FIELD_WORDS.items() if field in chosen)


def _values(text, employment, day, signature):
    organization, person = employment.organization, employment.person
    until, rules = valid_until(text, day), regulation_on(organization, day)
    subject, notice = rules.terms.subject.nominative, rules.agreement
    return {
        "person": person.full_name,
        "post": employment.post,
        "to": _addressee(organization, day),
        "from": f"от {_post(employment, Case.GENITIVE)}\n{_name(person, Case.GENITIVE)}",
        "operator": organization.full_name,
        "operator_short": organization.short_name,
        "operator_details": _details(organization),
        "subject": subject,
        "recipient": _recipients(organization, rules),
        "data": _DATA.format(subject=subject),
        "website": organization.website or f"адрес сайта {BLANK}",
        "contact": _contact(employment),
        "agree": agree(person.gender, "согласен", "согласна", "согласны"),
        "informed": agree(person.gender, "ознакомлен", "ознакомлена", "ознакомлены"),
        "mentor_notice": _mentor_notice(notice.mentor_notice_days),
        "employer_notice": in_working_days(notice.employer_notice_days),
        "until": date_words(until) if until else "",
        "signature": signature or f"«____» ______________ 20___ г.     {BLANK} / {person.signed_name}",
    }


def _contact(employment):
    """Phone and address as order no. 18 of Roskomnadzor of 24.02.2021 asks for them, a line where none is known."""
    known = (("телефон", employment.phone), ("адрес электронной почты", employment.email))
    return ", ".join(f"{name} {value}" for name, value in known if value) or BLANK


def _mentor_notice(days):
    return f", предупредив работодателя не менее чем за {in_working_days(days)}" if days else ""


def _recipients(organization, rules):
    """Whom the regulation reports to, by the own names of the authorities above (Labor Code art. 88)."""
    above = _authorities(organization.authority)
    levels = [(each.level, str(each.label)) for each in rules.reporting.recipients]
    named = [above.get(level, label) for level, label in levels] or list(above.values())[:1]
    return "; ".join(dict.fromkeys(named)) or BLANK


def _authorities(authority):
    """{level: name} of the authority and those over it, the nearest first."""
    found = {}
    while authority:
        found.setdefault(authority.kind, authority.name)
        authority = authority.parent
    return found


def _name(person, case):
    parts = (person.last_name, person.first_name, person.patronymic)
    return decline_name(*parts, person.gender, case, person.case_forms).full


def _post(employment, case):
    return decline_post(employment.post, case, employment.person.gender, employment.post_case_forms)


def _addressee(organization, day):
    """The post with the organization and the name, a line each, so that neither is torn in the corner."""
    whose = organization.owner
    head = head_on(organization, day)
    if head is None:
        return f"Руководителю {whose}"
    person = head.employment.person
    return f"{decline_post(head.post, Case.DATIVE, person.gender)} {whose}\n{_name(person, Case.DATIVE)}"


def _details(organization):
    codes = (("ИНН", organization.inn), ("ОГРН", organization.ogrn), ("адрес:", organization.address))
    said = ", ".join(f"{name} {value}" for name, value in codes if value)
    return f"{capfirst(said)}." if said else ""
