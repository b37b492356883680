"""The act of destruction of personal data: the commission, whose data, how, why and when."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import date_numeric
from mentoring.lib.fields import SeveralRows
from people.consents.models import Consent
from people.consents.wording import data_held
from people.staff.forms.choosing import OnePerson, SeveralPeople
from people.staff.models import Employment
from reports.issued.forms.base import LINE, PaperForm, text_area
from reports.issued.selectors import consents_to_destroy, staff_at_work
from reports.issued.services import Content
from reports.issued.states import destroy_by
from reports.orders.forms.days import day_field

# Russian, as the act is.
ERASED = "удаление записей из базы данных без возможности восстановления"
SHREDDED = "измельчение бумажных носителей"
GROUND = "отзыв согласия на обработку персональных данных"
SYSTEMS = "информационная система «Рядом»"


def way_of(data):
    """How the data of an act are destroyed unless it says otherwise: by what they stood on."""
    return "; ".join(way for way, held in ((ERASED, data.get("systems")), (SHREDDED, data.get("carriers"))) if held)


class EndedConsents(SeveralRows):
    """Consents whose data are to be destroyed, each with its last day."""

    def label_from_instance(self, consent):
        ended = date_numeric(consent.withdrawn_on or consent.valid_until)
        values = {"name": consent.person.full_name, "purpose": consent.get_purpose_display(), "ended": ended}
        return _("%(name)s: %(purpose)s, ended on %(ended)s, destroy by %(last)s") % (
            values | {"last": date_numeric(destroy_by(consent))}
        )


class ActForm(PaperForm):
    """Order no. 179 of Roskomnadzor of 28.10.2022: what an act must state."""

    chair = OnePerson(Employment.objects.none(), label=_("Chair of the commission"))
    members = SeveralPeople(Employment.objects.none(), label=_("Members of the commission"))
    consents = EndedConsents(
        Consent.objects.none(),
        label=_("Withdrawn and expired consents"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Whose data were destroyed. Those given anew or named in another act are left out."),
        error_messages={"invalid_choice": _("A consent chosen is in force again or in another act. Choose again.")},
    )
    subjects = text_area(3, label=_("Other people"), required=False, help_text=_("One name a line."))
    count = forms.IntegerField(
        label=_("How many people"),
        required=False,
        min_value=1,
        max_value=100_000,
        help_text=_("Where nobody is named: the list stands in the export of the event log."),
    )
    categories = text_area(3, label=_("Categories of data"))
    carriers = text_area(2, label=_("Paper and other carriers, number of sheets"), required=False)
    systems = text_area(2, label=_("Information systems"), required=False, initial=SYSTEMS)
    way = text_area(
        2,
        label=_("Way of destruction"),
        required=False,
        help_text=_("Left empty: records of the systems are erased, paper carriers are shredded."),
    )
    ground = text_area(2, label=_("Ground"), initial=GROUND)
    destroyed_on = day_field(label=_("Destroyed on"))
    log = forms.CharField(
        label=_("Export of the event log"),
        max_length=LINE,
        required=False,
        help_text=_("File, number and day. Needed where a system is named; it is kept with the act for three years."),
    )

    def prepare(self):
        staff = staff_at_work(self.organization)
        self.fields["chair"].queryset = self.fields["members"].queryset = staff
        rows = consents_to_destroy(self.organization, self.paper)
        self.fields["consents"].queryset = rows
        if not rows.exists() and not self.is_bound:
            self.fields["consents"].help_text = _("No consent is withdrawn or expired that still waits for an act.")
        today = self.organization.today()
        self.initial = {"destroyed_on": today, "categories": data_held(self.organization, today)} | self.initial

    def held(self, paper):
        commission = list(paper.commission.all())
        return dict(paper.fields) | {
            "chair": next((one.employment_id for one in commission if one.is_chair), None),
            "members": [one.employment_id for one in commission if not one.is_chair],
            "consents": [consent.pk for consent in paper.consents.all()],
        }

    def clean(self):
        data = super().clean()
        if data.get("chair") and data["chair"] in data.get("members", ()):
            self.add_error("members", _("The chair stands apart. Leave the chair out of the members."))
        carried = data.get("carriers") or data.get("systems")
        if "carriers" in data and "systems" in data and not carried:
            self.add_error("systems", _("Name the carriers or the systems from which the data were destroyed."))
        if data.get("systems") and "log" in data and not data["log"]:
            message = _("Data of an information system need the export of its log. Name the file and its day.")
            self.add_error("log", message)
        if "way" in data and not data["way"]:
            data["way"] = way_of(data)
        return data

    def content(self):
        data = self.cleaned_data
        texts = ("subjects", "count", "categories", "carriers", "systems", "way", "ground", "log")
        fields = self.typed(*texts) | {"destroyed_on": data["destroyed_on"].isoformat()}
        return Content(fields, chair=data["chair"], members=tuple(data["members"]), consents=tuple(data["consents"]))
