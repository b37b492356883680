"""Search over everything the actor may see; names are found in any letter case, ё as е."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.db.models import Q
from django.utils.translation import gettext as _

from mentoring.lib.text import search_key
from people.accounts.access import may
from people.banks.selectors import open_mentors
from people.models import Employment
from programs.models import Member, Mentorship, Order, Program

AT_MOST = 10


@dataclass(frozen=True)
class Group:
    """What was found of one kind: (label, detail, address) each."""

    title: str
    rows: list


def _people(actor, key):
    rows = Employment.objects.visible_to(actor).filter(person__search_key__contains=key).select_related("person")
    return Group(
        _("Staff"),
        [(row.person.full_name, row.post, actor.url("people:staff_card", row.pk)) for row in rows[:AT_MOST]],
    )


def _open_mentors(actor, key):
    """The open part of the bank, for those who may not read the staff; it has no cards, so a row leads to the list."""
    if may(actor, "people:staff_list") or not may(actor, "people:mentor_open_list"):
        return Group("", [])
    rows = open_mentors(actor)
    found = rows.filter(employment__person__search_key__contains=key)[:AT_MOST]
    address = actor.url("people:mentor_open_list")
    works = [row.employment for row in found]
    return Group(
        _("Mentors"),
        [(work.person.full_name, work.post, f"{address}?{urlencode({'q': work.person.last_name})}") for work in works],
    )


def _pairs(actor, key):
    rows = (
        Mentorship.objects.visible_to(actor)
        .filter(
            Q(mentor_entry__employment__person__search_key__contains=key)
            | Q(pk__in=Member.objects.filter(mentee_person__search_key__contains=key).values("mentorship"))
        )
        .with_people()
    )
    return Group(
        _("Pairs and groups"),
        [(str(row), row.get_state_display(), actor.url("programs:mentorship_card", row.pk)) for row in rows[:AT_MOST]],
    )


def _programs(actor, words):
    found = [row for row in Program.objects.visible_to(actor) if search_key(words) in search_key(row.title)]
    return Group(
        _("Programs"),
        [(row.title, row.get_state_display(), actor.url("programs:program_card", row.pk)) for row in found[:AT_MOST]],
    )


def _orders(actor, words):
    key = search_key(words)
    number = words.removeprefix("№").strip()
    rows = Order.objects.visible_to(actor)
    found = [row for row in rows if row.number_text == number or key in search_key(row.heading)]
    return Group(
        _("Orders"),
        [(str(row), row.get_state_display(), actor.url("reports:order_card", row.pk)) for row in found[:AT_MOST]],
    )


def find(actor, words):
    """Groups of what ``words`` meet; empty groups are left out."""
    key = search_key(words)
    groups = [
        _people(actor, key),
        _open_mentors(actor, key),
        _pairs(actor, key),
        _programs(actor, words),
        _orders(actor, words),
    ]
    return [group for group in groups if group.rows]
