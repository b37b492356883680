"""Words of the room: gender, category, states of an import, verdicts on its rows and every reason for them."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Gender(models.TextChoices):
    FEMALE = "female", _("female")
    MALE = "male", _("male")


class Category(models.TextChoices):
    NONE = "none", _("no category")
    SUITABLE = "suitable", _("suitable for the post")
    FIRST = "first", _("first category")
    HIGHEST = "highest", _("highest category")
    MENTOR = "mentor", _("teacher-mentor category")
    METHODIST = "methodist", _("teacher-methodist category")


# Where «category» stands beside it already.
SHORT_CATEGORIES = {
    Category.FIRST: pgettext_lazy("category", "first"),
    Category.HIGHEST: pgettext_lazy("category", "highest"),
}


class ImportState(models.TextChoices):
    UPLOADED = "uploaded", _("Preview")
    LOADING = "loading", _("Being loaded")
    LOADED = "loaded", _("Loaded")
    DROPPED = "dropped", _("Dropped")
    UNDONE = "undone", _("Undone")


# Neither loaded nor put aside.
UNFINISHED = [ImportState.UPLOADED, ImportState.LOADING]
IMPORT_MOVES = {
    ImportState.UPLOADED: {ImportState.LOADING, ImportState.LOADED, ImportState.DROPPED},
    ImportState.LOADING: {ImportState.UPLOADED, ImportState.LOADED},
    ImportState.LOADED: {ImportState.UNDONE},
}


# Why a list came back from the background worker with nothing written.
TROUBLES = {
    "stale": _("The staff changed since this preview was made. Look at the new verdicts and load again."),
    "broken": _("The loading stopped by an error and nothing was written. Try again; if it stops again, call support."),
}


class Verdict(models.TextChoices):
    NEW = "new", _("new")
    CHANGED = "changed", _("changed")
    SAME = "same", _("the same")
    ERROR = "error", _("error")
    DUPLICATE = "duplicate", _("possible duplicate")


VERDICT_TONES = {
    Verdict.NEW: "green",
    Verdict.CHANGED: "blue",
    Verdict.SAME: "grey",
    Verdict.ERROR: "red",
    Verdict.DUPLICATE: "amber",
}
IMPORT_TONES = {
    ImportState.UPLOADED: "amber",
    ImportState.LOADED: "green",
    ImportState.LOADING: "blue",
    ImportState.DROPPED: "grey",
    ImportState.UNDONE: "grey",
}


class Decision(models.TextChoices):
    """What the user says of a possible duplicate."""

    SAME = "same", _("the same person")
    OTHER = "other", _("another person")
    SKIP = "skip", _("leave out")


# What a list can tell of a person, in the order in which a preview names it.
FIELD_LABELS = {
    "number": _("personnel number"),
    "full_name": _("name in full"),
    "last_name": _("last name"),
    "first_name": _("first name"),
    "patronymic": _("patronymic"),
    "gender": _("gender"),
    "birth_date": _("birth date"),
    "post": _("post"),
    "subject": _("subject or group"),
    "category": _("qualification category"),
    "category_on": _("category given on"),
    "education": _("education"),
    "workplace": _("building"),
    "phone": _("phone"),
    "email": _("e-mail"),
    "experience_since": _("teaching experience"),
    "starts_on": _("hired on"),
    "ends_on": _("left on"),
    "is_external": _("main work elsewhere"),
}

# Why a cell or a row cannot be loaded as it is; each says what to do.
REASONS = {
    "empty": _("is empty. Fill in the cell."),
    "bad_name": _("“%(value)s” is not a name. Leave only letters, hyphens and apostrophes."),
    "initials": _("“%(value)s” has initials. Write the name in full."),
    "name_parts": _("cannot tell the last name from the first name in “%(value)s”. Put them into separate columns."),
    "mixed_letters": _("Latin letters stand among Russian ones in “%(value)s”. Type the word again."),
    "too_long": _("the text is longer than %(limit)s characters. Shorten it."),
    "bad_date": _("could not read the date “%(value)s”. Write it like 01.09.2026."),
    "only_year": _("“%(value)s” is only a year. Write the whole date, like 01.09.2026."),
    "future_birth": _("%(value)s has not come yet. Check the year of birth."),
    "early_birth": _("%(value)s is too long ago. Check the year of birth."),
    "hired_as_child": _("%(value)s is earlier than the person turned 14. Check both dates."),
    "far_hire": _("%(value)s is more than a year ahead. Check the year."),
    "has_left": _("the list says the person left on %(value)s. Delete the row, or note the leaving on the staff card."),
    "bad_experience": _("could not read “%(value)s”. Write it like “12 years 5 months”, in Russian, or as a number."),
    "experience_as_child": _("%(value)s years of experience do not fit the age. Check the experience and birth date."),
    "bad_category": _("“%(value)s” is no known category. Write one of: %(known)s."),
    "bad_gender": _("“%(value)s” is not a gender. Write м or ж."),
    "no_gender": _("cannot be told from the name. Add a column “Пол” with м or ж."),
    "bad_email": _("“%(value)s” is not an e-mail address. Mend it or leave it empty."),
    "bad_phone": _("“%(value)s” is not a phone number. Write it with its code or leave it empty."),
    "foreign_number": _("“%(value)s” belongs to %(name)s. Check the number."),
    "twin_number": _("“%(value)s” also stands in row %(row)s, with another name. Check the number."),
    # possible duplicates
    "spelling": _("The name is written differently."),
    "new_surname": _("First name, patronymic and birth date are the same, the last name differs."),
    "number_new_name": _("The personnel number is the same, the last name differs."),
    "other_birth_date": _("The name is the same, the birth date differs."),
    "other_number": _("The name is the same, the personnel number differs."),
    "namesakes": _("Several people have this name. Add a personnel number or a birth date, or choose."),
    "left_before": _("A person of this name worked here until %(value)s."),
    "twin": _("The same person stands in row %(value)s."),
}
