"""The register by person and by paper, its workbook, and who still has to give which consent."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.downloads import file_response
from mentoring.lib.lists import Column, ListPage, Quick
from people.consents import selectors, services, tables
from people.consents.filters import ConsentFilter, RegisterFilter
from people.consents.forms import RemindForm
from people.consents.models import Consent
from people.consents.selectors import REQUIRABLE, SOON
from people.consents.states import ConsentState, Purpose
from people.consents.views.common import XLSX
from people.organizations.selectors import regulation_on


@require_safe
def consent_list(request, slug):
    """Who gave what, what waits for an answer and who still has to give which."""
    organization, day = request.actor.organization, request.actor.today()
    rows = selectors.register_of(organization, regulation_on(organization, day), day)
    page = ListPage(
        request,
        rows,
        columns={
            "person": Column(_("Person"), "person__search_key"),
            **{purpose.value: Column(label) for purpose, label in _headings().items()},
        },
        default_sort="person",
        filterset_class=ConsentFilter,
        quick=_quick_filters(rows, organization),
    )
    context = {"page": page, "rows": selectors.standings(page.rows, organization)}
    return render(request, "people/consents/consent_list.html", context)


def _headings():
    return {
        Purpose.PROCESSING: _("Processing"),
        Purpose.MENTOR: _("To be a mentor"),
        Purpose.MENTEE: _("To have a mentor"),
        Purpose.TRANSFER: _("Transfer"),
        Purpose.DISCLOSURE: _("Disclosure"),
    }


def _quick_filters(rows, organization):
    people = _lacks(rows)
    lacking = {
        Purpose.PROCESSING: _("No consent to processing"),
        Purpose.MENTOR: _("No mentor's consent"),
        Purpose.MENTEE: _("No mentee's consent"),
    }
    asked = {
        ConsentState.REQUESTED: _("Waiting for an answer"),
        ConsentState.REFUSED: _("Refused"),
        ConsentState.WITHDRAWN: _("Withdrawn"),
    }
    consents = Consent.objects.filter(organization=organization, state__in=asked)
    stand = set(consents.values_list("person_id", "state"))
    return [
        Quick(_("Everybody"), {}, len(people)),
        *(Quick(label, {"lacks": each.value}, _lacking(people, each)) for each, label in lacking.items()),
        *(
            Quick(label, {"state": state.value}, sum((row["person_id"], state) in stand for row in people))
            for state, label in asked.items()
        ),
    ]


def _lacks(rows):
    """Who lacks what, to be counted here: conditions so long are put together once and not once for every count."""
    return list(rows.order_by().values("person_id", *(f"lacks_{purpose}" for purpose in REQUIRABLE)))


def _lacking(people, purpose):
    """How many of ``people`` lack the consent of ``purpose``."""
    return sum(row[f"lacks_{purpose}"] for row in people)


def _register(request):
    day = request.actor.today()
    rows = Consent.objects.visible_to(request.actor)
    return ListPage(
        request,
        rows.select_related("person", "text", "registrar__person").prefetch_related("disclosures"),
        columns={
            "person": Column(_("Person"), "person__search_key"),
            "purpose": Column(_("Purpose"), "purpose"),
            "state": Column(_("State"), "state"),
            "version": Column(_("Version of the text"), "text__number", numeric=True),
            "given": Column(_("Given"), "given_on"),
            "until": Column(_("Valid until"), "valid_until"),
            "withdrawn": Column(_("Withdrawn"), "withdrawn_on"),
        },
        default_sort="person",
        filterset_class=RegisterFilter,
        quick=[
            Quick(_("All"), {}, rows.count()),
            Quick(_("Newer text"), {"renew": "text"}, rows.of_older_text(day).count()),
            Quick(_("Ends within 30 days"), {"renew": "term"}, rows.ending_by(day + SOON).count()),
        ],
    )


@require_safe
def consent_register(request, slug):
    """Every paper there was: text, version, way, days, end."""
    page, day = _register(request), request.actor.today()
    older = set(
        Consent.objects.of_older_text(day).filter(pk__in=[row.pk for row in page.rows]).values_list("pk", flat=True)
    )
    return render(request, "people/consents/consent_register.html", {"page": page, "older": older})


@require_safe
def consent_register_workbook(request, slug):
    """The same rows in the same order as a workbook."""
    content = tables.register_workbook(_register(request).queryset, request.actor.organization, request.actor.today())
    return file_response(content, _("Register of consents.xlsx"), XLSX)


@require_safe
def consent_missing(request, slug):
    """Who still has to give which consent, why it is needed, what became of asking."""
    organization, day = request.actor.organization, request.actor.today()
    regulation = regulation_on(organization, day)
    rows = selectors.lacking_of(organization, regulation, day)
    everybody = _lacks(rows)
    headings = _headings()
    page = ListPage(
        request,
        rows,
        columns={
            "person": Column(_("Person"), "person__search_key"),
            "lacks": Column(_("Still to be given")),
        },
        default_sort="person",
        filterset_class=ConsentFilter,
        quick=[Quick(_("All"), {}, len(everybody))]
        + [Quick(headings[each], {"lacks": each.value}, _lacking(everybody, each)) for each in REQUIRABLE],
    )
    people = selectors.lacks_of(page.rows, organization, regulation)
    return render(request, "people/consents/consent_missing.html", {"page": page, "people": people})


@require_POST
def consent_remind(request, slug):
    """Ask the ticked people, or remind them; those without an account are left for the paper."""
    organization, day = request.actor.organization, request.actor.today()
    regulation = regulation_on(organization, day)
    form = RemindForm(request.POST, rows=selectors.lacking_of(organization, regulation, day))
    back = redirect(request.actor.url("people:consent_missing"))
    if not form.is_valid():
        messages.error(request, _("Nobody was reminded. Tick those who are to be reminded."))
        return back
    chosen = form.cleaned_data["ids"]
    asked = services.remind_of(
        chosen, lambda row: [each for each in REQUIRABLE if getattr(row, f"lacks_{each}")], by=request.user
    )
    left = len(chosen) - asked
    messages.success(
        request, ngettext("%(n)s person was reminded.", "%(n)s people were reminded.", asked) % {"n": asked}
    )
    if left:
        message = ngettext(
            "%(n)s person has no account yet: print the forms and enter the signed papers.",
            "%(n)s people have no account yet: print the forms and enter the signed papers.",
            left,
        )
        messages.warning(request, message % {"n": left})
    return back
