"""Fields that choose among the staff, each person shown with the post."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import SeveralRows

GONE = _("Somebody chosen does not work here any more. Choose again.")


class OnePerson(forms.ModelChoiceField):
    """One of the staff, shown with the post."""

    def __init__(self, queryset, **options):
        messages = {"invalid_choice": GONE}
        super().__init__(queryset, empty_label=_("nobody chosen"), error_messages=messages, **options)

    def label_from_instance(self, employment):
        return person_and_post(employment)


class SeveralPeople(SeveralRows):
    """Several of the staff with their posts, each with a box to tick: a list to be held down suits no phone."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, queryset, **options):
        messages = {"invalid_choice": GONE, "invalid_pk_value": GONE}
        super().__init__(queryset, error_messages=messages, **options)

    def label_from_instance(self, employment):
        return person_and_post(employment)


def person_and_post(employment):
    """«Соколова Марина Дмитриевна, заместитель директора по УВР»."""
    return f"{employment.person.full_name}, {employment.post}"
