"""What a campaign says, counted once for the page, the charts and the workbook.

Below five answers nothing is counted out, neither of all nor of a group nor of what is left beside a group: a
figure of four tells who said what. Without names nothing is shown before the survey is closed, for two looks at
growing figures tell what the last one said.
"""

from collections import Counter

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from mentoring.lib.charts import Bar, Segment, bar_chart, stacked_bar
from people.staff.selectors import experience_years
from people.surveys.asking import catalog_for, is_answered, options_of
from people.surveys.comparing import compare
from people.surveys.figures import Answer, Counted, Line, Results
from people.surveys.models import AnonymousResponse, Response
from people.surveys.reading import read_lines, words_for
from people.surveys.selectors import campaign_before, questions_of
from people.surveys.states import LEAST_ANSWERS, Kind

YOUNG_YEARS = 3


def answers_of(campaign):
    """All sent answers of a campaign: [Answer, …]; without names in the order of their random keys."""
    if campaign.is_anonymous:
        return [Answer(row.answers) for row in AnonymousResponse.objects.filter(campaign=campaign)]
    rows = Response.objects.filter(invitee__campaign=campaign, is_sent=True)
    rows = rows.select_related("invitee__employment__person").order_by("invitee__employment__person__search_key", "pk")
    return [Answer(row.answers, row.invitee.employment) for row in rows]


GROUPS = {
    "": lambda answer, day: True,
    "young": lambda answer, day: _years(answer, day) <= YOUNG_YEARS,
    "experienced": lambda answer, day: _years(answer, day) > YOUNG_YEARS,
}


def group_labels():
    """The groups results can be cut by: {code: words}."""
    return {
        "": _("Everybody"),
        "young": _("Up to three years of experience"),
        "experienced": _("More than three years"),
    }


def _years(answer, day):
    years = experience_years(answer.employment, day)
    return YOUNG_YEARS + 1 if years is None else years


def results_of(campaign, *, group="", names=False):
    """The results of ``campaign``, of everybody or of a ``group`` (a key of GROUPS; without names only everybody).

    ``names`` puts the names beside texts of a survey with names: for the curator alone. ``hidden`` is the sentence
    that says why there is nothing to see.
    """
    everybody = answers_of(campaign)
    results = Results(campaign, campaign.invitees.count(), len(everybody))
    if not campaign.is_anonymous:
        results.groups = list(group_labels().items())
        results.group = group if group in GROUPS else ""
    day = campaign.organization.today()
    chosen = [each for each in everybody if GROUPS[results.group](each, day)]
    results.shown = len(chosen)
    results.hidden = _why_hidden(campaign, len(chosen), len(everybody))
    if results.hidden:
        return results
    questions = questions_of(campaign)
    groups = catalog_for(questions, campaign.organization)
    rest = [each for each in everybody if each not in chosen] if results.group else []
    for number, question in enumerate(questions, start=1):
        results.questions.append(_count(question, number, chosen, rest, groups, names))
    _add_points(results, questions, chosen)
    earlier = None if results.group else campaign_before(campaign)
    if earlier is not None:
        compare(results, everybody, earlier, answers_of(earlier))
    for each in results.questions:
        each.chart = _chart(each)
    return results


def _why_hidden(campaign, chosen, everybody):
    if campaign.is_anonymous and not campaign.has_ended:
        return _("The survey is without names: its results open when it is closed.")
    least = {"n": LEAST_ANSWERS}
    if chosen < LEAST_ANSWERS:
        return _("Fewer than %(n)s answers: the figures would tell who said what, so they are not shown.") % least
    if 0 < everybody - chosen < LEAST_ANSWERS:
        return (
            _(
                "Beside this group fewer than %(n)s answers are left: their figures could be reckoned from the whole, "
                "so the group is not shown."
            )
            % least
        )
    return ""


def _given(question, answers):
    return [each for each in answers if is_answered(question, each.answers.get(question.code))]


