"""How a page shows that a service refused a deed."""

from django.contrib import messages


def tell_refusal(request, refusal):
    """Show on the next page why a deed did not happen."""
    messages.error(request, " ".join(refusal.messages))


def add_refusal(form, refusal):
    """Put a refusal beside the fields it names; what names no field of the form stands above it."""
    if not hasattr(refusal, "error_dict"):
        form.add_error(None, refusal)
        return
    for name, errors in refusal.error_dict.items():
        form.add_error(name if name in form.fields else None, errors)
