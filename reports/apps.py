from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ReportsConfig(AppConfig):
    """The app «reports»: one label and one set of migrations for all its rooms."""

    name = "reports"

    def ready(self):
        from people.accounts.access import admit_rooms

        admit_rooms("reports")
        post_migrate.connect(guard_papers, sender=self)


def guard_papers(sender, using, **options):
    """Let the database hold what is frozen; after every migration, since SQLite loses triggers with a changed table."""
    from django.db import connections

    from mentoring.lib.immutable import Immutable, guard

    # Migrated backwards, a table may be gone.
    present = connections[using].introspection.table_names()
    for model in sender.get_models():
        if issubclass(model, Immutable) and model._meta.db_table in present:
            guard(connections[using], model._meta.db_table)
