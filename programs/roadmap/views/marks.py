"""Marking an item of the roadmap in force, and what shows that it is done."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from mentoring.lib.downloads import file_response
from mentoring.lib.refusals import refusals_in, refusals_told
from mentoring.lib.uploads import content_type_of
from people.accounts.access import fetch
from people.surveys.models import Campaign
from programs.council.models import Meeting
from programs.council.states import MeetingState
from programs.orders.models import Order
from programs.orders.states import OrderState
from programs.roadmap import services
from programs.roadmap.forms import EvidenceForm, MarkForm, MeetingChoiceForm, SurveyForm
from programs.roadmap.models import ItemEvidence
from programs.roadmap.selectors import item_history, regulation_of
from programs.roadmap.states import OPEN_ITEM, ItemState
from programs.roadmap.views.common import back, fetch_item, to_card, words_of


def item_mark(request, slug, pk):
    """Done with the day and what was done, begun, cancelled with the reason, or back; in a draft: struck out."""
    item = fetch_item(request, pk)
    roadmap, day = item.stage.roadmap, request.actor.today()
    # In the draft of a revision what is done stays done: there is nothing to choose.
    strikes = roadmap.is_editable and item.state != ItemState.DONE
    if not (roadmap.is_running or strikes):
        return back(request, roadmap)
    initial = {"state": _likely(item, roadmap), "done_on": day, "result": item.result}
    data, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    kwargs = {"item": item, "orders": _orders(request), "strikes_only": roadmap.is_editable, "initial": initial}
    form = MarkForm(data, files, **kwargs)
    if form.is_valid():
        with refusals_in(form):
            services.mark_item(item, by=request.user, **form.cleaned_data)
            messages.success(request, _("The mark is saved."))
            return to_card(request, roadmap.pk, f"#item-{item.pk}")
    return _page(request, item, form, _evidence_form(request))


@require_POST
def evidence_add(request, slug, pk):
    """More files, or an order, for an item that is done or being done."""
    item = fetch_item(request, pk)
    form = EvidenceForm(request.POST, request.FILES, orders=_orders(request), prefix="proof")
    if form.is_valid():
        with refusals_in(form):
            services.add_evidence(item, by=request.user, **form.cleaned_data)
            messages.success(request, _("The evidence is added."))
            return redirect(request.actor.url("programs:item_mark", item.pk))
    roadmap = item.stage.roadmap
    if not roadmap.is_running:
        return back(request, roadmap)
    return _page(request, item, _mark_form(request, item), form)


def _mark_form(request, item):
    initial = {"state": _likely(item, item.stage.roadmap), "done_on": request.actor.today(), "result": item.result}
    return MarkForm(item=item, orders=_orders(request), initial=initial)


def _evidence_form(request):
    return EvidenceForm(orders=_orders(request), prefix="proof")


@require_POST
def item_survey(request, slug, pk):
    """Tie an item to the survey that fulfils it."""
    item = fetch_item(request, pk)
    form = SurveyForm(request.POST, campaigns=_campaigns(request), prefix="survey")
    done = _("The item is tied to the survey: when it closes, the item is done.")
    return _tie(request, item, services.tie_survey, done, survey_form=form)


@require_POST
def item_meeting(request, slug, pk):
    """Tie an item to the meeting that fulfils it."""
    item = fetch_item(request, pk)
    form = MeetingChoiceForm(request.POST, meetings=_meetings(request), prefix="meeting")
    done = _("The item is tied to the meeting: when it is held, the item is done.")
    return _tie(request, item, services.tie_meeting, done, meeting_form=form)


def _tie(request, item, deed, done, **forms):
    """Do ``deed`` with what the one form of ``forms`` chose; otherwise show the page with its errors."""
    (form,) = forms.values()
    if form.is_valid():
        with refusals_in(form):
            deed(item, *form.cleaned_data.values(), by=request.user)
            messages.success(request, done)
            return redirect(request.actor.url("programs:item_mark", item.pk))
    if not item.stage.roadmap.is_running:
        return back(request, item.stage.roadmap)
    return _page(request, item, _mark_form(request, item), _evidence_form(request), **forms)


def _campaigns(request):
    """Surveys of the organization, the latest first."""
    return Campaign.objects.visible_to(request.actor)


def _meetings(request):
    """Meetings of the organization that are ahead or were held, the latest first."""
    return Meeting.objects.visible_to(request.actor).exclude(state=MeetingState.CANCELLED)


def _page(request, item, form, evidence_form, survey_form=None, meeting_form=None):
    roadmap = item.stage.roadmap
    values = {
        "item": item,
        "roadmap": roadmap,
        "year": roadmap.label,
        "form": form,
        "evidence_form": evidence_form if roadmap.is_running else None,
        "survey_form": survey_form or _survey_form(request, item),
        "meeting_form": meeting_form or _meeting_form(request, item),
        "evidence": item.evidence.select_related("order", "campaign", "meeting"),
        "is_overdue": roadmap.is_running and item.is_overdue(request.actor.today()),
        "history": item_history(item),
        "words": words_of(regulation_of(roadmap).roadmap.division),
    }
    return render(request, "programs/roadmap/item_mark.html", values)


def _survey_form(request, item):
    """The choice of a survey, where there is one to choose and the item is still to be done."""
    campaigns = _campaigns(request)
    if not (item.stage.roadmap.is_running and item.state in OPEN_ITEM and campaigns.exists()):
        return None
    return SurveyForm(campaigns=campaigns, prefix="survey")


def _meeting_form(request, item):
    """The choice of a meeting, where there is one to choose and the item is still to be done."""
    meetings = _meetings(request)
    if not (item.stage.roadmap.is_running and item.state in OPEN_ITEM and meetings.exists()):
        return None
    return MeetingChoiceForm(meetings=meetings, prefix="meeting")


def _fetch_evidence(request, pk):
    rows = ItemEvidence.objects.visible_to(request.actor)
    return fetch(request, rows.select_related("item__stage__roadmap"), pk=pk)


@require_safe
def item_file(request, slug, pk):
    """A file that shows an item is done."""
    evidence = _fetch_evidence(request, pk)
    if not evidence.file:
        raise Http404
    try:
        return file_response(evidence.file, evidence.name, content_type_of(evidence.file.name))
    except FileNotFoundError:
        raise Http404 from None


@require_POST
def evidence_drop(request, slug, pk):
    evidence = _fetch_evidence(request, pk)
    item = evidence.item_id
    with refusals_told(request):
        services.remove_evidence(evidence, by=request.user)
        messages.success(request, _("The evidence is removed."))
        return redirect(request.actor.url("programs:item_mark", item))
    return to_card(request, evidence.item.stage.roadmap_id)


def _orders(request):
    """Signed orders the reader may see, the latest first."""
    return Order.objects.visible_to(request.actor).filter(state=OrderState.REGISTERED)


def _likely(item, roadmap):
    """What is asked for most often from here."""
    if roadmap.is_editable:
        return ItemState.PLANNED if item.state == ItemState.CANCELLED else ItemState.CANCELLED
    return {ItemState.DONE: ItemState.IN_PROGRESS, ItemState.CANCELLED: ItemState.PLANNED}.get(
        item.state, ItemState.DONE
    )
