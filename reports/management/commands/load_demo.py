"""Load the demonstration: five organizations with invented people, a running year with a past."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from mentoring.lib.pdf import pdf_ready
from reports.demo.accounts import PASSWORD, account_lines
from reports.demo.loading import NotLoadable, is_loaded, load_demonstration


class Command(BaseCommand):
    """``manage.py load_demo``: all of it or nothing; a second run changes nothing."""

    help = gettext_lazy("Fill an empty database with the demonstration.")

    def handle(self, **options):
        if not settings.DEMO:
            raise CommandError(_("The demonstration is off. Set MENTORING_DEMO=1 where it may be shown."))
        if is_loaded():
            self.stdout.write(_("The demonstration is already loaded."))
        else:
            self._load()
        self.stdout.write(_("Demo accounts, password %(password)s:") % {"password": PASSWORD})
        for line in account_lines():
            self.stdout.write(line)

    def _load(self):
        self.stdout.write(_("Loading the demonstration…"))
        try:
            load_demonstration(say=lambda name: self.stdout.write(f"  {name}"))
        except NotLoadable as refusal:
            raise CommandError(str(refusal)) from refusal
        for problem in pdf_ready():
            self.stdout.write(problem)
            self.stdout.write(_("No order of the demonstration is signed, so no pair works yet."))
