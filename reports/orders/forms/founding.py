"""What a founding order is made of: the regulation, the roadmap, who gets a duty and whose duty ends."""

from dataclasses import replace

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from people.organizations.models import RegulationVersion
from people.organizations.regulations import RegulationSettings
from people.organizations.selectors import regulation_on
from people.organizations.states import RegulationState
from people.staff.forms.choosing import OnePerson, SeveralPeople
from people.staff.models import Employment
from programs.appointments.models import Appointment
from programs.appointments.selectors import to_be_ended
from programs.appointments.services import Wanted
from programs.appointments.states import CouncilFunction, Duty
from programs.roadmap.models import Roadmap
from programs.roadmap.states import RoadmapState
from reports.orders.forms.days import day_field
from reports.orders.forms.people import EndedDuties
from reports.orders.services import Content

LABEL_LENGTH = 200


class FoundingForm(forms.Form):
    """What all of them have: from and to, whose duty ends; ``content()`` is what the services take."""

    duties = ()
    starts_on = day_field(label=_("Duties from"), required=False, help_text=_("Left empty: today."))
    ends_on = day_field(label=_("Duties to"), required=False, help_text=_("Left empty: until another order."))

    def __init__(self, *args, organization, order=None, content=None, **kwargs):
        """``order`` and ``content`` are the draft that is composed anew and what it is made of."""
        if content and not kwargs.get("initial"):
            kwargs["initial"] = self.initial_of(content)
        super().__init__(*args, **kwargs)
        self.organization, self.order = organization, order
        self.day = organization.today()
        self.settings = self.rules()
        staff = Employment.objects.active_on(self.day).filter(organization=organization)
        self.staff = staff.select_related("person").order_by("person__search_key", "pk")
        self.add_people()
        self._add_releases()

    def rules(self):
        """The regulation whose rules the duties follow."""
        return regulation_on(self.organization, self.day)

    @property
    def takes_over(self):
        """Whether those chosen take the place of everybody who holds the duty now."""
        return False

    def add_people(self):
        """Add the fields of the people by the regulation."""

    def _add_releases(self):
        rows = to_be_ended(self.organization, self.duties, self.day)
        if rows:
            self.fields["releases"] = EndedDuties(
                Appointment.objects.filter(pk__in=[row.pk for row in rows]).select_related("employment__person"),
                label=_("Whose duty ends"),
                required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("The last day is the eve of the day in “Duties from”."),
            )
            if self.takes_over:
                self.initial.setdefault("releases", [row.pk for row in rows if row.duty == self.duties[0]])

    def initial_of(self, content):
        """What a draft holds, for the fields."""
        first = next(iter(content.appointments), None)
        return {
            "starts_on": first.starts_on if first else content.released_from,
            "ends_on": first and first.ends_on,
            "releases": [appointment.pk for appointment in content.releases],
        }

    def clean(self):
        data = super().clean()
        first, last = data.get("starts_on") or self.day, data.get("ends_on")
        if last and last < first:
            self.add_error("ends_on", _("The last day lies before the first one. Check both days."))
        return data

    def wanted(self, employment, duty, title, **further):
        """One duty of the order, on the days of the form."""
        days = {"starts_on": self.first_day, "ends_on": self.cleaned_data["ends_on"]}
        return Wanted(employment, duty, title, **days, **further)

    @property
    def first_day(self):
        return self.cleaned_data.get("starts_on") or self.day

    def content(self):
        releases = tuple(self.cleaned_data.get("releases", ()))
        return Content(
            appointments=tuple(self.appointments()),
            releases=releases,
            released_from=self.first_day if releases else None,
        )

    def appointments(self):
        """The duties the order gives."""
        return ()


class CuratorForm(FoundingForm):
    """Who becomes the curator, with a share of the work where there are several, and who gets the other duties."""

    duties = (Duty.CURATOR, Duty.HELPER)

    @property
    def takes_over(self):
        return self.settings.curator.most == 1

    def add_people(self):
        rules = self.settings.curator
        for scope in rules.scopes:
            label = _("Curator: %(scope)s") % {"scope": scope.label}
            self.fields[f"curator_{scope.code}"] = OnePerson(self.staff, label=label, required=False)
        if not rules.scopes:
            many = rules.most > 1
            kind, label = (SeveralPeople, _("Curators")) if many else (OnePerson, _("Curator"))
            self.fields["curator"] = kind(self.staff, label=label, required=False)
        for duty in rules.helpers:
            self.fields[f"helper_{duty.code}"] = SeveralPeople(
                self.staff, label=duty.label, required=False, help_text=", ".join(duty.posts)
            )
        last = [name for name in ("starts_on", "ends_on") if name in self.fields]
        self.order_fields([name for name in self.fields if name not in last] + last)

    def initial_of(self, content):
        values = super().initial_of(content)
        curators = [one for one in content.appointments if one.duty == Duty.CURATOR]
        values |= {f"curator_{one.scope}": one.employment_id for one in curators if one.scope}
        plain = [one.employment_id for one in curators if not one.scope]
        # One key where one person is chosen, several where the regulation has several curators.
        values["curator"] = plain[0] if len(plain) == 1 else plain
        for one in content.appointments:
            if one.duty == Duty.HELPER:
                values.setdefault(f"helper_{one.code}", []).append(one.employment_id)
        return values

    def appointments(self):
        rules, data = self.settings.curator, self.cleaned_data
        for scope in rules.scopes:
            if chosen := data.get(f"curator_{scope.code}"):
                yield self.wanted(chosen, Duty.CURATOR, rules.title_text, scope=scope.code)
        for chosen in _each(data.get("curator")):
            yield self.wanted(chosen, Duty.CURATOR, rules.title_text)
        for duty in rules.helpers:
            for chosen in data.get(f"helper_{duty.code}", ()):
                yield self.wanted(chosen, Duty.HELPER, duty.label, code=duty.code)


