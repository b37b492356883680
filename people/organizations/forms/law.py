"""The head's decision to follow the regulation where the law is stricter."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import limit_texts
from people.accounts.passwords import PasswordCheckForm
from people.organizations.regulations.catalog import label_of


class OverrideForm(PasswordCheckForm):
    """Which rule, why, and the password."""

    key = forms.ChoiceField(label=_("Rule"))
    reason = forms.CharField(
        label=_("Reason"),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text=_("It is stored with your name and the day, and stands on the page of compliance."),
    )

    field_order = ["key", "reason", "password"]

    def __init__(self, *args, floors, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["key"].choices = [(floor.key, f"{label_of(floor.key)} ({floor.article})") for floor in floors]
        limit_texts(self.fields)
