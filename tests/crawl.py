"""Reading pages as a browser does: which addresses somebody may open, which forms stand there, what they send."""

from dataclasses import dataclass, field

import tinyhtml5
from django.test import Client

from tests.test_access import NAMES
from tests.test_access import ROWS as ALL_ROWS
from tests.world import CAST

ROWS = {name: row for name, row in ALL_ROWS.items() if name in NAMES}
# Who asks, by the word of the rights rows: the curator wherever the curator may.
VISITORS = {role.value: (lambda world, role=role: world.home.people[role].user) for role in CAST}
VISITORS |= {"observer": lambda world: world.observer, "admin": lambda world: world.admin}
FIRST = ["curator", *(who for who in VISITORS if who != "curator")]


def reader_of(row):
    """Somebody who may open the address of ``row``, or None where there is nothing to open."""
    return next((who for who in FIRST if who in (row.get or "").split()), None)


def signed_in(user):
    """A browser of ``user``."""
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


@dataclass
class Field:
    """One name of a form: what kind it is, what stands in it, what may be chosen."""

    name: str
    kind: str
    values: list = field(default_factory=list)
    options: list = field(default_factory=list)


@dataclass
class Form:
    action: str
    method: str
    fields: dict = field(default_factory=dict)

    def data(self, **changes):
        """What the browser would send, with ``changes``."""
        sent = {name: each.values for name, each in self.fields.items() if each.values and each.kind != "file"}
        return sent | changes

    def _field(self, name, kind):
        return self.fields.setdefault(name, Field(name, kind))


def forms_of(response, address):
    """The forms of a page that send something of its own, the ones around the page (sign-out, look) left out."""
    root = tinyhtml5.parse(response.content.decode(), namespace_html_elements=False)
    main = root.find(".//main")
    found = [_form(each, address) for each in (root if main is None else main).iter("form")]
    return [form for form in found if form.method == "post"]


def _form(element, address):
    form = Form(element.get("action") or address, element.get("method", "get").lower())
    for part in element.iter("input", "select", "textarea"):
        name = part.get("name")
        if name and name != "csrfmiddlewaretoken" and part.get("disabled") is None:
            {"input": _read_input, "select": _read_select, "textarea": _read_textarea}[part.tag](form, name, part)
    return form


def _read_input(form, name, part):
    kind = part.get("type", "text")
    if kind in ("submit", "button"):
        return
    each = form._field(name, kind)
    if kind in ("checkbox", "radio"):
        each.options.append(part.get("value", "on"))
        if part.get("checked") is not None:
            each.values.append(part.get("value", "on"))
    elif kind != "file":
        each.values.append(part.get("value", ""))


def _read_select(form, name, part):
    each = form._field(name, "select")
    for option in part.iter("option"):
        value = option.get("value", option.text or "")
        each.options.append(value)
        if option.get("selected") is not None:
            each.values.append(value)
    if not each.values and part.get("multiple") is None:
        each.values = each.options[:1]


def _read_textarea(form, name, part):
    form._field(name, "textarea").values.append("".join(part.itertext()))
