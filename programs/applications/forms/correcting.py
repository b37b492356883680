"""A copy of the note and of the planned events to be edited: what differs is what the correction asks for."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.text import clean_text
from programs.applications.forms.filing import day_field, text_field
from programs.plans.models import Program
from programs.plans.states import EventForm, EventState

BLANKS = 5
LONGEST_PART = 10_000


@dataclass(frozen=True)
class Row:
    """One event in the form: its bound fields."""

    content: object
    planned_on: object
    form: object = None
    responsible: object = None
    drop: object = None


class CorrectionForm(forms.Form):
    """Fields `note_…`, `event_<key>_…` and `new_<n>_…`; ``values`` are the keywords of `file_application`."""

    reason = text_field(
        _("Why"),
        required=True,
        help_text=_("Both sides and those who decide read it."),
        error_messages={"required": _("Write why: those who decide need it.")},
    )

    def __init__(self, *args, program, today, **kwargs):
        super().__init__(*args, **kwargs)
        self.program = program
        self.planned = list(program.events.filter(state=EventState.PLANNED))
        for name in Program.NOTE_FIELDS:
            field = Program._meta.get_field(name).formfield(required=False, initial=getattr(program, name))
            if isinstance(field.widget, forms.Textarea):
                field.widget.attrs |= {"rows": 3, "maxlength": LONGEST_PART}
                field.max_length = LONGEST_PART
            self.fields[f"note_{name}"] = field
        for event in self.planned:
            self._add(f"event_{event.pk}_", content=event.content, planned_on=event.planned_on)
            self.fields[f"event_{event.pk}_drop"] = forms.BooleanField(label=_("Cancel this event"), required=False)
        for n in range(BLANKS):
            self._add(f"new_{n}_", required=False)
            choices = EventForm.choices
            self.fields[f"new_{n}_form"] = forms.ChoiceField(label=_("Form"), choices=choices, required=False)
            self.fields[f"new_{n}_responsible"] = forms.CharField(
                label=_("Responsible"), max_length=200, required=False
            )

    def _add(self, prefix, *, required=True, content="", planned_on=None):
        self.fields[f"{prefix}content"] = forms.CharField(
            label=_("Event"), max_length=500, required=required, initial=content
        )
        self.fields[f"{prefix}planned_on"] = day_field(_("Day"), required=required, initial=planned_on)

    @property
    def note_fields(self):
        return [self[f"note_{name}"] for name in Program.NOTE_FIELDS]

    @property
    def event_rows(self):
        return [
            Row(self[f"{p}content"], self[f"{p}planned_on"], drop=self[f"{p}drop"])
            for p in (f"event_{event.pk}_" for event in self.planned)
        ]

    @property
    def new_rows(self):
        names = ("content", "planned_on", "form", "responsible")
        return [Row(*(self[f"new_{n}_{name}"] for name in names)) for n in range(BLANKS)]

    def clean(self):
        data = super().clean()
        for n in range(BLANKS):
            content, day = data.get(f"new_{n}_content"), data.get(f"new_{n}_planned_on")
            if content and not day and f"new_{n}_planned_on" not in self.errors:
                self.add_error(f"new_{n}_planned_on", _("Name the day."))
            if day and not content:
                self.add_error(f"new_{n}_content", _("Write what is to be done."))
        return {name: clean_text(value) if isinstance(value, str) else value for name, value in data.items()}

    @property
    def values(self):
        return {"reason": self.cleaned_data["reason"], "changes": self.changes}

    @property
    def changes(self):
        """What differs from the program, in the shape of `correct_program`."""
        data = self.cleaned_data
        note = {name: data[f"note_{name}"] for name in Program.NOTE_FIELDS}
        note = {name: text for name, text in note.items() if text != getattr(self.program, name)}
        events, cancelled = {}, []
        for event in self.planned:
            if data[f"event_{event.pk}_drop"]:
                cancelled.append(event.pk)
            elif values := self._differs(event):
                events[str(event.pk)] = values
        return {"note": note, "events": events, "cancelled": cancelled, "added": self._added()}

    def _differs(self, event):
        content, day = (self.cleaned_data[f"event_{event.pk}_{name}"] for name in ("content", "planned_on"))
        values = {"content": content} if content != event.content else {}
        return values | ({"planned_on": day.isoformat()} if day != event.planned_on else {})

    def _added(self):
        data = self.cleaned_data
        return [
            {
                "content": data[f"new_{n}_content"],
                "planned_on": data[f"new_{n}_planned_on"].isoformat(),
                "form": data[f"new_{n}_form"] or EventForm.MEETING.value,
                "responsible": data[f"new_{n}_responsible"],
            }
            for n in range(BLANKS)
            if data[f"new_{n}_content"]
        ]
