"""Staff cards that may be of one person."""

from django.db.models import F, Q
from django.utils.translation import gettext as _

from mentoring.lib.text import search_key
from people.staff.models import Employment

AT_MOST = 20


def _signs(card, other):
    """What speaks for one person, in words, the strongest first."""
    person, likely = card.person, other.person
    born = person.birth_date is not None and person.birth_date == likely.birth_date
    given = search_key(person.first_name, person.patronymic) == search_key(likely.first_name, likely.patronymic)
    number = bool(card.number) and card.number == other.number
    if person.search_key == likely.search_key:
        yield _("the same name")
    if born and given and person.search_key != likely.search_key:
        yield _("another last name, the rest of the name and the birth date are the same")
    elif born:
        yield _("the same birth date")
    if number:
        yield _("the same personnel number")
    if card.email and card.email.casefold() == other.email.casefold():
        yield _("the same e-mail")


def merge_candidates(card):
    """Cards of other people of the organization that look like ``card``: [(employment, signs in words)].

    By the name (ё = е), the birth date, the personnel number and the e-mail; the most signs first.
    """
    alike = Q(person__search_key=card.person.search_key)
    if card.person.birth_date:
        alike |= Q(person__birth_date=card.person.birth_date)
    if card.number:
        alike |= Q(number=card.number)
    if card.email:
        alike |= Q(email__iexact=card.email)
    rows = Employment.objects.filter(alike, organization=card.organization_id).exclude(person=card.person_id)
    rows = rows.select_related("person").order_by(F("ends_on").desc(nulls_first=True), "pk")[:AT_MOST]
    found = [(row, list(_signs(card, row))) for row in rows]
    return sorted(found, key=lambda pair: -len(pair[1]))
