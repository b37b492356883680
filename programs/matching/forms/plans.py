"""What is asked before a plan is computed, changed by hand and proposed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.fields import SeveralRows
from programs.matching.models import MatchPlan, PlanLine
from programs.matching.selectors import group_kinds
from programs.matching.states import Aim
from programs.mentorships.forms import CHOSEN, TermsForm
from programs.mentorships.selectors import mentors_to_choose


class PlanForm(forms.Form):
    """What the machine looks for."""

    title = forms.CharField(label=_("Title"), max_length=150, help_text=_("So that you know it among several plans."))
    aim = forms.ChoiceField(
        label=_("What matters most"),
        widget=forms.RadioSelect,
        initial=Aim.BEST_FIT,
        choices=[
            (Aim.BEST_FIT, _("Best fit: the highest sum of scores")),
            (Aim.MOST_SERVED, _("Most people served: as many as possible get a mentor, then the highest sum")),
        ],
    )
    threshold = forms.IntegerField(
        label=_("Lowest score"),
        min_value=0,
        max_value=100,
        initial=30,
        help_text=_("From 0 to 100. Nobody gets a mentor who fits less; they are left over with the reason."),
    )
    groups = forms.BooleanField(
        label=_("Propose groups"),
        required=False,
        initial=True,
        help_text=_("Mentees with the same request go to one mentor together if each loses at most five points."),
    )

    def __init__(self, *args, settings, **kwargs):
        super().__init__(*args, **kwargs)
        if not group_kinds(settings):
            del self.fields["groups"]

    def options(self):
        """The cleaned values as the service takes them."""
        return {"groups": False} | self.cleaned_data


class MoveForm(forms.Form):
    """Another mentor for one mentee, or nobody, with the version of the line that was read."""

    mentor = forms.ModelChoiceField(
        queryset=None,
        required=False,
        error_messages={
            "invalid_choice": _("This mentor cannot be chosen now. Choose somebody else."),
            "invalid_pk_value": _("This mentor cannot be chosen now. Choose somebody else."),
        },
    )
    version = forms.IntegerField(min_value=1)

    def __init__(self, *args, organization, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mentor"].queryset = mentors_to_choose(organization)


class ProposeForm(TermsForm):
    """The terms of all proposals at once; kinds are asked apart for pairs and for groups."""

    group_kinds = forms.MultipleChoiceField(
        label=_("Kinds for the groups"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one.")},
    )
    line = SeveralRows(
        queryset=PlanLine.objects.none(), label=_("Mentees"), widget=forms.MultipleHiddenInput, error_messages=CHOSEN
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    field_order = ["form", "kinds", "group_kinds", "mentor_role", "starts_on", "ends_on"]

    def __init__(self, *args, plan, settings, has_pairs, has_groups, **kwargs):
        super().__init__(*args, settings=settings, **kwargs)
        # Every pair works on the request of its mentee.
        del self.fields["focus"]
        self.fields["line"].queryset = plan.lines.waiting()
        whole = group_kinds(settings)
        several = {item.code for item in whole}
        kinds = [item for item in settings.kinds.items if item.enabled]
        if has_groups:
            self.fields["group_kinds"].choices = [(item.code, item.label) for item in kinds]
            self.fields["group_kinds"].initial = [min(whole, key=lambda item: item.min_mentees).code]
        else:
            del self.fields["group_kinds"]
        if has_pairs:
            single = [(item.code, item.label) for item in kinds if item.code not in several]
            self.fields["kinds"].choices = single
            if has_groups:
                self.fields["kinds"].label = _("Kinds for the pairs")
        else:
            del self.fields["kinds"]

    def terms(self):
        """The cleaned terms as the service takes them."""
        names = ("form", "mentor_role", "starts_on", "ends_on")
        values = {name: self.cleaned_data[name] for name in names if name in self.cleaned_data}
        return values | {"kinds": self.cleaned_data.get("kinds", [])}


class CompareForm(forms.Form):
    """Two plans to lay side by side."""

    first = forms.ModelChoiceField(label=_("First plan"), queryset=None, empty_label=None)
    second = forms.ModelChoiceField(label=_("Second plan"), queryset=None, empty_label=None)

    def __init__(self, *args, actor, **kwargs):
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.queryset = MatchPlan.objects.visible_to(actor)
