"""What waits of the plans for the whole bank."""

from django.db.models import Count
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programs.matching.selectors import OF_WAITING
from programs.matching.states import OPEN_PLANS
from programs.models import MatchPlan
from reports.home.duties.base import LATER, Duty
from reports.home.standing import needs, standing


@needs(standing(MatchPlan, *OPEN_PLANS))
def to_propose(actor, day):
    """The newest open plan whose mentees have a mentor and are not proposed yet."""
    open_plans = MatchPlan.objects.visible_to(actor).filter(state__in=OPEN_PLANS)
    plan = open_plans.annotate(n=Count("lines", filter=OF_WAITING)).filter(n__gt=0).first()
    if plan is None:
        return []
    title = ngettext("%(plan)s: %(n)s mentee can be proposed", "%(plan)s: %(n)s mentees can be proposed", plan.n) % {
        "plan": plan,
        "n": plan.n,
    }
    return [Duty(title, _("Open the plan"), actor.url("programs:plan_card", plan.pk), tone=LATER)]
