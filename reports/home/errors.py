"""Refusals that say what to do."""

from django.shortcuts import render


def forbidden(request, exception):
    """The page is known to the person and the action is not theirs."""
    return render(request, "errors/403.html", status=403)


def not_found(request, exception):
    return render(request, "errors/404.html", status=404)


def broken(request):
    """Rendered without the database or a context processor: both may be what broke."""
    from django.http import HttpResponseServerError
    from django.template.loader import get_template

    return HttpResponseServerError(get_template("errors/500.html").template.source)


def csrf_failure(request, reason=""):
    """The form was open too long or came from elsewhere."""
    return render(request, "errors/csrf.html", status=403)
