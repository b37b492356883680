"""The templates of inputs are shorter than crispy's and Django's own and write the same."""

import re
from unittest.mock import patch

import pytest
from crispy_forms.templatetags.crispy_forms_filters import as_crispy_field
from django import forms
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.template.backends.django import DjangoTemplates
from django.utils.safestring import mark_safe
from lxml import html

CHOICES = [("", "ничего"), (1, "<один>"), ("Группа", [(2, "два"), (3, mark_safe("<b>три</b>"))])]  # noqa: S308


class AllKinds(forms.Form):
    """Every widget the pages draw, with and without a help, required and not."""

    text = forms.CharField(label="Текст <b>", help_text="Помощь <i>курсивом</i>", max_length=10)
    long = forms.CharField(widget=forms.Textarea({"rows": 3, "data-a": '"<'}), required=False)
    email = forms.EmailField(label="")
    number = forms.IntegerField(min_value=1, disabled=True, initial=5)
    day = forms.DateField(widget=forms.DateInput({"type": "date"}))
    password = forms.CharField(widget=forms.PasswordInput)
    yes = forms.BooleanField(label="Да", help_text="Нужно")
    no = forms.BooleanField(required=False)
    one = forms.ChoiceField(choices=CHOICES)
    several = forms.MultipleChoiceField(choices=CHOICES, required=False, help_text="Сколько угодно")
    radio = forms.ChoiceField(choices=CHOICES, widget=forms.RadioSelect)
    boxes = forms.MultipleChoiceField(choices=CHOICES, widget=forms.CheckboxSelectMultiple, help_text="Хоть все")
    file = forms.FileField(help_text="Любой")
    secret = forms.CharField(widget=forms.HiddenInput, required=False)


def _full():
    values = {"text": "<слова>", "long": "\n</textarea>", "email": "a@example.org", "day": "2026-10-15", "yes": "on"}
    values |= {"one": "2", "several": ["1", "3"], "radio": "1", "boxes": ["2", "3"], "secret": '"', "password": "x"}
    return AllKinds(values, {"file": SimpleUploadedFile("a.txt", b"a")})


FORMS = {"blank": AllKinds, "empty": lambda: AllKinds({}), "wrong": lambda: AllKinds({"one": "9", "boxes": ["9"]})}
FORMS |= {"full": _full, "prefixed": lambda: AllKinds({}, prefix="row-0")}


def _parts(text):
    """What the elements say, whatever white space stands between them."""
    found = []
    for element in html.fragment_fromstring(text, create_parent=True).iter():
        written = element.text if element.tag == "textarea" else " ".join((element.text or "").split())
        found.append((element.tag, dict(element.attrib), written, " ".join((element.tail or "").split())))
    return found


@pytest.fixture
def original():
    """The loader of templates as the libraries bring them."""
    options = {**settings.TEMPLATES[0], "NAME": "original", "DIRS": []}
    del options["BACKEND"]
    return DjangoTemplates(options).get_template


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", AllKinds.base_fields)
def test_a_field_is_written_as_crispy_and_django_write_it(original, form, name):
    field = FORMS[form]()[name]
    ours = as_crispy_field(field)
    module = "crispy_forms.templatetags.crispy_forms_filters.get_template"
    with patch(module, original), patch("django.forms.renderers.get_template", original):
        theirs = as_crispy_field(field)
    assert _parts(ours) == _parts(theirs)
    assert len(re.sub(r"\s", "", ours)) > 10


def test_the_line_of_nothing_has_words():
    form = forms.Form()
    form.fields["one"] = forms.ChoiceField(choices=[("", "---------"), ("1", "один")])
    assert "не выбрано" in str(form["one"]) and "---" not in str(form["one"])
