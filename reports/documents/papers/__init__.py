"""Every paper as plain content, and one renderer. Knows no models and no rules.

The caller brings finished Russian sentences in the right case; here they only get their place on the sheet
(GOST R 7.0.97). An empty value leaves no trace; a date or number that is missing leaves a line to fill in.
"""

from reports.documents.papers.applications import ApplicationPaper
from reports.documents.papers.consents import AgreementPaper, AgreementPoint, AgreementSide, ConsentPaper, ConsentSheet
from reports.documents.papers.issued import ActPaper, CertificatePaper, LetterPaper, RecordPaper
from reports.documents.papers.minutes import HeardPoint, MinutesPaper
from reports.documents.papers.orders import AcquaintanceSheet, Acquainted, Annex, OrderPaper, Point
from reports.documents.papers.parts import (
    CheckMark,
    Column,
    GostEdition,
    HeadBlock,
    Letterhead,
    RowGroup,
    Signatory,
    Stamp,
    Table,
)
from reports.documents.papers.plans import (
    EVENT_COLUMNS,
    Change,
    Checkpoint,
    Need,
    Party,
    Passage,
    PlanEvent,
    ProgramPaper,
)
from reports.documents.papers.registers import RegisterPaper
from reports.documents.papers.regulations import Chapter, Clause, RegulationPaper
from reports.documents.papers.rendering import STYLESHEETS, Paper, docx, pages_of, pdf, render, tidied
from reports.documents.papers.roadmaps import FURTHER_COLUMNS, RoadmapItem, RoadmapPaper, RoadmapStage
from reports.documents.papers.sheets import SheetPaper, SheetPart

__all__ = [
    "AcquaintanceSheet",
    "Acquainted",
    "ActPaper",
    "AgreementPaper",
    "AgreementPoint",
    "AgreementSide",
    "Annex",
    "ApplicationPaper",
    "CertificatePaper",
    "Change",
    "Chapter",
    "CheckMark",
    "Checkpoint",
    "Clause",
    "Column",
    "ConsentPaper",
    "ConsentSheet",
    "EVENT_COLUMNS",
    "FURTHER_COLUMNS",
    "GostEdition",
    "HeadBlock",
    "HeardPoint",
    "LetterPaper",
    "Letterhead",
    "MinutesPaper",
    "Need",
    "OrderPaper",
    "Paper",
    "Party",
    "Passage",
    "PlanEvent",
    "Point",
    "ProgramPaper",
    "RecordPaper",
    "RegisterPaper",
    "RegulationPaper",
    "RoadmapItem",
    "RoadmapPaper",
    "RoadmapStage",
    "RowGroup",
    "STYLESHEETS",
    "SheetPaper",
    "SheetPart",
    "Signatory",
    "Stamp",
    "Table",
    "docx",
    "pages_of",
    "pdf",
    "render",
    "tidied",
]
