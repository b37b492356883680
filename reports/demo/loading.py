"""Playing the demonstration: everything through the services of the other rooms, in one transaction."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _

from mentoring.lib.dates import today
from mentoring.lib.pdf import pdf_ready
from people.accounts.models import User
from people.notices.models import Notice
from people.organizations.models import Organization
from reports.demo import (
    affairs,
    agreements,
    banks,
    further,
    issued,
    meetings,
    network,
    pairs,
    places,
    programs,
    roadmaps,
    searching,
    surveys,
)
from reports.demo.accounts import AccountMaker
from reports.demo.days import Days
from reports.demo.script import installation

ADMIN = "admin@demo.example"
# People read what the bell told them within some days.
READ_AFTER_DAYS = 9


class NotLoadable(Exception):
    """The demonstration would come beside real organizations; the text says what to do."""


def is_loaded():
    """Whether the demonstration stands in the database already."""
    return User.objects.filter(login=ADMIN, is_demo=True).exists()


@transaction.atomic
def load_demonstration(say=lambda text: None):
    """Fill an empty database with the demonstration as it would look today; all of it or nothing.

    ``say`` is called with the name of each organization. Raises NotLoadable if the database holds an
    organization already. Without the libraries for papers no order is signed, so no pair works yet.
    """
    if Organization.objects.exists():
        raise NotLoadable(
            _("The database holds an organization already. Load the demonstration with another MENTORING_DATA.")
        )
    days, accounts = Days(today()), AccountMaker()
    admin = accounts.make(ADMIN, display_name=installation().administrator, is_installation_admin=True)
    authorities = places.make_authorities(accounts, days)
    can_sign = not pdf_ready()
    scenes = []
    for part in installation().organizations:
        say(part.short_name)
        scene = places.open_scene(
            part, days=days, admin=admin, accounts=accounts, authorities=authorities, can_sign=can_sign
        )
        play(scene)
        scenes.append(scene)
    bring_together(scenes)
    _read_old_notices(days)
    # Files are not taken back with the transaction, so they come when everything else has gone well.
    for scene in scenes:
        programs.attach_evidence(scene)


def bring_together(scenes):
    """What goes on between the organizations, then the search for everybody who is still without a mentor."""
    network.share(scenes)
    for scene in scenes:
        searching.search(scene)


def play(scene):
    """The story of one organization in the order of its days."""
    _play_last_year(scene)
    _play_main(scene)
    _play_late(scene)
    banks.enter_people(scene, "now", scene.days.ago(16), scene.days.ago(15))
    banks.bring_up_to_date(scene)
    surveys.ask_for_requests(scene)
    further.monitor(scene)
    pairs.prepare_next(scene)
    affairs.go_on(scene)
    banks.ask_further_consents(scene)
    agreements.bring_up_to_date(scene)
    further.release(scene)
    issued.issue(scene)
    meetings.plan_next(scene)


def _play_last_year(scene):
    term = scene.days.last
    roadmap = roadmaps.open_last_year(scene)
    banks.enter_people(scene, "last", term.before(12), term.before(10))
    if scene.can_sign:
        _pair_last_year(scene, term)
    roadmaps.finish_last_year(scene, roadmap)


def _pair_last_year(scene, term):
    made = pairs.make_pairs(scene, scene.story.of("last"), term, proposed_on=term.before(9), answered_on=term.before(7))
    pairs.order_pairs(scene, made, term)
    agreements.sign_agreements(scene, made, term)
    for part, mentorship in made:
        if part.program == "done":
            programs.run_done(scene, part, mentorship, term)
        pairs.end_pair(scene, part, mentorship, term)
    further.close_last_year(scene, made, term)


def _play_main(scene):
    term = scene.days.main
    banks.enter_people(scene, "main", term.before(13), term.before(11))
    parts = [part for part in scene.story.of("main") if not part.is_late]
    made = scene.made = pairs.make_pairs(scene, parts, term, proposed_on=term.before(9), answered_on=term.before(7))
    # The register gives numbers in the sequence of the days, and the year may open before this period or after.
    opens_first = scene.days.year_opens_on < term.starts_on
    roadmap = roadmaps.open_this_year(scene) if opens_first else None
    _order_main(scene, made, term)
    if not opens_first:
        roadmap = roadmaps.open_this_year(scene)
    surveys.ask_at_start(scene, term)
    meetings.hold_session(scene, term)
    if roadmap:
        roadmaps.work_this_year(scene, roadmap)


def _play_late(scene):
    """The pairs that came together after the others, with an order of their own; their programs are still written."""
    term, parts = scene.days.late, [part for part in scene.story.of("main") if part.is_late]
    if not parts:
        return
    made = pairs.make_pairs(scene, parts, term, proposed_on=term.before(9), answered_on=term.before(7))
    scene.made += made
    _order_main(scene, made, term)


def _order_main(scene, made, term):
    if not scene.can_sign:
        pairs.draft_order(scene, [pair for _part, pair in made], scene.days.ago(6), scene.days.ago(5))
        return
    pairs.order_pairs(scene, made, term)
    agreements.sign_agreements(scene, made, term)
    further.pay_mentors(scene, made, term)
    for part, mentorship in made:
        if part.is_late:
            programs.write_late(scene, part, mentorship)
        else:
            programs.run_running(scene, part, mentorship, term)


def _read_old_notices(days):
    read = Notice.objects.filter(at__date__lt=days.today - timedelta(days=READ_AFTER_DAYS))
    read.update(read_at=F("at"))
