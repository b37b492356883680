"""What a reader makes of a list, as forms."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

MOST_COLUMNS = 60


class ListForm(forms.Form):
    """Which list it is about, and how it stands in the address now."""

    list_name = forms.CharField(max_length=60, widget=forms.HiddenInput)
    query = forms.CharField(max_length=2000, required=False, widget=forms.HiddenInput)

    @property
    def without_columns(self):
        """The query string with the choice of columns taken out: the kept choice holds now."""
        params = QueryDict(self.cleaned_data.get("query", ""), mutable=True)
        params.pop("columns", None)
        return params.urlencode()


class ColumnsForm(ListForm):
    """The names of the columns that were ticked; the list knows which of them it has."""

    def clean(self):
        names = [name for name in self.data.getlist("columns") if name.isidentifier() and len(name) <= 40]
        self.cleaned_data["columns"] = names[:MOST_COLUMNS]
        return self.cleaned_data


class ViewForm(ListForm):
    """A name for the list as it stands; only curators share."""

    name = forms.CharField(
        label=_("Name of the view"),
        max_length=60,
        error_messages={"required": _("Give the view a name, then save it.")},
    )
    is_shared = forms.BooleanField(label=_("For everybody who reads this list"), required=False)

    def __init__(self, *args, may_share, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_share:
            del self.fields["is_shared"]
