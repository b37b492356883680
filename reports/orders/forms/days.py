"""The field of a day."""

from django import forms
from django.utils.translation import gettext_lazy as _


def day_field(**options):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    return forms.DateField(widget=widget, error_messages={"invalid": _("Write the day like 01.09.2026.")}, **options)
