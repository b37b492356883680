"""Loading a checked list: everything good in one transaction, what is wrong or undecided stays in the list."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused, check_move
from mentoring.lib.text import search_key
from people.history.models import Move
from people.history.services import move, record
from people.organizations.models import Organization
from people.staff.models import Employment, ImportRow, Person, StaffImport
from people.staff.services.cells import is_teaching_post
from people.staff.services.judging import PERSON_FIELDS, WORK_FIELDS, changes, judge, typed
from people.staff.states import Decision, ImportState, Verdict

BATCH = 500
ADDED = gettext_noop("Added from a staff list")
CHANGED = gettext_noop("Changed by a staff list")
# A change of any of these makes case forms corrected by hand out of date.
NAMING = {"last_name", "first_name", "patronymic", "gender"}


def decide(staff_import, decisions, *, by):
    """Keep what the user said of possible duplicates: {row number: Decision or ""}; others stay as they are.

    Raises MoveRefused if the list is loaded or dropped already.
    """
    with transaction.atomic():
        staff_import = lock_import(staff_import, ImportState.LOADED)
        rows = list(staff_import.rows.filter(verdict=Verdict.DUPLICATE, number__in=decisions))
        for row in rows:
            row.decision = decisions[row.number]
        ImportRow.objects.bulk_update(rows, ["decision"], batch_size=BATCH)
        record(staff_import, gettext_noop("Decided on possible duplicates"), by=by)


def drop_import(staff_import, *, by):
    """Put a list aside without loading it."""
    move(staff_import, ImportState.DROPPED, by=by, deed=gettext_noop("Dropped the staff list"))


def load_import(staff_import, *, by):
    """Write every good row of a list in one transaction and close the list; returns how many rows were written.

    New people come in, changed cards change, possible duplicates go as the user decided. Raises MoveRefused if
    the list is closed already, or if the staff changed since the preview was shown: then the preview is brought
    up to date, nothing is written and the user looks again.
    """
    with transaction.atomic():
        staff_import = lock_import(staff_import, ImportState.LOADED)
        rows = list(staff_import.rows.order_by("number"))
        if _refresh(staff_import.organization, rows):
            loaded = None
        else:
            move(staff_import, ImportState.LOADED, by=by, deed=gettext_noop("Loaded the staff list"))
            loaded = _Loading(staff_import.organization, by).write(rows)
    if loaded is None:
        raise MoveRefused(_("The staff changed since this preview was made. Look at the new verdicts and load again."))
    return loaded


def lock_import(staff_import, to):
    """The list as it stands, locked after its organization, so that two lists are never loaded at once."""
    Organization.objects.select_for_update().get(pk=staff_import.organization_id)
    row = StaffImport.objects.select_for_update().select_related("organization").get(pk=staff_import.pk)
    check_move(row.MOVES, row.state, to, row.get_state_display())
    return row


def _refresh(organization, rows):
    """Judge again; True if any verdict is no longer what the user saw, and then the new ones are kept."""
    before = [_shown(row) for row in rows]
    judge(organization, rows, lock=True)
    stale = [row for row, shown in zip(rows, before, strict=True) if _shown(row) != shown]
    ImportRow.objects.bulk_update(stale, ["verdict", "messages", "employment"], batch_size=BATCH)
    return bool(stale)


def _shown(row):
    return row.verdict, row.messages, row.employment_id


class _Loading:
    """One load: cards are gathered first and written in a few statements afterwards."""

    def __init__(self, organization, by):
        self.organization, self.by = organization, by
        self.today = organization.today()
        self.cards = {}  # row number → its staff card, to which a twin below may add
        self.new, self.touched = [], {}

    def write(self, rows):
        for row in rows:
            card = self._card_of(row)
            if card is not None:
                self.cards[row.number] = card
                row.is_loaded = row.verdict != Verdict.SAME
        self._save()
        done = [row for row in rows if row.is_loaded]
        for row in done:
            row.employment = self.cards[row.number]
        ImportRow.objects.bulk_update(done, ["is_loaded", "employment"], batch_size=BATCH)
        return len(done)

    def _card_of(self, row):
        """The staff card the row goes to, with its values set; None if the row stays in the list."""
        if row.verdict == Verdict.ERROR:
            return None
        if row.verdict == Verdict.DUPLICATE:
            return self._duplicate(row)
        return self._add(row) if row.employment is None else self._change(row.employment, row)

    def _duplicate(self, row):
        if row.decision == Decision.OTHER:
            return self._add(row)
        if row.decision != Decision.SAME:
            return None
        above = row.messages[0]["params"].get("value") if row.messages[0]["code"] == "twin" else None
        card = self.cards.get(above) or row.employment
        if card is None:
            return self._add(row)
        if card.ends_on is not None and card.ends_on < self.today:
            return self._add(row, card.person)
        return self._change(card, row)

    def _add(self, row, person=None):
        person = person or Person()
        card = Employment(organization=self.organization, person=person)
        self._set(card, typed(row.values))
        self.new.append(card)
        return card

    def _change(self, card, row):
        found = changes(card, row.values, self.today)
        if found:
            self._set(card, {field: new for field, (_old, new) in found.items()})
            if card.pk:
                self.touched[card.pk] = card
        return card

    @staticmethod
    def _set(card, values):
        for field, value in values.items():
            setattr(card.person if field in PERSON_FIELDS else card, field, value)
        if not values.keys().isdisjoint(NAMING):
            card.person.case_forms = {}
        if "post" in values:
            card.post_case_forms, card.is_teacher = {}, is_teaching_post(card.post)

    def _save(self):
        people = [card.person for card in (*self.new, *self.touched.values())]
        for person in people:
            person.search_key = search_key(person.full_name)
        old = [person for person in people if person.pk is not None]
        Person.objects.bulk_create([person for person in people if person.pk is None], batch_size=BATCH)
        Person.objects.bulk_update(old, [*PERSON_FIELDS, "case_forms", "search_key"], batch_size=BATCH)
        Employment.objects.bulk_create(self.new, batch_size=BATCH)
        touched = list(self.touched.values())
        for card in touched:
            card.version += 1
        fields = [*WORK_FIELDS, "post_case_forms", "is_teacher", "version"]
        Employment.objects.bulk_update(touched, fields, batch_size=BATCH)
        self._record(self.new, ADDED)
        self._record(touched, CHANGED)

    def _record(self, cards, deed):
        kind, moment = ContentType.objects.get_for_model(Employment), now()
        lines = [Move(kind=kind, thing_id=card.pk, deed=deed, by=self.by, at=moment) for card in cards]
        Move.objects.bulk_create(lines, batch_size=BATCH)
