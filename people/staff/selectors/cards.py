"""Reads about the staff used in more than one place."""

from dateutil.relativedelta import relativedelta
from django.db.models import Count, F, Q

from mentoring.lib.dates import add_months, months_between
from mentoring.lib.text import search_key
from people.staff.models import Employment, ImportRow
from people.staff.states import Decision, Verdict


def present_staff(organization, day):
    """Staff cards in force in ``organization`` on ``day`` with their people."""
    return Employment.objects.filter(organization=organization).active_on(day).select_related("person")


def left_before(day):
    """A condition: the last day of work has passed."""
    return Q(ends_on__lt=day)


def works_on(day):
    """A condition: not left by ``day``; whoever starts later counts too, since the card is kept already."""
    return Q(ends_on__isnull=True) | Q(ends_on__gte=day)


def is_young(young_teacher, day):
    """A condition: a young teacher by the regulation's section ``young_teacher``, both bounds included.

    Whose birth date is not known counts by experience alone; whose experience is not known does not count.
    """
    oldest = add_months(day, -12 * (young_teacher.max_age + 1))
    since = add_months(day, -12 * young_teacher.max_experience_years)
    young_enough = Q(person__birth_date__isnull=True) | Q(person__birth_date__gt=oldest)
    return Q(is_teacher=True, experience_since__gte=since) & young_enough


def experience_years(employment, day):
    """Whole years of teaching experience on ``day``, or None if it is not known."""
    since = employment.experience_since
    return None if since is None else months_between(since, day) // 12


def young_grounds(young_teacher, employment, day):
    """(experience, age or None) in whole years by which ``employment`` counts as young on ``day``; else None."""
    if not Employment.objects.filter(is_young(young_teacher, day), pk=employment.pk).exists():
        return None
    born = employment.person.birth_date
    age = None if born is None else relativedelta(day, born).years
    return experience_years(employment, day), age


def staff_counts(rows, young_teacher, day):
    """How many cards each quick filter of the list shows: {name: count}, one query."""
    works = works_on(day)
    return rows.aggregate(
        all=Count("pk", filter=works),
        teachers=Count("pk", filter=works & Q(is_teacher=True)),
        young=Count("pk", filter=works & is_young(young_teacher, day)),
        no_account=Count("pk", filter=works & Q(person__user__isnull=True)),
        left=Count("pk", filter=left_before(day)),
    )


def look_alikes(organization, values, *, exclude=None):
    """Staff cards of ``organization`` that may be of the same person: the same name (ё = е) or, with the same
    birth date, first name and patronymic, another last name. Present ones first."""
    rows = Employment.objects.filter(organization=organization).select_related("person")
    if exclude is not None:
        rows = rows.exclude(person=exclude.person_id)
    key = search_key(values["last_name"], values["first_name"], values.get("patronymic"))
    alike = Q(person__search_key=key)
    if born := values.get("birth_date"):
        given = search_key(values["first_name"], values.get("patronymic"))
        alike |= Q(person__birth_date=born, person__search_key__endswith=f" {given}")
    return list(rows.filter(alike).order_by(F("ends_on").desc(nulls_first=True), "pk"))


def in_active_pair(employment):
    """Whether an active or suspended pair or group has this person on either side."""
    sides = Q(mentor_entry__mentorships__members__is_active=True) | Q(mentee_entry__members__is_active=True)
    return Employment.objects.filter(sides, pk=employment.pk).exists()


def verdict_counts(staff_import):
    """{verdict: number of rows} of one list, with "decided" for duplicates that will be loaded: one query."""
    totals = {verdict.value: Count("pk", filter=Q(verdict=verdict)) for verdict in Verdict}
    decided = Count("pk", filter=Q(verdict=Verdict.DUPLICATE, decision__in=[Decision.SAME, Decision.OTHER]))
    loaded = Count("pk", filter=Q(is_loaded=True))
    return ImportRow.objects.filter(staff_import=staff_import).aggregate(
        **totals, decided=decided, loaded=loaded, total=Count("pk")
    )


def rows_left_out(staff_import):
    """Rows that should be mended: errors, and possible duplicates that are not to be loaded."""
    undecided = Q(verdict=Verdict.DUPLICATE, decision__in=["", Decision.SKIP])
    return staff_import.rows.filter(Q(verdict=Verdict.ERROR) | undecided)
