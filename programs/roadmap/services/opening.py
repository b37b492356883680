"""Opening a school year: from the regulation, or from the roadmap of a year before."""

from datetime import date
from itertools import groupby

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import school_year_label
from mentoring.lib.moves import MoveRefused
from people.history.services import record
from people.organizations.regulations import check_regulation
from people.organizations.selectors import regulation_on, version_on
from people.staff.models import Employment
from programs.orders.states import OrderKind
from programs.roadmap.dating import ahead_of, as_json, date_of, moved_date, moved_day, moved_words, windows_of, worded
from programs.roadmap.models import Roadmap
from programs.roadmap.services.laying import lay_stages
from programs.roadmap.states import ItemState

# The day a school year is asked about lies well within it, wherever the regulation lets it begin.
_FIRST_MONTH, _LAST_MONTH = (9, 1), (8, 31)
# What the copy of an item takes as it stands; its dates are counted anew, its marks stay behind.
_WORDS = (
    "code",
    "order_kind",
    "lead",
    "mark",
    "content",
    "activity",
    "responsible",
    "role",
    "planned_result",
    "document",
)


@transaction.atomic
def open_year(organization, school_year, *, by, edition=None):
    """Draft the roadmap of the year that begins in ``school_year`` from the regulation in force.

    ``edition`` is a version of the regulation still on its way, to come into force together with the roadmap.

    An activity with several separate dates becomes one item for each of them, for each time is marked on its
    own. An open date («в течение учебного года») has no days and is never overdue. A preparatory month that has
    passed is planned no more (`ahead_of`), nor, after the first year, the adoption of a regulation in force. Raises
    MoveRefused if a year it reaches has a roadmap already.
    """
    edition = edition or version_on(organization, _day_of(school_year, organization.today()))
    settings = _rules(organization, school_year, edition)
    roadmap = _new(organization, school_year, settings.roadmap.years, edition)
    year_start = settings.school_year_start.as_tuple()
    stages = []
    for position, choice in enumerate(settings.roadmap.stages, start=1):
        found = [row for item in choice.items for row in _rows(item, roadmap, year_start, settings.roadmap)]
        stages.append((position, choice.label, _still_planned(found, roadmap)))
    lay_stages(roadmap, stages)
    record(roadmap, gettext_noop("Roadmap drafted from the regulation"), by=by)
    return roadmap


@transaction.atomic
def copy_year(source, school_year, *, by):
    """Draft the roadmap of a later year from ``source``: its stages, wording, dates and those who answer.

    Structured dates are counted for the new year and the years of their wording move along; days given by hand
    move by whole years. Marks, evidence and what was cancelled stay behind. Raises MoveRefused as `open_year` does
    and for a year that does not lie after the source.
    """
    if school_year <= source.last_year:
        raise MoveRefused(_("Choose a year after the roadmap you copy."))
    organization = source.organization
    edition = version_on(organization, _day_of(school_year, organization.today()))
    settings = _rules(organization, school_year, edition)
    roadmap = _new(organization, school_year, source.years, edition)
    year_start, years = settings.school_year_start.as_tuple(), school_year - source.school_year
    present = set(
        Employment.objects.active_on(organization.today()).filter(organization=organization).values_list("pk")
    )
    stages = []
    for position, stage in enumerate(source.stages.all(), start=1):
        items = stage.items.exclude(state=ItemState.CANCELLED).order_by("position", "pk").prefetch_related("duties")
        found = [
            row
            for _key, times in groupby(items, key=lambda item: item.code or item.pk)
            for row in _copies(list(times), roadmap, year_start, years, present)
        ]
        if rows := _still_planned(found, roadmap):
            stages.append((position, stage.name, rows))
    lay_stages(roadmap, stages)
    record(roadmap, gettext_noop("Roadmap copied from an earlier year"), by=by, reason=source.label)
    return roadmap


def _rules(organization, school_year, edition):
    """The settings of the edition; before the first one those of the earliest."""
    if edition is not None:
        return check_regulation(edition.settings)
    return regulation_on(organization, _day_of(school_year, organization.today()))


