"""The pairs of an order on them, case forms, the signature, the acquaintance."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from mentoring.lib.fields import SeveralRows
from mentoring.lib.grammar import Case
from people.accounts.passwords import PasswordCheckForm
from people.organizations.selectors import regulation_on
from programs.mentorships.models import Mentorship
from programs.orders.models import OrderSubject
from programs.orders.selectors import orderable
from reports.orders.forms.days import day_field
from reports.orders.selectors import forms_of

FORM_LENGTH = 300


class AssignmentForm(forms.Form):
    """Which agreed pairs and groups go into the order, and by when they write their programs."""

    mentorships = SeveralRows(
        Mentorship.objects.none(),
        label=_("Pairs and groups"),
        error_messages={
            "required": _("Choose at least one pair or group."),
            "invalid_choice": _("Somebody chosen is not free for an order any more. Choose again."),
            "invalid_pk_value": _("Somebody chosen is not free for an order any more. Choose again."),
        },
    )
    due_on = day_field(
        label=_("Programs ready by"),
        required=False,
        help_text=_("Left empty: two weeks after the work starts."),
    )

    def __init__(self, *args, organization, held=(), **kwargs):
        """``held`` are the pairs the draft has already."""
        super().__init__(*args, **kwargs)
        choosable = [*held, *orderable(organization)]
        self.choosable = choosable
        self.ticked = {str(row.pk) for row in held}
        keys = [row.pk for row in choosable]
        self.fields["mentorships"].queryset = Mentorship.objects.filter(organization=organization, pk__in=keys)
        if within := regulation_on(organization, organization.today()).program.plan_within:
            words = ngettext(
                "Left empty: %(n)s working day after the order.",
                "Left empty: %(n)s working days after the order.",
                within,
            )
            self.fields["due_on"].help_text = words % {"n": within}

    def chosen(self):
        """The chosen pairs in the sequence in which they are shown."""
        keys = {row.pk for row in self.cleaned_data["mentorships"]}
        return [row for row in self.choosable if row.pk in keys]


class CaseFormsForm(forms.Form):
    """How a person's name and post decline; what grammar made is filled in."""

    def __init__(self, *args, employment, **kwargs):
        super().__init__(*args, **kwargs)
        self.cases = forms_of(employment)
        for case, name, post in self.cases:
            for prefix, label, text in (("name", _("Full name"), name), ("post", _("Post"), post)):
                self.fields[f"{prefix}_{case.value}"] = forms.CharField(
                    label=f"{label}: {Case(case).label}", initial=text, max_length=FORM_LENGTH, required=False
                )

    def forms_of(self, prefix):
        """The corrected texts by case; an emptied field goes back to grammar."""
        return {case: self.cleaned_data[f"{prefix}_{case.value}"] for case, _name, _post in self.cases}


class ReturnForm(forms.Form):
    """What is to be mended."""

    remark = forms.CharField(
        label=_("Remark"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Write what is to be mended.")},
    )


class SignForm(PasswordCheckForm):
    """The password under the very text that was read."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)


class PaperAcquaintanceForm(forms.Form):
    """Who signed the sheet by hand, and when."""

    subjects = SeveralRows(
        OrderSubject.objects.none(),
        label=_("Who has signed"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Choose at least one person."),
            "invalid_choice": _("Somebody chosen has read the order already. Choose again."),
            "invalid_pk_value": _("Somebody chosen has read the order already. Choose again."),
        },
    )
    on = day_field(label=_("Signed on"), help_text=_("The date on the sheet."))

    def __init__(self, *args, order, **kwargs):
        super().__init__(*args, **kwargs)
        waiting = order.subjects.filter(acquaintance__isnull=True).select_related("employment__person")
        self.fields["subjects"].queryset = waiting
        self.fields["subjects"].label_from_instance = lambda one: f"{one.employment.person}, {one.employment.post}"
