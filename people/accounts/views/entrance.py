"""Sign-in and out, the language and the look of the pages, the password."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.tokens import default_token_generator
from django.contrib.auth.views import LoginView
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme, urlsafe_base64_decode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people.accounts.forms import ChangePasswordForm, NewPasswordForm, SignInForm
from people.accounts.models import User
from people.accounts.selectors import demo_accounts
from people.accounts.states import LOOKS

LARGEST_KEY = 2**63
YEAR = 60 * 60 * 24 * 365


class SignIn(LoginView):
    """The sign-in page; in the demonstration it lists the accounts, one click to enter."""

    template_name = "people/accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def get_context_data(self, **kwargs):
        return super().get_context_data(**kwargs, demo_accounts=demo_accounts() if settings.DEMO else [])


sign_in = SignIn.as_view()


@require_POST
def sign_out(request):
    logout(request)
    return redirect("people:sign_in")


@require_POST
def demo_enter(request, login_name):
    """Enter as one of the invented people; outside the demonstration this address does not exist."""
    if not settings.DEMO:
        raise Http404
    user = get_object_or_404(User, login=login_name, is_demo=True, is_active=True)
    login(request, user, backend="people.accounts.backends.LoginNameBackend")
    return redirect("reports:start")


def _back(request):
    """The page the visitor came from, if it is ours."""
    address = request.POST.get("next") or request.META.get("HTTP_REFERER", "")
    if url_has_allowed_host_and_scheme(address, {request.get_host()}, require_https=request.is_secure()):
        return address
    return reverse("reports:start")


@require_POST
def set_language(request):
    """Speak another language to this visitor from now on, on every machine where they sign in."""
    language = request.POST.get("language")
    response = redirect(_back(request))
    if language in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            language,
            max_age=YEAR,
            samesite="Lax",
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=True,
        )
        if request.user.is_authenticated:
            User.objects.filter(pk=request.user.pk).update(language=language)
    return response


@require_POST
def set_look(request):
    """Normal, large or contrast pages: the version for people who see badly."""
    response = redirect(_back(request))
    if request.POST.get("look") in LOOKS:
        response.set_cookie(
            "look", request.POST["look"], max_age=YEAR, samesite="Lax", secure=settings.HTTPS, httponly=True
        )
    return response


def password_change(request):
    form = ChangePasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        request.user.set_password(form.cleaned_data["password"])
        request.user.save(update_fields=["password"])
        update_session_auth_hash(request, request.user)
        messages.success(request, _("The password is changed. Other browsers have been signed out."))
        return redirect("reports:start")
    return render(request, "people/accounts/password_change.html", {"form": form})


def password_set(request, uid, token):
    """The first password of an account made without a code: the address works once and for some days."""
    user = _user_of(uid)
    if user is None or not user.is_active or not default_token_generator.check_token(user, token):
        return render(request, "people/accounts/password_set.html", {"form": None})
    form = NewPasswordForm(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid():
        user.set_password(form.cleaned_data["password"])
        user.save(update_fields=["password"])
        login(request, user, backend="people.accounts.backends.LoginNameBackend")
        messages.success(request, _("Welcome. From now on you sign in as %(login)s.") % {"login": user.login})
        return redirect("reports:start")
    return render(request, "people/accounts/password_set.html", {"form": form})


def _user_of(uid):
    try:
        key = int(urlsafe_base64_decode(uid))
    except ValueError:
        return None
    return User.objects.filter(pk=key).first() if key < LARGEST_KEY else None
