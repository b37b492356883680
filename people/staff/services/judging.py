"""Verdicts: the rows of a list against the staff of the same organization, and of no other."""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from mentoring.lib.dates import date_numeric, months_between
from mentoring.lib.text import search_key
from people.staff.models import Employment
from people.staff.states import FIELD_LABELS, Verdict

PERSON_FIELDS = ("last_name", "first_name", "patronymic", "gender", "birth_date")
WORK_FIELDS = (
    "number",
    "post",
    "subject",
    "category",
    "category_on",
    "education",
    "workplace",
    "phone",
    "email",
    "experience_since",
    "starts_on",
    "is_external",
)
TOLD_EVERY = 200
DAY_FIELDS = {"birth_date", "category_on", "experience_since", "starts_on"}
NAME_FIELDS = {"last_name", "first_name", "patronymic"}
# A list that writes «е» for «ё» knows less than the card, whose spelling goes into orders.
WITHOUT_YO = str.maketrans("ёЁ", "еЕ")


def name_key(values):
    """The name of a row in the form in which ё, hyphens and letter case make no difference."""
    return search_key(values["last_name"], values["first_name"], values.get("patronymic"))


def typed(values):
    """The values of a row as the models hold them: days are dates again."""
    return {
        key: datetime.date.fromisoformat(value) if key in DAY_FIELDS else value
        for key, value in values.items()
        if key in PERSON_FIELDS or key in WORK_FIELDS
    }


@dataclass
class Finding:
    """What was found of a row: somebody known, and the reason to ask the user if there is doubt."""

    employment: Employment | None = None
    code: str = ""
    value: str = ""


class Staff:
    """Everybody of one organization, present and left, found by number, name and birth date: one query."""

    def __init__(self, organization, *, lock=False):
        self.today = organization.today()
        self.by_number, self.by_name, self.by_birth = defaultdict(list), defaultdict(list), defaultdict(list)
        rows = Employment.objects.filter(organization=organization, is_primary=True).select_related("person")
        if lock:
            rows = rows.select_for_update()
        for employment in rows.order_by("pk"):
            person = employment.person
            self.by_name[person.search_key].append(employment)
            if employment.number and self.works(employment):
                self.by_number[employment.number].append(employment)
            if person.birth_date:
                given = search_key(person.first_name, person.patronymic)
                self.by_birth[person.birth_date, given].append(employment)

    def works(self, employment):
        return employment.ends_on is None or employment.ends_on >= self.today

    def find(self, values):
        """Somebody this row speaks of: by number, then by name, then by birth date with another surname."""
        return self._by_number(values) or self._by_name(values) or self._by_birth(values) or Finding()

    def _by_number(self, values):
        known = self.by_number.get(values.get("number"), [])
        if len(known) != 1:
            return None
        person = known[0].person
        if person.search_key == name_key(values):
            return Finding(known[0])
        given = search_key(values["first_name"], values.get("patronymic"))
        if search_key(person.first_name, person.patronymic) == given:
            return Finding(known[0], "number_new_name")
        return Finding(known[0], "foreign_number", person.short_name)

    def _by_name(self, values):
        known = self.by_name.get(name_key(values), [])
        present = [each for each in known if self.works(each)]
        if len(present) > 1:
            same_day = [each for each in present if _same_birth(each, values) is True]
            return Finding(same_day[0]) if len(same_day) == 1 else Finding(present[0], "namesakes")
        if present:
            return Finding(present[0], self._doubt(present[0], values))
        if known:
            return Finding(known[-1], "left_before", date_numeric(known[-1].ends_on))
        return None

    def _doubt(self, employment, values):
        born_alike = _same_birth(employment, values)
        if born_alike is False:
            return "other_birth_date"
        number = values.get("number")
        if number and employment.number and number != employment.number and not born_alike:
            return "other_number"
        written = " ".join(filter(None, (values.get(field) for field in PERSON_FIELDS[:3])))
        return "" if employment.person.full_name.casefold() == written.casefold() else "spelling"

    def _by_birth(self, values):
        born = typed(values).get("birth_date")
        given = search_key(values["first_name"], values.get("patronymic"))
        known = [each for each in self.by_birth.get((born, given), []) if self.works(each)] if born else []
        return Finding(known[0], "new_surname") if known else None


