"""Facts for the score, plain and drawn at random."""

from hypothesis import strategies as st

from programs.matching.scoring import Earlier, Lack, MenteeFacts, MentorFacts, Option

WAYS = [Option("group", "в группе"), Option("virtual", "на расстоянии")]
FORMS = [Option("teacher_teacher", "педагог – педагог"), Option("lecturer", "вуз – молодой педагог")]
ENDS = ("completed", "terminated", "replaced", "declined")
COMPETENCES = {1: "Построение занятия", 2: "Разговор с родителями", 3: "Безопасность детей"}


def mentor(pk=1, **values):
    """A mentor of whom nothing but the name is known."""
    return MentorFacts(**{"pk": pk, "person": 100 + pk, "employment": pk, "name": f"Наставник {pk}"} | values)


def mentee(pk=1, **values):
    """A mentee of whom nothing but the name is known."""
    return MenteeFacts(
        **{"pk": pk, "person": 200 + pk, "employment": 500 + pk, "name": f"Новичок {pk}", "competences": COMPETENCES}
        | values
    )


def _some(values, most=3):
    return st.frozensets(st.sampled_from(values), max_size=most)


_SUBJECTS = ["физика", "матема", "истори"]
_SIDE = {
    "name_stem": st.sampled_from(["соколов", "беляев", "жук"]),
    "levels": st.dictionaries(st.sampled_from(list(COMPETENCES)), st.integers(1, 5)),
    "subjects": _some(_SUBJECTS),
    "groups": _some(["exact", "history"]),
    "forms": _some(FORMS),
    "ways": _some(WAYS),
    "slots": _some([(0, 0), (0, 1), (1, 0), (1, 1), (4, 2)]),
    "workplace": st.sampled_from(["", "корпус 1", "корпус 2"]),
    "names": _some(["соколов", "жук"], 1),
    "declines": _some(["соколов", "беляев"], 1),
    "words": _some(["проект", "чтение", "парусн", "робото"], 4),
    "rank": st.integers(0, 2),
    "can_be_chosen": st.booleans(),
    "is_at_work": st.booleans(),
    "lacks": st.lists(st.builds(Lack, st.just("согласие"), st.booleans(), st.booleans()), max_size=2).map(tuple),
}
_MENTOR = {
    "places": st.integers(1, 4),
    "taken": st.integers(0, 5),
    "experience_years": st.none() | st.integers(0, 40),
    "category_value": st.sampled_from([0.0, 0.3, 0.9, 1.0]),
    "failed": st.sampled_from([(), ("преподаёт не менее 5 лет",)]),
    "ages": st.sampled_from([None, (0, 35), (40, 60)]),
    "leads": _some(_SUBJECTS, 1),
    "earlier": st.lists(st.builds(Earlier, st.integers(1, 5), st.sampled_from(ENDS)), max_size=4).map(tuple),
}
_MENTEE = {
    "named_forms": _some(FORMS),
    "age": st.none() | st.integers(20, 60),
    "has_mentor": st.booleans(),
}


@st.composite
def crowds(draw, least=1, most=4):
    """(mentees, mentors): people who may meet on both sides."""
    mentees = [
        mentee(pk, person=draw(st.integers(1, 5)), **draw(st.fixed_dictionaries(_SIDE | _MENTEE)))
        for pk in range(draw(st.integers(least, most)))
    ]
    mentors = [
        mentor(pk, person=draw(st.integers(1, 5)), **draw(st.fixed_dictionaries(_SIDE | _MENTOR)))
        for pk in range(draw(st.integers(least, most)))
    ]
    return mentees, mentors


def weights():
    from programs.matching.scoring import DEFAULTS

    return st.fixed_dictionaries({code: st.integers(0, 10) for code in DEFAULTS})
