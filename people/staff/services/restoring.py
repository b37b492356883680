"""What undoing a load needs to know: how a card stood, and what hangs on it."""

import datetime
from collections import defaultdict

from django.db.models import Count

from mentoring.lib.text import search_key
from people.staff.models import Employment, ImportRow, Person
from people.staff.services.judging import DAY_FIELDS, PERSON_FIELDS, WORK_FIELDS

PERSON_KEPT = (*PERSON_FIELDS, "case_forms")
WORK_KEPT = (*WORK_FIELDS, "post_case_forms", "is_teacher")


def snapshot(card):
    """The fields a load may change, as JSON keeps them."""
    values = {name: getattr(card.person, name) for name in PERSON_KEPT}
    values |= {name: getattr(card, name) for name in WORK_KEPT}
    return {key: value.isoformat() if isinstance(value, datetime.date) else value for key, value in values.items()}


def restore(card, values):
    """Set the fields back as ``snapshot`` took them; the caller saves."""
    for name, value in values.items():
        if name in DAY_FIELDS and value:
            value = datetime.date.fromisoformat(value)
        setattr(card.person if name in PERSON_KEPT else card, name, value)
    card.person.search_key = search_key(card.person.full_name)


def _relations(model):
    """Every table with a reference to ``model``, whichever room it belongs to, rows of lists left out."""
    for relation in model._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and relation.related_model is not ImportRow:
            yield relation.related_model, relation.field.name


def links_of(cards):
    """What hangs on each card and its person: {pk of the card: {"links": {table and column: count}}}.

    As many queries as there are tables that refer to a card or a person, none without cards.
    """
    found = defaultdict(lambda: {"links": {}})
    if not cards:
        return found
    by_card, by_person = {card.pk: card.pk for card in cards}, {card.person_id: card.pk for card in cards}
    for model, ids in ((Employment, by_card), (Person, by_person)):
        for table, column in _relations(model):
            rows = table._base_manager.filter(**{f"{column}__in": list(ids)}).order_by()
            for key, count in rows.values_list(column).annotate(n=Count("pk")):
                found[ids[key]]["links"][f"{table._meta.label}.{column}"] = count
    return found
