"""Reading pages as a browser does: who opens which address, which forms stand there, what they would send."""

from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from types import SimpleNamespace
from urllib.parse import urljoin, urlsplit

from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms import BaseForm, BaseFormSet
from django.test import Client, TestCase
from django.urls import resolve, reverse
from django.utils.datastructures import MultiValueDict
from lxml import html

from tests.known import everybody_known
from tests.open_things import OPEN_THINGS
from tests.programs.orders.factories import make_mentee, make_mentor
from tests.test_access import NAMES
from tests.test_access import ROWS as ALL_ROWS
from tests.world import CAST, DAY, PASSWORD

ROWS = {name: row for name, row in ALL_ROWS.items() if name in NAMES}
# Who asks, by the word of the rights rows: the curator wherever the curator may.
VISITORS = {role.value: (lambda world, role=role: world.home.people[role].user) for role in CAST}
VISITORS |= {"observer": lambda world: world.observer, "admin": lambda world: world.admin}
FIRST = ["curator", *(who for who in VISITORS if who != "curator")]
# Forms of the frame around every page.
FRAME = {reverse(name) for name in ("people:sign_out", "people:set_language", "people:set_look")}
CHOICES = ("select", "radio", "checkbox")
FIELDS = ("input", "select", "textarea")
TEXTS = ("text", "textarea", "search", "email", "tel", "url")


def readers_of(row):
    """Who may open the address of ``row``, the curator first."""
    return [who for who in FIRST if who in (row.get or "").split()]


def reader_of(row):
    """Somebody who may open the address of ``row``, or None where there is nothing to open."""
    return next(iter(readers_of(row)), None)


def address_of(world, name, kwargs):
    """The address of a page on which its form stands open; ``kwargs`` are those of its row."""
    address = reverse(name, kwargs=kwargs | OPEN_THINGS[name](world) if name in OPEN_THINGS else kwargs)
    if name == "programs:mentorship_propose":
        mentor, mentee = make_mentor(world.home.organization), make_mentee(world.home.organization)
        return f"{address}?mentor={mentor.pk}&mentee={mentee.pk}"
    if name == "programs:matching_choose":
        return f"{address}?mentor={make_mentor(world.home.organization).pk}"
    return address


def _stands_on(name):
    """What the things of a row are made by: the same for rows that make the same."""
    row, make = ROWS[name], ROWS[name].things
    with_what = [id(cell.cell_contents) for cell in getattr(make, "__closure__", None) or ()]
    return row.in_organization, *(getattr(make, part, make) for part in ("__module__", "__code__")), *with_what


def _side_by_side(names):
    """The same names, those beside each other whose pages stand on the same things."""
    first = {}
    for name in names:
        first.setdefault(_stands_on(name), name)
    return sorted(names, key=lambda name: (first[_stands_on(name)], name))


PAGES = _side_by_side([name for name, row in sorted(ROWS.items()) if reader_of(row)])


class Things:
    """The things of the rows, made once for all pages in a row that stand on the same."""

    def __init__(self, world):
        self._world, self._around = world, ExitStack()
        self._mark = self._kwargs = None

    def kwargs(self, name):
        """The arguments of the address of ``name``."""
        if self._mark != _stands_on(name):
            self.close()
            self._around.enter_context(undone())
            self._mark, self._kwargs = _stands_on(name), ROWS[name].kwargs(self._world)
        return self._kwargs

    def close(self):
        self._mark = None
        self._around.close()


def signed_in(user):
    """A browser of ``user``; an error of the server is an answer like any other."""
    client = Client(raise_request_exception=False)
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    return client


def cookies_of_all(world):
    """The cookies of everybody who visits the pages, signed in once."""
    return {who: signed_in(user_of(world)).cookies for who, user_of in VISITORS.items()}


def browser_of(world, who):
    """A fresh browser of somebody who signed in when ``world`` was made."""
    client = Client(raise_request_exception=False)
    client.cookies.load({name: cookie.value for name, cookie in world.cookies[who].items()})
    return client


def visitors_known(world):
    """Everybody who visits the pages, as found out once in the first organization."""
    return everybody_known(world, [browser_of(world, who).get for who in VISITORS])


def known_on(world, name):
    """Who is met on the page ``name`` without being asked for: all unless its things change them."""
    return {} if ROWS[name].changes_visitors else {**world.known}


@contextmanager
def undone():
    """What is written inside is gone afterwards; what waits for the commit is done before."""
    with transaction.atomic():
        with TestCase.captureOnCommitCallbacks(execute=True):
            yield
        transaction.set_rollback(True)


def body_of(response):
    """The whole answer as bytes."""
    return b"".join(response) if response.streaming else response.content


