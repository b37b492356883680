"""The tables of all rooms, where Django looks for them."""

from programs.applications.models import Application, ApplicationConsent, KeptApplication
from programs.appointments.models import Appointment, Release
from programs.council.models import AgendaPoint, Attendance, Meeting, PairBallot, PairComment, PairDecision, PairVote
from programs.matching.models import MatchChoice, MatchPlan, MatchWeights, PlanLine
from programs.mentorships.models import CounterProposal, Member, Mentorship, PairApproval, SingleMeeting, SympathyAnswer
from programs.orders.models import (
    Acquaintance,
    Order,
    OrderedChange,
    OrderedMentorship,
    OrderedPerson,
    OrderedProgram,
    OrderSeries,
    OrderSubject,
    OrderVisa,
)
from programs.plans.models import Event, Evidence, Helper, KeptText, Program, ProgramTemplate, ProgramVersion
from programs.roadmap.models import Item, ItemDuty, ItemEvidence, Roadmap, Stage
from programs.support.models import SupportCase, SupportContact, SupportNote

__all__ = [
    "Acquaintance",
    "AgendaPoint",
    "Application",
    "ApplicationConsent",
    "Appointment",
    "Attendance",
    "CounterProposal",
    "Event",
    "Evidence",
    "Helper",
    "Item",
    "ItemDuty",
    "ItemEvidence",
    "KeptApplication",
    "KeptText",
    "MatchPlan",
    "MatchChoice",
    "MatchWeights",
    "Meeting",
    "Member",
    "Mentorship",
    "Order",
    "OrderSeries",
    "OrderSubject",
    "OrderVisa",
    "OrderedChange",
    "OrderedMentorship",
    "OrderedPerson",
    "OrderedProgram",
    "PairApproval",
    "PlanLine",
    "PairBallot",
    "PairComment",
    "PairDecision",
    "PairVote",
    "Program",
    "ProgramTemplate",
    "ProgramVersion",
    "Release",
    "Roadmap",
    "SingleMeeting",
    "Stage",
    "SupportCase",
    "SupportContact",
    "SupportNote",
    "SympathyAnswer",
]
