"""The cover letter with data: to whom, which figures of which day."""

from django import forms
from django.utils.translation import gettext_lazy as _

from reports.issued.forms.base import LINE, PaperForm, text_area
from reports.issued.services import Content, counted
from reports.monitoring.indicators import INDICATORS
from reports.orders.forms.days import day_field

SUBJECT = "О направлении сведений о наставничестве"


class LetterForm(PaperForm):
    """The addressee is the authority above unless another is written; the figures are counted when it is saved."""

    to_organization = text_area(2, label=_("To which organization"), max_length=LINE)
    to_post = forms.CharField(label=_("Post, to whom"), max_length=LINE, required=False, help_text=_("In the dative."))
    to_name = forms.CharField(label=_("Name, to whom"), max_length=LINE, required=False, help_text=_("In the dative."))
    salutation = forms.CharField(
        label=_("Salutation"), max_length=LINE, required=False, help_text=_("By name and patronymic.")
    )
    reference = forms.CharField(
        label=_("In answer to"),
        max_length=LINE,
        required=False,
        help_text=_("Number and day of their letter."),
    )
    subject = forms.CharField(label=_("Subject"), max_length=LINE, initial=SUBJECT)
    day = day_field(label=_("Figures on the day"))
    indicators = forms.MultipleChoiceField(
        label=_("Indicators"),
        choices=[(one.code, one.label) for one in INDICATORS],
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose at least one indicator.")},
    )
    words = text_area(3, label=_("What else the letter says"), required=False, help_text=_("Each line is a paragraph."))
    annexes = text_area(
        2, label=_("Further annexes"), required=False, help_text=_("One a line; the table of figures is there already.")
    )
    hand_number = forms.CharField(
        label=_("Outgoing number"),
        max_length=40,
        required=False,
        help_text=_(
            "Where the school keeps one register of all letters. Left empty: the next number of this register."
        ),
    )

    def prepare(self):
        authority = self.organization.authority
        self.initial.setdefault("to_organization", authority.name if authority else "")
        self.initial.setdefault("day", self.organization.today())
        self.initial.setdefault("indicators", [one.code for one in INDICATORS])

    def held(self, paper):
        return dict(paper.fields) | {"hand_number": paper.hand_number}

    def clean_day(self):
        day = self.cleaned_data["day"]
        if day > self.organization.today():
            raise forms.ValidationError(_("This day is still to come. Choose today or a day before."))
        return day

    def content(self):
        data = self.cleaned_data
        texts = ("to_organization", "to_post", "to_name", "salutation", "reference", "subject", "words", "annexes")
        fields = self.typed(*texts, "indicators") | {
            "day": data["day"].isoformat(),
            "figures": counted(self.organization, data["day"], data["indicators"]),
        }
        return Content(fields, hand_number=data["hand_number"])