def _each(chosen):
    """One person or several as a list."""
    if not chosen:
        return []
    return [chosen] if isinstance(chosen, Employment) else list(chosen)


class CouncilForm(FoundingForm):
    """The council: as the order calls it, and who is what in it."""

    duties = (Duty.COUNCIL,)
    label = forms.CharField(
        label=_("How the order calls the council"),
        max_length=LABEL_LENGTH,
        help_text=_("In small letters, for example: совет наставников."),
    )

    @property
    def takes_over(self):
        return True

    def add_people(self):
        self.fields["label"].initial = self.settings.council.label.partition("/")[0].strip()
        self.fields["chair"] = OnePerson(self.staff, label=_("Chair"))
        self.fields["deputy"] = OnePerson(self.staff, label=_("Deputy chair"), required=False)
        self.fields["secretary"] = OnePerson(self.staff, label=_("Secretary"), required=False)
        self.fields["members"] = SeveralPeople(self.staff, label=_("Members"), required=False)
        self.order_fields(["label", "chair", "deputy", "secretary", "members", "starts_on", "ends_on"])

    def initial_of(self, content):
        values = super().initial_of(content) | {"label": content.label}
        for one in content.appointments:
            if one.function == CouncilFunction.MEMBER:
                values.setdefault("members", []).append(one.employment_id)
            else:
                values[str(one.function)] = one.employment_id
        return values

    def appointments(self):
        data = self.cleaned_data
        for function in (CouncilFunction.CHAIR, CouncilFunction.DEPUTY, CouncilFunction.SECRETARY):
            if chosen := data.get(function.value):
                yield self.wanted(chosen, Duty.COUNCIL, data["label"], function=function)
        for chosen in data["members"]:
            yield self.wanted(chosen, Duty.COUNCIL, data["label"], function=CouncilFunction.MEMBER)

    def content(self):
        return replace(super().content(), label=self.cleaned_data["label"])


class AdoptionForm(CuratorForm):
    """What the order approves, and with it, where wanted, the curator and the other duties."""

    version = forms.ModelChoiceField(
        RegulationVersion.objects.none(),
        label=_("Regulation"),
        required=False,
        empty_label=_("not by this order"),
        help_text=_("The version sent for approval."),
    )
    roadmap = forms.ModelChoiceField(
        Roadmap.objects.none(),
        label=_("Roadmap"),
        required=False,
        empty_label=_("not by this order"),
        help_text=_("One sent for approval."),
    )
    everybody = forms.BooleanField(label=_("All the teaching staff is to read the order"), required=False)

    @property
    def takes_over(self):
        """Most often the order names nobody."""
        return False

    def rules(self):
        version = self._versions().first()
        if version is None:
            return super().rules()
        return RegulationSettings.model_validate(version.settings)

    def _versions(self):
        return RegulationVersion.objects.filter(organization=self.organization, state=RegulationState.SUBMITTED)

    def add_people(self):
        super().add_people()
        versions = self._versions()
        roadmaps = Roadmap.objects.filter(organization=self.organization, state=RoadmapState.SUBMITTED)
        self.fields["version"].queryset, self.fields["roadmap"].queryset = versions, roadmaps
        self.fields["version"].label_from_instance = _version_label
        self.fields["roadmap"].label_from_instance = _roadmap_label
        self.initial.setdefault("version", versions.first())
        self.initial.setdefault("roadmap", roadmaps.first())
        self.order_fields(["version", "roadmap", *(name for name in self.fields if name != "everybody"), "everybody"])

    @property
    def nothing_waits(self):
        """Whether neither a regulation nor a roadmap was sent for approval."""
        return not (self.fields["version"].queryset.exists() or self.fields["roadmap"].queryset.exists())

    def initial_of(self, content):
        held = {"version": content.version, "roadmap": content.roadmap, "everybody": content.everybody}
        return super().initial_of(content) | held

    def clean(self):
        data = super().clean()
        if not self.errors and not (data.get("version") or data.get("roadmap")):
            raise ValidationError(_("Choose the regulation, the roadmap or both: the order approves them."))
        return data

    def content(self):
        chosen = {name: self.cleaned_data[name] for name in ("version", "roadmap", "everybody")}
        return replace(super().content(), **chosen)


def _version_label(version):
    settings = RegulationSettings.model_validate(version.settings)
    return settings.regulation.title


def _roadmap_label(roadmap):
    return str(roadmap)
