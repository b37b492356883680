"""What the calendar does by itself: run once a day or oftener, running twice changes nothing."""

from django.core.management.base import BaseCommand, CommandError

from mentoring.lib.moves import MoveRefused
from people.organizations.models import Organization
from reports.home.daily import DAILY


class Command(BaseCommand):
    """Starts pairs whose day has come, closes consents that ran out, reminds of what is overdue."""

    help = "The day's duties: due pairs, consents that ran out, reminders. May run as often as you like."

    def handle(self, *args, **options):
        refusals = []
        for organization in Organization.objects.order_by("pk"):
            for duty in DAILY:
                try:
                    duty(organization)
                except MoveRefused as refusal:
                    refusals.append(f"{organization}: {' '.join(refusal.messages)}")
        if refusals:
            raise CommandError("\n".join(refusals))
