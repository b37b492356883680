"""Sentences of Django that people read in forms, kept in the catalog so that ours stand before Django's own."""

from django.utils.translation import gettext_noop

OURS = (
    gettext_noop("This field is required."),
    gettext_noop("%(model_name)s with this %(field_label)s already exists."),
)
