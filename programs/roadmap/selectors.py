"""Reads about roadmaps: the text that is approved, how far the year has come, what happened."""

import json
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Q
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from mentoring.lib.dates import school_year_label
from people.history.models import Move
from people.organizations.regulations import check_regulation
from people.organizations.selectors import regulation_on
from people.organizations.states import OPEN_REGULATION, RegulationState
from programs.orders.states import SIGNED
from programs.roadmap.models import Item, Roadmap
from programs.roadmap.states import ITEM_TONES, OPEN, OPEN_ITEM, ROADMAP_TONES, ItemState, RoadmapState

HISTORY_LINES = 30
_FURTHER_WORDS = ("lead", "mark", "activity", "planned_result", "document")
_OPEN = Q(items__state__in=OPEN_ITEM)


def regulation_of(roadmap):
    """The regulation a roadmap is read by: the edition it is written by, otherwise that of its approval."""
    edition = roadmap.regulation
    if edition is not None and edition.state != RegulationState.DROPPED:
        return check_regulation(edition.settings)
    return regulation_on(roadmap.organization, roadmap.approved_on or roadmap.organization.today())


def waits_for_regulation(roadmap):
    """Whether the edition of the regulation the roadmap is written by is not approved itself."""
    return roadmap.regulation is not None and roadmap.regulation.state in OPEN_REGULATION


def needs_order(roadmap):
    """Whether only an order (O1) brings the roadmap into force: by the regulation, with it, and every revision."""
    if roadmap.replaces_id is not None or waits_for_regulation(roadmap):
        return True
    return regulation_of(roadmap).roadmap.approved_by == "order"


def order_in_preparation(roadmap):
    """The draft of the order that is to approve ``roadmap``, or None."""
    return roadmap.orders.exclude(state__in=SIGNED).order_by("-pk").first()


def open_revision(roadmap):
    """The revision of ``roadmap`` that is being prepared, or None."""
    return Roadmap.objects.filter(replaces=roadmap, state__in=OPEN).first()


def approving_order(roadmap):
    """The registered order that brought the roadmap into force, or None where the head approved it alone."""
    return roadmap.orders.filter(state__in=SIGNED).order_by("signed_on", "pk").first()


def items_of_text(roadmap):
    """The items that make up the text: a draft leaves out what is struck, an approved text never changes again."""
    rows = Item.objects.filter(stage__roadmap=roadmap).select_related("stage")
    return rows if roadmap.is_approved else rows.counting()


def times_of(item):
    """All times of the activity ``item`` is one of, in their order; itself where it stands alone."""
    if not item.code:
        return [item]
    return list(
        Item.objects.filter(stage=item.stage_id, code=item.code).select_related("stage").order_by("position", "pk")
    )


def text_hash(roadmap):
    """SHA-256 (hex) of the year, the stages and the wording, windows and responsible persons of the items."""
    lines = [
        [item.stage.position, item.stage.name]
        + [str(getattr(item, name) or "") for name in ("content", "when_text", "starts_on", "due_on", "responsible")]
        # Named and only where they are filled, so that a text without them keeps the hash it was signed under.
        + [f"{name}: {getattr(item, name)}" for name in _FURTHER_WORDS if getattr(item, name)]
        for item in items_of_text(roadmap)
    ]
    text = json.dumps([roadmap.organization_id, roadmap.school_year, lines], ensure_ascii=False)
    return sha256(text.encode()).hexdigest()


def submitter_of(roadmap):
    """The pk of the user who last sent the roadmap for approval, or None."""
    sent = Move.objects.of(roadmap).filter(to_state=RoadmapState.SUBMITTED)
    return sent.values_list("by", flat=True).last()


def years_to_open(organization, day):
    """The running and the next school year, without those a roadmap reaches: [(2026, «2026/27»), …]."""
    running = regulation_on(organization, day).school_year_of(day)
    taken = set()
    for first, years in Roadmap.objects.filter(organization=organization).values_list("school_year", "years"):
        taken |= set(range(first, first + years))
    return [(year, school_year_label(year)) for year in (running, running + 1) if year not in taken]


def roadmap_to_copy(organization, school_year):
    """The latest approved roadmap that ends before ``school_year``, or None: what a new year may be copied from."""
    rows = Roadmap.objects.filter(organization=organization, state__in=[RoadmapState.RUNNING, RoadmapState.CLOSED])
    return rows.filter(school_year__lte=school_year - F("years")).order_by("-school_year").first()


def running_roadmap(organization, day):
    """The edition of the roadmap in force for the school year of ``day``, or None.

    A roadmap of several years holds for all of them; a newer one goes before an older one.
    """
    year = regulation_on(organization, day).school_year_of(day)
    rows = Roadmap.objects.filter(organization=organization, state__in=[RoadmapState.RUNNING, RoadmapState.CLOSED])
    reaching = rows.filter(school_year__lte=year, school_year__gt=year - F("years"))
    return reaching.order_by("-school_year").first()


