"""The photo of one of the staff."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.uploads import MEGABYTE, check_picture

LARGEST = 10 * MEGABYTE
# What a telephone takes; bigger ones would fill the memory of a small server when opened.
LONGEST_SIDE = 6000


class PhotoForm(forms.Form):
    """One picture."""

    photo = forms.FileField(
        label=_("Photo"),
        help_text=_("PNG or JPEG, 10 MB at most. It is made smaller; place and time of the shot are taken out."),
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
    )

    def clean_photo(self):
        return check_picture(self.cleaned_data["photo"], limit=LARGEST, longest=LONGEST_SIDE)
