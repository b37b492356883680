"""What the pages of programs and of events share."""

from mentoring.lib.dates import date_numeric
from programs.plans.forms import base_name


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
