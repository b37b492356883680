"""What may be written in the braces of a template, and nothing beyond: names, one loop, a condition.

A template comes from outside. It can ask for no attribute and call nothing, and loops do not nest, so that no file
takes the time of the server.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

FILTERS = ("upper", "lower", "capitalize")
ALLOWED = (
    nodes.Template,
    nodes.Output,
    nodes.TemplateData,
    nodes.Name,
    nodes.For,
    nodes.If,
    nodes.Not,
    nodes.And,
    nodes.Or,
    nodes.Filter,
)
TAGS = re.compile(r"<[^>]+>")


class Refused(Exception):
    """The template is written wrongly; the text is the sentence for people."""


@dataclass(frozen=True)
class Asked:
    """The names a template asks for: all, those it loops over, those it writes down."""

    names: set
    looped: set
    printed: set


class OnlyNames(SandboxedEnvironment):
    """Gives out values by their names; every attribute and every call is refused."""

    def __init__(self):
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def is_safe_attribute(self, obj, attr, value):
        """None is."""
        return False

    def is_safe_callable(self, obj):
        """None is."""
        return False


def names_in(source):
    """What a part of a template asks for (``Asked``). Raises Refused for anything beyond names."""
    try:
        tree = OnlyNames().parse(source)
    except TemplateSyntaxError as error:
        place = TAGS.sub("", source.splitlines()[error.lineno - 1] if source else "")[:80]
        raise Refused(
            _("The braces are written wrongly near “%(place)s”: %(reason)s. Compare with the example beside.")
            % {"place": place.strip(), "reason": error.message}
        ) from error
    looped, own = set(), set()
    for node in _all(tree):
        if not isinstance(node, ALLOWED) or (
            isinstance(node, nodes.Filter) and (node.name not in FILTERS or node.args)
        ):
            raise Refused(
                _("A template may hold fields, loops and conditions. It has something more in its braces: %(what)s.")
                % {"what": type(node).__name__}
            )
        if isinstance(node, nodes.For):
            looped.add(_loop(node))
            own.add(node.target.name)
    asked = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    printed = {name.name for output in tree.find_all(nodes.Output) for name in output.find_all(nodes.Name)}
    return Asked(asked - own, looped, printed - own)


def _loop(node):
    """The name a loop goes over."""
    inner = node.find(nodes.For)
    if (
        inner
        or node.recursive
        or node.test
        or not isinstance(node.iter, nodes.Name)
        or not hasattr(node.target, "name")
    ):
        raise Refused(_("A loop goes over one list and has no other loop in it. Compare with the example beside."))
    return node.iter.name


def _is_allowed(node):
    if isinstance(node, nodes.Filter):
        return node.name in FILTERS and not node.args
    return isinstance(node, ALLOWED)


def _all(node):
    yield node
    for child in node.iter_child_nodes():
        yield from _all(child)
