from django.apps import AppConfig


class ProgramsConfig(AppConfig):
    """The app «programs»: one label and one set of migrations for all its rooms."""

    name = "programs"

    def ready(self):
        from people.accounts.access import admit_rooms
        from programs.applications import signals as applications  # noqa: F401
        from programs.appointments import signals as appointments  # noqa: F401
        from programs.council import following as council  # noqa: F401
        from programs.matching import signals as matching  # noqa: F401
        from programs.mentorships import signals as mentorships  # noqa: F401
        from programs.plans import signals as plans  # noqa: F401
        from programs.roadmap import signals as roadmap  # noqa: F401
        from programs.support import signals as support  # noqa: F401

        admit_rooms("programs")
