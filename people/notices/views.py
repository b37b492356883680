"""The bell: a person's own notices in this organization."""

from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from mentoring.lib.dates import now
from mentoring.lib.lists import Column, ListPage, Quick
from people.accounts.access import fetch
from people.notices.models import Notice


def notice_list(request, slug):
    rows = Notice.objects.visible_to(request.actor)
    unread = rows.unread()
    quick = [
        Quick(_("All"), {}, rows.count()),
        Quick(_("Unread"), {"show": "unread"}, unread.count()),
    ]
    shown = unread if request.GET.get("show") == "unread" else rows
    page = ListPage(request, shown, columns={"at": Column(_("When"), ("at",))}, default_sort="-at", quick=quick)
    return render(request, "people/notices/notice_list.html", {"page": page})


@require_POST
def notice_open(request, slug, pk):
    """Mark the notice read and go where it leads."""
    notice = fetch(request, Notice, pk=pk)
    if notice.read_at is None:
        notice.read_at = now()
        notice.save(update_fields=["read_at"])
    return redirect(notice.url)


@require_POST
def notice_read_all(request, slug):
    Notice.objects.visible_to(request.actor).unread().update(read_at=now())
    return redirect(request.actor.url("people:notice_list"))
