"""Somebody who goes through the pages without a browser: reads them, follows links, fills in forms and sends them.

It has the words of `Visitor`, which the steps of a path are written in, so that either may take a step. What a page
does by scripts alone is left to those at a browser.
"""

import re
from functools import cached_property
from urllib.parse import urlencode, urljoin

from cssselect2 import ElementWrapper
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import html

from tests.path_steps.first_page import flat
from tests.path_steps.ways import Ways

BUTTONS = ".//button[not(@disabled or @hidden)]"
# What a browser sends only when pressed, or never.
UNSENT = {"submit", "button", "image", "reset", "file"}


class Reader(Ways):
    """Whoever ``visitor`` is, signed in as there; the open page is ``root`` at ``address``, with ``files`` chosen."""

    root = None

    def __init__(self, visitor):
        self.visitor, self.slug = visitor, visitor.slug
        self.login, self.password = visitor.login, visitor.password

    @property
    def first_page(self):
        return self.visitor.first_page

    @cached_property
    def client(self):
        return self.first_page.client

    # ---- ways ----
    def open(self, path):
        self._show(self.client.get(path, follow=True), path)

    def home(self):
        self.open(f"/o/{self.slug}/")

    def section(self, name):
        if self.root is None:
            self.home()
        [rail] = self.root.xpath("//nav[@aria-label='Разделы']")
        links = [link for link in rail.xpath(".//a") if flat(link.xpath("string(span[not(@class)])")) == name]
        assert links, f"no section «{name}» for {self.visitor.login}"
        self._go(links[0])

    def follow(self, name, exact=False, within=None):
        links = _named((self.main if within is None else within).xpath(".//a[@href]"), name, exact)
        assert links, f"no link «{name}» at {self.address}"
        self._go(links[0])

    def press(self, name, exact=False):
        found = _named(self.main.xpath(BUTTONS), name, exact)
        assert len(found) == 1, f"{len(found)} buttons «{name}» at {self.address}"
        self._send(found[0])

    def unfold(self, text):
        assert any(flat(text) in flat(each.text_content()) for each in self._all("summary")), text

    def join(self, code):
        self.client = Client(enforce_csrf_checks=True)
        super().join(code)
        self.visitor.sit_down()
        return self

    def sign_in(self):
        self.client = Client(enforce_csrf_checks=True)
        super().sign_in()
        assert self.address == f"/o/{self.slug}/"

    def download(self, name):
        """Follow a link to a file and give its bytes."""
        [link, *_] = _named(self.main.xpath(".//a[@href]"), name, exact=False)
        return self.client.get(urljoin(self.address, link.get("href"))).getvalue()

    # ---- forms ----
    def field(self, label, exact=False, within=None):
        """What is labelled so, to be filled, ticked or chosen in."""
        fields = (self.main if within is None else within).iter("input", "select", "textarea")
        found = [each for each in fields if _is_labelled(each, label, exact)]
        assert len(found) == 1, f"{len(found)} fields «{label}» at {self.address}"
        return Field(found[0], self.files)

    def tick_all(self):
        """Tick everything that can be ticked."""
        ticks = self._all("input[type=checkbox]")
        assert ticks
        for tick in ticks:
            Field(tick, self.files).check()

    def fill(self, label, value, exact=False):
        self.field(label, exact).fill(value)

    def choose(self, css, number, value):
        Field(self._all(css)[number], self.files).select_option(value)

    # ---- what the page says ----
    @property
    def main(self):
        return self.root.get_element_by_id("main")

    def part(self, css, text):
        """The first such part of the page that says ``text``."""
        found = [each for each in self._all(css) if flat(text) in flat(each.text_content())]
        assert found, f"no {css} «{text}» at {self.address}"
        return found[0]

    def row(self, text):
        return self.part("tr", text)

    def says(self, part, *texts):
        said = flat(part.text_content())
        assert [text for text in texts if flat(text) not in said] == []

    def text_of(self, css, within=None):
        return flat(self._all(css, within)[0].text_content()).strip()

    def texts(self, css):
        return [flat(each.text_content()) for each in self._all(css)]

    def cells(self, css):
        rows = self._all("tbody tr", self._all(css)[-1])
        return [[next(filter(None, map(str.strip, cell.itertext()))) for cell in row] for row in rows]

    def sees(self, *texts):
        self.says(self.main, *texts)

    def misses(self, *texts):
        said = flat(self.main.text_content())
        assert [text for text in texts if flat(text) in said] == []

    def heading(self, text):
        assert flat(text) in flat(self.root.xpath("string(//h1)"))

    def state(self, text):
        assert flat(text) in self.texts(".page-head .badge, .page-head .state")[0]

    def points(self):
        return " ".join(area.text or "" for area in self._all("textarea[name$=-text]"))

    # ---- the first page ----
    def is_asked(self, *sentences, no_more=()):
        self.first_page.is_asked(*sentences, no_more=no_more)

    def is_free_of(self, *sentences):
        self.first_page.is_free_of(*sentences)

    def does(self, sentence):
        self.open(self.first_page.leads_to(sentence))

    # ---- below ----
    def _all(self, css, within=None):
        around = ElementWrapper.from_html_root(self.main if within is None else within)
        return [each.etree_element for each in around.query_all(css)]

    def _go(self, link):
        self.open(urljoin(self.address, link.get("href")))

    def _send(self, button):
        form = next(button.iterancestors("form"))
        address = urljoin(self.address, button.get("formaction") or form.get("action") or self.address)
        values = {}
        for name, value in [*_values(form), (button.get("name"), button.get("value", ""))]:
            if name:
                values.setdefault(name, []).append(re.sub(r"\r?\n", "\r\n", value))
        if files := {field.get("name"): file for field, file in self.files.items() if form in field.iterancestors()}:
            assert form.get("enctype") == "multipart/form-data"
            values |= files
        if form.get("method", "").lower() == "post":
            self._show(self.client.post(address, values, follow=True), address)
        else:
            self.open(f"{address.partition('?')[0]}?{urlencode(values, doseq=True)}")

    def _show(self, answer, path):
        assert answer.status_code == 200, (path, answer.status_code)
        self.address = answer.redirect_chain[-1][0] if answer.redirect_chain else path
        self.root, self.files = html.document_fromstring(answer.content.decode()), {}


