"""Writing the rows of a list: cards are gathered first and written in a few statements afterwards."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext_noop

from mentoring.lib.bulk import BATCH, update_rows
from mentoring.lib.dates import now
from mentoring.lib.text import search_key
from people.history.models import Move
from people.staff.models import Employment, Person
from people.staff.services.cells import is_teaching_post
from people.staff.services.judging import PERSON_FIELDS, WORK_FIELDS, changes, typed
from people.staff.services.restoring import links_of, snapshot
from people.staff.services.rows import JOINED, add_text
from people.staff.states import Decision, Verdict

ADDED = gettext_noop("Added from a staff list")
CHANGED = gettext_noop("Changed by a staff list")
# A change of any of these makes case forms corrected by hand out of date.
NAMING = {"last_name", "first_name", "patronymic", "gender"}
PERSON_COLUMNS = [*PERSON_FIELDS, "case_forms", "search_key"]
WORK_COLUMNS = [*WORK_FIELDS, "post_case_forms", "is_teacher", "version"]


class Writing:
    """One load of an organization inside the caller's transaction; ``tell(share of the work)`` hears of progress."""

    def __init__(self, organization, by, tell):
        self.organization, self.by, self.tell = organization, by, tell
        self.today = organization.today()
        self.cards = {}  # row number → its staff card, to which a twin below may add
        self.new, self.returned, self.touched, self.before = [], [], {}, {}

    def write(self, rows):
        """Write the rows, note on each what stood before; returns how many were written."""
        for row in rows:
            card = self._card_of(row)
            if card is not None:
                self.cards[row.number] = card
                row.is_loaded = row.verdict != Verdict.SAME
        self._save()
        done = [row for row in rows if row.is_loaded]
        self._note(done)
        return len(done)

    def _card_of(self, row):
        """The staff card the row goes to, with its values set; None if the row stays in the list."""
        if row.verdict == Verdict.ERROR:
            return None
        if row.verdict == Verdict.DUPLICATE:
            return self._duplicate(row)
        return self._add(row) if row.employment is None else self._change(row.employment, row.values)

    def _duplicate(self, row):
        if row.decision == Decision.OTHER:
            return self._add(row)
        if row.decision != Decision.SAME:
            return None
        above = row.messages[0]["params"].get("value") if row.messages[0]["code"] == "twin" else None
        if twin := self.cards.get(above):
            return self._change(twin, _added(twin, row.values))
        card = row.employment
        if card is None:
            return self._add(row)
        if card.ends_on is not None and card.ends_on < self.today:
            return self._add(row, card.person)
        return self._change(card, row.values)

    def _add(self, row, person=None):
        card = Employment(organization=self.organization, person=person or Person())
        self.before[id(card)] = {"new": True, "new_person": person is None}
        if person:
            self.before[id(card)]["values"] = snapshot(card)
            self.returned.append(card)
        self._set(card, typed(row.values))
        self.new.append(card)
        return card

    def _change(self, card, values):
        found = changes(card, values, self.today)
        if found:
            if card.pk:
                self.touched.setdefault(card.pk, card)
                self.before.setdefault(id(card), {"values": snapshot(card)})
            self._set(card, {field: new for field, (_old, new) in found.items()})
        return card

    @staticmethod
    def _set(card, values):
        for field, value in values.items():
            setattr(card.person if field in PERSON_FIELDS else card, field, value)
        if not values.keys().isdisjoint(NAMING):
            card.person.case_forms = {}
        if "category" in values and "category_on" not in values:
            # The day on the card is that of the former category.
            card.category_on = None
        if "post" in values:
            card.post_case_forms, card.is_teacher = {}, is_teaching_post(card.post)

    def _save(self):
        touched = list(self.touched.values())
        people = [card.person for card in (*self.new, *touched)]
        for person in people:
            person.search_key = search_key(person.full_name)
        for card in touched:
            card.version += 1
        self._create(Person, [person for person in people if person.pk is None], 0)
        known = list({card.person_id: card.person for card in (*self.returned, *touched)}.values())
        update_rows(known, PERSON_COLUMNS)
        self._create(Employment, self.new, 0.3)
        update_rows(touched, WORK_COLUMNS)
        self._record(self.new, ADDED)
        self._record(touched, CHANGED)

    def _create(self, model, things, share):
        for start in range(0, len(things), BATCH):
            self.tell(share + 0.3 * start / len(things))
            model.objects.bulk_create(things[start : start + BATCH])

    def _record(self, cards, deed):
        kind, moment = ContentType.objects.get_for_model(Employment), now()
        lines = [Move(kind=kind, thing_id=card.pk, deed=deed, by=self.by, at=moment) for card in cards]
        Move.objects.bulk_create(lines, batch_size=BATCH)

    def _note(self, done):
        """Keep with each row its card and, on the first row of a card, what undoing needs."""
        links = links_of([*self.returned, *self.touched.values()])
        for row in done:
            card = self.cards[row.number]
            row.employment = card
            before = self.before.pop(id(card), None)
            if before:
                row.before = before | {"version": card.version, "person_id": card.person_id} | links.get(card.pk, {})
        for start in range(0, len(done), BATCH):
            self.tell(0.6 + 0.4 * start / len(done))
            update_rows(done[start : start + BATCH], ["is_loaded", "employment", "before"])


def _added(card, values):
    """The values of a further row of one person: posts and subjects are added, not replaced."""
    texts = {name: add_text(getattr(card, name), values[name]) for name in JOINED if values.get(name)}
    longest = {name: Employment._meta.get_field(name).max_length for name in texts}
    return values | {name: text if len(text) <= longest[name] else values[name] for name, text in texts.items()}
