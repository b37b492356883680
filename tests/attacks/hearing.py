"""What the server asks of a request: the names it looks for, the tables it writes. What nobody asks, harms nobody."""

import re
from contextlib import contextmanager
from unittest.mock import patch

from django.db import connection
from django.http import QueryDict

from mentoring.lib import cleaning

# Noted where all values are read at once, or where it matters that there is any.
ALL = "*"
WRITES = re.compile(r'\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "?(\w+)')
OTHERS = re.compile(r"\s*(?:\(?SELECT|WITH|SAVEPOINT|RELEASE|ROLLBACK|SET|PRAGMA)\b")


class Heard(QueryDict):
    """Parameters or fields of a request that note in ``asked`` by which names they were read."""

    def __init__(self, values):
        super().__init__(mutable=True, encoding=values.encoding)
        self.asked = set()
        for name, texts in values.lists():
            self.setlist(name, texts)
        self._mutable = False

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)

    def __contains__(self, name):
        self.asked.add(name)
        return super().__contains__(name)

    def getlist(self, name, default=None):
        self.asked.add(name)
        return super().getlist(name, default)

    def __iter__(self):
        self.asked.add(ALL)
        return super().__iter__()

    def __len__(self):
        self.asked.add(ALL)
        return super().__len__()

    def __bool__(self):
        """Of what is not empty nothing is told by it: more of it would be the same."""
        return dict.__len__(self) > 0 or len(self) > 0

    def keys(self):
        self.asked.add(ALL)
        return super().keys()

    def lists(self):
        self.asked.add(ALL)
        return super().lists()

    def copy(self):
        copy = QueryDict(mutable=True, encoding=self.encoding)
        for name, texts in self.lists():
            copy.setlist(name, [*texts])
        return copy

    __copy__ = copy

    def __deepcopy__(self, memo):
        return self.copy()


@contextmanager
def hearing():
    """Every request notes what is asked of it."""
    cleaned = cleaning._cleaned
    with patch.object(cleaning, "_cleaned", lambda values: Heard(cleaned(values))):
        yield


def asked_of_address(response):
    """Names of the parameters that the page looked for in its address."""
    return response.wsgi_request.GET.asked


def asked_of_form(response):
    """Names of the fields that the server looked for in what was sent."""
    return response.wsgi_request.POST.asked


@contextmanager
def writing():
    """The names of the tables written inside."""
    tables = set()

    def note(execute, sql, params, many, context):
        if found := WRITES.match(sql):
            tables.add(found[1])
        else:
            assert OTHERS.match(sql), sql
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield tables