def _count(question, number, answers, rest, groups, names):
    given = _given(question, answers)
    counted = Counted(question, number, len(given))
    values = [each.answers[question.code] for each in given]
    if question.kind == Kind.TEXT:
        return _list_texts(counted, given, names)
    if len(given) < LEAST_ANSWERS or 0 < len(_given(question, rest)) < LEAST_ANSWERS:
        counted.hidden = _few()
        return counted
    if question.kind == Kind.MATRIX:
        counted.lines = _count_table(question, values)
        return counted
    if question.kind == Kind.SCALE:
        counted.mean = sum(values) / len(values)
    said = Counter()
    for value in values:
        chosen = value if isinstance(value, list) else [value]
        said.update(("yes" if each else "no") if isinstance(each, bool) else str(each) for each in chosen)
    counted.lines = [Line(label, said[value], len(given)) for value, label in options_of(question, groups)]
    if question.source:
        counted.lines = sorted((line for line in counted.lines if line.count), key=lambda line: -line.count)
    return counted


def _few():
    return _("Fewer than %(n)s people answered this question, so it is not counted out.") % {"n": LEAST_ANSWERS}


def _list_texts(counted, given, names):
    """Texts in the order of their letters, so that two questions do not line up; with names only for the curator."""
    code = counted.question.code
    if names and all(each.employment for each in given):
        counted.texts = [(each.answers[code], each.employment.person.short_name) for each in given]
    elif counted.answered < LEAST_ANSWERS:
        counted.hidden = _few() if given else ""
    else:
        counted.texts = sorted((each.answers[code], "") for each in given)
    return counted


def _count_table(question, values):
    lines = []
    for row, label in enumerate(question.rows):
        said = Counter(value[str(row)] for value in values)
        lines += [Line(words, said[column], len(values), label) for column, words in enumerate(question.options)]
    return lines


def _add_points(results, questions, answers):
    """The mean sum of points, and how many reached which level."""
    counting = [each for each in questions if each.counts]
    if not counting:
        return
    whole = [each.answers for each in answers if all(question.code in each.answers for question in counting)]
    if len(whole) < LEAST_ANSWERS:
        return
    sums = [sum(given[question.code] for question in counting) for given in whole]
    results.points = sum(sums) / len(sums)
    results.most_points = sum(max(len(question.options) - 1, 0) for question in counting)
    levels = Counter(words_for(results.campaign.questionnaire.reading, points) for points in sums)
    labels = [words for _low, _high, words in read_lines(results.campaign.questionnaire.reading)]
    results.readings = [Line(words, levels[words], len(sums)) for words in labels]


# Low, middle and high marks of the scale from 1 to 10.
BANDS = ((1, 4, "red"), (5, 7, "amber"), (8, 10, "green"))


def _chart(counted):
    """The picture of a question, or nothing."""
    question, lines = counted.question, counted.lines
    if not lines or question.kind == Kind.MATRIX:
        return ""
    title = question.text
    if question.kind == Kind.YES_NO:
        tones = ("green", "grey")
        segments = [Segment(line.label, line.count, tone) for line, tone in zip(lines, tones, strict=True)]
        return stacked_bar(segments, title=title)
    if question.kind == Kind.SCALE:
        return stacked_bar(_bands(lines), title=title)
    bars = [Bar(line.label, line.count, note=_note(line)) for line in lines]
    return bar_chart(bars, title=title, maximum=counted.answered)


def _bands(lines):
    """The marks of a scale in three bands; each mark by itself stands in the table below."""
    counts = {int(line.label): line.count for line in lines}
    return [
        Segment(f"{low}–{high}", sum(counts[mark] for mark in range(low, high + 1)), tone) for low, high, tone in BANDS
    ]


def _note(line):
    return pgettext("part of whole", "%(part)s of %(whole)s") % {"part": line.count, "whole": line.total}
