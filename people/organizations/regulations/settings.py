"""Everything one organization's regulation decides, as one checked and frozen document."""

import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal, Self

from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, field_validator, model_validator

from mentoring.lib.dates import school_year

from . import papers, participants, programs
from .base import Listed, Section, Text
from .dates import MonthDay
from .roadmap import Roadmap

# What a clause says when the value does not come from the regulation's own text.
FROM_RECOMMENDATION = "рекомендация"
FROM_LAW = "закон"
FROM_PRACTICE = "рабочее значение"
NOT_IN_TEXT = "нет в тексте"


class RegulationSettings(Section):
    """The settings of one organization, stored as JSON and used by every room.

    A key left out takes the ministry's recommendation (letter АЗ-1128/08), which stands in full in
    `recommendation.toml`: tables are laid over it key by key, lists are replaced whole. `clauses` tells for
    each key the clause of the regulation it comes from, or one of the words FROM_… and NOT_IN_TEXT.
    """

    name: Text
    curator: participants.Curator
    consent: participants.ConsentRules
    agreement: participants.AgreementRules
    payment: papers.Payment
    bank: participants.BankRules
    forms: programs.Forms
    kinds: programs.Kinds
    roadmap: Roadmap
    final_event: programs.FinalEvent
    council: participants.Council
    pairing: participants.Pairing
    release_clause: bool
    no_harm_clause: bool
    criteria: participants.Criteria
    program: programs.ProgramRules
    completion: programs.Completion
    publication: programs.Publication
    incentives: programs.Incentives
    monitoring: programs.Monitoring
    reporting: programs.Reporting
    psychologist: participants.Psychologist
    iom: programs.LearningRoute
    terms: papers.Terms
    principles: Listed[papers.Principle]
    regulation: papers.Adoption
    further_documents: Listed[papers.FormDocument]
    young_teacher: participants.YoungTeacher
    school_year_start: MonthDay
    gost_edition: Literal["2016", "2025"]
    legal_bases: tuple[papers.LegalBasis, ...]
    orders: papers.OrderStyle
    clauses: dict[str, Text]

    @model_validator(mode="before")
    @classmethod
    def lay_over_recommendation(cls, data: object) -> object:
        """Complete what the document leaves out by the ministry's recommendation."""
        if not isinstance(data, dict):
            return data
        clauses = data.get("clauses", {})
        if isinstance(clauses, dict):
            clauses = _sources_of_the_unsaid(data) | clauses
        return _laid_over(_recommendation(), data) | {"clauses": clauses}

    @model_validator(mode="after")
    def check_documents_cover_known_forms(self) -> Self:
        """Refuse a regulation of its own for a form that the list of forms does not have."""
        known = {form.code for form in self.forms.items}
        for document in self.further_documents:
            for code in document.forms:
                if code not in known:
                    raise ValueError(_("There is no form “%s”. Add it to the forms or leave it out.") % code)
        return self

    def document_for(self, form: str) -> papers.Document:
        """Return the document mentoring in this form is run by: its own one, or the regulation itself."""
        own = (document for document in self.further_documents if form in document.forms)
        return next(own, self.regulation)

    @field_validator("clauses")
    @classmethod
    def check_clauses_name_settings(cls, clauses: dict[str, str]) -> dict[str, str]:
        """Refuse a clause for a setting that does not exist: a typing error would hide the source."""
        for key in clauses:
            if key not in setting_paths():
                raise ValueError(_("There is no setting “%s”. Check its name.") % key)
        return clauses

    @classmethod
    def recommended(cls) -> Self:
        """Return the ministry's recommendation itself, the start for an organization without a preset."""
        return cls.model_validate({})

    def clause_of(self, key: str) -> str:
        """Return the clause a setting comes from («4.4»), by the key or the nearest section above it."""
        return _nearest(key, self.clauses)

    def school_year_of(self, day: date) -> int:
        """Return the school year a day belongs to by this organization's calendar: 2026 for 2026/27."""
        return school_year(day, self.school_year_start.as_tuple())

    def legal_bases_for(self, order_kind: str) -> tuple[papers.LegalBasis, ...]:
        """Return the acts that an order of this kind («O4») cites."""
        return tuple(basis for basis in self.legal_bases if not basis.orders or order_kind in basis.orders)


@cache
def setting_paths() -> frozenset[str]:
    """Return the key path of every section and setting: «curator», «curator.must_be_deputy», …"""
    return frozenset(_paths(RegulationSettings)) - {"clauses"}


def _paths(section: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in section.model_fields.items():
        yield prefix + name
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _paths(field.annotation, f"{prefix}{name}.")


def _nearest(key: str, clauses: dict[str, str]) -> str:
    while key and key not in clauses:
        key = key.rpartition(".")[0]
    return clauses.get(key, "")


def _sources_of_the_unsaid(data: dict) -> dict[str, str]:
    """Keep a section's clause from vouching for keys the document leaves to the recommendation."""
    base = _recommendation()["clauses"]
    return {key: _nearest(key, base) for key in setting_paths() if not _says(data, key.split("."))}


def _says(data: object, path: list[str]) -> bool:
    for part in path:
        if not isinstance(data, dict) or part not in data:
            return False
        data = data[part]
    return True


@cache
def _recommendation() -> dict:
    return tomllib.loads((files(__package__) / "recommendation.toml").read_text(encoding="utf-8"))


def _laid_over(base: dict, data: dict) -> dict:
    both = {
        key: _laid_over(base[key], value)
        for key, value in data.items()
        if isinstance(value, dict) and isinstance(base.get(key), dict)
    }
    return base | data | both