def _new(organization, school_year, years, edition):
    """The empty first edition, refused where another roadmap reaches one of its years."""
    last = school_year + years - 1
    others = Roadmap.objects.filter(organization=organization).exclude(school_year=school_year)
    taken = next((each for each in others if each.school_year <= last and school_year <= each.last_year), None)
    is_new = False
    if taken is None:
        values = {"organization": organization, "school_year": school_year, "edition": 1}
        taken, is_new = Roadmap.objects.get_or_create(**values, defaults={"years": years, "regulation": edition})
    if is_new:
        return taken
    raise MoveRefused(
        _("The year %(year)s has a roadmap already. Open it in the list.")
        % {"year": taken.label if taken.years > 1 else school_year_label(taken.school_year)}
    )


def _day_of(school_year, day):
    """Today inside the year, otherwise its nearest day: rules of a past year are those of that year."""
    return min(max(day, date(school_year, *_FIRST_MONTH)), date(school_year + 1, *_LAST_MONTH))


def _rows(item, roadmap, year_start, rules):
    """The item of the regulation as rows of the year, one for each of its times."""
    when_text = item.date.wording_in(roadmap.school_year, rules.written_for)
    dated = item.date.model_copy(update={"wording": when_text})
    answer = (item.responsible, *item.co_responsible)
    values = {
        "code": item.code,
        "order_kind": item.order_kind,
        "lead": item.lead,
        "mark": item.mark,
        "content": item.text,
        "activity": item.activity,
        "planned_result": item.result,
        "document": item.document,
        "date": as_json(dated),
        "responsible": ", ".join(each.post for each in answer),
        "role": item.responsible.role,
    }
    duties = [{"role": role} for role in dict.fromkeys(each.role for each in answer)]
    return [
        (values | window, duties)
        for window in _planned(windows_of(item.date, roadmap, year_start), when_text, roadmap, year_start)
    ]


def _planned(windows, when_text, roadmap, year_start):
    """The dates of an activity, one for each time that still lies ahead, worded as they are planned."""
    left = ahead_of(windows, roadmap, year_start, roadmap.organization.today())
    words = when_text if left == windows else worded(when_text, windows, left)
    return [{"when_text": words, "starts_on": starts_on, "due_on": due_on} for starts_on, due_on in left]


def _still_planned(found, roadmap):
    """The rows without the adoption of what is in force; the words above it go to the row that now comes first."""
    rows, lead = [], ""
    for values, duties in found:
        if _is_founded(values, roadmap):
            lead = values["lead"] or lead
        else:
            rows.append((values | {"lead": values["lead"] or lead}, duties))
            lead = ""
    return rows


def _is_founded(values, roadmap):
    """Whether the row adopts a regulation in force since before, where an earlier year planned that already."""
    edition, starts_on = roadmap.regulation, values["starts_on"]
    if values["order_kind"] != OrderKind.ADOPTION or edition is None or starts_on is None:
        return False
    earlier = Roadmap.objects.filter(organization=roadmap.organization, school_year__lt=roadmap.school_year)
    return edition.is_in_force and edition.valid_from < starts_on and earlier.exists()


def _copies(times, roadmap, year_start, years, present):
    """The times of one activity for the new year: counted from the structured date, or moved by hand."""
    first = times[0]
    found = date_of(first)
    if found is None:
        return [_moved(item, years, present) for item in times]
    dated = moved_date(found, years)
    values, windows = _words(first) | {"date": as_json(dated)}, windows_of(dated, roadmap, year_start)
    return [
        (values | window, _duties(first, present)) for window in _planned(windows, dated.wording, roadmap, year_start)
    ]


def _moved(item, years, present):
    values = _words(item) | {
        "when_text": moved_words(item.when_text, years),
        "starts_on": moved_day(item.starts_on, years),
        "due_on": moved_day(item.due_on, years),
    }
    return values, _duties(item, present)


def _words(item):
    return {name: getattr(item, name) for name in _WORDS}


def _duties(item, present):
    """Who answers, without those who have left."""
    return [
        {"role": duty.role, "employment_id": duty.employment_id}
        for duty in item.duties.all()
        if duty.role or (duty.employment_id,) in present
    ]
