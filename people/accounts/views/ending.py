"""Taking back: accounts closed and opened, roles ended. Each asks once more before it is done."""

from django.contrib import messages
from django.db.models import Q
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.accounts.forms import AnyAccountForm
from people.accounts.models import User
from people.accounts.selectors import left_with_account, roles_of, working_in
from people.accounts.services import check_closing, close_account, end_role, open_account


def _done(request, deed, thing, message, **values):
    with refusals_told(request):
        deed(thing, by=request.user, **values)
        messages.success(request, message)
    return redirect(request.actor.url("people:account_list"))


def _accounts_here(request):
    """Accounts of the present staff of the organization, and of those who left it and work nowhere."""
    here = working_in(request.actor.organization), left_with_account(request.actor.organization)
    rows = User.objects.filter(Q(person__employments__in=here[0]) | Q(person__employments__in=here[1]))
    return rows.select_related("person").distinct()


def account_close(request, slug, pk):
    """Ask, then close an account that serves this organization alone."""
    user = fetch(request, _accounts_here(request), pk=pk)
    place = {"organization": request.actor.organization}
    if request.method == "POST":
        return _done(request, close_account, user, _("The account is closed, its sessions are ended."), **place)
    with refusals_told(request):
        check_closing(user, by=request.user, **place)
        return render(request, "people/accounts/account_close.html", {"user_to_close": user})
    return redirect(request.actor.url("people:account_list"))


@require_POST
def account_open(request, slug, pk):
    user = fetch(request, _accounts_here(request), pk=pk)
    place = {"organization": request.actor.organization}
    return _done(request, open_account, user, _("The account is open again."), **place)


def role_end(request, slug, pk):
    """Ask, then end a role of the organization."""
    rows = roles_of(request.actor.organization).select_related("user__person", "organization")
    membership = fetch(request, rows, pk=pk)
    if request.method == "POST":
        return _done(request, end_role, membership, _("The role has ended."))
    context = {"membership": membership, "day": request.actor.today()}
    return render(request, "people/accounts/role_end.html", context)


def account_anywhere(request):
    """The administrator of the installation closes or opens an account by its login, wherever it serves."""
    form = AnyAccountForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        closing = form.cleaned_data["deed"] == AnyAccountForm.CLOSE
        with refusals_in(form, beside="login"):
            (close_account if closing else open_account)(form.user, by=request.user)
            done = _("The account is closed, its sessions are ended.") if closing else _("The account is open again.")
            messages.success(request, done)
            return redirect("people:installation")
    return render(request, "people/accounts/account_anywhere.html", {"form": form})
