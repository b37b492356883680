"""What the calendar does by itself: run once a day or oftener, running twice changes nothing."""

from django.core.management.base import BaseCommand, CommandError

from mentoring.lib.moves import MoveRefused
from people.organizations.models import Organization
from programs.mentorships.services import start_due_mentorships


class Command(BaseCommand):
    """Starts the pairs whose order was signed ahead and whose first day has come."""

    help = "Start the pairs and groups whose first day has come. May run as often as you like."

    def handle(self, *args, **options):
        refusals = []
        for organization in Organization.objects.order_by("pk"):
            try:
                started = start_due_mentorships(organization)
            except MoveRefused as refusal:
                refusals.append(f"{organization}: {' '.join(refusal.messages)}")
            else:
                self.stdout.write(f"{organization}: {started}")
        if refusals:
            raise CommandError("\n".join(refusals))
