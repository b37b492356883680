"""The style sheet of the papers as far as Word can follow it: which element looks how.

The selectors and the syntax are read by WeasyPrint's own libraries, so that both files follow one sheet.
"""

from collections import ChainMap
from dataclasses import dataclass
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import cssselect2
import tinycss2
from django.contrib.staticfiles import finders

from mentoring.lib.docx.blocks import Sheet
from mentoring.lib.docx.lengths import length, lengths

INHERITED = frozenset(
    [
        "text-align",
        "text-indent",
        "font-size",
        "font-weight",
        "font-style",
        "line-height",
        "white-space",
        "hyphens",
        "page",
    ]
)
BLOCKS = frozenset(
    [
        "html",
        "body",
        "div",
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "table",
        "thead",
        "tbody",
        "tr",
        "td",
        "th",
        "ul",
        "ol",
        "li",
        "section",
        "header",
        "footer",
    ]
)
BOLD = frozenset(["h1", "h2", "h3", "h4", "th", "strong", "b"])
SIDES = ("top", "right", "bottom", "left")
SHEETS = {"A3": (842, 1191), "A4": (595.3, 841.9), "A5": (419.5, 595.3)}


class Rules:
    """The rules of some style sheets, ready to be asked about elements, and their kinds of pages."""

    def __init__(self, texts):
        self._matcher = cssselect2.Matcher()
        self.sheets = {}
        order = count()
        for text in texts:
            for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
                if rule.type == "qualified-rule":
                    self._add(rule, next(order))
                elif rule.type == "at-rule" and rule.at_keyword == "page":
                    self._add_sheet(rule)

    def _add(self, rule, order):
        declared = _declarations(rule.content)
        for selector in cssselect2.compile_selector_list(rule.prelude):
            self._matcher.add_selector(selector, (order, declared))

    def _add_sheet(self, rule):
        name = "".join(token.serialize() for token in rule.prelude).strip() or "auto"
        declared = _declarations(rule.content)
        if name.startswith(":") or not {"size", "margin"} & set(declared):
            return
        words = [token.value for token in declared.get("size", ()) if token.type == "ident"]
        width, height = next((SHEETS[word] for word in words if word in SHEETS), SHEETS["A4"])
        if "landscape" in words:
            width, height = height, width
        margins = _spread(lengths(declared["margin"])) if "margin" in declared else self.sheets["auto"].margins
        self.sheets[name] = Sheet(width, height, margins)

    def node_of(self, element, above=None):
        """An element with all that is in it, each with its look, under the look ``above``."""
        own, before = {}, {}
        for _specificity, _order, pseudo, (_place, declared) in sorted(
            self._matcher.match(element), key=lambda each: (each[0], each[3][0])
        ):
            if pseudo in (None, "before"):
                (before if pseudo else own).update(declared)
        plain = element.etree_element
        look = Look(own, above, element.local_name, plain.get("lang"))
        return Node(
            element.local_name,
            look,
            plain,
            tuple(self.node_of(child, look) for child in element.iter_children()),
            Look(before, look) if "content" in before else None,
        )


@dataclass(frozen=True)
class Node:
    """An element of the page with its look; ``before`` is the look of what the sheet puts before it."""

    tag: str
    look: "Look"
    plain: Any
    children: tuple
    before: Any = None

    @property
    def text(self):
        """The letters before the first child."""
        return self.plain.text

    @property
    def tail(self):
        """The letters after the element."""
        return self.plain.tail

    @property
    def is_inline(self):
        """Whether it stands in the line."""
        return self.look.display.startswith("inline")

    def get(self, name):
        """The value of an attribute."""
        return self.plain.get(name)

    def all_of_classes(self, classes):
        """The elements of one of the classes, in their order, none of them within another."""
        for child in self.children:
            if set((child.get("class") or "").split()) & set(classes):
                yield child
            else:
                yield from child.all_of_classes(classes)

    def all_of(self, tag):
        """All elements of a tag within, in their order."""
        for child in self.children:
            if child.tag == tag:
                yield child
            yield from child.all_of(tag)


