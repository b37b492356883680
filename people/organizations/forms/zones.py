"""The time zones and the languages of Russia in a form, by the names people call them."""

from django import forms
from django.utils.translation import gettext_lazy as _

RUSSIAN = (
    ("Europe/Kaliningrad", _("Kaliningrad, UTC+2")),
    ("Europe/Moscow", _("Moscow, UTC+3")),
    ("Europe/Samara", _("Samara, UTC+4")),
    ("Asia/Yekaterinburg", _("Yekaterinburg, Ufa, UTC+5")),
    ("Asia/Omsk", _("Omsk, UTC+6")),
    ("Asia/Krasnoyarsk", _("Krasnoyarsk, Novosibirsk, Barnaul, UTC+7")),
    ("Asia/Irkutsk", _("Irkutsk, UTC+8")),
    ("Asia/Yakutsk", _("Yakutsk, UTC+9")),
    ("Asia/Vladivostok", _("Vladivostok, UTC+10")),
    ("Asia/Magadan", _("Magadan, Sakhalin, UTC+11")),
    ("Asia/Kamchatka", _("Kamchatka, UTC+12")),
)


def zone_label(name):
    """The zone as people call it; a zone not of the list by its own name."""
    return dict(RUSSIAN).get(name, name)


def offer_zones(field, present):
    """Let ``field`` be chosen from the list; a zone set before that is not of it stays on offer."""
    others = [(present, present)] if present and present not in dict(RUSSIAN) else []
    field.widget = forms.Select(choices=[*RUSSIAN, *others])


# State languages of the republics of Russia that a letterhead may be repeated in (ISO 639).
LANGUAGES = (
    ("ba", _("Bashkir")),
    ("tt", _("Tatar")),
    ("cv", _("Chuvash")),
    ("udm", _("Udmurt")),
    ("chm", _("Mari")),
    ("myv", _("Erzya")),
    ("kv", _("Komi")),
    ("sah", _("Yakut")),
    ("bua", _("Buryat")),
    ("tyv", _("Tuvan")),
    ("xal", _("Kalmyk")),
    ("alt", _("Altai")),
    ("kjh", _("Khakas")),
    ("os", _("Ossetian")),
    ("ce", _("Chechen")),
    ("inh", _("Ingush")),
    ("ady", _("Adyghe")),
    ("kbd", _("Kabardian")),
    ("krc", _("Karachay-Balkar")),
    ("av", _("Avar")),
    ("krl", _("Karelian")),
    ("uk", _("Ukrainian")),
    ("crh", _("Crimean Tatar")),
)


def offer_languages(field, present):
    """Let ``field`` be chosen from the languages of Russia; one set before that is not of them stays on offer."""
    others = [(present, present)] if present and present not in dict(LANGUAGES) else []
    choices = [("", _("No second letterhead")), *LANGUAGES, *others]
    return forms.ChoiceField(
        choices=choices, required=False, label=field.label, help_text=_("The one of the second letterhead.")
    )