class Field:
    """One field of a form, with a few words of a browser's."""

    def __init__(self, element, files):
        self.element, self.files = element, files

    def fill(self, value):
        assert not {"readonly", "disabled"}.intersection(self.element.attrib)
        self.element.value = value

    def set_input_files(self, file):
        assert self.element.get("type") == "file"
        self.files[self.element] = SimpleUploadedFile(file["name"], file["buffer"], file["mimeType"])

    def input_value(self):
        return self.element.value

    def is_checked(self):
        return "checked" in self.element.attrib

    def check(self):
        if self.element.get("type") == "radio":
            [form] = self.element.xpath("ancestor::form")
            for other in form.xpath(".//input[@type='radio'][@name=$name]", name=self.element.get("name")):
                other.attrib.pop("checked", None)
        self.element.set("checked", "")

    def select_option(self, value=None, label=None):
        options = {option.get("value"): flat(option.text_content()).strip() for option in self.element.iter("option")}
        if label is not None:
            [value] = [key for key, said in options.items() if said == flat(label)]
        assert value in options, (value, options)
        self.element.value = value


def _values(form):
    """What a browser sends of a form beside the button: (name, value)."""
    for each in form.iter("input", "select", "textarea"):
        name, kind = each.get("name"), each.get("type", "text")
        if not name or kind in UNSENT or each.xpath("ancestor-or-self::*[@disabled]"):
            continue
        if each.tag == "select":
            yield from ((name, value) for value in _chosen(each))
        elif each.tag == "textarea":
            yield name, (each.text or "").removeprefix("\n")
        elif kind not in ("checkbox", "radio"):
            yield name, each.get("value", "")
        elif "checked" in each.attrib:
            yield name, each.get("value", "on")


def _chosen(select):
    values = [each.get("value") for each in select.iter("option") if "selected" in each.attrib]
    if values or "multiple" in select.attrib:
        return values
    return [each.get("value") for each in select.iter("option")][:1]


def _named(elements, name, exact):
    """Those called so: in full, or with the name anywhere in what they are called."""
    return [each for each in elements if _is_called(_name_of(each), name, exact)]


def _name_of(element):
    return element.get("aria-label") or element.text_content()


def _is_called(said, name, exact):
    said, name = flat(said).strip(), flat(name).strip()
    return said == name if exact else name.casefold() in said.casefold()


def _is_labelled(element, label, exact):
    if element.get("type") == "hidden":
        return False
    names = [element.get("aria-label", "")]
    names += [each.text_content() for each in element.iterancestors("label")]
    if element.get("id"):
        names += [each.text_content() for each in element.xpath(f"//label[@for='{element.get('id')}']")]
    return any(_is_called(each, label, exact) for each in names if each)
