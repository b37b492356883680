from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """The app «people»: one label and one set of migrations for all its rooms."""

    name = "people"

    def ready(self):
        from people.accounts.access import admit_rooms
        from people.banks import signals as banks  # noqa: F401
        from people.network import signals as network  # noqa: F401

        admit_rooms("people")
