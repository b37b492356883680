"""What an order on changes is made of: lines that wait, the day, whoever leaves."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.staff.forms.choosing import OnePerson
from people.staff.models import Employment
from programs.orders.states import OrderKind
from reports.orders.forms.days import day_field
from reports.orders.selectors import people_at_work, waiting_for


class ChangesForm(forms.Form):
    """Which of what waits goes into the order; ``order`` is the draft that holds some of it already."""

    chosen = forms.MultipleChoiceField(
        label=_("What goes into the order"),
        required=False,
        error_messages={"invalid_choice": _("Something chosen does not wait for an order any more. Choose again.")},
    )
    leaver = OnePerson(
        Employment.objects.none(),
        label=_("Somebody who leaves"),
        required=False,
        help_text=_("Ends every pair of this person. The leaving itself is noted on the staff card afterwards."),
    )
    on = day_field(
        label=_("From which day"),
        required=False,
        help_text=_(
            "For lines without a day set by the head. Left empty: the day named in each line – the first one the "
            "notice of the employer allows, for those who left the day after their last one. A later day is waited for."
        ),
    )

    def __init__(self, *args, kind, organization, order=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.waiting = waiting_for(kind, organization, order)
        self.held = {one.key for one in self.waiting if one.is_held}
        self.fields["chosen"].choices = [(one.key, one.title) for one in self.waiting]
        if OrderKind(kind) == OrderKind.TERMINATION:
            self.fields["leaver"].queryset = people_at_work(organization)
        else:
            del self.fields["leaver"]
        if OrderKind(kind) == OrderKind.CHANGE:
            del self.fields["on"]

    @property
    def is_empty(self):
        """Whether there is nothing to make an order of."""
        return not self.waiting and "leaver" not in self.fields

    @property
    def ticked(self):
        """The keys shown as chosen: what was sent, else what the address asks for or the draft holds, else all."""
        if self.is_bound:
            return set(self.data.getlist("chosen"))
        asked = {one.key for one in self.waiting if one.concerns(self.initial)}
        return asked or self.held or ({one.key for one in self.waiting} if not self.initial else set())

    def contents(self):
        """The cleaned values as the services take them."""
        values = self.cleaned_data
        return {"keys": values["chosen"], "on": values.get("on"), "leaver": values.get("leaver")}
