"""Who reads what of an application: the reason is for those who decide, and for whoever it is opened to."""

from copy import deepcopy
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.db.models import OuterRef, Subquery
from django.utils.timezone import localdate

from people.accounts.states import Role
from people.history.models import Move
from programs.applications.models import Application
from programs.applications.states import APPLICATION_TONES, ApplicationKind
from programs.plans.selectors import content_of, differences
from programs.plans.states import EventState

# The council reads as mediator; whoever takes part in the pair reads as a side, whatever else they are here.
REASON_READERS = {Role.DIRECTOR, Role.CURATOR, Role.COUNCIL}
CONFIDED = (ApplicationKind.REPLACEMENT, ApplicationKind.RESIGNATION)


def reads_reason(application, actor):
    """Whether the actor may read reason, wish and remarks: always of what both sides do together.

    Why a mentee wants another mentor and why a mentor leaves is read by who wrote it, by the head, the curators
    and the council, and by the other side only if the writer says so.
    """
    if actor.user is not None and application.filed_by_id == actor.user.pk:
        return True
    if application.kind not in CONFIDED:
        return True
    if _is_side(application, actor):
        return application.reason_open
    return actor.has(*REASON_READERS)


def _is_side(application, actor):
    if actor.employment is None:
        return False
    pair = application.mentorship
    people = {pair.mentor_entry.employment.person_id, *(member.mentee_person_id for member in pair.current_members)}
    return actor.employment.person_id in people


def reads_desk(application, actor):
    """Whether the actor reads what the curator and the council wrote for the head: not the sides."""
    return actor.has(*REASON_READERS) and not _is_side(application, actor)


def history_of(application, actor):
    """What happened to the application, for a timeline; words only to whom they are meant."""
    whole = reads_desk(application, actor)
    return [
        {
            "title": row.deed_label,
            "who": row.by.person.short_name if row.by and row.by.person else row.by or "",
            "when": row.at,
            "why": row.reason if whole or row.by == actor.user else "",
            "tone": APPLICATION_TONES.get(row.to_state, ""),
        }
        for row in Move.objects.of(application)
    ]


def with_last_move(applications):
    """The applications with ``moved_at``, the moment of the latest deed: since then they wait."""
    kind = ContentType.objects.get_for_model(Application)
    latest = Move.objects.filter(kind=kind, thing_id=OuterRef("pk")).order_by("-at", "-pk")
    return applications.annotate(moved_at=Subquery(latest.values("at")[:1]))


def days_waited(application, day):
    """How many days nothing has happened to the application; ``moved_at`` comes from `with_last_move`."""
    zone = ZoneInfo(application.organization.time_zone)
    since = localdate(application.moved_at, zone) if application.moved_at else application.filed_on
    return max((day - since).days, 0)


def changes_in_words(application):
    """What a correction makes other, as Differences: of the version once it is carried out, before it as asked."""
    version = application.versions.first()
    if version:
        return differences(version.before, version.after)
    before = content_of(application.program)
    return differences(before, _changed(before, application.changes))


def _changed(before, changes):
    after = deepcopy(before)
    after["text"] |= changes.get("note", {})
    cancelled = set(map(int, changes.get("cancelled", ())))
    for event in after["events"]:
        event |= changes.get("events", {}).get(str(event["pk"]), {})
        if event["pk"] in cancelled:
            event["state"] = EventState.CANCELLED.value
    after["events"] += [{"pk": f"new-{n}"} | values for n, values in enumerate(changes.get("added", ()))]
    return after
