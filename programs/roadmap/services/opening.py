"""Opening a school year: the roadmap of the regulation laid onto the days of the year."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import school_year_label
from mentoring.lib.moves import MoveRefused
from people.history.services import record
from people.organizations.selectors import regulation_on
from programs.roadmap.models import Item, Roadmap, Stage

# The day a school year is asked about lies well within it, wherever the regulation lets it begin.
_FIRST_MONTH, _LAST_MONTH = (9, 1), (8, 31)


@transaction.atomic
def open_year(organization, school_year, *, by):
    """Draft the roadmap of the year that begins in ``school_year`` from the regulation in force.

    An activity with several separate dates becomes one item for each of them, for each time is marked on its
    own. An open date («в течение учебного года») has no days and is never overdue. Raises MoveRefused if the
    year has a roadmap already.
    """
    roadmap, is_new = Roadmap.objects.get_or_create(organization=organization, school_year=school_year)
    if not is_new:
        raise MoveRefused(
            _("The year %(year)s has a roadmap already. Open it in the list.")
            % {"year": school_year_label(school_year)}
        )
    settings = regulation_on(organization, _day_of(school_year, organization.today()))
    year_start = settings.school_year_start.as_tuple()
    for position, choice in enumerate(settings.roadmap.stages, start=1):
        stage = Stage.objects.create(roadmap=roadmap, position=position, name=choice.label)
        rows = [row for item in choice.items for row in _rows(item, school_year, year_start, settings.roadmap)]
        Item.objects.bulk_create(Item(stage=stage, position=place, **row) for place, row in enumerate(rows, start=1))
    record(roadmap, gettext_noop("Roadmap drafted from the regulation"), by=by)
    return roadmap


def _day_of(school_year, day):
    """Today inside the year, otherwise its nearest day: rules of a past year are those of that year."""
    return min(max(day, date(school_year, *_FIRST_MONTH)), date(school_year + 1, *_LAST_MONTH))


def _rows(item, school_year, year_start, rules):
    windows = item.date.windows(school_year, year_start) or ((None, None),)
    return [
        {
            "content": item.text,
            "when_text": item.date.wording_in(school_year, rules.written_for),
            "starts_on": starts_on,
            "due_on": due_on,
            "responsible": item.responsible.post,
            "role": item.responsible.role,
        }
        for starts_on, due_on in windows
    ]
