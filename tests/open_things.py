"""What makes the form of a page stand open where the thing of its row has it closed."""

from programs.models import Program
from programs.plans.states import ProgramState
from tests.amending import amend
from tests.people.consents.factories import make_agreement
from tests.people.surveys.factories import campaign_of, every_kind
from tests.programs.council.factories import make_held, make_meeting
from tests.programs.orders.factories import agreed_pair
from tests.programs.plans.factories import make_event
from tests.programs.roadmap.factories import make_running
from tests.reports.issued.factories import sent as sent_paper
from tests.reports.issued.factories import withdrawn as withdrawn_consent
from tests.reports.orders.changing import granted_for, successor
from tests.reports.orders.factories import signed
from tests.reports.orders.founding import submitted_roadmap, submitted_version
from tests.world import DAY


def _open_program(world):
    """A program that its authors may still write."""
    Program.objects.filter(pk=world.home.program.pk).update(state=ProgramState.DRAFT, approved_on=None)
    return world.home.program


def _to_be_adopted(world):
    """A version and a roadmap that wait for an order, in either organization."""
    for place in (world.home, world.other):
        submitted_version(place)
        submitted_roadmap(place)
    return {}


def _to_be_changed(world):
    """A granted application and a pair that is to take over, in either organization."""
    for place in (world.home, world.other):
        granted_for(place)
        successor(place, place.mentorship)
    return {}


def _agreed_programs(world):
    """A program that waits for its approval and a session of the council, in either organization."""
    for place in (world.home, world.other):
        make_event(place.program)
        Program.objects.filter(pk=place.program.pk).update(state=ProgramState.AGREED, approved_on=None)
    return _with_sessions(world)


def _ended_programs(world):
    """A program that is done while its pair still works, in either organization."""
    for place in (world.home, world.other):
        done = {"state": ProgramState.COMPLETED, "ended_on": DAY, "end_reason": "plan_done", "result": "Всё сделано"}
        Program.objects.filter(pk=place.program.pk).update(**done)
    return {}


def _with_council(world):
    amend(world.home.organization, {"council.presence": "required"})
    return {}


def _with_proofs(world):
    """A signed order, a survey and a meeting that an item may name, in either organization."""
    for place in (world.home, world.other):
        signed(place, agreed_pair(place))
        campaign_of(place, every_kind(place), chosen=[place.mentee.employment])
        make_meeting(place)
    return {}


def _with_sessions(world):
    """A held session of the council, in either organization, that a decision may stand in."""
    for place in (world.home, world.other):
        make_held(place, title=f"Заседание {place.organization.full_name}")
    return {}


def _at_council(world):
    """A meeting of the council ahead, in either organization."""
    for place in (world.home, world.other):
        make_meeting(place)
    return {}


def _with_roadmap(world):
    """A roadmap in force, in either organization, whose items a meeting may fulfil."""
    for place in (world.home, world.other):
        make_running(place)
    return {}


def _with_agreement(world):
    """A mentor paid by an agreement, in either organization."""
    for place in (world.home, world.other):
        make_agreement(place.mentor.employment, by=place.curator.user, payment_kind="sum", payment_amount=3000)
    return {}


def _lets_go(world):
    amend(world.home.organization, {"release_clause": True})
    return {}


def _with_withdrawn(world):
    """A consent taken back, in either organization, whose data an act may destroy."""
    for place in (world.home, world.other):
        withdrawn_consent(place)
    return {}


def _with_sent(world):
    """A certificate that waits for the signature, in either organization."""
    for place in (world.home, world.other):
        sent_paper(place)
    return {}


def _with_orders(world):
    """A signed order, in either organization."""
    for place in (world.home, world.other):
        signed(place, agreed_pair(place))
    return {}


# Where the row's thing has its form closed: the same address on a thing that has it open.
OPEN_THINGS = {
    "programs:application_agenda": _at_council,
    "programs:application_mediate": _at_council,
    "programs:program_edit": lambda world: {"pk": _open_program(world).pk},
    "programs:event_create": lambda world: {"pk": _open_program(world).pk},
    "programs:event_edit": lambda world: {"pk": make_event(_open_program(world)).pk},
    "programs:item_mark": _with_proofs,
    "programs:meeting_items": _with_roadmap,
    "programs:pair_decide": _with_sessions,
    "reports:issued_act_draft": _with_withdrawn,
    "reports:issued_edit": _with_withdrawn,
    "reports:issued_signing": _with_sent,
    "reports:issued_thanks_draft": _with_orders,
    "reports:order_adoption_draft": _to_be_adopted,
    "reports:order_council_draft": _with_council,
    "reports:order_programs_draft": _agreed_programs,
    "reports:order_results_draft": _ended_programs,
    "reports:order_report_draft": _with_sessions,
    "reports:order_replacement_draft": _to_be_changed,
    "reports:order_change_draft": _to_be_changed,
    "reports:order_monitoring_draft": _with_proofs,
    "reports:order_payment_draft": _with_agreement,
    "reports:order_release_draft": _lets_go,
}
