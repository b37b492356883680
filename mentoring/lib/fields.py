"""Fields of forms that several rooms need."""

from django import forms
from django.core.validators import MaxLengthValidator

# Keys are 64-bit numbers; one digit fewer than the longest of them is still more rows than there will ever be.
LONGEST_KEY = 18
# Five pages of paper: more than any box of a card is meant for.
LONGEST_TEXT = 10_000


class SeveralRows(forms.ModelMultipleChoiceField):
    """Several rows by key; a key longer than the database holds is no row, not an error of the server."""

    def clean(self, value):
        if any(len(str(key)) > LONGEST_KEY for key in value or ()):
            raise forms.ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")
        return super().clean(value)


def limit_texts(fields, longest=LONGEST_TEXT):
    """Give the many-line texts among ``fields`` of a form that have no limit of their own one of ``longest``."""
    for field in fields.values():
        if isinstance(field.widget, forms.Textarea) and field.max_length is None:
            field.max_length = longest
            field.validators.append(MaxLengthValidator(longest))
            field.widget.attrs["maxlength"] = longest
