"""The facts of the banks for the score, in a number of queries that does not grow with the banks."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Count, Q

from mentoring.lib.dates import months_between
from mentoring.lib.text import search_key
from people.accounts.states import Role
from people.banks.criteria import Answer, Facts, mentor_conditions
from people.banks.models import EntryResult, MenteeEntry, MentorEntry
from people.banks.selectors import places_within
from people.consents.selectors import latest_consents, required_purposes
from people.consents.states import ConsentState, Purpose
from people.network.selectors import taking
from people.organizations.selectors import head_on, regulation_on
from people.staff.states import Category
from programs.matching.scoring import Earlier, Lack, MenteeFacts, MentorFacts, Option, posts, words
from programs.matching.scoring.hours import read_hours
from programs.matching.scoring.subjects import groups_of
from programs.mentorships.managing import led_subjects, rank_of, read_subjects
from programs.mentorships.models import Member
from programs.mentorships.selectors import CHOOSABLE
from programs.mentorships.states import ENDED, LIVE, Direction, MentorshipState

MONTHS_IN_YEAR = 12
SAID_NO = (ConsentState.REFUSED, ConsentState.WITHDRAWN)
# How far up the ladder of categories somebody stands; the two categories of mentors are its top.
CATEGORIES = {
    Category.NONE: 0.0,
    Category.SUITABLE: 0.3,
    Category.FIRST: 0.6,
    Category.HIGHEST: 0.9,
    Category.MENTOR: 1.0,
    Category.METHODIST: 1.0,
}


def load_facts(organization, day):
    """Everybody who stands in the banks on ``day``: (mentees, mentors) as facts, by name.

    Mentees who have a mentor and people who cannot be chosen now are there too: the rules bar them.
    """
    return _facts(organization, day, MenteeEntry.objects.live())


def load_facts_of(mentee_entry):
    """The facts of one mentee and of all mentors of the organization: (MenteeFacts, mentors)."""
    organization = mentee_entry.employment.organization
    mentees, mentors = _facts(organization, organization.today(), MenteeEntry.objects.filter(pk=mentee_entry.pk))
    return mentees[0], mentors


def _facts(organization, day, mentee_rows):
    settings = regulation_on(organization, day)
    mentors = list(_mentor_entries(organization, settings))
    mentees = list(_mentee_entries(organization, mentee_rows))
    people = {entry.employment.person_id for entry in (*mentors, *mentees)}
    reader = _Reader(
        day=day,
        settings=settings,
        head=head_on(organization, day),
        consents=latest_consents(people, organization),
        earlier=_earlier(organization),
        mentor_of=_mentor_of(organization),
    )
    return tuple(map(reader.mentee, mentees)), tuple(map(reader.mentor, mentors))


def _mentor_entries(organization, settings):
    holding = Q(mentorships__state__in=LIVE, mentorships__members__left_on__isnull=True)
    return (
        taking(MentorEntry.objects.live().of_organization(organization))
        .annotate(
            taken=Count("mentorships__members", filter=holding, distinct=True),
            places=places_within(settings.bank.max_mentees),
        )
        .select_related("employment__person")
        .prefetch_related("strengths")
        .order_by("employment__person__search_key", "pk")
    )


def _mentee_entries(organization, rows):
    return (
        rows.of_organization(organization)
        .select_related("employment__person")
        .prefetch_related("needs__competence")
        .order_by("employment__person__search_key", "pk")
    )


def _earlier(organization):
    """The pairs that are over, by the key of the mentor's entry: [Earlier, …].

    A result in the banks speaks where no pair of these two is known to the system.
    """
    found = defaultdict(list)
    rows = Member.objects.filter(mentorship__organization=organization, mentorship__state__in=ENDED)
    known = set()
    for mentor, person, end in rows.values_list("mentorship__mentor_entry", "mentee_person", "mentorship__state"):
        found[mentor].append(Earlier(person, end))
        known.add((mentor, person))
    results = EntryResult.objects.filter(mentor_entry__employment__organization=organization)
    for mentor, person, is_completed in results.values_list(
        "mentor_entry", "mentee_entry__employment__person", "is_completed"
    ):
        if (mentor, person) not in known:
            end = MentorshipState.COMPLETED if is_completed else MentorshipState.TERMINATED
            found[mentor].append(Earlier(person, end))
    return found


def _mentor_of(organization):
    """Who mentors each mentee or is proposed to, by the key of the mentee's entry."""
    rows = Member.objects.holding_places().filter(mentorship__organization=organization, direction=Direction.FORWARD)
    return {row.mentee_entry_id: row.mentor_person.short_name for row in rows.select_related("mentor_person")}


