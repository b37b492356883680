"""What the pages of the room share."""

from django.contrib import messages
from django.shortcuts import redirect

from mentoring.lib.refusals import refusals_told


def step(request, deed, done, url_name, *args):
    """Do one deed and go to a page, with what was done or why not. Returns the answer."""
    with refusals_told(request):
        deed()
        messages.success(request, done)
    return redirect(request.actor.url(url_name, *args))
