"""What the pages of programs and of events share."""

from django.contrib import messages

from mentoring.lib.dates import date_numeric
from programs.plans.forms import base_name


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
    """Fields this writer touched whose text differs from the row as it stands now: both texts in words."""
    return [
        {
            "label": form.fields[name].label,
            "own": _in_words(form, name, value),
            "current": _in_words(form, name, getattr(current, name)),
        }
        for name, value in form.touched.items()
        if value != getattr(current, name)
    ]


def _in_words(form, name, value):
    if hasattr(value, "strftime"):
        return date_numeric(value)
    labels = dict(getattr(form.fields[name], "choices", ())) if isinstance(value, str) else {}
    return str(labels.get(value, value or ""))


def renewed(form, current, **kwargs):
    """The form as it was sent, on the row as it stands now: the next save goes through.

    What this writer touched stays as typed, everything else takes the text saved meanwhile.
    """
    fresh = type(form)(instance=current, **kwargs)
    data = form.data.copy()
    for name in form.values:
        data[base_name(name)] = fresh.as_sent(name)
        if name not in form.touched:
            data[name] = fresh.as_sent(name)
    data["seen"] = current.version
    return type(form)(data, instance=current, **kwargs)