class Look:
    """How one element looks; ``own`` is what the sheet says of it, ``above`` the look of its parent."""

    def __init__(self, own, above, tag="", lang=None):
        self.own = own
        self.above = above
        self.tag = tag
        self.lang = lang or (above.lang if above else "")
        self.variables = ChainMap({name: value for name, value in own.items() if name.startswith("--")})
        if above is not None:
            self.variables = above.variables.new_child(self.variables.maps[0])
        self.size = self._size()

    def _size(self):
        inherited = self.above.size if self.above else 12
        return length(self._tokens("font-size"), inherited, inherited) or inherited

    def _tokens(self, name):
        """The declared value with its variables filled in; of an inherited property the nearest one."""
        tokens = self.own.get(name)
        if tokens is None:
            return self.above._tokens(name) if self.above and name in INHERITED and name != "font-size" else ()
        filled = []
        for token in tokens:
            if token.type == "function" and token.lower_name == "var":
                filled += self.variables.get(next(each.value for each in token.arguments if each.type == "ident"), ())
            else:
                filled.append(token)
        return filled

    def word(self, name, default=""):
        """The first word of a value."""
        return next((token.lower_value for token in self._tokens(name) if token.type == "ident"), default)

    def number(self, name, default=0.0):
        """A length in points; «42%» as a string, «auto» as None."""
        tokens = self._tokens(name)
        if not tokens:
            return default
        if tokens[0].type == "percentage":
            return f"{tokens[0].value}%"
        return length(tokens, self.size)

    def texts(self, name):
        """The value as (kind, text): strings and the counters asked for."""
        for token in self._tokens(name):
            if token.type == "string":
                yield "string", token.value
            elif token.type == "function":
                yield token.lower_name, next(each.value for each in token.arguments if each.type == "ident")

    @property
    def display(self):
        shown = "block" if self.tag in BLOCKS else "inline"
        return self.word("display", shown)

    @property
    def bold(self):
        if "font-weight" in self.own:
            return self.word("font-weight") == "bold"
        return self.tag in BOLD or (self.above is not None and self.above.bold)

    @property
    def italic(self):
        return self.word("font-style") == "italic"

    @property
    def spacing(self):
        return next((token.value for token in self._tokens("line-height") if token.type == "number"), 1.15)

    @property
    def border(self):
        """Sides with a line."""
        return frozenset(side for side in SIDES if self.number(f"border-{side}") not in (0, 0.0, None))


@cache
def rules_of(stylesheets):
    """The rules of static files, read once. Raises FileNotFoundError for an unknown one."""
    return Rules([_text(name) for name in stylesheets])


def _text(name):
    found = finders.find(name)
    if not found:
        raise FileNotFoundError(f"No static file {name!r}.")
    return Path(found).read_text("utf-8")


def _declarations(content):
    """What a rule says, with short forms written out."""
    declared = {}
    for one in tinycss2.parse_declaration_list(content, skip_comments=True, skip_whitespace=True):
        if one.type != "declaration":
            continue
        tokens = [token for token in one.value if token.type != "whitespace"]
        if one.name in ("margin", "padding"):
            declared |= _sides(one.name, tokens)
        elif one.name == "border":
            declared |= {f"border-{side}": tokens for side in SIDES}
        elif one.name == "font":
            declared |= _font(tokens)
        declared[one.lower_name] = tokens
    return declared


def _sides(name, tokens):
    top, right, bottom, left = _spread(tokens)
    return {f"{name}-top": [top], f"{name}-right": [right], f"{name}-bottom": [bottom], f"{name}-left": [left]}


def _spread(values):
    """One to four values as the four sides."""
    top, right, bottom, left = (*values, *[None] * (4 - len(values)))
    right = top if right is None else right
    return top, right, top if bottom is None else bottom, right if left is None else left


def _font(tokens):
    """Size and height of the line of a font; the family is the same all over."""
    sizes = [token for token in tokens if token.type in ("dimension", "percentage")]
    heights = [token for token in tokens if token.type == "number"]
    return {"font-size": sizes[:1], "line-height": heights[:1]}
