"""Years, stages, marks, evidence, approval."""

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.fields import SeveralRows
from people.accounts.passwords import PasswordCheckForm
from people.surveys.models import Campaign
from programs.council.models import Meeting
from programs.orders.models import Order
from programs.plans.forms import ManyFiles
from programs.roadmap.models import Item
from programs.roadmap.services.placing import NAME_LETTERS
from programs.roadmap.states import ITEM_MOVES, ItemState

FILES_HELP = _("PDF, JPG, PNG, DOCX, XLSX or PPTX, 10 MB each at most.")


def _day_input():
    return forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")


class YearForm(forms.Form):
    """The school year to open, and what it is made from."""

    REGULATION, DRAFT, LAST_YEAR = "regulation", "draft", "copy"

    school_year = forms.TypedChoiceField(label=_("School year"), coerce=int)
    source = forms.ChoiceField(label=_("Make the draft from"), widget=forms.RadioSelect, required=False)

    def __init__(self, *args, years, former=None, edition=None, **kwargs):
        """``former`` is a roadmap to copy, ``edition`` a version of the regulation on its way."""
        super().__init__(*args, **kwargs)
        self.fields["school_year"].choices = years
        choices = [(self.REGULATION, _("the regulation in force"))]
        if edition is not None:
            coming = _("edition %(number)s of the regulation, which is being prepared") % {"number": edition.number}
            choices.insert(0, (self.DRAFT, coming))
        if former is not None:
            copied = _("the roadmap of %(year)s, with the dates moved") % {"year": former.label}
            choices.append((self.LAST_YEAR, copied))
        if len(choices) == 1:
            del self.fields["source"]
            return
        self.fields["source"].choices = choices
        self.fields["source"].initial = choices[0][0]

    @property
    def copies(self):
        return self.cleaned_data.get("source") == self.LAST_YEAR

    @property
    def takes_draft(self):
        """Whether the edition on its way is the source."""
        return self.cleaned_data.get("source") == self.DRAFT


class StageForm(forms.Form):
    """The name of a stage or section."""

    name = forms.CharField(label=_("Title"), max_length=NAME_LETTERS, widget=forms.Textarea(attrs={"rows": 2}))


class ReasonForm(forms.Form):
    """Why a roadmap is revised."""

    reason = forms.CharField(
        label=_("Why it is revised"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("It goes into the history, and the order can repeat it."),
    )


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

    order = forms.ModelChoiceField(
        label=_("Order that shows it"), queryset=Order.objects.none(), required=False, empty_label="–"
    )
    files = ManyFiles(label=_("Files that show it"), required=False, help_text=FILES_HELP)

    def __init__(self, *args, item, orders, strikes_only=False, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["state"].choices = _steps(item, strikes_only)
        self.fields["order"].queryset = orders
        takes_back = item.state in (ItemState.DONE, ItemState.CANCELLED)
        if takes_back or strikes_only:
            for name in ("done_on", "order", "files"):
                del self.fields[name]
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


class EvidenceForm(forms.Form):
    """More of what shows that an item is done."""

    order = forms.ModelChoiceField(
        label=_("Order that shows it"), queryset=Order.objects.none(), required=False, empty_label="–"
    )
    files = ManyFiles(label=_("Files that show it"), required=False, help_text=FILES_HELP)

    def __init__(self, *args, orders, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["order"].queryset = orders


class SurveyForm(forms.Form):
    """The survey that fulfils an item."""

    campaign = forms.ModelChoiceField(label=_("Survey that fulfils it"), queryset=Campaign.objects.none())

    def __init__(self, *args, campaigns, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["campaign"].queryset = campaigns


class MeetingChoice(forms.ModelChoiceField):
    """A meeting with its day."""

    def label_from_instance(self, meeting):
        return f"{date_numeric(meeting.held_on or meeting.planned_on)} {meeting.title}"


class MeetingChoiceForm(forms.Form):
    """The meeting that fulfils an item."""

    meeting = MeetingChoice(label=_("Meeting that fulfils it"), queryset=Meeting.objects.none())

    def __init__(self, *args, meetings, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["meeting"].queryset = meetings


class ItemChoice(SeveralRows):
    """Items by their wording, each with the day it is due."""

    widget = forms.CheckboxSelectMultiple

    def label_from_instance(self, item):
        due = f" ({date_numeric(item.due_on)})" if item.due_on else ""
        words = item.content.rstrip(" .;")
        return f"{capfirst(words)}{due}"


class MeetingItemsForm(forms.Form):
    """The open items a meeting fulfils."""

    items = ItemChoice(
        label=_("Open items of the roadmap"),
        queryset=Item.objects.none(),
        error_messages={"required": _("Tick at least one item.")},
    )

    def __init__(self, *args, items, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["items"].queryset = items


class ApprovalForm(PasswordCheckForm):
    """The password, and the mark of the text that was read."""

    seen = forms.CharField(widget=forms.HiddenInput)


class ReturnForm(forms.Form):
    remark = forms.CharField(
        label=_("What to correct"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), strip=True
    )
