"""The text of a draft: the words around the points, and the points as rows that are moved, removed and put back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from programs.orders.services.drafting import HEADING_LENGTH, POINT_LENGTH, POINTS, SUFFIX_LENGTH

# About as many letters stand in one line of the editor.
LINE_LENGTH = 60
# What was removed, as the page carries it until the text is saved.
REMOVED = ("removed-text", "removed-depth", "removed-at")


def long_text(rows, length, **options):
    """A text of several lines; the browser counts its letters and cuts nothing off."""
    field = forms.CharField(max_length=length, widget=forms.Textarea(attrs={"rows": rows}), **options)
    field.widget.attrs |= {"data-limit": field.widget.attrs.pop("maxlength")}
    return field


class OrderTextForm(forms.Form):
    """The text of a draft around its points."""

    heading = long_text(
        2, HEADING_LENGTH, label=_("Heading"), help_text=_("Answers “about what”, without a full stop.")
    )
    basis = long_text(6, POINT_LENGTH, label=_("Basis"))
    control = long_text(2, POINT_LENGTH, label=_("Control of execution"), help_text=_("Printed as the last point."))
    number_suffix = forms.CharField(
        label=_("Letters after the number"),
        max_length=SUFFIX_LENGTH,
        required=False,
        help_text=_("In this order instead of the usual ones, for example “§ 3”. Left empty: as always."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args, style, **kwargs):
        """``style`` is how the register writes its numbers; letters of one order need a place in it."""
        super().__init__(*args, **kwargs)
        if "{suffix}" not in style.number_format:
            del self.fields["number_suffix"]

    def texts(self):
        """The cleaned texts as the services take them."""
        names = ("heading", "basis", "control", "number_suffix")
        return {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}


class PointForm(forms.Form):
    """One point; an empty one is left out."""

    text = long_text(2, POINT_LENGTH, required=False)
    depth = forms.TypedChoiceField(
        label=_("Level"),
        coerce=int,
        choices=[(1, _("point")), (2, _("subpoint"))],
        initial=1,
        widget=forms.Select(attrs={"class": "form-select form-select-sm w-auto"}),
    )


class _Points(forms.BaseFormSet):
    """The points in their sequence, each labelled with the number it will have, in a box that fits its text."""

    def __iter__(self):
        first = second = 0
        for form in self.forms:
            if str(form["depth"].value()) == "2" and first:
                second += 1
                number = f"{first}.{second}"
            else:
                first, second = first + 1, 0
                number = str(first)
            _fit(form["text"], number)
            yield form

    @property
    def empty_form(self):
        form = super().empty_form
        _fit(form["text"], "")
        return form

    def texts(self):
        """The cleaned points, empty ones among them, as the services take them."""
        return [row or {"text": "", "depth": 1} for row in self.cleaned_data]


def _fit(bound, number):
    bound.label = _("Point %(number)s") % {"number": number}
    bound.field.widget.attrs["rows"] = min(len(bound.value() or "") // LINE_LENGTH + 2, 12)


# One more than is taken: the rest of a forged number of rows is never made.
PointFormSet = forms.formset_factory(
    PointForm, formset=_Points, extra=0, max_num=POINTS, absolute_max=POINTS + 1, validate_max=True
)


def rearranged(data):
    """(the points, those removed) after the pressed button: add, below-2, remove-2, up-2, down-2, restore-0.

    Nothing is saved; the point the button was about gets the focus.
    """
    rows, removed = [_typed(form) for form in PointFormSet(data).forms], removed_in(data)
    deed, _dash, place = data["do"].partition("-")
    at = int(place) if place.isdecimal() and int(place) < POINTS + 1 else None
    focus = _DEEDS.get(deed, _leave)(rows, removed, at)
    points = PointFormSet(initial=rows)
    if focus is not None and focus < len(rows):
        points.forms[focus].fields["text"].widget.attrs["autofocus"] = True
    return points, removed


def removed_in(data):
    """The points removed since the text was saved last: text, depth and where each stood."""
    rows = zip(*(data.getlist(name) for name in REMOVED), strict=False)
    return [
        {"text": text, "depth": 2 if depth == "2" else 1, "at": int(at) if at.isdecimal() else 0}
        for text, depth, at in list(rows)[:POINTS]
    ]


def _typed(form):
    return {name: form.data.get(form.add_prefix(name), "") for name in form.fields}


def _leave(rows, removed, at):
    return None


def _add(rows, removed, at):
    place = len(rows) if at is None else min(at + 1, len(rows))
    rows.insert(place, {"text": "", "depth": rows[at]["depth"] if at is not None and at < len(rows) else 1})
    return place


def _remove(rows, removed, at):
    if at is None or at >= len(rows):
        return None
    row = rows.pop(at)
    if row["text"].strip():
        removed.append(row | {"at": at})
    return max(at - 1, 0)


def _restore(rows, removed, at):
    if at is None or at >= len(removed):
        return None
    row = removed.pop(at)
    place = min(row["at"], len(rows))
    rows.insert(place, {"text": row["text"], "depth": row["depth"]})
    return place


def _up(rows, removed, at):
    if not at or at >= len(rows):
        return at
    rows.insert(at - 1, rows.pop(at))
    return at - 1


def _down(rows, removed, at):
    if at is None or at >= len(rows):
        return None
    rows.insert(at + 1, rows.pop(at))
    return min(at + 1, len(rows) - 1)


_DEEDS = {"add": _add, "below": _add, "remove": _remove, "restore": _restore, "up": _up, "down": _down}
