"""The catalog of directions and competences, and the link of a result."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.refusals import refusals_in, refusals_told
from people.accounts.access import fetch
from people.banks import services
from people.banks.forms import CompetenceForm, DirectionForm, LinkForm
from people.banks.models import Competence, Direction, EntryResult
from people.banks.selectors import whole_catalog
from people.banks.states import Level


def _directions(request):
    return Direction.objects.filter(organization=request.actor.organization)


def _competences(request):
    rows = Competence.objects.filter(organization=request.actor.organization)
    return rows.select_related("direction", "organization")


def catalog(request, slug):
    """Every direction with its competences, who uses them, and the scale of levels."""
    groups = whole_catalog(request.actor.organization)
    return render(request, "people/banks/catalog.html", {"groups": groups, "levels": Level.choices})


def _saved(request, form, title, save, done):
    """Show a form of the catalog, or save it and go back to the catalog."""
    if form.is_valid():
        with refusals_in(form):
            save(form.cleaned_data)
            messages.success(request, done)
            return redirect(request.actor.url("people:catalog"))
    return render(request, "people/banks/catalog_form.html", {"form": form, "title": title})


def direction_add(request, slug):
    """A new direction at the end of the catalog."""

    def save(values):
        services.add_direction(request.actor.organization, by=request.user, **values)

    return _saved(
        request, DirectionForm(request.POST or None), _("Add a direction"), save, _("The direction is added.")
    )


def direction_edit(request, slug, pk):
    """Another name for a direction."""
    direction = fetch(request, _directions(request), pk=pk)
    form = DirectionForm(request.POST or None, initial={"name": direction.name})

    def save(values):
        services.rename_direction(direction, by=request.user, **values)

    return _saved(request, form, _("Rename the direction"), save, _("The direction is renamed everywhere."))


def competence_add(request, slug, pk):
    """A new competence under the direction of the address."""
    direction = fetch(request, _directions(request), pk=pk)

    def save(values):
        services.add_competence(direction, by=request.user, name=values["name"])

    form = DirectionForm(request.POST or None)
    title = _("Add a competence: %(direction)s") % {"direction": direction.name}
    return _saved(request, form, title, save, _("The competence is added. Both banks offer it."))


def competence_edit(request, slug, pk):
    """Another name or direction for a competence."""
    competence = fetch(request, _competences(request), pk=pk)
    offered = _directions(request).filter(is_retired=False) | _directions(request).filter(pk=competence.direction_id)
    initial = {"name": competence.name, "direction": competence.direction_id}
    form = CompetenceForm(request.POST or None, initial=initial, directions=offered)

    def save(values):
        services.change_competence(competence, by=request.user, **values)

    return _saved(request, form, _("Change the competence"), save, _("The competence is changed on all cards."))


def _turn(request, rows, pk, service, done):
    row = fetch(request, rows, pk=pk)
    with refusals_told(request):
        service(row, by=request.user)
        messages.success(request, done)
    return redirect(request.actor.url("people:catalog"))


@require_POST
def direction_retire(request, slug, pk):
    done = _("The direction is not offered any more. The cards that have its competences keep them.")
    return _turn(request, _directions(request), pk, services.retire, done)


@require_POST
def direction_return(request, slug, pk):
    return _turn(request, _directions(request), pk, services.bring_back, _("The direction is offered again."))


@require_POST
def competence_retire(request, slug, pk):
    done = _("The competence is not offered any more. The cards that have it keep it.")
    return _turn(request, _competences(request), pk, services.retire, done)


@require_POST
def competence_return(request, slug, pk):
    return _turn(request, _competences(request), pk, services.bring_back, _("The competence is offered again."))


def result_link(request, slug, pk):
    """Where the case or the review of a program stands on the site; both cards show it."""
    rows = EntryResult.objects.filter(mentor_entry__employment__organization=request.actor.organization)
    result = fetch(request, rows.select_related("mentor_entry", "mentee_entry__employment__person"), pk=pk)
    form = LinkForm(request.POST or None, initial={"link": result.link})
    if request.method == "POST" and form.is_valid():
        services.set_result_link(result, by=request.user, **form.cleaned_data)
        messages.success(request, _("The link is on both cards."))
        return redirect(request.actor.url("people:mentee_card", result.mentee_entry_id))
    return render(request, "people/banks/result_link.html", {"form": form, "result": result})
