"""How things stood on a past day: the present state, and where it has changed since, the history of the changes."""

from django.db.models import CharField, F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from people.history.models import Move


def state_then(model, over, *, path="", among=None):
    """The state of the ``model`` row at ``path`` of a queryset when the day that was ``over`` ended.

    It is what the first later move left; without one the present state. With ``among`` only moves that left one of
    these states tell: what somebody entered afterwards for an earlier day is read from its dates instead.
    """
    prefix = f"{path}__" if path else ""
    kind = {"kind__app_label": model._meta.app_label, "kind__model": model._meta.model_name}
    later = Move.objects.filter(**kind, thing_id=OuterRef(f"{prefix}pk"), at__gte=over).exclude(from_state="")
    if among:
        later = later.filter(from_state__in=among)
    first = Subquery(later.order_by("at", "pk").values("from_state")[:1], output_field=CharField())
    return Coalesce(first, F(f"{prefix}state"))