def _same_birth(employment, values):
    """True or False where both birth dates are known, otherwise None."""
    born, other = employment.person.birth_date, typed(values).get("birth_date")
    return None if born is None or other is None else born == other


def changes(employment, values, today):
    """What a row would change on a staff card: {field: (old, new)}; an empty cell changes nothing."""
    found, given = {}, typed(values)
    for field in FIELD_LABELS:
        if field not in given or (field == "gender" and values.get("guessed")):
            continue
        old, new = getattr(employment.person if field in PERSON_FIELDS else employment, field), given[field]
        if "derived" in values and _says_more(field, old, new):
            continue
        if field in NAME_FIELDS and old.translate(WITHOUT_YO) == new:
            continue
        if old != new and not (field == "experience_since" and _agrees(old, new, values["exactness"], today)):
            found[field] = (old, new)
    return found


def _says_more(field, old, new):
    """Whether the card says more than a cell of post and subject: «учитель истории» than «учитель»."""
    return (field == "subject" and bool(old)) or (field == "post" and old.startswith(f"{new} "))


def _agrees(old, new, exactness, today):
    """Whether a list that counts in whole years or months says the same as the day on the card."""
    if old is None or exactness == "day":
        return False
    unit = 12 if exactness == "years" else 1
    return months_between(old, today) // unit == months_between(new, today) // unit


def judge(organization, rows, *, lock=False, tell=lambda done: None):
    """Set verdict, messages and employment of every row that could be read; two rows may be one person.

    ``rows`` are ImportRow objects in the order of the file; what the user decided stays. One query, which locks
    the staff cards if asked to. ``tell(rows judged)`` hears of the progress.
    """
    staff, seen = Staff(organization, lock=lock), _Seen()
    for done, row in enumerate(rows):
        if done % TOLD_EVERY == 0:
            tell(done)
        if row.verdict == Verdict.ERROR and not _can_heal(row):
            continue
        finding = staff.find(row.values)
        verdict, messages = seen.verdict(row) or _verdict(finding, row.values, staff.today)
        if verdict in (Verdict.NEW, Verdict.DUPLICATE) and "gender" not in row.values:
            verdict, messages = Verdict.ERROR, [_reason("no_gender", "gender")]
        row.verdict, row.messages = verdict, messages
        row.employment = None if verdict == Verdict.ERROR else finding.employment
        if verdict != Verdict.ERROR:
            seen.add(row)


def _can_heal(row):
    """Whether the row is wrong only against the staff or the other rows, which may change."""
    return {reason["code"] for reason in row.messages} <= {"foreign_number", "twin_number", "no_gender"}


def _reason(code, field="", **params):
    return {"field": field, "code": code, "params": params}


class _Seen:
    """The good rows above in the same file."""

    def __init__(self):
        self.by_number, self.by_name = {}, defaultdict(list)

    def add(self, row):
        if number := row.values.get("number"):
            self.by_number.setdefault(number, row)
        self.by_name[name_key(row.values)].append(row)

    def verdict(self, row):
        """What a row above makes of this one, or None."""
        values = row.values
        above = self.by_number.get(values.get("number"))
        if above and name_key(above.values) != name_key(values):
            return Verdict.ERROR, [_reason("twin_number", "number", value=values["number"], row=above.number)]
        for above in self.by_name[name_key(values)]:
            if None in (born := {above.values.get("birth_date"), values.get("birth_date")}) or len(born) == 1:
                return Verdict.DUPLICATE, [_reason("twin", value=above.number)]
        return None


def _verdict(finding, values, today):
    if finding.code == "foreign_number":
        return Verdict.ERROR, [_reason(finding.code, "number", value=values["number"], name=finding.value)]
    if finding.code:
        return Verdict.DUPLICATE, [_reason(finding.code, value=finding.value)]
    if finding.employment is None:
        return Verdict.NEW, []
    found = changes(finding.employment, values, today)
    if not found:
        return Verdict.SAME, []
    return Verdict.CHANGED, [
        {"field": field, "old": _plain(field, old), "new": _plain(field, new)} for field, (old, new) in found.items()
    ]


def _plain(field, value):
    """A value as JSON keeps it; choices by their code, so that the reader's language decides."""
    if isinstance(value, datetime.date):
        return date_numeric(value)
    return str(value) if value is not None else ""
