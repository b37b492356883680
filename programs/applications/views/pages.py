"""The list and the card."""

from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from mentoring.lib.lists import Column, ListPage, Quick
from people.organizations.selectors import regulation_on
from programs.applications import selectors
from programs.applications.filters import STATES, ApplicationFilter, Standing
from programs.applications.models import APPLICATION_READERS, Application
from programs.applications.states import NEVER_REFUSED, OF_BOTH, ApplicationKind
from programs.applications.views.common import fetch_application


@require_safe
def application_list(request, slug):
    """What waits for whom, and how long."""
    actor = request.actor
    visible = Application.objects.visible_to(actor)
    counts = {standing: visible.filter(state__in=states).count() for standing, states in STATES.items()}
    total = sum(counts.values())
    page = ListPage(
        request,
        selectors.with_last_move(visible).with_people().select_related("successor", "order"),
        columns={
            "kind": Column(_("What is asked for"), "kind"),
            "pair": Column(_("Pair or group"), "mentorship__mentor_entry__employment__person__search_key"),
            "filed": Column(_("Filed"), "filed_on"),
            "next": Column(_("Where it stands"), "state"),
            "waits": Column(_("Waits, days"), "moved_at", numeric=True),
        },
        default_sort="-filed",
        filterset_class=ApplicationFilter,
        quick=[
            Quick(_("All"), {}, total),
            *(Quick(each.label, {"standing": each.value}, counts[each]) for each in Standing),
        ],
    )
    rows = [
        {
            "application": row,
            "next_step": selectors.next_step(row),
            "turn": selectors.turn_of(row, actor),
            "waits": selectors.days_waited(row, actor.today()) if row.is_open else None,
        }
        for row in page.rows
    ]
    values = {"page": page, "rows": rows, "total": total, "keeps": actor.has(*APPLICATION_READERS)}
    return render(request, "programs/applications/application_list.html", values)


@require_safe
def application_card(request, slug, pk):
    """What is asked for, how it stands and whose turn it is; the reason only to those it is meant for."""
    application, actor = fetch_application(request, pk), request.actor
    settings = regulation_on(actor.organization, application.filed_on)
    ground = selectors.ground_of(settings, application.ground)
    reads = selectors.reads_reason(application, actor)
    values = {
        "application": application,
        "sub": application.mentorship,
        "steps": selectors.steps_of(application),
        "next_step": selectors.next_step(application),
        "turn": selectors.turn_of(application, actor),
        "reads_reason": reads,
        "reads_desk": selectors.reads_desk(application, actor),
        "is_filer": selectors.is_filer(application, actor),
        "may_withdraw": selectors.is_filer(application, actor) and application.state in selectors.WITHDRAWABLE,
        "ground": ground.label if ground else application.ground,
        "changes": selectors.changes_in_words(application) if application.kind == ApplicationKind.CORRECTION else [],
        "is_of_both": application.kind in OF_BOTH,
        "never_refused": application.kind in NEVER_REFUSED,
        "reads_words": application.kind not in selectors.CONFIDED or reads,
        "history": selectors.history_of(application, actor),
    }
    return render(request, "programs/applications/application_card.html", values)
