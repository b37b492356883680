"""Duties of the foundation: regulation, curator, council."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.ui import date_words
from people.organizations.selectors import head_on, open_draft
from programs.appointments.selectors import council_on, curators_on, curators_without_order
from reports.compliance.ground import MET, NOT_ASKED, UNMET, WAITING, Remedy, Standing, judged


def regulation_in_force(ground):
    """A version of the regulation covers the day."""
    if ground.version:
        return Standing(MET, note=_("Since %(day)s") % {"day": date_words(ground.version.valid_from)})
    return Standing(UNMET, 1, remedy=Remedy(gettext_noop("Draft the regulation"), "people:regulation_draft"))


def amendments_decided(ground):
    """No amended version lies undecided."""
    draft = open_draft(ground.organization)
    if draft is None:
        return Standing(MET)
    words = {"number": draft.number, "state": draft.get_state_display()}
    remedy = Remedy(gettext_noop("Open the draft"), "people:regulation_card", (draft.pk,))
    return Standing(WAITING, 1, (_("Edition %(number)s: %(state)s") % words,), remedy=remedy)


def curator_appointed(ground):
    """Somebody is the curator by a signed order, and nobody acts as one without."""
    remedy = Remedy(gettext_noop("Draft the order"), "reports:order_draft")
    without = list(curators_without_order(ground.organization, ground.day))
    if without:
        return judged(without, remedy, note=_("They work as curators, and no signed order names them."))
    if curators_on(ground.organization, ground.day):
        return Standing(MET)
    if not ground.rules.curator.required:
        return Standing(NOT_ASKED, note=_("The regulation lets the head do without a curator."))
    return Standing(UNMET, 1, remedy=remedy)


def curator_allowed(ground):
    """Every curator holds a post the regulation allows."""
    head = head_on(ground.organization, ground.day)
    wrong = []
    for row in curators_on(ground.organization, ground.day):
        work = row.employment
        is_head = head is not None and head.employment_id == work.pk
        if ground.rules.curator.refusal(work.post, is_head=is_head, is_external=work.is_external):
            wrong.append(f"{work.person.short_name}, {work.post}")
    return judged(wrong, Remedy(gettext_noop("Draft the order"), "reports:order_draft"))


def council_formed(ground):
    """The methodical body stands where the regulation demands it."""
    if council_on(ground.organization, ground.day):
        return Standing(MET)
    if ground.rules.council.presence != "required":
        return Standing(NOT_ASKED)
    return Standing(UNMET, 1, remedy=Remedy(gettext_noop("Draft the order"), "reports:order_draft"))
