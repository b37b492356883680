"""The foundation of the work by orders: the regulation with the roadmap, the curator, the council, a new edition."""

from datetime import date, timedelta

from people.organizations.services import change_settings, draft_regulation, submit_regulation
from programs.appointments.services import Wanted
from programs.appointments.states import CouncilFunction, Duty
from programs.orders.states import OrderKind
from reports.demo.accounts import PASSWORD
from reports.demo.clock import as_of
from reports.demo.days import in_august, workday
from reports.demo.pairs import open_register, read_order
from reports.demo.script import wording
from reports.orders.services import Content, prepare_founding, send_order, sign_order

# So many days before 1 September.
DISCUSSED, WRITTEN, DRAFTED, SIGNED = 12, 9, 6, 4
ACKNOWLEDGED_AFTER = 3


def send_edition(scene, year, part):
    """The edition of the regulation the story tells of, written and sent to be approved by an order: the version."""
    with as_of(in_august(scene.days, year, WRITTEN)):
        version = draft_regulation(
            scene.organization, by=scene.curator, valid_from=date(year, 9, 1), reason=part.reason
        )
        changes = part.changes | _minutes(version, in_august(scene.days, year, DISCUSSED))
        if changes:
            change_settings(version, changes, by=scene.curator, expected=version.version)
        return submit_regulation(version, by=scene.curator)


def _minutes(version, day):
    """The stamps of the regulation with the number and day of the minutes it was discussed under."""
    stamps = version.settings["regulation"]["stamps"]
    filled = {"number": wording().minutes, "on": day.isoformat()}
    stamps = [stamp | filled if stamp["source"] == "minutes" else stamp for stamp in stamps]
    return {"regulation.stamps": stamps} if stamps else {}


def found(scene, year, version, roadmap):
    """The first orders: O1 on the regulation and the roadmap, the curator in it or by O2, and O3 on the council."""
    curator = (_curator(scene, year, version),)
    together = scene.story.curator_order == "O1"
    everything = [(OrderKind.ADOPTION, Content(version, roadmap, curator if together else ()))]
    if not together:
        everything.append((OrderKind.CURATOR, Content(appointments=curator)))
    if scene.story.council:
        label = scene.story.council_name
        everything.append((OrderKind.COUNCIL, Content(appointments=tuple(_council(scene, year)), label=label)))
    return _sign_all(scene, year, everything)


def approve_year(scene, year, version, roadmap):
    """O1 of a later year: its roadmap, and the new edition of the regulation where there is one."""
    return _sign_all(scene, year, [(OrderKind.ADOPTION, Content(version, roadmap))])


def _curator(scene, year, version):
    title = version.settings["curator"]["title_text"]
    return Wanted(scene.workers["curator"], Duty.CURATOR, title, date(year, 9, 1))


def _council(scene, year):
    """The chair, the secretary and the members, as the story lists them."""
    functions = (CouncilFunction.CHAIR, CouncilFunction.SECRETARY)
    for place, who in enumerate(scene.story.council):
        function = functions[place] if place < len(functions) else CouncilFunction.MEMBER
        title = scene.story.council_name
        yield Wanted(scene.workers[who], Duty.COUNCIL, title, date(year, 9, 1), function=function)


def _sent(scene, kind, content):
    return send_order(prepare_founding(kind, scene.organization, content, by=scene.curator), by=scene.curator)


def _sign_all(scene, year, everything):
    """Draft, send, sign and read the orders, one after another; returns the day they were signed on."""
    drafted_on, signed_on = (in_august(scene.days, year, days) for days in (DRAFTED, SIGNED))
    first, *others = everything
    with as_of(drafted_on):
        sent = [_sent(scene, *first)]
    with as_of(signed_on):
        open_register(scene, signed_on)
        orders = [sign_order(order, by=scene.director, password=PASSWORD) for order in sent]
        # The others cite the order that has adopted the regulation.
        sent = [_sent(scene, *one) for one in others]
        orders += [sign_order(order, by=scene.director, password=PASSWORD) for order in sent]
    with as_of(workday(signed_on + timedelta(days=ACKNOWLEDGED_AFTER))):
        for order in orders:
            read_order(scene, order)
    return signed_on
