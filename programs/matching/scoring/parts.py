"""The named parts of the score: what each is called, what it means, and its sentence for one pair."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from programs.matching.scoring import values
from programs.matching.scoring.rules import MENTEE, MENTOR


@dataclass(frozen=True)
class Said:
    """The sentence of a part; ``missing`` are the sides whose card does not know what the part asks."""

    sentence: str
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """One part of the score: ``label`` and ``meaning`` for the page of weights, ``say`` for one pair."""

    code: str
    label: str
    meaning: str
    say: Callable


def _missing(*facts):
    """The sides without a fact: ``facts`` are of the mentee and of the mentor."""
    return tuple(side for side, fact in zip((MENTEE, MENTOR), facts, strict=True) if not fact)


def _needs(mentee, mentor):
    wanted = values.needs_of(mentee)
    if missing := _missing(wanted, mentor.levels):
        if MENTEE in missing:
            return Said(_("Not known: the card of the mentee names no difficulties."), missing)
        return Said(_("Not known: the card of the mentor names no competences."), missing)
    helped, left = [], []
    for key, level in wanted.items():
        name, ahead = mentee.competences.get(key, ""), mentor.levels.get(key, 0) - level
        if ahead > 0:
            words = ngettext("%(name)s (%(n)s level ahead)", "%(name)s (%(n)s levels ahead)", ahead)
            helped.append(words % {"name": name, "n": ahead})
        else:
            left.append(name)
    said = [_("Helps with: %s.") % ", ".join(helped) if helped else _("Is ahead in none of the difficulties.")]
    if left:
        said.append(_("Not covered: %s.") % ", ".join(left))
    return Said(" ".join(said))


def _subject(mentee, mentor):
    said = {
        "same": _("One subject: %(mentor)s."),
        "close": _("Close subjects: %(mentor)s and %(mentee)s."),
        "other": _("Different subjects: %(mentor)s and %(mentee)s."),
        "": _("Not known: a staff card names no subject or group."),
    }[values.subject_case(mentee, mentor)]
    words = {"mentor": mentor.subject_words, "mentee": mentee.subject_words}
    return Said(said % words, _missing(mentee.subjects, mentor.subjects))


def _form(mentee, mentor):
    case, options = values.form_case(mentee, mentor)
    words = ", ".join(f"«{option.label}»" for option in sorted(options, key=lambda option: option.code))
    said = {
        "wished": _("Both wish it: %s.") % words,
        "apart": _("They wish to work in different ways."),
        "named": _("The regulation has a form for this mentee: %s.") % words,
        "offered": _("Fits the form of the regulation: %s.") % words,
        "none": _("No form of the regulation fits the posts of both."),
        "": _("Not known: the wishes of both say nothing of the way to work."),
    }[case]
    return Said(said, () if case else _missing(mentee.ways, mentor.ways))


def _places(mentee, mentor):
    words = ngettext("%(free)s of %(places)s place is free.", "%(free)s of %(places)s places are free.", mentor.places)
    return Said(words % {"free": mentor.free, "places": mentor.places})


def _time(mentee, mentor):
    if missing := _missing(mentee.slots, mentor.slots):
        if (mentee.time_words if MENTEE in missing else mentor.time_words).strip():
            text = _("Not known: days cannot be read from “%s”.")
            return Said(text % (mentee.time_words if MENTEE in missing else mentor.time_words), missing)
        if MENTEE in missing:
            return Said(_("Not known: the card of the mentee names no time."), missing)
        return Said(_("Not known: the card of the mentor names no time."), missing)
    common = mentee.slots & mentor.slots
    if not common:
        return Said(_("The times do not meet: “%(mentor)s” and “%(mentee)s”.") % _time_words(mentee, mentor))
    return Said(_("Free at the same time: %s.") % _slots(common))


def _time_words(mentee, mentor):
    return {"mentor": mentor.time_words, "mentee": mentee.time_words}


def _slots(slots):
    """«вторник (днём), четверг»: a day without parts is the whole day."""
    days = {}
    for day, part in sorted(slots):
        days.setdefault(day, []).append(str(PARTS_OF_DAY[part]))
    words = []
    for day, parts in days.items():
        whole = len(parts) == len(PARTS_OF_DAY)
        words.append(str(DAYS[day]) if whole else f"{DAYS[day]} ({', '.join(parts)})")
    return ", ".join(words)


DAYS = (
    gettext_lazy("Monday"),
    gettext_lazy("Tuesday"),
    gettext_lazy("Wednesday"),
    gettext_lazy("Thursday"),
    gettext_lazy("Friday"),
    gettext_lazy("Saturday"),
    gettext_lazy("Sunday"),
)
PARTS_OF_DAY = (gettext_lazy("in the morning"), gettext_lazy("by day"), gettext_lazy("in the evening"))


def _workplace(mentee, mentor):
    said = {
        "same": _("They work in one building: %s.") % mentor.workplace_words,
        "other": _("They work in different buildings."),
        "": _("Not known: a staff card names no building."),
    }[values.workplace_case(mentee, mentor)]
    return Said(said, _missing(mentee.workplace, mentor.workplace))


def _experience(mentee, mentor):
    if mentor.experience_years is None:
        said = [_("The teaching experience is not known: %s.") % mentor.category]
    else:
        words = ngettext(
            "%(n)s year of teaching, %(category)s.", "%(n)s years of teaching, %(category)s.", mentor.experience_years
        )
        said = [words % {"n": mentor.experience_years, "category": mentor.category}]
    if mentor.failed:
        said.append(_("By the regulation something is lacking: %s.") % ", ".join(mentor.failed))
    if mentor.unknown:
        said.append(_("The staff card does not answer: %s.") % ", ".join(mentor.unknown))
    is_known = mentor.experience_years is not None and not mentor.unknown
    return Said(" ".join(said), _missing(True, is_known))


def _wishes(mentee, mentor):
    if said := values.naming(mentee, mentor):
        if said > 0:
            return Said(_("In the wishes one names the other."))
        return Said(_("In the wishes one asks not to be with the other."))
    fit, count = values.age_fit(mentee, mentor), values.shared(mentee, mentor)
    words = []
    if fit is not None:
        words.append(
            _("The age is the one the mentor wishes.") if fit else _("The mentor wishes mentees of another age.")
        )
    if count:
        text = ngettext("The cards share %(n)s word: %(words)s.", "The cards share %(n)s words: %(words)s.", count)
        both = [mentee.spelled.get(word, word) for word in sorted(mentee.words & mentor.words)]
        words.append(text % {"n": count, "words": ", ".join(both[:5])})
    elif count == 0:
        words.append(_("What they write of interests and requests has no words in common."))
    if words:
        return Said(" ".join(words))
    return Said(_("Not known: the cards name no wishes and interests."), _missing(mentee.words, mentor.words))


def _history(mentee, mentor):
    case = values.history_case(mentee, mentor)
    if case == "well":
        return Said(_("These two have carried a program through together."))
    if case == "badly":
        return Said(_("An earlier pair of these two did not come about or ended early."))
    well, otherwise = values.endings(values.begun(mentor.earlier))
    if not well and not otherwise:
        return Said(_("Nothing is known yet: the mentor has had no pairs here."))
    return Said(_("Earlier pairs: %(well)s completed, %(rest)s not.") % {"well": well, "rest": otherwise})


PARTS = {
    part.code: part
    for part in (
        Part(
            "needs",
            gettext_lazy("Difficulties and competences"),
            gettext_lazy("The mentor is ahead where the mentee needs help; the greater the need, the more it counts."),
            _needs,
        ),
        Part(
            "subject",
            gettext_lazy("Subject"),
            gettext_lazy("The same subject or group, or a close one."),
            _subject,
        ),
        Part(
            "form",
            gettext_lazy("Form and kind"),
            gettext_lazy("The way of working both wish, or a form the regulation has for such a pair."),
            _form,
        ),
        Part(
            "places",
            gettext_lazy("Free places"),
            gettext_lazy("Whoever has more free places comes first, so that the work is spread."),
            _places,
        ),
        Part(
            "time",
            gettext_lazy("Time"),
            gettext_lazy("Days and parts of the day that both have free."),
            _time,
        ),
        Part(
            "workplace",
            gettext_lazy("Building"),
            gettext_lazy("Both work in one building."),
            _workplace,
        ),
        Part(
            "experience",
            gettext_lazy("Experience and category"),
            gettext_lazy("Years of teaching, the qualification category, what the regulation asks of a mentor."),
            _experience,
        ),
        Part(
            "wishes",
            gettext_lazy("Wishes of both"),
            gettext_lazy("One names the other, the wished age, interests in common."),
            _wishes,
        ),
        Part(
            "history",
            gettext_lazy("Earlier pairs"),
            gettext_lazy("How the earlier pairs of the mentor ended, and how these two worked together."),
            _history,
        ),
    )
}
