"""Certificates for many at once."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reports.issued import services
from reports.issued.forms import BatchChoiceForm, BatchForm


def issued_certificate_batch(request, slug):
    """Choose among everybody of the pairs; drafts for all of them in one transaction, and who got none and why."""
    organization = request.actor.organization
    choice = BatchChoiceForm(request.GET or None, organization=organization)
    participants = choice.participants()
    form = BatchForm(request.POST if request.method == "POST" else None, participants=participants)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        batch = services.draft_certificates(
            organization, form.people(), by=request.user, hours=data["hours"], words=data["words"]
        )
        _tell(request, batch)
        return redirect(request.actor.url("reports:issued_list") + "?kind=certificate&state=draft")
    ticked = set(request.POST.getlist("chosen"))
    context = {"choice": choice, "form": form, "participants": participants, "ticked": ticked}
    return render(request, "reports/issued/issued_certificate_batch.html", context)


def _tell(request, batch):
    if batch.made:
        said = ngettext("%(n)s certificate is drafted.", "%(n)s certificates are drafted.", len(batch.made))
        further = _("Tick them below and send them for signature.")
        messages.success(request, f"{said % {'n': len(batch.made)}} {further}")
    for one, why in batch.skipped:
        values = {"name": one.employment.person.full_name, "why": why}
        messages.warning(request, _("Left out: %(name)s – %(why)s.") % values)
