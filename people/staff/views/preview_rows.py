"""One line of a preview in words: what is read, what is wrong and where, what changes, who it may be."""

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from mentoring.lib.dates import date_numeric
from people.staff.services import column_name
from people.staff.services.judging import DAY_FIELDS, PERSON_FIELDS, typed
from people.staff.states import FIELD_LABELS, REASONS, Category, Decision, Gender, Verdict

NAME_PARTS = ("last_name", "first_name", "patronymic")
# What both sides of a possible duplicate are compared by, after the name.
COMPARED = ("birth_date", "number", "post", "subject", "category", "starts_on", "phone", "email")


def _words(field, value):
    """A value of a field for reading; choices and days by their words."""
    if value in (None, "", False):
        return ""
    if field in DAY_FIELDS:
        day = value if isinstance(value, str) else date_numeric(value)
        return _("since %(day)s") % {"day": day} if field == "experience_since" else day
    if field == "is_external":
        return _("yes")
    choices = {"gender": Gender, "category": Category}.get(field)
    return dict(choices.choices).get(value, value) if choices else value


def reasons_of(row, columns):
    """What is wrong with a row or to be asked about it, each with the cell it stands in."""
    reasons = [reason for reason in row.messages if "code" in reason]
    reasons.sort(key=lambda reason: columns["fields"].get(reason["field"], len(columns["labels"])))
    return [_in_place(reason, row, columns) for reason in reasons]


def _in_place(reason, row, columns):
    said, field = str(REASONS[reason["code"]]) % reason["params"], reason["field"]
    if column := column_name(columns, field):
        return _("Row %(row)s, column %(column)s: %(reason)s") % {
            "row": reason.get("row", row.number),
            "column": column,
            "reason": said,
        }
    return f"{capfirst(FIELD_LABELS[field])}: {said}" if field else said


def changes_of(row):
    """What a row changes: [(field, old, new)]."""
    return [
        (FIELD_LABELS[each["field"]], *(_words(each["field"], each[side]) for side in ("old", "new")))
        for each in row.messages
        if "old" in each
    ]


def _facts(row):
    """What was read of somebody new beside the name and the post: [(field, words)]."""
    given = typed(row.values)
    skipped = {*NAME_PARTS, "post"} | ({"gender"} if "guessed" in row.values else set())
    return [
        (FIELD_LABELS[name], words)
        for name in FIELD_LABELS
        if name not in skipped and (words := _words(name, given.get(name)))
    ]


def _full_name(values):
    return " ".join(filter(None, (values.get(name) for name in NAME_PARTS)))


def _on_card(row):
    """What the card a row may repeat says; of a loaded list what it said when the user chose."""
    if row.before.get("values") and not row.before.get("new"):
        return typed({name: value for name, value in row.before["values"].items() if value})
    card = row.employment
    return {name: getattr(card.person if name in PERSON_FIELDS else card, name) for name in (*NAME_PARTS, *COMPARED)}


def _sides(row, above):
    """A possible duplicate beside the list: [(field, known, in the list, whether they differ)]."""
    if row.employment:
        known = _on_card(row)
    elif above:
        known = typed(above.values)
    else:
        return []
    given, name = typed(row.values), _full_name(known)
    pairs = [(FIELD_LABELS[each], _words(each, known.get(each)), _words(each, given.get(each))) for each in COMPARED]
    pairs = [(FIELD_LABELS["full_name"], name, _full_name(row.values)), *pairs]
    return [(label, old, new, bool(old and new and old != new)) for label, old, new in pairs if old or new]


def _name_as_given(row, fields):
    """The name in the cells of a row whose name could not be read."""
    indexes = [fields[name] for name in ("full_name", *NAME_PARTS) if name in fields]
    return " ".join(row.cells[index] for index in indexes if index < len(row.cells))


def twin_of(row):
    """The number of the row above that may be the same person, or None."""
    return next((each["params"]["value"] for each in row.messages if each.get("code") == "twin"), None)


def dress(row, columns, above=None):
    """Give a row what its line of the preview shows; ``above`` is the row of ``twin_of``."""
    row.name = _full_name(row.values) or _name_as_given(row, columns["fields"])
    row.numbers = ", ".join(str(number) for number in (row.number, *(each["number"] for each in row.more)))
    row.reasons, row.changes = reasons_of(row, columns), changes_of(row)
    row.facts = _facts(row) if row.verdict == Verdict.NEW else []
    row.asks = row.verdict == Verdict.DUPLICATE
    row.sides = _sides(row, above) if row.asks else []
    row.above = above
    row.choices = Decision.choices if row.asks else ()
    return row
