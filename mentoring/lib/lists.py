"""One page of a long list: filtered, sorted and counted by what stands in the address.

Everything a reader can change is in the query string, so that an address can be sent to a colleague and an
export can be asked for exactly what is seen. Names from the address are checked; nonsense falls back to the
default instead of failing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext as _

PAGE, SORT, COLUMNS, SEARCH = "page", "sort", "columns", "q"


@dataclass(frozen=True)
class Column:
    """A column of a list; `order_by` names one or more fields, none makes a heading that does not sort.

    Where readers choose their columns, a `fixed` one always stands and an `extra` one only when it is chosen.
    """

    label: str
    order_by: str | Sequence[str] | None = None
    numeric: bool = False
    fixed: bool = False
    extra: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        if self.order_by is None:
            return ()
        return (self.order_by,) if isinstance(self.order_by, str) else tuple(self.order_by)


@dataclass(frozen=True)
class Quick:
    """A ready filter above the list: what it is called, what it puts in the address, how many rows it has."""

    label: str
    params: Mapping[str, Any] = field(default_factory=dict)
    count: int | None = None


@dataclass(frozen=True)
class Heading:
    """A column as its `th` is drawn: where a click leads and how the list is sorted now."""

    label: str
    numeric: bool
    url: str
    direction: str  # «ascending», «descending» or nothing


@dataclass(frozen=True)
class Choosable:
    """A column as the reader may choose it."""

    name: str
    label: str
    on: bool


@dataclass(frozen=True)
class Chip:
    """A quick filter or a filter in force."""

    label: str
    url: str
    count: int | None = None
    on: bool = False


class ListPage:
    """One page of a queryset as the address asks for it.

    `columns` maps the sort names of the address to columns; `default_sort` is one of them, with «-» for
    descending. `filterset_class` is a django-filter FilterSet (`filterset_kwargs` goes to it): its valid
    fields narrow the rows, its invalid ones are left out and reported by its form. `chosen` are the names of
    the columns the reader keeps; «columns=name,state» in the address goes before them. Costs two queries, the
    count and the rows; with `late` a third one: the keys of the page first, then its rows, so that what is
    counted for each row is counted for those shown and not for all that are sorted.
    """

    def __init__(
        self,
        request: HttpRequest,
        queryset: QuerySet,
        *,
        columns: Mapping[str, Column],
        default_sort: str,
        filterset_class: type | None = None,
        filterset_kwargs: Mapping[str, Any] | None = None,
        quick: Sequence[Quick] = (),
        per_page: int = 50,
        chosen: Sequence[str] = (),
        late: bool = False,
    ):
        self.params = request.GET
        self._columns = columns
        self._late = late
        self._chosen = [name for name in self.params.get(COLUMNS, "").split(",") if name] or chosen
        self._quick = quick
        self.filterset = None
        if filterset_class is not None:
            self.filterset = filterset_class(
                data=request.GET, queryset=queryset, request=request, **(filterset_kwargs or {})
            )
            queryset = self.filterset.qs
        self.sort = self._checked_sort(default_sort)
        #: All rows of the list in its order, for an export of exactly this.
        self.queryset = queryset.order_by(*self._ordering(queryset))
        self._paginator = Paginator(self.queryset, per_page)

    @cached_property
    def page(self) -> Page:
        """The page the address asks for; the first for nonsense, the last for one beyond the end."""
        return self._paginator.get_page(self.params.get(PAGE))

    @cached_property
    def rows(self) -> list:
        if not self._late:
            return list(self.page.object_list)
        keys = list(self.page.object_list.values_list("pk", flat=True))
        return list(self.queryset.filter(pk__in=keys))

    @property
    def total(self) -> int:
        return self._paginator.count

    @property
    def form(self):
        """The filter form, or nothing for a list without filters."""
        return self.filterset.form if self.filterset else None

    @property
    def query(self) -> str:
        """The query string without the page, for an export of exactly this list."""
        return self._query(**{PAGE: None})

    @cached_property
    def columns(self) -> dict[str, Heading]:
        """The columns that are shown as headings, each with its address and the direction in force."""
        return {name: self._heading(name, self._columns[name]) for name in self.shown}

    @cached_property
    def shown(self) -> list[str]:
        """The names of the columns to show in their order: those chosen, or all that are not extra."""
        wanted = {name for name in self._chosen if name in self._columns}
        if not wanted:
            wanted = {name for name, column in self._columns.items() if not column.extra}
        return [name for name, column in self._columns.items() if column.fixed or name in wanted]

    @property
    def choosable(self) -> list[Choosable]:
        """Every column that may be left out, with whether it is shown."""
        return [
            Choosable(name, column.label, name in self.shown)
            for name, column in self._columns.items()
            if not column.fixed
        ]

    @cached_property
    def quick(self) -> list[Chip]:
        return [self._quick_chip(each) for each in self._quick]

    @cached_property
    def chips(self) -> list[Chip]:
        """The filters in force, each with the address of the list without it."""
        if self.form is None:
            return []
        said = {name for each in self._quick if self._is_on(each) for name in each.params}
        return [
            Chip(label=f"{bound.label}: {words}", url=self._url(**dict.fromkeys(_names(bound))), on=True)
            for bound in self.form
            if bound.name not in said and (words := _in_words(bound, self.form.cleaned_data.get(bound.name)))
        ]

    @property
    def clear_url(self) -> str:
        """The address of the list without any filter, in the same order and with the same columns."""
        return "?" + _encoded({name: self.params[name] for name in (SORT, COLUMNS) if name in self.params})

    @property
    def kept(self) -> dict[str, str]:
        """What a new choice of filters leaves as it is: hidden fields of their form."""
        checked = {SORT: self.sort, COLUMNS: self.params.get(COLUMNS)}
        return {name: value for name, value in checked.items() if name in self.params}

    @property
    def kept_in_search(self) -> list[tuple[str, str]]:
        """What a new search leaves as it is: hidden fields of its form."""
        return [(name, value) for name, value in self.params.items() if name not in (SEARCH, PAGE)]

    @property
    def pages(self) -> list[tuple[int | str, str]]:
        """Pairs (number or «…», address or nothing) for the links under the list."""
        numbers = self._paginator.get_elided_page_range(self.page.number, on_each_side=2, on_ends=1)
        return [(n, self._url(keep_page=True, **{PAGE: n}) if isinstance(n, int) else "") for n in numbers]

    def _checked_sort(self, default: str) -> str:
        asked = self.params.get(SORT, "")
        column = self._columns.get(asked.removeprefix("-"))
        return asked if column is not None and column.fields else default

    def _ordering(self, queryset: QuerySet) -> list[str]:
        fields = self._columns[self.sort.removeprefix("-")].fields
        if self.sort.startswith("-"):
            fields = tuple(_reversed(name) for name in fields)
        # Equal rows would change places between pages; the key at the end keeps them still.
        return [*fields, "pk"]

    def _heading(self, name: str, column: Column) -> Heading:
        if not column.fields:
            return Heading(column.label, column.numeric, "", "")
        direction = {name: "ascending", f"-{name}": "descending"}.get(self.sort, "")
        target = f"-{name}" if direction == "ascending" else name
        return Heading(column.label, column.numeric, self._url(**{SORT: target}), direction)

    def _quick_chip(self, quick: Quick) -> Chip:
        others = {name: None for each in self._quick for name in each.params}
        on = self._is_on(quick)
        url = self._url(**(others if on else others | dict(quick.params)))
        return Chip(quick.label, url, quick.count, on)

    def _is_on(self, quick: Quick) -> bool:
        if quick.params:
            return all(self.params.get(name) == str(value) for name, value in quick.params.items())
        return not any(name in self.params for each in self._quick for name in each.params)

    def _url(self, *, keep_page: bool = False, **changes) -> str:
        return "?" + self._query(**(changes if keep_page else {PAGE: None} | changes))

    def _query(self, **changes) -> str:
        params = self.params.copy()
        for name, value in changes.items():
            if value is None:
                params.pop(name, None)
            else:
                params[name] = value
        return params.urlencode()


def _reversed(name: str) -> str:
    return name.removeprefix("-") if name.startswith("-") else f"-{name}"


def _encoded(values: Mapping[str, str]) -> str:
    params = QueryDict(mutable=True)
    params.update(values)
    return params.urlencode()


def _names(bound) -> list[str]:
    """Return the names a filter has in the address; a span has two of them («on_after», «on_before»)."""
    return [bound.name, *(f"{bound.name}_{suffix}" for suffix in getattr(bound.field.widget, "suffixes", ()))]


def _in_words(bound, value) -> str:
    """Return how a filter value reads: names of choices, «да», a day; nothing for an unset filter."""
    if value is None or value == "" or value is False:
        return ""
    if value is True:
        return _("yes")
    if hasattr(value, "strftime"):
        return _end(value)
    if isinstance(value, slice):
        return _span(value)
    labels = _choice_labels(bound)
    given = value if isinstance(value, list | tuple | set | QuerySet) else [value]
    return ", ".join(str(labels.get(str(each), each)) for each in given)


def _span(value: slice) -> str:
    return " – ".join("…" if end is None else _end(end) for end in (value.start, value.stop))


def _end(value) -> str:
    return value.strftime("%d.%m.%Y") if hasattr(value, "strftime") else str(value)


def _choice_labels(bound) -> dict[str, str]:
    # A relation already holds its rows; listing its choices would cost a query for nothing.
    if hasattr(bound.field, "queryset"):
        return {}
    choices = getattr(bound.field, "choices", ())
    return {str(value): label for value, label in choices if not isinstance(label, list | tuple)}
