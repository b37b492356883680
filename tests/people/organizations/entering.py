"""Enters a regulation through the pages alone: opens every page of the draft and types what is to stand there."""

import re

from people.organizations.forms import is_list
from people.organizations.regulations import setting_paths
from people.organizations.regulations.catalog import GROUPS, SETTINGS
from tests.crawl import forms_of

STAGES = "roadmap.stages"
PROVISIONAL = "provisional"


def enter_regulation(client, slug, settings, *, source="recommended", valid_from=None, reason="Новая редакция"):
    """Open a draft as the curator whose ``client`` it is, and type all of ``settings`` into its pages.

    ``settings`` is a RegulationSettings; returns the address of the draft's page («…/regulation/editions/7/»).
    Only what the pages show is sent. Sending it to the head and the approval are the caller's.
    """
    start = f"/o/{slug}/regulation/new/"
    form = _form(client, start)
    values = {"source": source, "reason": reason} | ({"valid_from": valid_from.isoformat()} if valid_from else {})
    answer = client.post(start, form.data({name: [value] for name, value in values.items()}))
    assert answer.status_code == 302, answer.context["form"].errors
    card = answer.headers["Location"]
    type_settings(client, card, settings)
    return card


def type_settings(client, card, settings):
    """Type all of ``settings`` into the draft whose page is ``card``."""
    target = settings.model_dump(mode="json")
    for path in _in_order():
        if path == STAGES:
            _type_stages(client, card, target)
        elif path in GROUPS:
            _type_page(client, f"{card}edit/{path}/", target)
        else:
            _type_page(client, f"{card}list/{path}/?empty={_length(target, path)}", target)


def said(settings):
    """What a regulation says, to compare two: every value, and for every key the clause it comes from."""
    stored = settings.model_dump(mode="json")
    return stored | {"clauses": {path: settings.clause_of(path) for path in setting_paths()}}


def _in_order():
    """Lists before groups: a form's own document names forms; the roadmap's years before its stages."""
    lists = sorted(filter(is_list, SETTINGS), key=lambda path: path == "further_documents")
    return [*GROUPS, *lists, STAGES]


def _form(client, url):
    page = client.get(url)
    assert page.status_code == 200, (url, page.status_code)
    own = url.partition("?")[0]
    return next(form for form in forms_of(page, own) if form.method == "post" and form.action.endswith(own))


def _type_page(client, url, target):
    form = _form(client, url)
    changes = {}
    for name in form.fields:
        if name in ("seen", "csrfmiddlewaretoken"):
            continue
        changes[name] = _typed(name, form.fields[name], target)
    _send(client, url, form, changes)


def _send(client, url, form, changes):
    answer = client.post(url.partition("?")[0], form.data(changes))
    assert answer.status_code == 302, (url, dict(answer.context["form"].errors), answer.context["conflicts"])
    return answer


def _typed(name, field, target):
    """What the field ``name`` of a page is to hold, as a browser sends it."""
    if name.startswith("clause-"):
        return [target["clauses"].get(_path_of(name.removeprefix("clause-")), "")]
    parts = name.split("-")
    if parts[-1] in ("position", "remove") and parts[-2].isdigit():
        inside = _at(target, parts[:-1]) is not None
        if parts[-1] == "position":
            return [str(int(parts[-2]) + 1) if inside else ""]
        return [] if inside else ["on"]
    return _sent(_at(target, parts), field)


def _sent(value, field):
    if field.kind == "checkbox" and not isinstance(value, list):
        return ["on"] if value is True else []
    if isinstance(value, list) and field.kind == "checkbox":
        return [option for option in field.options if option in {str(each) for each in value}]
    if isinstance(value, list):
        return ["\n".join(value)]
    if value is None:
        return [""]
    return [str(value)]


def _at(target, parts):
    """The value of the target at a path, whose numbers count rows from 0; None past the end."""
    for part in parts:
        if isinstance(target, list):
            target = target[int(part)] if int(part) < len(target) else None
        else:
            target = target.get(part) if isinstance(target, dict) else None
    return target


def _path_of(name):
    return name.replace("-", ".")


def _length(target, path):
    """As many empty rows as there are entries, and inside an entry as many as it has parts."""
    entries = _at(target, path.split("."))
    parts = [len(value) for entry in entries for value in entry.values() if isinstance(value, list)]
    return min(max([len(entries), *parts, 2]), 50)


def _type_stages(client, card, target):
    """All stages anew: a provisional one lets the others go, since a roadmap without stages is none."""
    first = target["roadmap"]["stages"][0]["items"][0]
    _add_stage(client, card, {"code": PROVISIONAL, "label": "…"}, first | {"code": PROVISIONAL})
    _leave_only(client, card, [PROVISIONAL], target)
    for stage in target["roadmap"]["stages"]:
        _add_stage(client, card, stage, stage["items"][0])
        for item in stage["items"][1:]:
            _type_item(client, f"{card}stages/{stage['code']}/item/", {"item": item})
    _leave_only(client, card, [stage["code"] for stage in target["roadmap"]["stages"]], target)


def _add_stage(client, card, stage, item):
    label = {"code": stage["code"], "label": stage["label"]}
    _type_item(client, f"{card}stage/", {"stage": label, "item": item})


def _type_item(client, url, values):
    points = max(len(values["item"]["date"]["points"]), len(values["item"]["co_responsible"]), 2)
    url = f"{url}?empty={points}"
    form = _form(client, url)
    names = [name for name in form.fields if name not in ("seen", "csrfmiddlewaretoken")]
    changes = {name: _typed(name, form.fields[name], values) for name in names}
    _send(client, url, form, changes)


def _leave_only(client, card, codes, target):
    url = f"{card}stages/"
    page = client.get(url)
    stored = list(dict.fromkeys(re.findall(r"/stages/([a-z][a-z0-9_]*)/\"", page.content.decode())))
    form = _form(client, url)
    changes = {"clause-roadmap-stages": [target["clauses"].get(STAGES, "")]}
    for number, code in enumerate(stored):
        changes[f"stages-{number}-remove"] = [] if code in codes else ["on"]
        changes[f"stages-{number}-position"] = [str(codes.index(code) + 1) if code in codes else "1"]
    _send(client, url, form, changes)
