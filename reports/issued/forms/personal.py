"""Papers about one person: certificate, thanks, mentor's record."""

from django import forms
from django.utils.translation import gettext_lazy as _

from people.staff.forms.choosing import OnePerson
from people.staff.models import Employment
from programs.orders.models import Order
from reports.issued.forms.base import LINE, MOST_HOURS, PaperForm, text_area
from reports.issued.selectors import (
    certified_pairs,
    encouraging_orders,
    mentors_ever,
    participants_of,
    staff_at_work,
)
from reports.issued.services import Content
from reports.issued.states import Participation, ThanksHeading

# Russian, as the papers are: what is said where nobody writes other words.
THANKED_FOR = "за вклад в развитие наставничества, профессиональную поддержку коллег и передачу педагогического опыта"
ANYWHERE = "в аттестационную комиссию или по месту требования"


class CertificateForm(PaperForm):
    """Who of which pair gets it, with the hours where they are known."""

    participant = forms.ChoiceField(
        label=_("Who, and for which pair"),
        error_messages={
            "required": _("Choose who gets the certificate."),
            "invalid_choice": _("This pair does not work and has not completed. Choose again."),
        },
    )
    hours = forms.IntegerField(
        label=_("Hours"),
        required=False,
        min_value=1,
        max_value=MOST_HOURS,
        help_text=_("Left empty: the certificate does not name them."),
    )
    words = text_area(
        2, label=_("What else it says"), required=False, max_length=LINE, help_text=_("One sentence, in Russian.")
    )

    def prepare(self):
        self.participants = {one.key: one for one in participants_of(certified_pairs(self.organization))}
        groups = {Participation.MENTOR: _("Mentors"), Participation.MENTEE: _("Mentees")}
        choices = [
            (label, [(one.key, str(one)) for one in self.participants.values() if one.role == role])
            for role, label in groups.items()
        ]
        self.fields["participant"].choices = [
            ("", _("nobody chosen")),
            *((label, rows) for label, rows in choices if rows),
        ]

    def held(self, paper):
        return dict(paper.fields) | {"participant": f"{paper.mentorship_id}-{paper.about_id}"}

    def content(self):
        one = self.participants[self.cleaned_data["participant"]]
        fields = {"role": one.role.value, **self.typed("hours", "words")}
        return Content(fields, about=one.employment, mentorship=one.mentorship)


class ThanksForm(PaperForm):
    """Who is thanked, for what, by which order."""

    about = OnePerson(Employment.objects.none(), label=_("Who is thanked"))
    heading = forms.ChoiceField(label=_("Heading"), choices=ThanksHeading.choices)
    words = text_area(
        3, label=_("For what"), initial=THANKED_FOR, help_text=_("In Russian: it goes on after the name.")
    )
    basis_order = forms.ModelChoiceField(
        Order.objects.none(),
        label=_("By which order"),
        required=False,
        empty_label=_("no order chosen"),
        help_text=_("Registered orders on encouragement."),
        error_messages={"invalid_choice": _("This order is not registered any more. Choose again.")},
    )
    basis = forms.CharField(
        label=_("Another ground"),
        required=False,
        max_length=LINE,
        help_text=_("Where no order is chosen, for example a decision of the council with its day and number."),
    )

    def prepare(self):
        self.fields["about"].queryset = staff_at_work(self.organization)
        self.fields["basis_order"].queryset = encouraging_orders(self.organization)

    def held(self, paper):
        return dict(paper.fields) | {"about": paper.about_id, "basis_order": paper.basis_order_id}

    def content(self):
        data = self.cleaned_data
        fields = self.typed("heading", "words", "basis")
        return Content(fields, about=data["about"], basis_order=data["basis_order"])


class RecordForm(PaperForm):
    """Whose record, and where it goes; everything else comes from the data."""

    about = OnePerson(Employment.objects.none(), label=_("Mentor"))
    addressee = forms.CharField(
        label=_("To be shown"),
        max_length=LINE,
        initial=ANYWHERE,
        help_text=_("In Russian: where the record is to be shown."),
    )

    def prepare(self):
        self.fields["about"].queryset = mentors_ever(self.organization)

    def held(self, paper):
        return dict(paper.fields) | {"about": paper.about_id}

    def content(self):
        return Content(self.typed("addressee"), about=self.cleaned_data["about"])
