"""What the templates of inputs ask of a field: a page of settings draws hundreds of them.

The library is a builtin of the template engine, as ``mentoring.lib.ui``.
"""

from django import template
from django.forms import CheckboxInput, FileInput, RadioSelect, Select
from django.utils.html import conditional_escape
from django.utils.safestring import mark_safe

register = template.Library()
# A list of boxes to tick is a kind of radio buttons to Django.
KINDS = {CheckboxInput: "check", RadioSelect: "choices", FileInput: "file", Select: "select"}


@register.filter
def widget_kind(field):
    """Return how a bound field is drawn: check, choices, file, select, or nothing for a line of text."""
    return next((kind for widget, kind in KINDS.items() if isinstance(field.field.widget, widget)), "")


@register.filter
def attributes(attrs):
    """Return the attributes of an element as ``django/forms/widgets/attrs.html`` writes them."""
    parts = [(name, value) for name, value in attrs.items() if value is not False]
    return mark_safe(
        "".join([f" {name}" if value is True else f' {name}="{_escaped(value)}"' for name, value in parts])
    )


def _escaped(value):
    return conditional_escape(value if isinstance(value, str) else str(value))
