"""One field of a form for every kind of value the schema of settings has, and its value as the schema takes it."""

from decimal import Decimal

from django import forms
from django.utils.dates import MONTHS
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from people.organizations.regulations import schema
from people.organizations.regulations.catalog import ORDER_KINDS, values_of
from people.organizations.regulations.papers import plain_format, worded_format

SHORT_TEXT, LONG_TEXT = 1_000, 10_000
# What is written in sentences gets room for them.
SENTENCES = {
    "about", "activity", "control", "description", "order_heading", "payment_basis", "phrase", "purpose", "result",
    "text", "title", "wording",
}  # fmt: skip
# A school year begins in September, and so does the list of its months.
MONTH_CHOICES = [(number, capfirst(MONTHS[number])) for number in (*range(9, 13), *range(1, 9))]
LIMITS = {
    "min_value": _("The number must be %(limit_value)s or more."),
    "max_value": _("The number must be %(limit_value)s or less."),
}
SEVERAL = (schema.CHOICES, schema.MONTHS, schema.ORDERS, schema.CODES)


class LinesField(forms.CharField):
    """Several texts, one per line."""

    def __init__(self, **kwargs):
        super().__init__(max_length=LONG_TEXT, widget=forms.Textarea(attrs={"rows": 3}), **kwargs)

    def prepare_value(self, value):
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def clean(self, value):
        return [line.strip() for line in super().clean(value).splitlines() if line.strip()]


def field_of(shape, value, *, document, required, **texts):
    """The field for a value of `shape`; `document` are the settings it may choose from, `texts` label and help."""
    make = _FIELDS[shape.kind]
    field = make(shape, value, document, required=required and not shape.optional, **texts)
    field.initial = _shown(shape, value)
    return field


def json_of(shape, value, before=None):
    """What the schema takes for the cleaned `value`; a set ticked as before keeps the sequence it had."""
    if shape.kind in SEVERAL:
        value = list(value or ())
        return before if before and sorted(before) == sorted(value) else value
    if shape.name == "number_format":
        value = plain_format(value)
    if value is None or value == "":
        return None if shape.kind != schema.TEXT else ""
    if shape.kind == schema.DAY:
        return value.isoformat()
    return str(value) if shape.kind == schema.MONEY else value


def _shown(shape, value):
    if shape.kind == schema.MONEY and value not in (None, ""):
        return Decimal(value)
    return worded_format(value) if shape.name == "number_format" and value else value


def _text(shape, value, document, **options):
    if shape.name == "order_kind":
        choices = [("", _("No order")), *_orders([value] if value else [])]
        return forms.ChoiceField(choices=choices, **options)
    if shape.name in SENTENCES:
        return forms.CharField(max_length=LONG_TEXT, widget=forms.Textarea(attrs={"rows": 2}), **options)
    return forms.CharField(max_length=SHORT_TEXT, **options)


def _number(shape, value, document, **options):
    return forms.IntegerField(min_value=shape.least, max_value=shape.most, error_messages=LIMITS, **options)


def _money(shape, value, document, **options):
    return forms.DecimalField(min_value=0, max_digits=9, decimal_places=2, localize=True, **options)


def _day(shape, value, document, **options):
    return forms.DateField(widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}), **options)


def _choice(shape, value, document, **options):
    names = values_of(shape.model, shape.name)
    choices = [(each, capfirst(names[each])) for each in shape.values]
    if shape.optional or value is None:
        choices.insert(0, ("", "–"))
    coerce = type(shape.values[0])
    return forms.TypedChoiceField(choices=choices, coerce=coerce, empty_value=None, **options)


def _several(choices, value, options, coerce=str):
    known = {key for key, _name in choices}
    choices += [(each, each) for each in value or () if each not in known]
    options["required"] = False
    return forms.TypedMultipleChoiceField(
        choices=choices, coerce=coerce, widget=forms.CheckboxSelectMultiple, empty_value=[], **options
    )


def _choices(shape, value, document, **options):
    names = values_of(shape.model, shape.name)
    return _several([(each, capfirst(names[each])) for each in shape.values], value, options)


def _codes(shape, value, document, **options):
    return _several([(each["code"], each["label"]) for each in document["forms"]["items"]], value, options)


def _orders(value):
    return [(code, f"{code}: {name}") for code, name in ORDER_KINDS.items()] + [
        (code, code) for code in value if code not in ORDER_KINDS
    ]


def _flag(shape, value, document, **options):
    return forms.BooleanField(**options | {"required": False})


def _month(shape, value, document, **options):
    choices = [("", "–"), *MONTH_CHOICES]
    return forms.TypedChoiceField(choices=choices, coerce=int, empty_value=None, **options)


_FIELDS = {
    schema.FLAG: _flag,
    schema.NUMBER: _number,
    schema.MONEY: _money,
    schema.DAY: _day,
    schema.TEXT: _text,
    schema.CHOICE: _choice,
    schema.MONTH: _month,
    schema.CHOICES: _choices,
    schema.CODES: _codes,
    schema.LINES: lambda shape, value, document, **options: LinesField(**options | {"required": False}),
    schema.MONTHS: lambda shape, value, document, **options: _several(list(MONTH_CHOICES), value, options, int),
    schema.ORDERS: lambda shape, value, document, **options: _several(_orders(value or ()), value, options),
}
