"""Existing texts of consents learn their term; a disclosure names its items one by one (152-FZ art. 10.1)."""

import tomllib
from importlib.resources import files

from django.db import migrations

# What the text before the items allowed to be shown.
ALLOWED_BEFORE = ("name", "post", "workplace", "category", "competences", "achievements", "program")


def name_terms_and_items(apps, schema_editor):
    texts = tomllib.loads((files("people.consents") / "texts.toml").read_text(encoding="utf-8"))
    ConsentText = apps.get_model("people", "ConsentText")
    for purpose, text in texts.items():
        ConsentText.objects.filter(purpose=purpose, months=None).update(months=text.get("months"))
    older = ConsentText.objects.filter(purpose="disclosure").exclude(body__contains="$fields")
    given = apps.get_model("people", "Consent").objects.filter(text__in=older, state="given")
    Disclosure = apps.get_model("people", "Disclosure")
    Disclosure.objects.bulk_create(
        [Disclosure(consent=consent, field=field) for consent in given for field in ALLOWED_BEFORE],
        ignore_conflicts=True,
    )
    older.update(body=texts["disclosure"]["body"].strip())


class Migration(migrations.Migration):
    dependencies = [("people", "0007_consents")]

    operations = [migrations.RunPython(name_terms_and_items, migrations.RunPython.noop)]
