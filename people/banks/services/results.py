"""What came out of programs, written back into both banks (form of the base; stage 8 of the roadmap of Ufa)."""

from django.db import transaction
from django.utils.translation import gettext_noop

from people.banks.models import EntryResult
from people.history.services import record


@transaction.atomic
def write_results(
    mentor_entry, mentee_entries, *, key, title, form, starts_on, ended_on, is_completed, result, by, link=""
):
    """Keep the end of a piece of work on the cards of the mentor and of each mentee; a second call replaces the first.

    ``key`` names the work («program-12»), ``form`` is a code of ``forms.items`` of the regulation. A link added to
    the row by hand stays unless a new one is given. Returns the rows.
    """
    values = {
        "mentor_entry": mentor_entry,
        "title": title,
        "form": form,
        "starts_on": starts_on,
        "ended_on": ended_on,
        "is_completed": is_completed,
        "result": result,
    } | ({"link": link} if link else {})
    rows = [
        EntryResult.objects.update_or_create(mentee_entry=entry, key=key, defaults=values)[0]
        for entry in mentee_entries
    ]
    if rows:
        for entry in (mentor_entry, *mentee_entries):
            record(entry, gettext_noop("The result of a program is on the card"), by=by, reason=title)
    return rows


@transaction.atomic
def set_result_link(result, *, link, by):
    """Keep the address of the case or review on the site, for both cards; an empty one takes it away."""
    result.link = link
    result.save(update_fields=["link"])
    for entry in (result.mentor_entry, result.mentee_entry):
        record(entry, gettext_noop("Link to the case or review changed"), by=by, reason=link)
    return result
