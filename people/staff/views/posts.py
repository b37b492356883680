"""A further post of one of the staff."""

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from mentoring.lib.refusals import refusals_in
from people.accounts.access import fetch
from people.staff.forms import PostForm
from people.staff.models import Employment
from people.staff.services import add_post


def staff_post_add(request, slug, pk):
    """Give somebody who works here a further post with a subject of its own."""
    card = fetch(request, Employment.objects.visible_to(request.actor).select_related("person"), pk=pk)
    form = PostForm(request.POST or None, organization=request.actor.organization)
    if request.method == "POST" and form.is_valid():
        with refusals_in(form, beside="post"):
            post = add_post(card, by=request.user, **form.cleaned_data)
            messages.success(request, _("The post is added: %(post)s.") % {"post": post.post})
            return redirect(request.actor.url("people:staff_card", post.pk))
    return render(request, "people/staff/staff_post_add.html", {"form": form, "card": card})
