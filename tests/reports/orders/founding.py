"""Versions, roadmaps and duties of a place of the world: what founding orders are made of."""

import datetime

from people.organizations.services import draft_regulation, submit_regulation
from programs.appointments.services import Wanted
from programs.appointments.states import CouncilFunction, Duty
from programs.orders.states import OrderKind
from programs.roadmap.services import open_year, submit_roadmap
from reports.orders.services import Content, prepare_founding, send_order, sign_order
from tests.world import PASSWORD, make_employment


def submitted_version(place, *, valid_from=None, **regulation):
    """A version sent for approval, different from the one before; ``regulation`` changes its particulars."""
    version = draft_regulation(place.organization, by=place.sysadmin.user, valid_from=valid_from)
    version.settings["regulation"] |= regulation
    version.settings["no_harm_clause"] = not version.settings["no_harm_clause"]
    version.reason = "Новая редакция"
    version.save(update_fields=["settings", "reason"])
    return submit_regulation(version, by=place.sysadmin.user)


def submitted_roadmap(place, year=2026):
    return submit_roadmap(open_year(place.organization, year, by=place.curator.user), by=place.curator.user)


def curator(employment, starts_on, title="куратор реализации программ наставничества", **further):
    return Wanted(employment, Duty.CURATOR, title, starts_on, **further)


def member(employment, starts_on, function=CouncilFunction.MEMBER, **further):
    return Wanted(employment, Duty.COUNCIL, "совет наставников", starts_on, function=function, **further)


def council_of(place, day, **further):
    """A chair and two members."""
    others = [make_employment(place.organization, name) for name in ("Дорофеева", "Ежова")]
    chair = member(place.council.employment, day, CouncilFunction.CHAIR, **further)
    return (chair, *(member(other, day, **further) for other in others))


def drafted(place, kind, **content):
    return prepare_founding(kind, place.organization, Content(**content), by=place.sysadmin.user)


def founding_signed(place, kind, **content):
    order = send_order(drafted(place, kind, **content), by=place.sysadmin.user)
    return sign_order(order, by=place.director.user, password=PASSWORD)


def curator_signed(place, *wanted, releases=()):
    return founding_signed(place, OrderKind.CURATOR, appointments=wanted, releases=releases)


def tomorrow(place, days=1):
    return place.organization.today() + datetime.timedelta(days=days)
