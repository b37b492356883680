"""The order desk: composing, correcting case forms, the signature with everything that follows from it."""

import hashlib
import re

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import now
from mentoring.lib.grammar import Case, decline_name, decline_post
from mentoring.lib.moves import MoveRefused
from mentoring.lib.pdf import PdfUnavailable
from mentoring.lib.text import clean_text
from people.history.services import record
from people.staff.models import Employment, Person
from programs.mentorships.models import Mentorship
from programs.mentorships.services import activate_mentorship
from programs.orders.models import Order
from programs.orders.selectors import mentorships_of
from programs.orders.services import draft_order, register_order, rewrite_order, update_order
from programs.orders.states import OrderKind
from reports.documents.assignment import assignment_paper, compose_assignment
from reports.documents.models import FrozenDocument
from reports.documents.papers import pdf
from reports.documents.wording import name_in, person_in, small
from reports.orders.selectors import curator_of, text_key


@transaction.atomic
def prepare_assignment(organization, mentorships, *, by, due_on=None):
    """Draft O4 for agreed pairs and groups; ``due_on`` is the last day for their programs.

    Raises MoveRefused if nothing is chosen, or a pair is not agreed (any more) or stands in another order.
    """
    text, curator, rows = _composed(organization, mentorships, by, due_on)
    return draft_order(organization, OrderKind.ASSIGNMENT, by=by, mentorships=rows, named=curator, **text)


@transaction.atomic
def recompose_assignment(order, mentorships, *, by, due_on=None):
    """Give the draft other pairs and compose its text anew; what was written by hand goes. Raises MoveRefused."""
    text, curator, rows = _composed(order.organization, mentorships, by, due_on)
    return rewrite_order(order, by=by, mentorships=rows, named=curator, **text)


def _composed(organization, mentorships, by, due_on):
    wanted = [mentorship.pk for mentorship in mentorships]
    if not wanted:
        raise MoveRefused({"mentorships": _("Choose at least one pair or group.")})
    # Locked before the text is composed, so that it says what the locked rows say.
    rows = Mentorship.objects.filter(organization=organization, pk__in=wanted).order_by("pk")
    list(rows.select_for_update())
    known = {row.pk: row for row in rows.with_people()}
    rows = [known[pk] for pk in wanted if pk in known]
    if len(rows) != len(wanted):
        raise MoveRefused(_("Somebody chosen does not belong to this organization. Choose again."))
    curator = curator_of(organization, by)
    day = organization.today()
    text = compose_assignment(organization, rows, day=day, curator=curator, due_on=due_on)
    return vars(text), [curator] if curator else [], rows


@transaction.atomic
def correct_case_forms(order, employment, *, by, names, posts):
    """Remember how a name and a post decline, and put the forms into the text of the draft.

    ``names`` and ``posts`` map cases to whole texts; what equals the form grammar makes is not kept. Raises
    MoveRefused if the order may not change any more.
    """
    row = Order.objects.select_for_update(of=("self",)).select_related("organization").get(pk=order.pk)
    person = Person.objects.select_for_update().get(pk=employment.person_id)
    employment = Employment.objects.select_for_update().get(pk=employment.pk)
    employment.person = person
    before = _written(employment)
    full = (person.last_name, person.first_name, person.patronymic)
    person.case_forms = _differing(names, lambda case: decline_name(*full, person.gender, case).full)
    employment.post_case_forms = _differing(
        posts, lambda case: small(decline_post(employment.post, case, person.gender))
    )
    person.save(update_fields=["case_forms"])
    employment.save(update_fields=["post_case_forms"])
    record(employment, gettext_noop("Case forms corrected"), by=by)
    renewed = dict(zip(before, _written(employment), strict=True))
    return update_order(row, by=by, expected_version=row.version, **_with_forms(row, renewed))


def _differing(forms, by_grammar):
    cleaned = {str(case): " ".join(clean_text(text).split()) for case, text in forms.items()}
    return {case: text for case, text in cleaned.items() if text and text != by_grammar(case)}


def _written(employment):
    """How the person stands in the sentences of O4: with the post before the name, and the name alone."""
    used = (Case.ACCUSATIVE, Case.INSTRUMENTAL, Case.DATIVE)
    return [person_in(employment, case) for case in used] + [name_in(employment, case) for case in used]


def _with_forms(order, renewed):
    """The texts of the draft with the old forms replaced by the new ones in one pass, the longest first."""
    old = re.compile("|".join(map(re.escape, sorted(renewed, key=len, reverse=True))))

    def mended(text):
        return old.sub(lambda found: renewed[found[0]], text)

    points = [point | {"text": mended(point["text"])} for point in order.points]
    return {"heading": order.heading, "basis": order.basis, "points": points, "control": mended(order.control)}


@transaction.atomic
def sign_order(order, *, by, password, seen=None):
    """Sign with the password: number, day, frozen paper and the start of the work, all or nothing.

    ``seen`` is the ``text_key`` of the text that was read. Raises MoveRefused if the password is wrong, the text
    is another one by now, papers cannot be made on this machine, or the order or a pair of it is not ready.
    """
    if not by.check_password(password):
        raise MoveRefused({"password": _("The password is not right. Nothing was signed; type it again.")})
    row = Order.objects.select_for_update(of=("self",)).select_related("organization").get(pk=order.pk)
    if seen is not None and row.is_submitted and seen != text_key(row):
        raise MoveRefused(_("The text changed while you were reading. Read it again and sign then."))
    register_order(row, by=by)
    freeze_order(row)
    for mentorship in mentorships_of(row):
        activate_mentorship(mentorship, by=by, on=row.signed_on)
    return row


def freeze_order(order):
    """Print the registered order once and for ever. Raises MoveRefused where papers cannot be made."""
    try:
        paper = pdf(assignment_paper(order))
    except PdfUnavailable as error:
        raise MoveRefused(str(error)) from error
    return FrozenDocument.objects.create(
        order=order, pdf=paper, sha256=hashlib.sha256(paper).hexdigest(), made_at=now()
    )
