"""What the pages of the room share."""

from django.contrib import messages
from django.shortcuts import redirect

from mentoring.lib.moves import MoveRefused


def refuse(form, refusal):
    """Put a refusal at its fields where it names some, else above the form."""
    named = hasattr(refusal, "error_dict") and set(refusal.error_dict) <= set(form.fields)
    if named:
        form.add_error(None, refusal)
    else:
        for message in refusal.messages:
            form.add_error(None, message)


def step(request, deed, done, url_name, *args):
    """Do one deed and go to a page, with what was done or why not. Returns the answer."""
    try:
        deed()
    except MoveRefused as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        messages.success(request, done)
    return redirect(request.actor.url(url_name, *args))
