"""The first page."""

from django.shortcuts import redirect, render

from people.accounts.selectors import first_place


def start(request):
    """After sign-in: to the organization, the territory or the installation the user belongs to."""
    address = first_place(request.user)
    if address is None:
        return render(request, "reports/home/nowhere.html")
    return redirect(address)


def home(request, slug):
    return render(request, "reports/home/home.html")
