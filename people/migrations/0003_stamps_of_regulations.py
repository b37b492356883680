"""Minutes named in the settings become stamps of the regulation."""

from django.db import migrations


def adopted_by_to_stamps(apps, schema_editor):
    for version in apps.get_model("people", "RegulationVersion").objects.iterator():
        about = version.settings.get("regulation", {})
        if "adopted_by" not in about:
            continue
        body, number = about.pop("adopted_by"), about.pop("protocol", "")
        day = about.pop("protocol_on", None)
        about["stamps"] = [{"word": "ПРИНЯТО", "body": body, "number": number, "on": day}] if body else []
        clauses = version.settings.get("clauses", {})
        for key in ("adopted_by", "protocol", "protocol_on"):
            clauses.pop(f"regulation.{key}", None)
        version.save(update_fields=["settings"])


class Migration(migrations.Migration):
    dependencies = [("people", "0002_regulations_through_time")]
    operations = [migrations.RunPython(adopted_by_to_stamps, migrations.RunPython.noop)]