@dataclass(frozen=True)
class _Reader:
    """Turns entries into facts with what was read for all of them at once."""

    day: object
    settings: object
    head: object
    consents: dict
    earlier: dict
    mentor_of: dict

    def mentor(self, entry):
        work = entry.employment
        rank = self._rank(work)
        codes = posts.forms_of_mentor(self._form_labels, is_boss=bool(rank), is_external=work.is_external)
        thresholds = mentor_conditions(self.settings.criteria.thresholds, Facts.of(work), self.day)
        return MentorFacts(
            **self._side(entry, Role.MENTOR),
            levels={row.competence_id: row.level for row in entry.strengths.all()},
            forms=self._options(codes),
            **_words(entry.interests, entry.achievements, entry.wishes, entry.training),
            earlier=tuple(self.earlier.get(entry.pk, ())),
            places=entry.places,
            taken=entry.taken,
            experience_years=_years(work.experience_since, self.day),
            category=work.get_category_display(),
            category_value=CATEGORIES[work.category],
            failed=tuple(str(each.words) for each in thresholds if each.answer == Answer.FAILED),
            unknown=tuple(str(each.words) for each in thresholds if each.answer == Answer.UNKNOWN),
            ages=words.read_ages(entry.mentee_age, self.settings.young_teacher.max_age),
            leads=led_subjects(work.post, work.subject, is_external=work.is_external),
        )

    def mentee(self, entry):
        work, needs = entry.employment, entry.needs.all()
        possible, named = posts.forms_of_mentee(
            self._form_labels, is_young=self._is_young(entry), is_student=self._is(entry, posts.is_student_category)
        )
        return MenteeFacts(
            **self._side(entry, Role.MENTEE),
            levels={row.competence_id: row.level_before for row in needs},
            competences={row.competence_id: str(row.competence) for row in needs},
            forms=self._options(possible),
            named_forms=self._options(named),
            **_words(entry.request, entry.interests, entry.strengths, entry.wishes),
            age=_years(work.person.birth_date, self.day),
            has_mentor=entry.pk in self.mentor_of,
            mentor_name=self.mentor_of.get(entry.pk, ""),
        )

    def _side(self, entry, role):
        work = entry.employment
        names, declines = words.read_names(entry.wishes)
        subjects = read_subjects(work.subject)
        return {
            "pk": entry.pk,
            "person": work.person_id,
            "employment": work.pk,
            "name": work.person.short_name,
            "full_name": work.person.full_name,
            "post": work.post,
            "name_stem": words.name_stem(work.person.last_name),
            "subjects": subjects,
            "groups": groups_of(subjects),
            "subject_words": work.subject,
            "ways": self._ways(entry),
            "time_words": entry.time_resource,
            "slots": read_hours(entry.time_resource),
            "workplace": search_key(work.workplace),
            "workplace_words": work.workplace,
            "names": names,
            "declines": declines,
            "rank": self._rank(work),
            "can_be_chosen": entry.state in CHOOSABLE,
            "state_words": entry.get_state_display(),
            "lacks": self._lacks(work, role),
            "is_at_work": work.is_active_on(self.day),
            "ends_on": work.ends_on,
        }

    def _rank(self, work):
        is_head = self.head is not None and self.head.employment_id == work.pk
        return rank_of(work.post, is_head=is_head, is_external=work.is_external)

    def _lacks(self, work, role):
        found = []
        for purpose in required_purposes(role, self.settings):
            consent = self.consents.get((work.person_id, purpose))
            if consent is None or not self._is_in_force(consent):
                said_no = consent is not None and consent.state in SAID_NO
                found.append(Lack(str(purpose.label), said_no, purpose == Purpose.PROCESSING))
        return tuple(found)

    def _is_in_force(self, consent):
        holds = consent.valid_until is None or consent.valid_until >= self.day
        return consent.is_given and consent.given_on <= self.day and holds

    def _is(self, entry, question):
        """Whether one of the mentee's categories of the regulation is of the kind asked for."""
        categories = self.settings.criteria.mentee_categories
        return any(question(row.label) for row in categories if row.code in entry.categories)

    def _is_young(self, entry):
        """By a category on the card, or by age and experience as the regulation counts young teachers."""
        limits = self.settings.young_teacher
        age = _years(entry.employment.person.birth_date, self.day)
        years = _years(entry.employment.experience_since, self.day)
        by_card = age is not None and years is not None
        is_young = by_card and age <= limits.max_age and years <= limits.max_experience_years
        return is_young or self._is(entry, posts.is_young_category)

    @property
    def _form_labels(self):
        return {item.code: item.label for item in self.settings.forms.choosable}

    def _options(self, codes):
        return frozenset(Option(code, label) for code, label in self._form_labels.items() if code in codes)

    def _ways(self, entry):
        return frozenset(Option(code, words.WAYS[code][0]) for code in words.read_ways(entry.wishes))


def _words(*texts):
    spelled = words.read_words(*texts)
    return {"words": frozenset(spelled), "spelled": spelled}


def _years(since, day):
    return None if since is None else months_between(since, day) // MONTHS_IN_YEAR
