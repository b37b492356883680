"""One step for many cards of a bank: first what will happen and to whom it cannot, then the deed."""

from django.contrib import messages
from django.http import QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from people.banks import tables
from people.banks.forms import BulkForm
from people.banks.services import LABELS, do_to_all
from people.banks.views.lists import MENTEES, MENTORS, page_of, steps_of
from people.organizations.selectors import regulation_on

NAMED = 5


def _bulk(request, side):
    """Show what the step would do; with the confirmation do it and go back to the list."""
    actor = request.actor
    rows = side.model.objects.visible_to(actor)
    back = f"{actor.url(side.address('list'))}?{request.GET.urlencode()}"
    form = BulkForm(_with_all(request, side), rows=rows, steps=steps_of(actor, side))
    context = {"form": form, "back": back, "list_name": side.address("list")}
    if not form.is_valid():
        return render(request, "people/banks/bulk.html", context)
    step = form.cleaned_data["step"]
    entries = form.cleaned_data["ids"].select_related("employment__person__user", "employment__organization")
    entries = entries.order_by("employment__person__search_key", "pk")
    if form.cleaned_data["confirmed"]:
        _tell(request, do_to_all(entries, step, by=request.user))
        return redirect(back)
    outcomes = do_to_all(entries, step, by=request.user, rehearse=True)
    context |= {
        "step": step,
        "label": LABELS[step],
        "ready": [each.entry for each in outcomes if not each.refusal],
        "refused": [each for each in outcomes if each.refusal],
    }
    return render(request, "people/banks/bulk.html", context)


def _with_all(request, side):
    """The posted data; with «all» the cards are those the address of the list filters."""
    if "all" not in request.POST:
        return request.POST
    actor = request.actor
    regulation = regulation_on(actor.organization, actor.today())
    page = page_of(request, side, side.rows(actor, regulation), tables.frame_of(actor, regulation))
    data = QueryDict(mutable=True)
    data.update({"step": request.POST.get("step", "")})
    data.setlist("ids", list(page.queryset.order_by("pk").values_list("pk", flat=True)[: BulkForm.MOST + 1]))
    return data


def _tell(request, outcomes):
    """Say how many were done, and whom it could not be done to and why."""
    refused = [each for each in outcomes if each.refusal]
    if done := len(outcomes) - len(refused):
        text = ngettext("Done for %(n)s card.", "Done for %(n)s cards.", done)
        messages.success(request, text % {"n": done})
    if refused:
        said = [f"{each.entry.employment.person.short_name}: {each.refusal}" for each in refused[:NAMED]]
        text = ngettext("%(n)s card is left as it was.", "%(n)s cards are left as they were.", len(refused))
        messages.warning(request, " ".join([text % {"n": len(refused)}, *said, *_rest(refused)]))


def _rest(refused):
    return [_("and %(n)s more") % {"n": len(refused) - NAMED}] if len(refused) > NAMED else []


@require_POST
def mentor_bulk(request, slug):
    return _bulk(request, MENTORS)


@require_POST
def mentee_bulk(request, slug):
    return _bulk(request, MENTEES)
