"""Sign-in, first password, new password."""

from django import forms
from django.contrib.auth import password_validation
from django.contrib.auth.forms import AuthenticationForm
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from people.accounts.models import User
from people.staff.models import Employment

LOGIN_NAME = RegexValidator(r"^[\w.@+-]+$", _("Use letters, digits and the signs @ . + - _ without spaces."))


class SignInForm(AuthenticationForm):
    """Login name or e-mail with the password; the refusal does not tell which of them was wrong."""

    error_messages = {
        "invalid_login": _(
            "No account has this login name with this password. Check the letter case of the password and the "
            "keyboard layout, or ask your system administrator for a new code."
        ),
        "inactive": _("This account is closed. Ask your system administrator."),
    }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["username"].label = _("E-mail or login name")
        self.fields["password"].label = _("Password")


class NewPasswordForm(forms.Form):
    """A password typed twice and checked by the rules of the installation."""

    password = forms.CharField(
        label=_("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=_("At least 8 characters, not only digits and not a common word."),
    )
    again = forms.CharField(
        label=_("The same once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args, user, **kwargs):
        self.user = user
        super().__init__(*args, **kwargs)

    def clean(self):
        data = super().clean()
        password, again = data.get("password"), data.get("again")
        if password and again and password != again:
            self.add_error("again", _("The two passwords differ. Type the same one twice."))
        elif password:
            try:
                password_validation.validate_password(password, self.user)
            except forms.ValidationError as error:
                self.add_error("password", error)
        return data


class ChangePasswordForm(NewPasswordForm):
    """The present password and a new one."""

    current = forms.CharField(
        label=_("Present password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    field_order = ["current", "password", "again"]

    def clean_current(self):
        current = self.cleaned_data["current"]
        if not self.user.check_password(current):
            raise forms.ValidationError(_("The present password is not right. Type it again."))
        return current


class InviteForm(forms.Form):
    """How the invited person will sign in."""

    login = forms.CharField(
        label=_("E-mail or login name"),
        max_length=150,
        validators=[LOGIN_NAME],
        help_text=_("An e-mail if there is one, otherwise a short name such as ivanova.a."),
    )


class AnyAccountForm(forms.Form):
    """An account named by its login: the administrator of the installation sees no staff."""

    CLOSE, OPEN = "close", "open"

    login = forms.CharField(
        label=_("E-mail or login name"),
        max_length=150,
        help_text=_("Exactly as its holder types it to sign in."),
    )
    deed = forms.ChoiceField(
        label=_("What to do"),
        choices=[(CLOSE, _("close the account")), (OPEN, _("open it again"))],
        widget=forms.RadioSelect,
        initial=CLOSE,
    )

    def clean_login(self):
        login = self.cleaned_data["login"].strip().lower()
        self.user = User.objects.filter(login=login).first()
        if self.user is None:
            raise forms.ValidationError(_("Nobody signs in like this. Check the login name."))
        return login


class JoinForm(NewPasswordForm):
    """The one-time code and the first password."""

    code = forms.CharField(
        label=_("One-time code"), max_length=20, help_text=_("Ten letters and digits from the sheet you were given.")
    )
    field_order = ["code", "password", "again"]


class GrantRoleForm(forms.Form):
    """Who holds which role in this organization from when; the head and the curator follow from orders."""

    user = forms.ModelChoiceField(User.objects.none(), label=_("Account"))
    role = forms.ChoiceField(label=_("Role"))
    # A field of the type date reads ISO days only, whatever the language of the page.
    starts_on = forms.DateField(label=_("From"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}))
    ends_on = forms.DateField(
        label=_("To, inclusive"),
        widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"}),
        required=False,
        help_text=_("Leave empty for a role without an end."),
    )
    basis = forms.CharField(label=_("Basis"), max_length=300, help_text=_("For example: order № 41-од of 01.09.2026."))

    def __init__(self, *args, organization, roles, **kwargs):
        super().__init__(*args, **kwargs)
        people = Employment.objects.active_on(organization.today()).filter(organization=organization)
        self.fields["user"].queryset = (
            User.objects.filter(is_active=True, person__employments__in=people)
            .select_related("person")
            .distinct()
            .order_by("login")
        )
        self.fields["role"].choices = [(role.value, role.label) for role in roles]
