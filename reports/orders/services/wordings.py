"""The organization's own wording: written, corrected, put into use and out of it."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import clean_text
from mentoring.lib.versions import save_version
from people.history.services import record
from people.organizations.models import Organization
from programs.orders.services.drafting import HEADING_LENGTH, POINT_LENGTH, POINTS
from reports.documents.templating import AROUND, problems_of
from reports.orders.models import OrderTemplate

TEXTS = (*AROUND, "points")
NAME_LENGTH = 120


@transaction.atomic
def make_template(organization, kind, *, by, name, **texts):
    """Save ``texts`` (heading, basis, points, control) as the wording in use for ``kind``; the one before rests.

    Raises MoveRefused where a field is unknown, stands in a wrong place or a part is missing that no order may lose.
    """
    _hold(organization)
    template = OrderTemplate(organization=organization, kind=kind, made_by=by, made_at=now())
    _set(template, name, texts)
    _put_others_aside(template, by)
    template.save()
    record(template, gettext_noop("Wording made"), by=by)
    return template


@transaction.atomic
def update_template(template, *, by, expected_version, name, **texts):
    """Save another text of the wording. Raises StaleSave if somebody was quicker, MoveRefused as ``make_template``."""
    row = OrderTemplate.objects.select_for_update(of=("self",)).select_related("organization").get(pk=template.pk)
    _set(row, name, texts)
    save_version(row, ["name", *TEXTS], expected=expected_version)
    record(row, gettext_noop("Wording changed"), by=by)
    return row


@transaction.atomic
def use_template(template, *, by):
    """Compose the orders of its kind by ``template`` again; the one in use rests."""
    _hold(template.organization)
    row = OrderTemplate.objects.select_for_update(of=("self",)).select_related("organization").get(pk=template.pk)
    if problems := problems_of(row.kind, {name: getattr(row, name) for name in TEXTS}):
        raise MoveRefused(problems[0][1])
    if not row.is_active:
        _put_others_aside(row, by)
        row.is_active = True
        row.save(update_fields=["is_active"])
        record(row, gettext_noop("Put into use"), by=by)
    return row


@transaction.atomic
def rest_template(template, *, by):
    """Compose the orders of its kind by the usual wording again."""
    _hold(template.organization)
    row = OrderTemplate.objects.select_for_update().get(pk=template.pk)
    if row.is_active:
        row.is_active = False
        row.save(update_fields=["is_active"])
        record(row, gettext_noop("Put out of use"), by=by)
    return row


def _hold(organization):
    """One change of what is in use at a time."""
    Organization.objects.select_for_update().get(pk=organization.pk)


def _put_others_aside(template, by):
    rows = OrderTemplate.objects.filter(organization=template.organization, kind=template.kind, is_active=True)
    for other in rows.exclude(pk=template.pk):
        rest_template(other, by=by)


def _set(template, name, texts):
    template.name = " ".join(clean_text(name).split())
    if not template.name or len(template.name) > NAME_LENGTH:
        raise MoveRefused({"name": _("Write the name in 1 to 120 characters.")})
    template.heading = " ".join(clean_text(texts["heading"]).split())
    if not template.heading or len(template.heading) > HEADING_LENGTH:
        raise MoveRefused({"heading": _("Write the heading in 1 to 300 characters.")})
    template.basis, template.control = clean_text(texts["basis"]).strip(), clean_text(texts["control"]).strip()
    template.points = _cleaned(texts["points"])
    problems = problems_of(template.kind, {each: getattr(template, each) for each in TEXTS})
    if problems:
        raise MoveRefused([sentence for _place, sentence in problems])


def _cleaned(points):
    """The points as they are stored, without empty ones."""
    rows = [{"text": clean_text(point["text"]).strip(), "depth": point["depth"]} for point in points]
    rows = [row for row in rows if row["text"]]
    if len(rows) > POINTS or any(len(row["text"]) > POINT_LENGTH for row in rows):
        raise MoveRefused(_("A wording holds at most 60 points of 4000 characters each."))
    return [row | {"depth": 2 if place and row["depth"] == 2 else 1} for place, row in enumerate(rows)]
