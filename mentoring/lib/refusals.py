"""How a page shows that a service refused a deed."""

from contextlib import contextmanager

from django.contrib import messages

from mentoring.lib.moves import MoveRefused


@contextmanager
def refusals_in(form, *, beside=None):
    """Show the refusal of a deed in the block beside the fields of ``form``, as ``add_refusal``.

    A refusal ends the block and goes no further: the block returns the answer of the deed done, what follows it is
    the page with the form again.
    """
    try:
        yield
    except MoveRefused as refusal:
        add_refusal(form, refusal, beside=beside)


@contextmanager
def refusals_told(request):
    """Show the refusal of a deed in the block on the next page, as ``tell_refusal``; it goes no further."""
    try:
        yield
    except MoveRefused as refusal:
        tell_refusal(request, refusal)


def tell_refusal(request, refusal):
    """Show on the next page why a deed did not happen."""
    messages.error(request, " ".join(refusal.messages))


def add_refusal(form, refusal, *, beside=None):
    """Put a refusal beside the fields it names; what names no field of the form stands above it.

    A refusal that names nothing at all stands beside the field ``beside``, where one is given. A form that knows
    further places, as lines below it, has a method ``add_refusal(refusal)`` of its own.
    """
    if hasattr(form, "add_refusal"):
        form.add_refusal(refusal)
        return
    if not hasattr(refusal, "error_dict"):
        form.add_error(beside, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
