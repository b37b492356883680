"""What took place: the day, who was there, what was heard and decided, the file."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from mentoring.lib.fields import limit_texts
from mentoring.lib.uploads import DOCUMENTS, check_upload
from programs.council.forms.merging import MergingForm, PeopleField
from programs.council.forms.planning import LONGEST_POINT
from programs.council.selectors import choosable_staff
from programs.council.states import Presence
from programs.plans.forms import CleanTexts, DayInput

DECIDED = pgettext_lazy("council", "Decided")
FILE_HELP = _("A scan or the text: PDF, JPG, PNG, DOCX, XLSX or PPTX, 10 MB at most.")


def _words(label, rows=3):
    return forms.CharField(label=label, required=False, widget=forms.Textarea(attrs={"rows": rows}))


class MinutesForm(CleanTexts, MergingForm):
    """The mark of a meeting; on a held one the same without the day, which only a new mark changes."""

    held_on = forms.DateField(label=_("Held on"), widget=DayInput)
    present = PeopleField(label=_("Who was there"), queryset=None, required=False)
    excused = PeopleField(label=_("Absent for a good reason"), queryset=None, required=False)
    also = PeopleField(label=_("Came without an invitation"), queryset=None, required=False)

    def __init__(self, *args, meeting, day, **kwargs):
        super().__init__(*args, **kwargs)
        staff = choosable_staff(meeting)
        invited = meeting.attendance.values("employment")
        for name in ("present", "excused"):
            self.fields[name].queryset = staff.filter(pk__in=invited)
        self.fields["also"].queryset = staff.exclude(pk__in=invited)
        self.fields["held_on"].widget.attrs["max"] = day.isoformat()
        if meeting.is_held:
            del self.fields["held_on"]
        self.points = list(meeting.points.all())
        for number, point in enumerate(self.points, start=1):
            self.fields[f"heard_{point.pk}"] = _words(f"{number}. {_('Heard')}")
            self.fields[f"decided_{point.pk}"] = _words(f"{number}. {DECIDED}")
        self.fields["further_title"] = forms.CharField(
            label=_("One more point, not on the agenda"), max_length=LONGEST_POINT, required=False
        )
        self.fields["further_heard"] = _words(_("Heard"))
        self.fields["further_decided"] = _words(DECIDED)
        self.fields["file"] = forms.FileField(
            label=_("File of the minutes"),
            required=False,
            help_text=_("It takes the place of the present one.") if meeting.file else FILE_HELP,
            widget=forms.FileInput(attrs={"accept": ",".join(DOCUMENTS)}),
        )
        limit_texts(self.fields)
        self.initial = as_initial(meeting, self.points) | self.initial
        self.remember(but=("file", "also", "further_title", "further_heard", "further_decided"))

    def clean_file(self):
        file = self.cleaned_data["file"]
        return check_upload(file, DOCUMENTS) if file else None

    def clean(self):
        data = super().clean()
        further = [data.get(f"further_{name}") for name in ("heard", "decided")]
        if any(further) and not data.get("further_title") and "further_title" not in self.errors:
            self.add_error("further_title", _("Name the point these words belong to."))
        return data

    @property
    def pairs(self):
        """Each point of the agenda with its two fields."""
        return [(point, self[f"heard_{point.pk}"], self[f"decided_{point.pk}"]) for point in self.points]

    @property
    def minutes(self):
        """What the services take."""
        data = self.cleaned_data
        further = tuple(data[f"further_{name}"] for name in ("title", "heard", "decided"))
        return {
            "present": [*data["present"], *data["also"]],
            "excused": data["excused"],
            "texts": {point.pk: (data[f"heard_{point.pk}"], data[f"decided_{point.pk}"]) for point in self.points},
            "further": further if further[0] else None,
            "file": data["file"],
        }


def as_initial(meeting, points):
    """What stands already; before the first mark everybody invited is taken to have come."""
    found = {presence: [] for presence in Presence}
    for employment, presence in meeting.attendance.values_list("employment", "presence"):
        found[presence].append(employment)
    if not (meeting.is_held or found[Presence.PRESENT] or found[Presence.EXCUSED]):
        found[Presence.PRESENT] = found[Presence.INVITED]
    texts = {f"heard_{point.pk}": point.heard for point in points}
    texts |= {f"decided_{point.pk}": point.decided for point in points}
    values = {"present": found[Presence.PRESENT], "excused": found[Presence.EXCUSED], "version": meeting.version}
    return values | texts
