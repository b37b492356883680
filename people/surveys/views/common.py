"""What the pages of the room share."""

from django.contrib import messages
from django.shortcuts import redirect

from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import tell_refusal


def step(request, deed, done, url_name, *args):
    """Do one deed and go to a page, with what was done or why not. Returns the answer."""
    try:
        deed()
    except MoveRefused as refusal:
        tell_refusal(request, refusal)
    else:
        messages.success(request, done)
    return redirect(request.actor.url(url_name, *args))
