"""Writing questionnaires: from a template or from nothing, edited while a draft, then fixed for ever."""

import re

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import save_version
from people.history.services import move, record
from people.surveys.models import Question, Questionnaire
from people.surveys.states import Kind, QuestionnaireState
from people.surveys.templates import template

MOST_QUESTIONS = 60
COPIED = ("code", "kind", "text", "hint", "is_required", "options", "rows", "source", "counts")
CHANGED = gettext_noop("Questions changed")


@transaction.atomic
def create_questionnaire(organization, *, by, **values):
    """An empty draft with ``title``, ``intro``, ``bank``, ``phase`` and ``reading`` as given."""
    questionnaire = Questionnaire.objects.create(organization=organization, **values)
    record(questionnaire, gettext_noop("Questionnaire begun"), by=by, to_state=questionnaire.state)
    return questionnaire


@transaction.atomic
def copy_template(organization, code, *, by):
    """A draft with the words and questions of the template ``code``; KeyError for one that does not exist."""
    given = template(code)
    values = {name: given.get(name, "").strip() for name in ("title", "intro", "bank", "phase", "reading")}
    questionnaire = create_questionnaire(organization, by=by, template=code, **values)
    Question.objects.bulk_create(
        Question(questionnaire=questionnaire, position=place, **_columns(row))
        for place, row in enumerate(given["questions"], start=1)
    )
    return questionnaire


def _columns(row):
    required = row.get("required", True)
    return {name: row[name] for name in COPIED if name in row} | {"is_required": required}


def _locked(questionnaire):
    """The row, locked; only a draft is written in. Raises MoveRefused."""
    row = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if not row.is_draft:
        raise MoveRefused(
            _("This questionnaire is in use and stays as it is. Make the next edition and change it there.")
        )
    return row


@transaction.atomic
def edit_questionnaire(questionnaire, *, by, values, expected_version):
    """Change the words around the questions. Raises StaleSave, and MoveRefused for one that is no draft."""
    _locked(questionnaire)
    for name, value in values.items():
        setattr(questionnaire, name, value)
    save_version(questionnaire, list(values), expected=expected_version)
    record(questionnaire, gettext_noop("Questionnaire changed"), by=by)
    return questionnaire


@transaction.atomic
def add_question(questionnaire, *, by, **values):
    """A question at the end. Raises MoveRefused for one that is no draft or has very many questions."""
    _locked(questionnaire)
    present = questionnaire.questions.all()
    if present.count() >= MOST_QUESTIONS:
        message = _("A questionnaire has %(n)s questions at most: nobody answers more. Remove one first.")
        raise MoveRefused(message % {"n": MOST_QUESTIONS})
    last = present.aggregate(last=Max("position"))["last"] or 0
    question = Question(questionnaire=questionnaire, position=last + 1, code=_free_code(present), **values)
    question.save()
    record(questionnaire, CHANGED, by=by, reason=question.text)
    return question


def _free_code(questions):
    """The next code nobody has: it stays with the question through all editions."""
    used = [int(found[1]) for code in questions.values_list("code", flat=True) if (found := re.match(r"q(\d+)$", code))]
    return f"q{max(used, default=0) + 1}"


@transaction.atomic
def edit_question(question, *, by, values, expected_version):
    """Change a question of a draft; its kind and code stay. Raises StaleSave and MoveRefused."""
    _locked(question.questionnaire)
    for name, value in values.items():
        setattr(question, name, value)
    save_version(question, list(values), expected=expected_version)
    record(question.questionnaire, CHANGED, by=by, reason=question.text)
    return question


@transaction.atomic
def move_question(question, step, *, by):
    """Put a question one place up (-1) or down (1); at the edge it stays. Raises MoveRefused."""
    _locked(question.questionnaire)
    rows = list(question.questionnaire.questions.all())
    start = rows.index(question)
    end = start + step
    if 0 <= end < len(rows):
        rows[start], rows[end] = rows[end], rows[start]
    for place, row in enumerate(rows, start=1):
        row.position = place
    Question.objects.bulk_update(rows, ["position"])
    record(question.questionnaire, gettext_noop("Question moved"), by=by, reason=question.text)


@transaction.atomic
def remove_question(question, *, by):
    """Take a question out of a draft. Raises MoveRefused."""
    _locked(question.questionnaire)
    record(question.questionnaire, gettext_noop("Question removed"), by=by, reason=question.text)
    question.delete()


@transaction.atomic
def publish_questionnaire(questionnaire, *, by):
    """Fix a draft for use; the edition before it goes to the archive.

    Raises MoveRefused for one without questions or with a choice of nothing.
    """
    row = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    questions = list(row.questions.all())
    if not questions:
        raise MoveRefused(_("There are no questions yet. Add at least one."))
    for question in questions:
        if question.kind in (Kind.CHOICE, Kind.SEVERAL, Kind.MATRIX) and not (question.options or question.source):
            raise MoveRefused(_("“%(question)s” offers nothing to choose. Write the answers.") % {"question": question})
    back = row.state == QuestionnaireState.ARCHIVED
    deed = gettext_noop("Questionnaire back in use") if back else gettext_noop("Questionnaire ready for use")
    move(questionnaire, QuestionnaireState.PUBLISHED, by=by, deed=deed)
    if not back and row.former and row.former.is_published:
        move(row.former, QuestionnaireState.ARCHIVED, by=by, deed=gettext_noop("Replaced by the next edition"))
    return questionnaire


@transaction.atomic
def archive_questionnaire(questionnaire, *, by):
    """Offer it for new surveys no more; those that run go on."""
    return move(questionnaire, QuestionnaireState.ARCHIVED, by=by, deed=gettext_noop("Questionnaire archived"))


@transaction.atomic
def revise_questionnaire(questionnaire, *, by):
    """The next edition of a questionnaire, a draft with the same questions and codes.

    Raises MoveRefused for a draft, and where the next edition exists already.
    """
    row = Questionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if row.is_draft:
        raise MoveRefused(_("This is a draft: change it as it stands."))
    if hasattr(row, "later"):
        raise MoveRefused(_("There is a next edition already. Change that one."))
    names = ("template", "title", "intro", "bank", "phase", "reading")
    later = create_questionnaire(
        row.organization, by=by, edition=row.edition + 1, former=row, **{name: getattr(row, name) for name in names}
    )
    Question.objects.bulk_create(
        Question(questionnaire=later, position=each.position, **{name: getattr(each, name) for name in COPIED})
        for each in row.questions.all()
    )
    return later


@transaction.atomic
def drop_questionnaire(questionnaire, *, by):
    """Throw a draft away; what it was is kept in the history of the edition before it, if there is one."""
    row = _locked(questionnaire)
    if row.former:
        record(row.former, gettext_noop("Draft of the next edition dropped"), by=by)
    row.delete()
