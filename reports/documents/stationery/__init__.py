"""The organization's own Word templates: which fields they may have, what is accepted, how one is filled in."""

from reports.documents.stationery.filling import StationeryFails, fill
from reports.documents.stationery.making import template_of, word_file

__all__ = ["StationeryFails", "fill", "template_of", "word_file"]
