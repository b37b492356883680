"""The accounts of one organization: who has one, who is invited, who holds which role."""

from django.contrib import messages
from django.contrib.auth import login as sign_in_user
from django.db.models import Prefetch, Q
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.lists import Column, ListPage, Quick
from mentoring.lib.moves import MoveRefused
from mentoring.lib.refusals import refusals_in, tell_refusal
from mentoring.lib.text import search_key
from people.accounts.access import fetch
from people.accounts.forms import GrantRoleForm, InviteForm, JoinForm
from people.accounts.models import Invitation, Membership
from people.accounts.selectors import left_with_account, roles_of, working_in
from people.accounts.services import check_invitable, grant_role, invite, join
from people.accounts.states import BY_ORDER, GIVEN_ROLES, Role
from people.organizations.selectors import regulation_on
from people.staff.models import Employment


def _with_accounts(rows, organization):
    """The account, the roles here and the open invitation beside each of the staff: three queries in all."""
    roles = roles_of(organization).order_by("role", "starts_on")
    return rows.select_related("person__user").prefetch_related(
        Prefetch("person__user__memberships", roles, to_attr="roles_here"),
        Prefetch("invitations", Invitation.objects.filter(used_at=None), to_attr="open_invitations"),
    )


def _shown(organization):
    """What the chips of the list show: code of the chip → rows."""
    working = working_in(organization)
    return {
        "": working,
        "with": working.filter(person__user__isnull=False),
        "without": working.filter(person__user__isnull=True),
        "left": left_with_account(organization),
    }


def _quick(shown):
    labels = {
        "": _("All"),
        "with": _("With an account"),
        "without": _("Without an account"),
        "left": _("Left, with an account"),
    }
    return [Quick(labels[code], {"show": code} if code else {}, rows.count()) for code, rows in shown.items()]


def account_list(request, slug):
    """The staff with their accounts; a name or a login narrows the list."""
    organization = request.actor.organization
    shown = _shown(organization)
    quick = _quick(shown)
    rows = _with_accounts(shown.get(request.GET.get("show"), shown[""]), organization)
    if words := request.GET.get("q", "").strip():
        rows = rows.filter(Q(person__search_key__contains=search_key(words)) | Q(person__user__login__icontains=words))
    columns = {
        "name": Column(_("Person"), ("person__search_key",)),
        "login": Column(_("E-mail or login name"), ("person__user__login",)),
        "roles": Column(_("Roles")),
        "do": Column(_("Account")),
    }
    page = ListPage(request, rows, columns=columns, default_sort="name", quick=quick)
    values = {"page": page, "words": words, "by_order": BY_ORDER, "day": request.actor.today()}
    return render(request, "people/accounts/account_list.html", values)


def role_list(request, slug):
    """Every role of the organization with its days: those that run, are ahead and have ended."""
    organization, day = request.actor.organization, request.actor.today()
    rows = Membership.objects.filter(organization=organization).select_related("user__person", "stands_in_for__person")
    times = {
        "now": rows.active_on(day),
        "ahead": rows.filter(starts_on__gt=day),
        "ended": rows.filter(ends_on__lt=day),
    }
    labels = {"now": _("Now"), "ahead": _("Ahead"), "ended": _("Ended")}
    quick = [Quick(_("All"), {}, rows.count())]
    quick += [Quick(labels[name], {"show": name}, found.count()) for name, found in times.items()]
    columns = {
        "name": Column(_("Person"), ("user__person__search_key", "user__login")),
        "role": Column(_("Role"), ("role",)),
        "from": Column(_("From"), ("starts_on",)),
        "to": Column(_("To"), ("ends_on",)),
        "basis": Column(_("Basis")),
    }
    page = ListPage(
        request, times.get(request.GET.get("show"), rows), columns=columns, default_sort="-from", quick=quick
    )
    scopes = {scope.code: scope.label for scope in regulation_on(organization, day).curator.scopes}
    for row in page.rows:
        row.scope_label = scopes.get(row.scope, row.scope)
    return render(request, "people/accounts/role_list.html", {"page": page, "day": day})


def account_invite(request, slug, pk):
    """Give somebody of the staff a one-time code."""
    employment = fetch(request, Employment.objects.filter(organization=request.actor.organization), pk=pk)
    try:
        check_invitable(employment)
    except MoveRefused as refusal:
        tell_refusal(request, refusal)
        return redirect(request.actor.url("people:account_list"))
    form = InviteForm(request.POST or None, initial={"login": employment.email})
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="login"):
            invitation = invite(employment, by=request.user, login=form.cleaned_data["login"])
            return redirect(request.actor.url("people:account_code", invitation.pk))
    return render(request, "people/accounts/account_invite.html", {"form": form, "employment": employment})


def account_code(request, slug, pk):
    """The sheet with the one-time code, to be printed and handed over."""
    rows = Invitation.objects.filter(organization=request.actor.organization, used_at=None)
    invitation = fetch(request, rows.select_related("employment__person"), pk=pk)
    return render(
        request, "people/accounts/account_code.html", {"invitation": invitation, "day": request.actor.today()}
    )


def join_by_code(request):
    """Spend a one-time code: set the first password and come in."""
    form = JoinForm(request.POST or None, user=None)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="code"):
            user = join(form.cleaned_data["code"], password=form.cleaned_data["password"])
            sign_in_user(request, user, backend="people.accounts.backends.LoginNameBackend")
            messages.success(request, _("Welcome. From now on you sign in as %(login)s.") % {"login": user.login})
            return redirect("reports:start")
    return render(request, "people/accounts/join.html", {"form": form})


def role_grant(request, slug):
    """Give a role that does not come from an order, the bank or employment."""
    organization = request.actor.organization
    roles = [Role(role) for role in GIVEN_ROLES if role not in BY_ORDER and role != Role.OBSERVER]
    form = GrantRoleForm(
        request.POST or None, organization=organization, roles=roles, initial={"starts_on": organization.today()}
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        with refusals_in(form):
            grant_role(
                data["user"],
                organization,
                data["role"],
                by=request.user,
                starts_on=data["starts_on"],
                ends_on=data["ends_on"],
                basis=data["basis"],
            )
            messages.success(request, _("The role is given."))
            return redirect(request.actor.url("people:account_list"))
    return render(request, "people/accounts/role_grant.html", {"form": form})
