"""The password asked for again: how a decision is signed in the system."""

from django import forms
from django.utils.translation import gettext_lazy as _


class PasswordCheckForm(forms.Form):
    """The password again: the simple electronic signature of whoever decides (63-FZ art. 5, 9)."""

    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        help_text=_("It signs: who, when and what text is stored."),
    )

    def __init__(self, *args, user, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password(self):
        password = self.cleaned_data["password"]
        if not self.user.check_password(password):
            raise forms.ValidationError(_("The password is not right. Nothing was signed; type it again."))
        return password