def open_items(organization):
    """The items still to be done in the roadmaps in force, in the order they are due."""
    rows = Item.objects.filter(stage__roadmap__organization=organization, state__in=OPEN_ITEM)
    rows = rows.filter(stage__roadmap__state=RoadmapState.RUNNING).select_related("stage")
    return rows.order_by(F("due_on").asc(nulls_last=True), "stage__position", "position", "pk")


def with_progress(roadmaps, day):
    """Counts per roadmap: ``n_items`` (cancelled ones aside), ``n_done``, ``n_overdue`` on ``day``."""
    items = "stages__items"
    is_open = Q(**{f"{items}__state__in": OPEN_ITEM})
    return roadmaps.annotate(
        n_items=Count(items, filter=~Q(**{f"{items}__state": ItemState.CANCELLED})),
        n_done=Count(items, filter=Q(**{f"{items}__state": ItemState.DONE})),
        n_overdue=Count(items, filter=is_open & Q(**{f"{items}__due_on__lt": day}) & Q(state=RoadmapState.RUNNING)),
    )


@dataclass(frozen=True)
class StageProgress:
    """A stage with its counts and the window of its items; a stage without days has no window."""

    pk: int
    position: int
    name: str
    done: int
    total: int
    overdue: int
    starts_on: date | None
    ends_on: date | None
    is_current: bool = False

    @property
    def title(self):
        return f"{self.position}. {self.name}"

    @property
    def tone(self):
        """For the strip: only what is late stands out."""
        return "red" if self.overdue else ""

    @property
    def chart_tone(self):
        if self.overdue:
            return "red"
        if self.total and self.done == self.total:
            return "green"
        return "calm" if self.done or self.is_current else "grey"


def stage_progress(roadmap, day):
    """How far each stage is, two queries; the first stage with an open item is the current one once in force."""
    late = _OPEN & Q(items__due_on__lt=day)
    stages = roadmap.stages.annotate(
        done=Count("items", filter=Q(items__state=ItemState.DONE)),
        total=Count("items", filter=~Q(items__state=ItemState.CANCELLED)),
        left=Count("items", filter=_OPEN),
        late=Count("items", filter=late),
    )
    windows = _windows(roadmap)
    stages = list(stages)
    current = next((stage.pk for stage in stages if stage.left), None) if roadmap.is_running else None
    return [
        StageProgress(
            stage.pk,
            stage.position,
            stage.name,
            stage.done,
            stage.total,
            stage.late if roadmap.is_running else 0,
            *windows.get(stage.pk, (None, None)),
            is_current=stage.pk == current,
        )
        for stage in stages
    ]


def _windows(roadmap):
    """Stage pk → first and last day of its dated items."""
    windows = {}
    dated = Item.objects.filter(stage__roadmap=roadmap, due_on__isnull=False).counting()
    for stage, starts_on, due_on in dated.values_list("stage", "starts_on", "due_on"):
        first, last = windows.get(stage, (starts_on or due_on, due_on))
        windows[stage] = (min(first, starts_on or due_on), max(last, due_on))
    return windows


@dataclass(frozen=True)
class Standing:
    """Where an item stands today; «overdue» is derived and stored nowhere."""

    tone: str
    label: str
    is_overdue: bool = False


def standing_of(item, roadmap, day):
    """The standing of ``item`` on ``day``; days are counted only while the roadmap is in force."""
    if roadmap.is_running and item.is_overdue(day):
        return Standing("red", _("Overdue"), True)
    if item.state == ItemState.CANCELLED and not roadmap.is_approved:
        return Standing("grey", _("Struck out"))
    return Standing(item.state_tone, item.get_state_display())


def history(roadmap):
    """What happened to the roadmap and its items, latest first, for a timeline."""
    contents = dict(Item.objects.filter(stage__roadmap=roadmap).values_list("pk", "content"))
    kinds = ContentType.objects.get_for_models(Roadmap, Item)
    own, items = kinds[Roadmap], kinds[Item]
    rows = Move.objects.filter(Q(kind=own, thing_id=roadmap.pk) | Q(kind=items, thing_id__in=contents))
    rows = rows.select_related("by__person").order_by("-at", "-pk")[:HISTORY_LINES]
    return [_line(row, contents.get(row.thing_id, "") if row.kind_id == items.pk else "") for row in rows]


def item_history(item):
    return [_line(row, "") for row in Move.objects.of(item)]


def _line(row, content):
    about = Truncator(content).chars(90)
    person = row.by.person if row.by else None
    return {
        "title": row.deed_label,
        "who": person.short_name if person else row.by or "",
        "when": row.at,
        "why": " · ".join(filter(None, (about, row.reason))),
        "tone": (ITEM_TONES if content else ROADMAP_TONES).get(row.to_state, ""),
    }
