"""What is asked for and why; the answer of the other side; taking it back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from mentoring.lib.dates import date_numeric
from programs.applications.selectors import first_day, grounds_of_end
from programs.applications.states import ApplicationKind

_K = ApplicationKind
LONGEST = 2000
TALL = {"rows": 4}


def day_field(label, **kwargs):
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    errors = {"invalid": _("Write the day like 01.09.2026.")}
    return forms.DateField(label=label, widget=widget, error_messages=errors, **kwargs)


def text_field(label, **kwargs):
    kwargs = {"max_length": LONGEST, "required": False} | kwargs
    return forms.CharField(label=label, widget=forms.Textarea(attrs=TALL), **kwargs)


class FilingForm(forms.Form):
    """The fields the kind asks for; ``values`` are the keywords of `file_application`."""

    new_ends_on = day_field(_("New last day"))
    wished_on = day_field(_("From which day the work ends"), required=False)
    ground = forms.ChoiceField(label=_("Ground by the regulation"), widget=forms.RadioSelect)
    reason = text_field(_("Reason"), error_messages={"required": _("Write why: those who decide need it.")})
    reason_open = forms.BooleanField(required=False)
    wish = text_field(
        _("What mentor you would like"), help_text=_("A name, a subject, a time of day. May be left empty.")
    )

    # What each kind asks for, in this sequence.
    ASKS = {
        _K.REPLACEMENT: ("reason", "reason_open", "wish"),
        _K.RESIGNATION: ("wished_on", "reason", "reason_open"),
        _K.EXTENSION: ("new_ends_on", "reason"),
        _K.SHORTENING: ("new_ends_on", "ground", "reason"),
        _K.TERMINATION: ("ground", "wished_on", "reason"),
    }

    def __init__(self, *args, kind, settings, today, program=None, **kwargs):
        super().__init__(*args, **kwargs)
        for name in set(self.fields) - set(self.ASKS[kind]):
            del self.fields[name]
        self.order_fields(self.ASKS[kind])
        self.fields["reason"].required = kind != _K.RESIGNATION
        {
            _K.REPLACEMENT: self._word_replacement,
            _K.RESIGNATION: self._word_resignation,
            _K.EXTENSION: self._word_extension,
            _K.SHORTENING: self._word_shortening,
            _K.TERMINATION: self._word_termination,
        }[kind](settings, today, program)

    def _word_replacement(self, settings, today, program):
        self.fields["reason"].help_text = _("The head, the curator and the council read it. The mentor does not.")
        self.fields["reason_open"].label = _("The mentor may read the reason too")

    def _word_resignation(self, settings, today, program):
        first = first_day(_K.RESIGNATION, settings, filed_on=today)
        field = self.fields["wished_on"]
        field.initial = first
        field.widget.attrs["min"] = today.isoformat()
        if settings.agreement.mentor_notice_days:
            words = _("By the regulation a notice of %(n)s working days is given: from %(day)s at the earliest.")
            field.help_text = words % {"n": settings.agreement.mentor_notice_days, "day": date_numeric(first)}
        else:
            field.help_text = _("Any day, today too. Three working days help the school to find somebody.")
        self.fields["reason"].help_text = _("Nobody may ask for it (Labor Code, article 351.8). May be left empty.")
        self.fields["reason_open"].label = _("The mentees may read the reason too")

    def _word_extension(self, settings, today, program):
        self.fields["new_ends_on"].help_text = _("Now the program lasts until %(day)s.") % {
            "day": date_numeric(program.ends_on)
        }
        self.fields["new_ends_on"].widget.attrs["min"] = program.ends_on.isoformat()
        self.fields["reason"].help_text = _("Both sides and those who decide read it.")

    def _word_shortening(self, settings, today, program):
        self._word_extension(settings, today, program)
        self.fields["new_ends_on"].widget.attrs |= {"min": today.isoformat(), "max": program.ends_on.isoformat()}
        ground = self.fields["ground"]
        ground.required = False
        ground.choices = [("", _("No special ground"))]
        ground.choices += [(row.code, row.label) for row in grounds_of_end(settings) if row.needs_good_reason]
        months = settings.program.months
        if months:
            words = _("A program shorter than %(n)s months needs one of these grounds.")
            ground.help_text = words % {"n": months[0]}

    def _word_termination(self, settings, today, program):
        self.fields["ground"].choices = [(row.code, row.label) for row in grounds_of_end(settings)]
        field = self.fields["wished_on"]
        first = first_day(_K.TERMINATION, settings, filed_on=today)
        field.initial = first
        words = _("The employer gives notice at least %(n)s working days ahead: from %(day)s at the earliest.")
        field.help_text = words % {"n": settings.agreement.employer_notice_days, "day": date_numeric(first)}
        self.fields["reason"].label = _("Circumstances")
        self.fields["reason"].help_text = _("The mentor, the mentees and the head read it. Facts, no judgments.")

    @property
    def values(self):
        return dict(self.cleaned_data)


class AnswerForm(forms.Form):
    """The word of the other side; which button was pressed says whether it agrees."""

    word = text_field(_("Your word"), help_text=_("Those who decide and the other side read it."))


class WithdrawForm(forms.Form):
    """Why it is taken back, if one likes to say."""

    reason = text_field(_("Why"), help_text=_("May be left empty."))
