"""Forms of the roadmap."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import limit_texts
from people.accounts.passwords import PasswordCheckForm
from programs.roadmap.models import Item
from programs.roadmap.states import ITEM_MOVES, ItemState


def _day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class YearForm(forms.Form):
    """The school year to open."""

    school_year = forms.TypedChoiceField(label=_("School year"), coerce=int)

    def __init__(self, *args, years, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["school_year"].choices = years


class ItemForm(forms.ModelForm):
    """The wording, the days and who answers; ``version`` tells which text was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Item
        fields = ["content", "when_text", "starts_on", "due_on", "responsible", "role"]
        widgets = {"content": forms.Textarea(attrs={"rows": 3}), "starts_on": _day_input(), "due_on": _day_input()}
        labels = {"starts_on": _("First day"), "due_on": _("Last day"), "role": _("Role of the responsible")}
        help_texts = {
            "when_text": _("As paper prints it, for example: сентябрь, январь."),
            "due_on": _("After this day the item is overdue. Leave it empty for work that lasts all year."),
            "responsible": _("The post as paper prints it, without a name."),
            "role": _("Whoever has this role finds the item among “Mine”."),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        limit_texts(self.fields)

    def clean(self):
        data = super().clean()
        starts_on, due_on = data.get("starts_on"), data.get("due_on")
        if starts_on and not due_on and "due_on" not in self.errors:
            self.add_error("due_on", _("Give the last day too, or leave both days empty."))
        if starts_on and due_on and due_on < starts_on:
            self.add_error("due_on", _("The last day is before the first. Check both days."))
        return data

    def _post_clean(self):
        """The service writes the row; a model half-changed here would hide the text that stands."""

    def values(self):
        return {name: self.cleaned_data[name] for name in self.Meta.fields}


class MarkForm(forms.Form):
    """What became of the item: only the steps its state allows."""

    state = forms.ChoiceField(label=_("What became of it"), widget=forms.RadioSelect)
    done_on = forms.DateField(label=_("Done on"), required=False, widget=_day_input())
    result = forms.CharField(
        label=_("What was done, or why it is cancelled"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("A sentence is enough, for example: order № 41-од of 01.09.2026, three pairs."),
    )

    def __init__(self, *args, item, strikes_only=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = _steps(item, strikes_only)
        takes_back = item.state in (ItemState.DONE, ItemState.CANCELLED)
        if takes_back or strikes_only:
            del self.fields["done_on"]
        if takes_back:
            del self.fields["result"]


def _steps(item, strikes_only):
    ways = {
        ItemState.DONE: _("Done"),
        ItemState.IN_PROGRESS: _("In progress"),
        ItemState.PLANNED: _("Back in the plan"),
        ItemState.CANCELLED: _("Cancelled"),
    }
    if item.state == ItemState.DONE:
        ways[ItemState.IN_PROGRESS] = _("Not done after all: take the mark back")
    if strikes_only:
        ways = {ItemState.CANCELLED: _("Strike it out"), ItemState.PLANNED: _("Put it back")}
    return [(state.value, label) for state, label in ways.items() if state in ITEM_MOVES[item.state]]


class ApprovalForm(PasswordCheckForm):
    """The password, and the mark of the text that was read."""

    seen = forms.CharField(widget=forms.HiddenInput)


class ReturnForm(forms.Form):
    remark = forms.CharField(
        label=_("What to correct"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), strip=True
    )
