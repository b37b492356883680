"""Pages of the organization's own templates: what there is, one kind with its fields, versions and files."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.docx import CONTENT_TYPE
from mentoring.lib.downloads import file_response
from mentoring.lib.uploads import shown_name
from people.accounts.access import fetch
from reports.documents.models import PaperTemplate
from reports.documents.stationery import services
from reports.documents.stationery.fields import ANY_ORDER, SETS, Shape
from reports.documents.stationery.filling import fill, starting_file
from reports.documents.stationery.forms import TemplateForm


def template_list(request, slug):
    """Every kind of paper that may have a template of one's own, with the one in use."""
    rows = PaperTemplate.objects.visible_to(request.actor).filter(is_used=True).defer("content")
    used = {row.kind: row for row in rows.select_related("made_by__person")}
    kinds = [{"code": code, "label": each.label, "used": used.get(code)} for code, each in SETS.items()]
    return render(request, "reports/documents/template_list.html", {"kinds": kinds})


def template_card(request, slug):
    """One kind (``?kind=``): its fields, the file to start from, the upload, the versions."""
    kind = _kind(request)
    form = TemplateForm(request.POST or None, request.FILES or None, kind=kind)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        services.use_template(
            request.actor.organization,
            kind,
            name=shown_name(file),
            content=file.read(),
            fields=form.fields_found,
            by=request.user,
        )
        messages.success(request, _("The template is in use: papers made from now on look like it."))
        return redirect(_card(request, kind))
    versions = PaperTemplate.objects.visible_to(request.actor).filter(kind=kind).defer("content")
    context = {
        "kind": kind,
        "set": SETS[kind],
        "form": form,
        "versions": list(versions.select_related("made_by__person")),
        "shapes": [(shape.label, [each for each in SETS[kind].fields if each.shape == shape]) for shape in Shape],
    }
    return render(request, "reports/documents/template_card.html", context)


def template_start(request, slug):
    """The file to start from, with every usual field in its place."""
    kind = _kind(request)
    name = _("Template: %(kind)s") % {"kind": SETS[kind].label}
    return file_response(starting_file(kind), f"{name}.docx", CONTENT_TYPE)


def template_file(request, slug, pk):
    """A version as it was uploaded; ``?filled=1`` filled in with a sample."""
    row = fetch(request, PaperTemplate.objects.visible_to(request.actor), pk=pk)
    content = bytes(row.content)
    if request.GET.get("filled") == "1":
        content = fill(content, SETS[row.kind], SETS[row.kind].sample)
    return file_response(content, row.name, CONTENT_TYPE)


@require_POST
def template_use(request, slug, pk):
    """Take an earlier version into use again."""
    row = fetch(request, PaperTemplate.objects.visible_to(request.actor).defer("content"), pk=pk)
    services.use_again(row, by=request.user)
    messages.success(request, _("The template is in use: papers made from now on look like it."))
    return redirect(_card(request, row.kind))


@require_POST
def template_put_away(request, slug, pk):
    """Back to the usual look."""
    row = fetch(request, PaperTemplate.objects.visible_to(request.actor).defer("content"), pk=pk)
    services.put_away(row, by=request.user)
    messages.success(request, _("The template is out of use: papers made from now on look as the PDF does."))
    return redirect(_card(request, row.kind))


def _kind(request):
    """The kind asked for, that of all orders unless said."""
    kind = request.GET.get("kind", ANY_ORDER)
    if kind not in SETS:
        raise Http404
    return kind


def _card(request, kind):
    return f"{request.actor.url('reports:template_card')}?{urlencode({'kind': kind})}"
