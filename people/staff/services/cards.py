"""Staff cards: hiring, changing, leaving, contacts and case forms corrected by hand."""

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.dates import date_words
from mentoring.lib.grammar import Case, decline_name, decline_post
from mentoring.lib.moves import MoveRefused
from mentoring.lib.versions import save_version
from people.history.services import record
from people.organizations.models import Organization
from people.staff.models import Employment, Person
from people.staff.services.cells import is_teaching_post
from people.staff.signals import employment_ended

PERSON_FIELDS = ("last_name", "first_name", "patronymic", "gender", "birth_date")
WORK_FIELDS = (
    "post",
    "subject",
    "category",
    "category_on",
    "education",
    "is_teacher",
    "number",
    "workplace",
    "phone",
    "email",
    "experience_since",
    "subject_since",
    "starts_on",
    "post_since",
    "is_external",
)
CONTACT_FIELDS = ("phone", "email")
# A change of any of these makes case forms corrected by hand out of date.
NAMING = {"last_name", "first_name", "patronymic", "gender"}


@transaction.atomic
def create_employment(organization, *, by, person=None, **values):
    """Take somebody on the staff of ``organization``: a new person, or ``person`` who worked here before.

    ``values`` are fields of Person and Employment. Raises MoveRefused if ``person`` works here already. Namesakes
    are the caller's question (``selectors.look_alikes``). Returns the Employment.
    """
    Organization.objects.select_for_update().get(pk=organization.pk)
    if person and person.employments.filter(organization=organization).active_on(organization.today()).exists():
        raise MoveRefused(_("This person is on the staff already. Open the staff card and change it."))
    person = person or Person()
    for field in PERSON_FIELDS:
        if field in values:
            setattr(person, field, values.pop(field))
    person.save()
    values.setdefault("is_teacher", is_teaching_post(values["post"]))
    employment = Employment.objects.create(organization=organization, person=person, **values)
    record(employment, gettext_noop("Staff card made"), by=by)
    return employment


@transaction.atomic
def update_employment(employment, *, by, expected_version, **values):
    """Change a staff card and the names behind it; hand-corrected case forms of a changed name or post go.

    Raises StaleSave with the card as it stands if somebody saved it meanwhile.
    """
    person = Person.objects.select_for_update().get(pk=employment.person_id)
    renamed = {field for field in PERSON_FIELDS if field in values and getattr(person, field) != values[field]}
    current = Employment.objects.get(pk=employment.pk)
    if "post" in values and current.post != values["post"]:
        values["post_case_forms"] = {}
    work = {field: value for field, value in values.items() if field not in PERSON_FIELDS}
    for field, value in work.items():
        setattr(employment, field, value)
    save_version(employment, list(work), expected=expected_version)
    if renamed:
        for field in renamed:
            setattr(person, field, values[field])
        if renamed & NAMING:
            person.case_forms = {}
        person.save()
    record(employment, gettext_noop("Staff card changed"), by=by)
    return employment


@transaction.atomic
def update_contacts(employment, *, by, expected_version, phone, email):
    """Let somebody change their own phone and e-mail; raises StaleSave like every save of a card."""
    employment.phone, employment.email = phone, email
    save_version(employment, list(CONTACT_FIELDS), expected=expected_version)
    record(employment, gettext_noop("Contacts changed"), by=by)
    return employment


def computed_forms(employment):
    """{case: (name, post)} as the grammar makes them, without hand corrections, nominative included."""
    person = employment.person
    parts = (person.last_name, person.first_name, person.patronymic, person.gender)
    return {
        case: (decline_name(*parts, case).full, decline_post(employment.post, case, person.gender)) for case in Case
    }


@transaction.atomic
def correct_forms(employment, *, by, expected_version, name_forms, post_forms):
    """Keep case forms corrected by hand; a form that grammar makes by itself is not kept, so it follows a change.

    ``name_forms`` and ``post_forms`` are {case: text}. Raises StaleSave if the card was saved meanwhile.
    """
    person = Person.objects.select_for_update().get(pk=employment.person_id)
    computed = computed_forms(employment)
    employment.post_case_forms = _corrections(post_forms, {case: post for case, (_name, post) in computed.items()})
    save_version(employment, ["post_case_forms"], expected=expected_version)
    person.case_forms = _corrections(name_forms, {case: name for case, (name, _post) in computed.items()})
    person.save(update_fields=["case_forms"])
    record(employment, gettext_noop("Case forms corrected"), by=by)
    return employment


def _corrections(written, computed):
    texts = {Case(case): " ".join(text.split()) for case, text in written.items()}
    return {case.value: text for case, text in texts.items() if text and text != computed[case]}


@transaction.atomic
def end_employment(employment, *, by, ends_on):
    """Note the last day of somebody's work here; roles of mentor, mentee and staff go with it by themselves.

    Pairs of the person end with that day, and their curators are told. Raises MoveRefused if the day is before the
    hiring.
    """
    employment = Employment.objects.select_for_update(of=("self",)).select_related("person").get(pk=employment.pk)
    if employment.starts_on and ends_on < employment.starts_on:
        raise MoveRefused(
            _("The person was hired on %(day)s. Choose a later day.") % {"day": date_words(employment.starts_on)}
        )
    employment.ends_on = ends_on
    save_version(employment, ["ends_on"], expected=employment.version)
    record(employment, gettext_noop("Left the organization"), by=by, reason=date_words(ends_on))
    employment_ended.send(Employment, employment=employment, by=by)
    return employment


@transaction.atomic
def undo_end(employment, *, by):
    """Take the last day back; raises MoveRefused if the person was hired anew meanwhile."""
    employment = Employment.objects.select_for_update().get(pk=employment.pk)
    others = Employment.objects.filter(organization=employment.organization_id, person=employment.person_id)
    hired_anew = Q(is_primary=True, ends_on__isnull=True) & ~Q(pk=employment.pk)
    if employment.is_primary and others.filter(hired_anew).exists():
        raise MoveRefused(_("This person was hired anew and has another staff card. Use that one."))
    employment.ends_on = None
    save_version(employment, ["ends_on"], expected=employment.version)
    record(employment, gettext_noop("The leaving was taken back"), by=by)
    return employment
