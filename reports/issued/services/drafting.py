"""The draft: what it is made of, its way to the head."""

from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.text import clean_text
from mentoring.lib.versions import save_version
from people.history.services import move, record
from reports.issued.models import Commissioner, IssuedPaper
from reports.issued.services import guards, tidings
from reports.issued.states import IssuedState

HELD = ("about", "mentorship", "basis_order", "hand_number", "fields")


@dataclass(frozen=True)
class Content:
    """What a paper is made of; ``fields`` are the typed texts in the shape of the kind, days in ISO.

    ``chair``, ``members`` and ``consents`` are of an act.
    """

    fields: dict
    about: Any = None
    mentorship: Any = None
    basis_order: Any = None
    hand_number: str = ""
    chair: Any = None
    members: tuple = ()
    consents: tuple = ()


@transaction.atomic
def draft_paper(organization, kind, content, *, by):
    """Make a draft. Raises MoveRefused if the paper would say what is not so; then nothing is written."""
    paper = IssuedPaper(organization=organization, kind=kind, drafted_by=by, drafted_at=now())
    _fill(paper, content)
    paper.save()
    _attach(paper, content)
    guards.check_paper(paper)
    record(paper, gettext_noop("Drafted"), by=by, to_state=IssuedState.DRAFT)
    return paper


@transaction.atomic
def rewrite_paper(paper, content, *, by, expected_version):
    """Give a draft another content. Raises StaleSave if somebody saved meanwhile, MoveRefused as ``draft_paper``."""
    row = guards.lock(paper)
    guards.check_draft(row)
    _fill(row, content)
    save_version(row, list(HELD), expected=expected_version)
    _attach(row, content)
    guards.check_paper(row)
    record(row, gettext_noop("Text changed"), by=by)
    return row


def _fill(paper, content):
    for name in HELD:
        setattr(paper, name, getattr(content, name))
    paper.hand_number = clean_text(paper.hand_number).strip()
    paper.fields = {name: _cleaned(value) for name, value in content.fields.items()}


def _cleaned(value):
    return clean_text(value).strip() if isinstance(value, str) else value


def _attach(paper, content):
    paper.consents.set(content.consents)
    paper.commission.all().delete()
    chair = [Commissioner(paper=paper, employment=content.chair, is_chair=True)] if content.chair else []
    members = [Commissioner(paper=paper, employment=one) for one in content.members]
    Commissioner.objects.bulk_create([*chair, *members])


@transaction.atomic
def send_paper(paper, *, by):
    """Send the draft to the head. Raises MoveRefused if it says by now what is not so any more."""
    row = guards.lock(paper)
    guards.check_paper(row)
    move(paper, IssuedState.FOR_SIGNATURE, by=by, deed=gettext_noop("Sent for signature"), remark="")
    tidings.tell_sent(row)
    return paper


def drop_paper(paper, *, by):
    """Give up the draft; it has no number, so none is lost."""
    return move(paper, IssuedState.DROPPED, by=by, deed=gettext_noop("Dropped"))
