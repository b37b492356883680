"""What the cards of a pair and of a program show of its applications."""

from types import SimpleNamespace

from django import template

from people.accounts.access import may
from programs.applications.models import Application
from programs.applications.selectors import kinds_to_file, next_step, of_pair
from programs.mentorships.permissions import takes_part

register = template.Library()


@register.simple_tag(takes_context=True)
def applications_of(context, pair):
    """``{% applications_of pair as about %}``: open and closed ones the reader may see, the kinds to file, the program.

    ``changed`` is a program of the pair that an order has changed and the reader may read whole.
    """
    actor = context["request"].actor
    if not (takes_part(actor, pair) or may(actor, "programs:application_list")):
        return SimpleNamespace(open=[], closed=[], kinds=[], changed=None)
    rows = of_pair(Application.objects.visible_to(actor), pair)
    changed = pair.programs.filter(versions__isnull=False).first()
    return SimpleNamespace(
        open=[{"application": row, "next_step": next_step(row)} for row in rows if row.is_open],
        closed=[row for row in rows if not row.is_open],
        kinds=kinds_to_file(pair, actor) if may(actor, "programs:application_file", pair) else [],
        changed=changed if changed and may(actor, "programs:program_versions", changed) else None,
    )
