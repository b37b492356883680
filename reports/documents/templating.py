"""An organization's own wording of an order: checked, filled in with values, and made from the text of a draft.

``texts`` are the heading, basis, points and control of an order, ``values`` words and lists of points by the name of
their field (``reports.documents.fields``).
"""

from difflib import get_close_matches

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from mentoring.lib.fieldtext import field, fill, has_loose_braces, names_in, unfill
from mentoring.lib.moves import MoveRefused
from reports.documents.fields import ALL_POINTS, BASIS, CONTROL, HEADING, fields_of, parts_of

# The texts around the points, each with the field that gives it as it was composed.
AROUND = {"heading": HEADING, "basis": BASIS, "control": CONTROL}


def filled(kind, texts, values):
    """The texts of an order: every field with its value. Raises MoveRefused where a needed value is missing."""
    known = fields_of(kind)
    _check_values(known, texts, values)
    words = {name: values.get(name) or "" for name, one in known.items() if not one.is_part}
    points = []
    for point in texts["points"]:
        part = _part_in(point["text"], known)
        if part:
            points += [
                {"text": one["text"], "depth": max(one["depth"], point["depth"])} for one in values.get(part, [])
            ]
        else:
            points.append({"text": fill(point["text"], words), "depth": point["depth"]})
    return {name: fill(texts[name], words) for name in AROUND} | {"points": points}


def _check_values(known, texts, values):
    said = [texts[name] for name in AROUND] + [point["text"] for point in texts["points"]]
    for name in dict.fromkeys(name for text in said for name in names_in(text)):
        if name not in known:
            raise MoveRefused(_unknown(name, known))
        if not values.get(name) and not known[name].may_be_empty:
            message = _(
                "Your wording uses %(field)s, and there is nothing to put there: %(label)s. Enter it, or take the "
                "field out of the wording."
            )
            raise MoveRefused(message % {"field": field(name), "label": known[name].label})


def _part_in(text, known):
    """The part that stands alone in ``text``, or None."""
    names = names_in(text)
    alone = len(names) == 1 and text.strip().casefold().strip("{} ") == names[0]
    return names[0] if alone and names[0] in known and known[names[0]].is_part else None


def problems_of(kind, texts):
    """What keeps ``texts`` from being a wording of ``kind``: [(place, sentence)].

    A place is the name of a text, the number of a point in the list from 0, or None for the wording as a whole.
    """
    known = fields_of(kind)
    found = []
    for name in AROUND:
        found += [(name, sentence) for sentence in _problems_in(texts[name], known, may_hold_part=False)]
    for place, point in enumerate(texts["points"]):
        found += [(place, sentence) for sentence in _problems_in(point["text"], known, may_hold_part=True)]
    if not any(point["text"].strip() for point in texts["points"]):
        return [*found, (None, _("The wording has no points. Write at least one."))]
    return found + [(None, sentence) for sentence in _problems_of_parts(kind, texts["points"], known)]


def _problems_in(text, known, *, may_hold_part):
    names = names_in(text)
    problems = [_unknown(name, known) for name in dict.fromkeys(names) if name not in known]
    parts = [name for name in names if name in known and known[name].is_part]
    if parts and not may_hold_part:
        message = _("%(field)s gives whole points: put it into a point of its own.")
        problems.append(message % {"field": field(parts[0])})
    elif parts and not _part_in(text, known):
        message = _("%(field)s gives whole points: leave nothing else in this point.")
        problems.append(message % {"field": field(parts[0])})
    if has_loose_braces(text):
        example = field(next(iter(known)))
        problems.append(_("Double braces only stand around the name of a field: %(field)s.") % {"field": example})
    return problems


def _unknown(name, known):
    values = {"field": field(name), "names": ", ".join(map(field, known))}
    if near := get_close_matches(name, known, n=1):
        message = _("There is no field %(field)s here; the nearest one is %(near)s. These exist: %(names)s.")
        return message % (values | {"near": field(near[0])})
    return _("There is no field %(field)s here. These exist: %(names)s.") % values


def _problems_of_parts(kind, points, known):
    placed = [part for part in (_part_in(point["text"], known) for point in points) if part]
    twice = next((part for part in placed if placed.count(part) > 1), None)
    if twice:
        return [_("%(field)s stands twice: the same points would be printed twice.") % {"field": field(twice)}]
    if ALL_POINTS in placed:
        others = [field(part) for part in placed if part != ALL_POINTS]
        message = _("%(all)s holds %(others)s already: leave one of them.")
        return [message % {"all": field(ALL_POINTS), "others": ", ".join(others)}] if others else []
    needed = [one.name for one in parts_of(kind) if one.is_needed] or [ALL_POINTS]
    lost = [field(name) for name in needed if name not in placed]
    message = ngettext(
        "Without %(fields)s the order would lose what it is made for. Put it into a point of its own.",
        "Without %(fields)s the order would lose what it is made for. Put each of them into a point of its own.",
        len(lost),
    )
    return [message % {"fields": ", ".join(lost)}] if lost else []


def made_template(kind, texts, values):
    """The texts of a draft as a wording: what came from ``values`` is a field again, what was written by hand stays.

    ``filled`` of it with the same values gives the same texts. A part that is empty this time gets its place too.
    """
    known = fields_of(kind)
    words = {
        name: values.get(name) or "" for name, one in known.items() if not one.is_part and name not in AROUND.values()
    }
    around = {
        name: field(composed) if _same(texts[name], values.get(composed)) else unfill(texts[name], words)
        for name, composed in AROUND.items()
    }
    return around | {"points": _points_with_parts(kind, texts["points"], values, words)}


def _points_with_parts(kind, points, values, words):
    # A draft composed before its kind had parts knows its points as one whole only.
    parts = [one.name for one in parts_of(kind) if one.name in values] or [ALL_POINTS]
    rows = [(None, point) for point in points]
    for part in parts:
        _put_part(rows, part, values.get(part) or [])
    for place, part in enumerate(parts):
        if not values.get(part):
            rows.insert(_place_for(rows, parts[:place]), (part, {"text": field(part), "depth": 1}))
    return [point if part else point | {"text": unfill(point["text"], words)} for part, point in rows]


def _put_part(rows, part, composed):
    """Replace the run of points that are the part as composed by the one point of its field."""
    size = len(composed)
    for start in range(len(rows) - size + 1) if size else ():
        run = rows[start : start + size]
        if all(name is None for name, _point in run) and all(
            _same(point["text"], one["text"]) and point["depth"] == one["depth"]
            for (_name, point), one in zip(run, composed, strict=True)
        ):
            rows[start : start + size] = [(part, {"text": field(part), "depth": composed[0]["depth"]})]
            return


def _place_for(rows, before):
    """Where a part without points stands: after the last of the parts ``before`` it and what is written below that."""
    if not before:
        return 0
    place = max((number for number, (part, _point) in enumerate(rows) if part in before), default=len(rows)) + 1
    while place < len(rows) and rows[place][1]["depth"] == 2:
        place += 1
    return place


def _same(text, composed):
    return bool(composed) and text.split() == composed.split()
