"""The value of every part for one pair, from 0 to 1; ``matrix`` says the same for all pairs at once.

What is not known has the middle of the scale, so that an empty card neither wins nor loses.
"""

NEUTRAL = 0.5
# The value by how many levels the mentor is ahead in a needed competence; equal or behind is no help.
AHEAD = (0.0, 0.6, 0.8, 0.9, 1.0)
TOP_LEVEL = 5
ENOUGH_YEARS = 15
SUBJECT = {"same": 1.0, "close": 0.7, "other": 0.2, "": NEUTRAL}
FORM = {"wished": 1.0, "named": 0.9, "offered": 0.7, "apart": 0.3, "none": 0.2, "": NEUTRAL}
TIME_APART, TIME_LEAST = 0.0, 0.6
WORKPLACE = {"same": 1.0, "other": 0.3, "": NEUTRAL}
# Shared words: none among those written, one, two, three and more.
SHARED = (0.3, 0.7, 0.85, 1.0)
HISTORY = {"well": 1.0, "badly": 0.0}
COMPLETED, DECLINED = "completed", "declined"


def urgency(level):
    """How much a need counts: the lower the level, the more; whoever can teach others needs nothing."""
    return max(TOP_LEVEL - level, 0)


def gain(need, level):
    """The value of a mentor's ``level`` (0: not named) for a need of level ``need``."""
    return AHEAD[min(max(level - need, 0), len(AHEAD) - 1)] if level else 0.0


def needs_of(mentee):
    """The needs that count: {competence: level}."""
    return {key: level for key, level in mentee.levels.items() if urgency(level)}


def needs(mentee, mentor):
    wanted = needs_of(mentee)
    if not wanted or not mentor.levels:
        return NEUTRAL
    whole = sum(urgency(level) for level in wanted.values())
    return sum(urgency(level) * gain(level, mentor.levels.get(key, 0)) for key, level in wanted.items()) / whole


def subject_case(mentee, mentor):
    """«same», «close», «other», or "" where one of the cards names no subject."""
    if not mentee.subjects or not mentor.subjects:
        return ""
    if mentee.subjects & mentor.subjects:
        return "same"
    return "close" if mentee.groups & mentor.groups else "other"


def subject(mentee, mentor):
    return SUBJECT[subject_case(mentee, mentor)]


def form_case(mentee, mentor):
    """(case, options): a way both wish, a form of the regulation that names the mentee, any that fits, ways apart."""
    if both := mentee.ways & mentor.ways:
        return "wished", both
    fitting = mentee.forms & mentor.forms
    if mentee.ways and mentor.ways:
        return "apart", frozenset()
    if named := fitting & mentee.named_forms:
        return "named", named
    if fitting:
        return "offered", fitting
    return ("none" if mentee.forms else ""), frozenset()


def form(mentee, mentor):
    return FORM[form_case(mentee, mentor)[0]]


def best_form(mentee, mentor):
    """The form of the regulation to begin a proposal with: an Option, or None."""
    fitting = mentee.forms & mentor.forms
    named = fitting & mentee.named_forms
    return min(named or fitting, key=lambda option: option.code, default=None)


def places(mentee, mentor):
    return mentor.free / mentor.places


def time(mentee, mentor):
    if not mentee.slots or not mentor.slots:
        return NEUTRAL
    common = len(mentee.slots & mentor.slots)
    least = min(len(mentee.slots), len(mentor.slots))
    return TIME_LEAST + (1 - TIME_LEAST) * common / least if common else TIME_APART


def workplace_case(mentee, mentor):
    """«same», «other», or "" where one of the cards names no building."""
    if not mentee.workplace or not mentor.workplace:
        return ""
    return "same" if mentee.workplace == mentor.workplace else "other"


def workplace(mentee, mentor):
    return WORKPLACE[workplace_case(mentee, mentor)]


def experience(mentee, mentor):
    """Years (up to fifteen) and category alike; a threshold of the regulation that is not reached halves it."""
    years = mentor.experience_years
    of_years = NEUTRAL if years is None else min(years, ENOUGH_YEARS) / ENOUGH_YEARS
    value = (of_years + mentor.category_value) / 2
    return value / 2 if mentor.failed else value


def naming(mentee, mentor):
    """-1 where one of them asked not to be with the other, 1 where one asked for the other, else 0."""
    if mentor.name_stem in mentee.declines or mentee.name_stem in mentor.declines:
        return -1
    return 1 if mentor.name_stem in mentee.names or mentee.name_stem in mentor.names else 0


def age_fit(mentee, mentor):
    """1 or 0: whether the mentee is of the age the mentor wishes; None where one of both is not known."""
    if mentor.ages is None or mentee.age is None:
        return None
    return float(mentor.ages[0] <= mentee.age <= mentor.ages[1])


def shared(mentee, mentor):
    """How many telling words both cards share; None where one of them has none."""
    return len(mentee.words & mentor.words) if mentee.words and mentor.words else None


def wishes(mentee, mentor):
    if said := naming(mentee, mentor):
        return 1.0 if said > 0 else 0.0
    fit, count = age_fit(mentee, mentor), shared(mentee, mentor)
    known = [] if fit is None else [fit]
    if count is not None:
        known.append(SHARED[min(count, len(SHARED) - 1)])
    return sum(known) / len(known) if known else NEUTRAL


def endings(earlier):
    """(completed, ended otherwise) among ``earlier`` pairs."""
    well = sum(pair.end == COMPLETED for pair in earlier)
    return well, len(earlier) - well


def together(mentee, mentor):
    """The earlier pairs of these two."""
    return [pair for pair in mentor.earlier if pair.person == mentee.person]


def history_case(mentee, mentor):
    """«badly» or «well» where these two worked together before, else ""."""
    both = together(mentee, mentor)
    if not both:
        return ""
    return "badly" if endings(both)[1] else "well"


def begun(earlier):
    """Those of ``earlier`` pairs that came about; what was declined tells only of these two."""
    return [pair for pair in earlier if pair.end != DECLINED]


def mentor_history(mentor):
    """The share of pairs carried through, held back by two imagined ones so that one pair does not decide."""
    well, otherwise = endings(begun(mentor.earlier))
    return (well + 1) / (well + otherwise + 2)


def history(mentee, mentor):
    case = history_case(mentee, mentor)
    return HISTORY[case] if case else mentor_history(mentor)


VALUES = {
    "needs": needs,
    "subject": subject,
    "form": form,
    "places": places,
    "time": time,
    "workplace": workplace,
    "experience": experience,
    "wishes": wishes,
    "history": history,
}
