"""Loading a regulation from elsewhere into the draft."""

from django.db import transaction

from mentoring.lib.versions import StaleSave
from people.organizations.regulations.catalog import SETTINGS
from people.organizations.regulations.schema import value_at
from people.organizations.selectors import open_draft
from people.organizations.services.versions import change_settings, draft_regulation


@transaction.atomic
def load_regulation_text(organization, settings, *, by, expected):
    """Bring ``settings`` that were read from a text into the open draft, or open one for them.

    ``expected`` is the ``version`` of the draft the difference was shown against, None where there was none.
    Returns the draft and how many settings changed. Raises StaleSave if the draft is another one by now, MoveRefused
    if it no longer changes or a setting is refused; then nothing is written and no draft is left behind.
    """
    draft = open_draft(organization)
    if (draft.version if draft else None) != expected:
        raise StaleSave(draft)
    draft = draft or draft_regulation(organization, by=by)
    return draft, change_settings(draft, _changes(draft.settings, settings), by=by, expected=draft.version)


def _changes(present, settings):
    loaded = settings.model_dump(mode="json")
    changes = {path: value_at(loaded, path) for path in SETTINGS}
    clauses = dict.fromkeys(present["clauses"], "") | loaded["clauses"]
    return changes | {f"clauses.{key}": clause for key, clause in clauses.items()}
