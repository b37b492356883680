"""Indicators as papers say them: Russian, with the numbers of the regulation in place of a word about it."""

from django.utils.translation import override

from mentoring.lib.grammar import plural
from reports.documents.wording import indicator_label

NOVICES = "novice_coverage"
# A figure → the indicator of the recommendation that it is, where their codes are not one.
NAMED_AS = {"programs_completed": "program_completion", "plan_done": "event_completion"}


def said_on_paper(indicator, settings):
    """{"label", "formula"} of ``indicator`` by the regulation ``settings``: what is divided by what.

    Papers call an indicator as the regulation approves it, whichever of them it stands in.
    """
    with override("ru"):
        label, formula = str(indicator.label), str(indicator.formula)
    young, years = settings.young_teacher, settings.young_teacher.max_experience_years
    if indicator.code == NOVICES:
        label = f"Педагоги со стажем 0–{years} {plural(years, 'год', 'года', 'лет')}, у которых есть наставник"
    label = next((indicator_label(one, settings.terms) for one in _approved(settings, [indicator])), label)
    parts = _by_numbers(young).get(indicator.code) or formula.split(" ÷ ")
    above, below = (part[:1].lower() + part[1:] for part in parts)
    return {"label": label, "formula": f"Числитель – {above}; знаменатель – {below}"}


def not_counted(settings, indicators):
    """The names of the approved indicators that none of the computed ``indicators`` is."""
    known = _approved(settings, indicators)
    return [indicator_label(one, settings.terms) for one in settings.monitoring.indicators if one not in known]


def _approved(settings, indicators):
    """The indicators of the regulation that stand for the computed ones, by the figure they name or by their code."""
    codes = {indicator.code for indicator in indicators}
    codes |= {NAMED_AS[code] for code in codes if code in NAMED_AS}
    return [one for one in settings.monitoring.indicators if (one.figure or one.code) in codes]


def _by_numbers(young):
    """The two indicators whose bounds stand in the regulation: what is counted above and below the line."""
    age = f"не старше {young.max_age} {plural(young.max_age, 'года', 'лет', 'лет')}"
    years = young.max_experience_years
    experience = f"со стажем не более {years} {plural(years, 'года', 'лет', 'лет')}"
    return {
        "young_coverage": (f"педагоги {age} с наставником", f"все педагоги {age}"),
        NOVICES: (f"педагоги {experience} с наставником", f"все педагоги {experience}"),
    }
