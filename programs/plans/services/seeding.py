"""The programs every organization can start from."""

import tomllib
from functools import cache
from importlib.resources import files

from django.db import transaction
from django.utils.text import capfirst

from people.organizations.selectors import regulation_on
from programs.plans.models import NoteParts, ProgramTemplate

WORDED = ("direction", "task", "content", "form", "who", "result")


@cache
def _shelf():
    return tomllib.loads((files("programs.plans") / "templates.toml").read_text(encoding="utf-8"))["templates"]


@transaction.atomic
def seed_templates(organization):
    """Give ``organization`` the ready templates in the words of its regulation; may run twice.

    Directions the regulation does not have are left out of the events. Returns the templates it made; those
    that stand already under the same title are not touched.
    """
    regulation = regulation_on(organization, organization.today())
    terms = {name: getattr(regulation.terms, name) for name in type(regulation.terms).model_fields}
    known = {direction.code for direction in regulation.program.directions}
    there = set(organization.program_templates.values_list("title", flat=True))
    fresh = [template for template in _shelf() if template["title"] not in there]
    return [_plant(organization, template, terms, known) for template in fresh]


def _plant(organization, template, terms, known):
    parts = {name: _worded(template.get(name, ""), terms) for name in NoteParts.NOTE_FIELDS}
    return ProgramTemplate.objects.create(
        organization=organization,
        title=template["title"],
        months=template["months"],
        events=[_event(event, terms, known) for event in template["events"]],
        **parts,
    )


def _event(event, terms, known):
    values = {name: _worded(event[name], terms) for name in WORDED}
    if event["direction"] not in known:
        values["direction"] = ""
    return values | {"after_days": event["after_days"]}


def _worded(text, terms):
    """Put the organization's words into ``text``; a sentence begins with a capital letter all the same."""
    written = text.strip().format(**terms)
    return "\n".join(capfirst(line) for line in written.split("\n")) if "{" in text else written
