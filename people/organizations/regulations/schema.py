"""The schema of settings looked at from outside: what kind of value every setting and every field of an entry has."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache, reduce
from types import NoneType, UnionType
from typing import Annotated, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from .base import Month
from .papers import OrderCode
from .settings import RegulationSettings

FLAG, NUMBER, MONEY, DAY, TEXT, CHOICE = "flag", "number", "money", "day", "text", "choice"
LINES, MONTHS, CHOICES, ORDERS, CODES, MONTH = "lines", "months", "choices", "orders", "codes", "month"
SECTION, SECTIONS = "section", "sections"
_SCALARS = {bool: FLAG, int: NUMBER, Decimal: MONEY, date: DAY, str: TEXT}


@dataclass(frozen=True)
class Shape:
    """What a field `name` of the schema's class `model` holds: its kind, limits, and the class of its entries."""

    model: type[BaseModel]
    name: str
    kind: str
    item: type[BaseModel] | None = None
    values: tuple = ()
    optional: bool = False
    least: int | None = None
    most: int | None = None


@cache
def shape_of(model: type[BaseModel], name: str) -> Shape:
    """Return the shape of one field of a class of the schema."""
    info = model.model_fields[name]
    kind, item, values = _kind(info.annotation)
    kind = MONTH if name == "month" else kind
    limits = {key: _limit(info.metadata, key) for key in ("ge", "le")}
    may_be_empty = NoneType in get_args(info.annotation) or (kind == TEXT and not _limit(info.metadata, "min_length"))
    return Shape(model, name, kind, item, values, may_be_empty, limits["ge"], limits["le"])


@cache
def shape_at(path: str) -> Shape:
    """Return the shape of the setting at the dotted path; KeyError where there is none."""
    *above, name = path.split(".")
    model = reduce(lambda model, part: shape_of(model, part).item, above, RegulationSettings)
    return shape_of(model, name)


def value_at(data: dict, path: str) -> object:
    """Return the JSON value of a setting; None where stored settings are older than the setting."""
    for part in path.split("."):
        data = data.get(part) if isinstance(data, dict) else None
    return data


def _kind(annotation) -> tuple[str, type | None, tuple]:
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _kind(next(each for each in args if each is not NoneType))
    if origin is Annotated:
        return _kind(args[0])
    if origin is Literal:
        return CHOICE, None, args
    if origin is tuple:
        return _kind_of_list(args[0])
    if issubclass(annotation, BaseModel):
        return SECTION, annotation, ()
    return _SCALARS[annotation], None, ()


def _kind_of_list(item):
    if item == Month:
        return MONTHS, None, ()
    if item == OrderCode:
        return ORDERS, None, ()
    kind, model, values = _kind(item)
    if kind == SECTION:
        return SECTIONS, model, ()
    if kind == CHOICE:
        return CHOICES, None, values
    return (LINES if _may_hold_anything(item) else CODES), None, ()


def _may_hold_anything(item):
    return _limit(get_args(item)[1:], "pattern") is None


def _limit(metadata, name):
    return next((value for each in metadata if (value := getattr(each, name, None)) is not None), None)
