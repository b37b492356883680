import re

import pytest
from django.http import HttpResponse
from django.urls import Resolver404, URLResolver, get_resolver, include, path
from django.urls.resolvers import RegexPattern

from mentoring.lib.addresses import Shelved, shelved

APPS = ("reports.urls", "people.urls", "programs.urls")
PART = re.compile(r"<(?:(\w+):)?\w+>")


def _routes(resolver):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _routes(entry)
        else:
            yield str(entry.pattern)


def _found(resolver, address):
    try:
        match = resolver.resolve(address)
    except Resolver404:
        return None
    return match.view_name, match.func, match.args, match.kwargs, match.route, match.app_names


def test_every_address_leads_where_it_leads_without_shelves():
    plain = URLResolver(RegexPattern(r"^/"), [path("", include(name)) for name in APPS])
    routes = sorted(set(_routes(plain)))
    assert any(isinstance(entry, Shelved) for entry in get_resolver().url_patterns)
    for route in routes:
        address = "/" + PART.sub(lambda part: "5" if part[1] == "int" else "ab-5", route)
        assert _found(plain, address) is not None, route
        for near in (address, address.rstrip("/"), f"{address}x/", f"/{address}", address.replace("5", "x")):
            assert _found(get_resolver(), near) == _found(plain, near), near


def test_an_address_that_begins_with_no_word_has_no_shelf():
    patterns = [path("<slug:slug>/papers/", lambda request, slug: HttpResponse())]
    with pytest.raises(ValueError, match="begins with no word"):
        shelved(patterns).resolve("school-3/papers/")
