"""The text of a draft, the signature, the acquaintance; the pairs of an order on them."""

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
from programs.orders.services.drafting import HEADING_LENGTH, POINT_LENGTH, POINTS, SUFFIX_LENGTH
from reports.orders.forms.days import day_field
from reports.orders.selectors import forms_of

FORM_LENGTH = 300
# About as many letters stand in one line of the editor.
LINE_LENGTH = 60


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


class OrderTextForm(forms.Form):
    """The text of a draft around its points."""

    heading = forms.CharField(
        label=_("Heading"),
        max_length=HEADING_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Answers “about what”, without a full stop."),
    )
    basis = forms.CharField(label=_("Basis"), max_length=POINT_LENGTH, widget=forms.Textarea(attrs={"rows": 6}))
    control = forms.CharField(
        label=_("Control of execution"),
        max_length=POINT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Printed as the last point."),
    )
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


class PointForm(forms.Form):
    """One point; an empty one is left out."""

    text = forms.CharField(max_length=POINT_LENGTH, required=False, widget=forms.Textarea)
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
            _fit(form.fields["text"], number, form.get_initial_for_field(form.fields["text"], "text"))
            yield form


def _fit(field, number, text):
    field.label = _("Point %(number)s") % {"number": number}
    field.widget.attrs["rows"] = min(len(text or "") // LINE_LENGTH + 2, 12)


# One more than is taken: the rest of a forged number of rows is never made.
PointFormSet = forms.formset_factory(
    PointForm, formset=_Points, extra=0, max_num=POINTS, absolute_max=POINTS + 1, validate_max=True
)


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