@dataclass
class Field:
    """One name of a form: what kind it is, what stands in it, what may be chosen."""

    name: str
    kind: str
    least: str = ""
    values: list = field(default_factory=list)
    options: list = field(default_factory=list)
    is_wrong: bool = False

    def honest(self):
        """Values an honest visitor would send: what stands there, or something that fits."""
        if any(self.values) or self.kind in ("file", "hidden"):
            return self.values
        if self.kind in CHOICES:
            return [option for option in self.options if option][:1]
        fitting = {"date": self.least or DAY.isoformat(), "number": self.least or "1", "password": PASSWORD}
        fitting |= {"email": "a@example.org", "time": "10:00"}
        return [fitting.get(self.kind, "Текст")]


@dataclass
class Form:
    """A form of a page and where it goes."""

    action: str
    method: str
    fields: dict = field(default_factory=dict)

    def goes_to(self):
        """The name of the address it is sent to."""
        return resolve(urlsplit(self.action).path).view_name

    def data(self, changes=None):
        """What an honest visitor would send, with ``changes``."""
        sent = {name: each.honest() for name, each in self.fields.items() if each.kind != "file"}
        return sent | (changes or {})

    def names(self, *kinds):
        return [name for name, each in self.fields.items() if each.kind in kinds]

    def note(self, name, kind, part):
        each = self.fields.setdefault(name, Field(name, kind, part.get("min", "")))
        each.is_wrong |= "is-invalid" in part.get("class", "").split()
        return each


def forms_of(response, address):
    """The forms of a page, those of the frame around it left out."""
    if not response["Content-Type"].startswith("text/html") or not response.content:
        return []
    page = html.document_fromstring(response.content.decode())
    found, named = [], {}
    for element in page.iter("form"):
        form = Form(urljoin(address, element.get("action", "")), element.get("method", "get").lower())
        found.append(form)
        named[element.get("id", "")] = form
        for inner in element.iter(*FIELDS):
            if "form" not in inner.attrib:
                _note(form, inner)
    for element in page.iter(*FIELDS):
        # What stands outside of its form names it.
        if element.get("form") in named:
            _note(named[element.get("form")], element)
    return [form for form in found if form.action not in FRAME]


@contextmanager
def open_page(world, name):
    """The page ``name`` in the browser of the first who may open it, with its forms; gone afterwards."""
    kwargs = world.things.kwargs(name)
    with undone():
        address = address_of(world, name, kwargs)
        client = browser_of(world, readers_of(ROWS[name])[0])
        response = client.get(address)
        forms = forms_of(response, address)
        own = own_forms(forms, name)
        yield SimpleNamespace(name=name, address=address, client=client, response=response, forms=own, all_forms=forms)


def own_forms(forms, name):
    """Those of ``forms`` that the page answers for: its own and those whose address has no page, each kind once."""
    found = {}
    for form in forms:
        goes_to = form.goes_to()
        if form.method == "post" and (goes_to == name or not readers_of(ROWS[goes_to])):
            found.setdefault((goes_to, *form.fields), form)
    return found.values()


def wrong_fields(response, address):
    """Names of the fields that a page calls wrong."""
    forms = forms_of(response, address) if response.status_code == 200 else []
    return {name for form in forms for name, each in form.fields.items() if each.is_wrong}


def _is_sent(element):
    """Whether a browser sends what a field holds; the pattern of a row that a script adds is sent by nobody."""
    name = element.get("name")
    is_kept = name and name != "csrfmiddlewaretoken" and "__prefix__" not in name
    return is_kept and "disabled" not in element.attrib


def _note(form, element):
    """Put a field of a page, and what stands in it, into ``form``."""
    kind = element.get("type", "text") if element.tag == "input" else element.tag
    if not _is_sent(element) or kind in ("submit", "button"):
        return
    each = form.note(element.get("name"), kind, element.attrib)
    if kind == "select":
        chosen = [option.get("value", "") for option in element.iter("option") if "selected" in option.attrib]
        each.options += [option.get("value", "") for option in element.iter("option")]
        each.values += chosen or ([] if each.values else each.options[:1])
    elif kind == "textarea":
        each.values = ["".join([*each.values, element.text])] if element.text else each.values
    elif kind not in ("checkbox", "radio"):
        each.values.append(element.get("value", ""))
    else:
        each.options.append(element.get("value", "on"))
        if "checked" in element.attrib:
            each.values.append(element.get("value", "on"))


def refused_fields(response, changes):
    """Names of ``changes`` whose values the fields of this page themselves refuse, whatever stands beside them."""
    fields = bound_fields(response)
    return {name for name, values in changes.items() if name in fields and _refuses(fields[name], name, values)}


def _refuses(field, name, values):
    try:
        field.clean(field.widget.value_from_datadict(MultiValueDict({name: values}), {}, name))
    except ValidationError:
        return not field.disabled
    return False


def bound_fields(response):
    """Name in the page → field, of every Django form the page was made of."""
    found, contexts = {}, response.context or ()
    # Of one alone the client makes no list.
    for context in contexts if isinstance(contexts, list) else [contexts]:
        for values in context:
            for value in values.values() if isinstance(values, dict) else ():
                for form in value.forms if isinstance(value, BaseFormSet) else [value]:
                    if isinstance(form, BaseForm):
                        found |= {form.add_prefix(name): each for name, each in form.fields.items()}
    return found
