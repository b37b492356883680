"""Finds a page by the words of its address: one by one, hundreds of patterns cost more than a refusal itself."""

from django.urls import URLResolver, include
from django.urls.resolvers import RoutePattern
from django.utils.functional import cached_property


def shelved(urlconf):
    """What ``path("", include(urlconf))`` gives, asked by shelves."""
    module, app_name, namespace = include(urlconf)
    return Shelved(RoutePattern("", is_endpoint=False), module, app_name=app_name, namespace=namespace)


class Shelved(URLResolver):
    """Patterns on shelves by the first and the third part of the address: ``o/<slug:slug>/orders/…``.

    The first part of every pattern is a word; a third part that is none stands on every shelf of its first.
    """

    def resolve(self, path):
        first, third = _parts(str(path))
        shelf = self._shelves.get((first, third)) or self._shelves.get((first, None)) or self._shelf([])
        return shelf.resolve(path)

    @cached_property
    def _shelves(self):
        placed = [(_place(pattern), pattern) for pattern in _flat(self.url_patterns)]
        return {
            (first, third): self._shelf([entry for place, entry in placed if place in ((first, third), (first, None))])
            for first, third in {place for place, _entry in placed}
        }

    def _shelf(self, patterns):
        return URLResolver(self.pattern, patterns, app_name=self.app_name, namespace=self.namespace)


def _flat(patterns):
    """The patterns themselves, however they were gathered without a prefix and a namespace."""
    for entry in patterns:
        if isinstance(entry, URLResolver) and not str(entry.pattern) and not entry.namespace:
            yield from _flat(entry.url_patterns)
        else:
            yield entry


def _parts(path):
    first, _, rest = path.partition("/")
    return first, rest.partition("/")[2].partition("/")[0]


def _place(pattern):
    first, third = _parts(str(pattern.pattern))
    if "<" in first:
        raise ValueError(f"The address {pattern.pattern} begins with no word.")
    return first, None if "<" in third else third
