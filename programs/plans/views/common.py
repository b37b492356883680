"""What the pages of programs and of events share."""

from django.contrib import messages

from mentoring.lib.dates import date_numeric


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


def conflicts_of(form, current):
    """Fields whose text in the form differs from the row as it stands now, with both texts in words."""
    rows = []
    for name, value in form.values.items():
        theirs = getattr(current, name)
        if value != theirs:
            rows.append(
                {
                    "label": form.fields[name].label,
                    "own": _in_words(form, name, value),
                    "current": _in_words(form, name, theirs),
                }
            )
    return rows


def _in_words(form, name, value):
    if hasattr(value, "strftime"):
        return date_numeric(value)
    labels = dict(getattr(form.fields[name], "choices", ())) if isinstance(value, str) else {}
    return str(labels.get(value, value or ""))


def renewed(form_class, request, current, **kwargs):
    """The form as it was sent, but knowing the version that stands now, so that the next save goes through."""
    data = request.POST.copy()
    data["seen"] = current.version
    form = form_class(data, instance=current, **kwargs)
    form.full_clean()
    return form
