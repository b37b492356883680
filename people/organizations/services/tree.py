"""The tree of authorities: entering, moving, closing, merging, and the place of an organization in it.

The whole tree is locked while it changes: two moves, each harmless, may close a loop together.
"""

import datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from mentoring.lib.dates import date_numeric, today
from mentoring.lib.moves import MoveRefused
from people.accounts.models import Membership
from people.accounts.services import end_sessions
from people.history.services import record
from people.organizations.models import Authority, Organization, Placement
from people.organizations.selectors import authorities_above

ONE_DAY = datetime.timedelta(days=1)


def _locked_tree():
    """Every authority by key, locked, each with its parent out of the same rows."""
    rows = {row.pk: row for row in Authority.objects.select_for_update().order_by("pk")}
    for row in rows.values():
        row.parent = rows.get(row.parent_id)
    return rows


@transaction.atomic
def enter_authority(*, by, kind, name, parent=None):
    """Enter a new authority below ``parent`` or at the top. Raises MoveRefused below a closed one."""
    tree = _locked_tree()
    parent = _open_one(tree, parent)
    authority = Authority.objects.create(kind=kind, name=name, parent=parent)
    record(authority, gettext_noop("Authority entered"), by=by)
    return authority


@transaction.atomic
def change_authority(authority, *, by, kind, name, parent):
    """Rename an authority or hang it elsewhere. Raises MoveRefused if it would stand above itself, naming the loop."""
    tree = _locked_tree()
    row = _open_one(tree, authority)
    parent = _open_one(tree, parent)
    _check_no_loop(row, parent)
    row.kind, row.name, row.parent = kind, name, parent
    row.save(update_fields=["kind", "name", "parent"])
    record(row, gettext_noop("Authority changed"), by=by, reason=f"{name} ← {parent or '–'}")
    return row


def _open_one(tree, authority):
    if authority is None:
        return None
    row = tree[authority.pk]
    if row.closed_on:
        raise MoveRefused(_("“%(name)s” is closed. Choose an authority that works.") % {"name": row.name})
    return row


def _check_no_loop(row, parent):
    chain = authorities_above(parent)
    if row in chain:
        loop = [*(each.name for each in reversed(chain[: chain.index(row) + 1])), row.name]
        message = _("An authority cannot stand below itself: %(loop)s. Move the lower one first.")
        raise MoveRefused(message % {"loop": " → ".join(loop)})


@transaction.atomic
def close_authority(authority, *, by):
    """Close an authority nothing stands under any more; its observers lose the role.

    Raises MoveRefused while authorities or organizations stand under it.
    """
    row = _open_one(_locked_tree(), authority)
    below = row.children.filter(closed_on=None).count()
    organizations = row.organizations.filter(closed_on=None).count()
    if below or organizations:
        parts = []
        if below:
            parts.append(ngettext("%(n)s authority", "%(n)s authorities", below) % {"n": below})
        if organizations:
            parts.append(ngettext("%(n)s organization", "%(n)s organizations", organizations) % {"n": organizations})
        message = _("Under it stand: %(what)s. Move them first, or merge it into another authority.")
        raise MoveRefused(message % {"what": ", ".join(parts)})
    row.closed_on = today()
    row.save(update_fields=["closed_on"])
    for membership in _observing(row):
        _end(membership)
    record(row, gettext_noop("Authority closed"), by=by)
    return row


def _observing(authority):
    rows = Membership.objects.select_for_update(of=("self",)).filter(authority=authority).select_related("user")
    return rows.filter(Q(ends_on=None) | Q(ends_on__gte=today()))


def _end(membership):
    last = today() - ONE_DAY
    if membership.starts_on > last:
        membership.delete()
    else:
        membership.ends_on = last
        membership.save(update_fields=["ends_on"])
    end_sessions(membership.user)


@transaction.atomic
def merge_authority(authority, into, *, by):
    """Close ``authority`` and move what stands under it, its observers and its acts to ``into``.

    Raises MoveRefused if ``into`` is itself, closed, or stands below it.
    """
    tree = _locked_tree()
    row, into = _open_one(tree, authority), _open_one(tree, into)
    if row == into:
        raise MoveRefused(_("An authority cannot be merged into itself. Choose another one."))
    _check_no_loop(row, into)
    day = today()
    row.children.update(parent=into)
    for organization in Organization.objects.select_for_update().filter(authority=row):
        _place(organization, into, day)
        record(organization, gettext_noop("Moved to another authority"), by=by, reason=into.name)
    for membership in _observing(row):
        if _observing(into).filter(user=membership.user).exists():
            _end(membership)
        else:
            Membership.objects.filter(pk=membership.pk).update(authority=into)
    _move_acts(row, into)
    row.closed_on, row.merged_into = day, into
    row.save(update_fields=["closed_on", "merged_into"])
    record(row, gettext_noop("Authority merged"), by=by, reason=into.name)
    record(into, gettext_noop("Took another authority in"), by=by, reason=row.name)
    return into


def _move_acts(row, into):
    """Acts come after those that are there, in their own sequence."""
    place = max(into.acts.values_list("position", flat=True), default=-1) + 1
    for number, act in enumerate(row.acts.all()):
        act.authority, act.position = into, place + number
        act.save(update_fields=["authority", "position"])


@transaction.atomic
def place_organization(organization, authority, *, by, starts_on):
    """Let the organization stand under ``authority`` (None: under none) from a day that has come.

    Raises MoveRefused for a day ahead, for one not after the present entry's first, for a closed authority.
    """
    authority = _open_one(_locked_tree(), authority)
    organization = Organization.objects.select_for_update().get(pk=organization.pk)
    if organization.is_closed:
        raise MoveRefused(_("This organization is closed. Its place in the tree stays as it was."))
    if organization.authority_id == (authority.pk if authority else None):
        raise MoveRefused(_("The organization stands there already. Choose another authority."))
    if starts_on > organization.today():
        raise MoveRefused(_("The day is still ahead. Enter the move on the day itself or later."))
    present = organization.placements.filter(ends_on=None).first()
    if present and present.starts_on >= starts_on:
        message = _("The organization stands in its present place since %(day)s. Choose a later day.")
        raise MoveRefused(message % {"day": date_numeric(present.starts_on)})
    _place(organization, authority, starts_on)
    told = f"{authority.name if authority else '–'}, {date_numeric(starts_on)}"
    record(organization, gettext_noop("Moved to another authority"), by=by, reason=told)
    return organization


def _place(organization, authority, starts_on):
    """End the present entry on the day before and begin a new one; an older installation gets its first entry."""
    present = organization.placements.filter(ends_on=None).first()
    if present is None and organization.authority_id:
        first = organization.regulations.order_by("valid_from").values_list("valid_from", flat=True).first()
        begin = min(first or starts_on, starts_on - ONE_DAY)
        present = Placement(organization=organization, authority_id=organization.authority_id, starts_on=begin)
    if present is not None and present.starts_on >= starts_on:
        present.delete()
    elif present is not None:
        present.ends_on = starts_on - ONE_DAY
        present.save()
    Placement.objects.create(organization=organization, authority=authority, starts_on=starts_on)
    organization.authority = authority
    organization.save(update_fields=["authority"])
