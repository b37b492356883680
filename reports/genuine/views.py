"""The page that tells a genuine copy, open to anybody."""

import hashlib

from django.http import Http404
from django.shortcuts import redirect, render

from reports.genuine.forms import CodeForm, CopyForm, code_in
from reports.genuine.selectors import find_code, find_file, readable


def check(request):
    """Type a code or bring a file."""
    by_code = "code" in request.POST
    code_form = CodeForm(request.POST if by_code else None)
    copy_form = CopyForm(request.POST, request.FILES) if request.method == "POST" and not by_code else CopyForm()
    if code_form.is_bound and code_form.is_valid():
        return redirect("reports:check_code", code=code_form.cleaned_data["code"])
    finding = (
        find_file(_digest(copy_form.cleaned_data["copy"])) if copy_form.is_bound and copy_form.is_valid() else None
    )
    return _answer(request, finding, code_form=code_form, copy_form=copy_form)


def check_code(request, code):
    """What the QR leads to: whether there is such a document; a file is compared with it."""
    if code != code_in(code):
        raise Http404
    copy_form = CopyForm(request.POST, request.FILES) if request.method == "POST" else CopyForm()
    if copy_form.is_bound and copy_form.is_valid():
        finding = find_file(_digest(copy_form.cleaned_data["copy"]), code)
    else:
        finding = find_code(code)
    return _answer(request, finding, copy_form=copy_form, code=code)


def _digest(file):
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    return digest.hexdigest()


def _answer(request, finding, **context):
    url = readable(finding, request.user) if finding else None
    return render(request, "reports/genuine/check.html", {"finding": finding, "order_url": url, **context})
