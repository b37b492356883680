"""The rows a deed locks, and what must hold before it."""

from django.utils.translation import gettext as _

from mentoring.lib.moves import MoveRefused
from programs.roadmap.models import Roadmap


def lock(roadmap_pk):
    """The roadmap as it stands, locked: text, approval and marks never cross each other."""
    return Roadmap.objects.select_for_update(of=("self",)).select_related("organization").get(pk=roadmap_pk)


def check_editable(roadmap):
    """Raise MoveRefused unless the text may be written."""
    if roadmap.is_submitted:
        raise MoveRefused(_("The roadmap is with the head. Ask for it to be returned, then change it."))
    if not roadmap.is_editable:
        raise MoveRefused(_("An approved roadmap does not change. Mark the items or cancel them with a reason."))
