"""Which papers are printed together and as what."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import SeveralRows
from people.organizations.models import Organization
from reports.printing.services import MOST

GONE = _("Some of them are not in this list any more. Go back and choose again.")


class PrintForm(forms.Form):
    """The ticked rows of one kind."""

    ids = SeveralRows(
        Organization.objects.none(),
        label=_("Papers"),
        error_messages={
            "required": _("Tick at least one row, then print."),
            "invalid_choice": GONE,
            "invalid_pk_value": GONE,
        },
    )
    form = forms.ChoiceField(label=_("As"), error_messages={"required": _("Choose what to make of them.")})

    def __init__(self, *args, rows, choices, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["ids"].queryset = rows
        self.fields["form"].choices = choices

    def chosen(self, kind):
        """The chosen rows with all their paper reads, in the order of the list by name."""
        rows = self.fields["ids"].queryset.filter(pk__in=self.cleaned_data["ids"].values("pk"))
        return rows.order_by(*kind.sort_fields, "pk")

    def clean_ids(self):
        if len(self.cleaned_data["ids"]) > MOST:
            message = _("At most %(n)s papers at once. Narrow the list with the search and print in parts.")
            raise forms.ValidationError(message % {"n": MOST})
        return self.cleaned_data["ids"]
