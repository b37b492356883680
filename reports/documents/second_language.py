"""The kind and the date of an order in the second state language of a republic, as its letterhead has them."""

from collections import namedtuple

# What orders are called, the months of a date and the word after the year.
Language = namedtuple("Language", "order months year")
LANGUAGES = {
    "ba": Language(
        "БОЙОРОҠ",
        [
            "ғинуар",
            "февраль",
            "март",
            "апрель",
            "май",
            "июнь",
            "июль",
            "август",
            "сентябрь",
            "октябрь",
            "ноябрь",
            "декабрь",
        ],
        "йыл",
    ),
}


def kind_in(language):
    """«БОЙОРОҠ»; nothing in a language that is not known here."""
    return LANGUAGES[language].order if language in LANGUAGES else ""


def date_in(language, day):
    """«16 ноябрь 2022 йыл»; nothing without a day or in a language that is not known here."""
    if day is None or language not in LANGUAGES:
        return ""
    words = LANGUAGES[language]
    return f"{day.day} {words.months[day.month - 1]} {day.year} {words.year}"
