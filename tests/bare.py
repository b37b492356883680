"""Pages without what is the same around all of them, or is asked elsewhere."""

from contextlib import contextmanager
from unittest.mock import patch

from django.http import HttpResponse
from django.template.backends.django import Template
from django.utils.safestring import SafeString

from reports.home import context, errors

# The frame is the same around every page of a visitor: it is read on pages that all of them may open.
FRAMED = ("people:notice_list", "reports:home", "reports:start")
_FURNISH = context._furnish


@contextmanager
def framed():
    """Pages have their rail and places around them again."""
    with patch.object(context, "_furnish", _FURNISH):
        yield


@contextmanager
def unframed(name=None):
    """Pages stand without rail and places around them, unless ``name`` is one on which these are read."""
    with patch.object(context, "_furnish", _FURNISH if name in FRAMED else lambda frame, actor, path: None):
        yield


@contextmanager
def unwritten():
    """Whatever decides on an answer is done; nobody writes its page."""
    with patch.object(Template, "render", lambda template, context=None, request=None: SafeString("<p></p>")):
        yield


@contextmanager
def plain_refusals():
    """What a page of refusal looks like is asked elsewhere."""
    with patch.object(errors, "render", lambda request, page, status: HttpResponse(page, status=status)):
        yield
