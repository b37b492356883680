"""Indicators as papers say them: Russian, with the numbers of the regulation in place of a word about it."""

from django.utils.translation import override

from mentoring.lib.grammar import plural

NOVICES = "novice_coverage"


def said_on_paper(indicator, settings):
    """{"label", "formula"} of ``indicator`` by the regulation ``settings``: what is divided by what."""
    with override("ru"):
        label, formula = str(indicator.label), str(indicator.formula)
    young, years = settings.young_teacher, settings.young_teacher.max_experience_years
    if indicator.code == NOVICES:
        label = f"Педагоги со стажем 0–{years} {plural(years, 'год', 'года', 'лет')}, у которых есть наставник"
    parts = _by_numbers(young).get(indicator.code) or formula.split(" ÷ ")
    above, below = (part[:1].lower() + part[1:] for part in parts)
    return {"label": label, "formula": f"Числитель – {above}; знаменатель – {below}"}


def _by_numbers(young):
    """The two indicators whose bounds stand in the regulation: what is counted above and below the line."""
    age = f"не старше {young.max_age} {plural(young.max_age, 'года', 'лет', 'лет')}"
    years = young.max_experience_years
    experience = f"со стажем не более {years} {plural(years, 'года', 'лет', 'лет')}"
    return {
        "young_coverage": (f"педагоги {age} с наставником", f"все педагоги {age}"),
        NOVICES: (f"педагоги {experience} с наставником", f"все педагоги {experience}"),
    }
