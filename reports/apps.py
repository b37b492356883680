from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The app «reports»: one label and one set of migrations for all its rooms."""

    name = "reports"

    def ready(self):
        from people.accounts.access import admit_rooms

        admit_rooms("reports")
