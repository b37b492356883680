"""A contact: when and in which form, and for the psychologist the own note."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programs.support.services import LONGEST_NOTE
from programs.support.states import ContactForm as Form


class ContactForm(forms.Form):
    """``with_note`` only where a psychologist writes: nobody else has notes here."""

    held_on = forms.DateField(label=_("Held on"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    form = forms.ChoiceField(label=_("Form"), choices=Form.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Your note"),
        required=False,
        max_length=LONGEST_NOTE,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_(
            "Only you read it: neither the head nor the curator nor the mentee sees it, and it is in no file. "
            "Write no diagnoses."
        ),
    )

    def __init__(self, *args, day, with_note, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["held_on"].widget.attrs["max"] = day.isoformat()
        if not with_note:
            del self.fields["note"]
