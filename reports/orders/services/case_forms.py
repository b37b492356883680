"""How a name declines: corrected once on a draft, remembered for every later paper."""

import re

from django.db import transaction
from django.utils.translation import gettext_noop

from mentoring.lib.grammar import Case, decline_name, decline_post
from mentoring.lib.text import clean_text
from people.history.services import record
from people.staff.models import Employment, Person
from programs.orders.models import Order
from programs.orders.services import update_order
from reports.documents.wording import name_in, person_in, small


@transaction.atomic
def correct_case_forms(order, employment, *, by, names, posts):
    """Remember how a name and a post decline, and put the forms into the text of the draft.

    ``names`` and ``posts`` map cases to whole texts; what equals the form grammar makes is not kept. Raises
    MoveRefused if the order may not change any more.
    """
    row = Order.objects.select_for_update(of=("self",)).select_related("organization").get(pk=order.pk)
    person = Person.objects.select_for_update().get(pk=employment.person_id)
    employment = Employment.objects.select_for_update().get(pk=employment.pk)
    employment.person = person
    before = _written(employment)
    full = (person.last_name, person.first_name, person.patronymic)
    person.case_forms = _differing(names, lambda case: decline_name(*full, person.gender, case).full)
    employment.post_case_forms = _differing(
        posts, lambda case: small(decline_post(employment.post, case, person.gender))
    )
    person.save(update_fields=["case_forms"])
    employment.save(update_fields=["post_case_forms"])
    record(employment, gettext_noop("Case forms corrected"), by=by)
    renewed = dict(zip(before, _written(employment), strict=True))
    mended = _mending(renewed)
    row = update_order(row, by=by, expected_version=row.version, **_with_forms(row, mended))
    row.composed = _in_all(row.composed, mended)
    row.save(update_fields=["composed"])
    return row


def _differing(forms, by_grammar):
    cleaned = {str(case): " ".join(clean_text(text).split()) for case, text in forms.items()}
    return {case: text for case, text in cleaned.items() if text and text != by_grammar(case)}


def _written(employment):
    """How the person stands in the sentences of orders: with the post before the name, and the name alone."""
    used = (Case.GENITIVE, Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.DATIVE)
    return [person_in(employment, case) for case in used] + [name_in(employment, case) for case in used]


def _mending(renewed):
    """What replaces the old forms of a text by the new ones in one pass, the longest first."""
    old = re.compile("|".join(map(re.escape, sorted(renewed, key=len, reverse=True))))
    return lambda text: old.sub(lambda found: renewed[found[0]], text)


def _in_all(value, mended):
    """What the composer gave, with the new forms: they are remembered, and the wording of the draft is found again."""
    if isinstance(value, str):
        return mended(value)
    if isinstance(value, list):
        return [_in_all(one, mended) for one in value]
    return {name: _in_all(one, mended) for name, one in value.items()} if isinstance(value, dict) else value


def _with_forms(order, mended):
    """The texts of the draft with the new forms."""
    points = [point | {"text": mended(point["text"])} for point in order.points]
    return {"heading": order.heading, "basis": order.basis, "points": points, "control": mended(order.control)}
