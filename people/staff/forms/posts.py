"""A further post of somebody who works here."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.staff.forms.cards import day_field, refusal
from people.staff.models import Employment
from people.staff.services import cells
from people.staff.services.posts import POST_FIELDS


class PostForm(forms.ModelForm):
    """Post, subject, number, building and the first day; the rest comes from the main card."""

    starts_on = day_field(_("In this post since"))

    class Meta:
        model = Employment
        fields = list(POST_FIELDS)
        help_texts = {"post": _("As in orders, for example: учитель математики.")}

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.organization = organization

    def clean_post(self):
        return cells.tidy_post(self.cleaned_data["post"])

    def clean_starts_on(self):
        day = self.cleaned_data["starts_on"]
        try:
            return cells.read_hire_date(day, self.organization.today()) if day else None
        except cells.CellError as error:
            raise refusal(error.code, **error.params) from None

    def _post_clean(self):
        """The service writes."""
