"""Those without a mentor: the psychologist's contacts, a request to the psychologist, a plan for the whole bank."""

from people.banks.models import MenteeEntry
from programs.matching.services.making import make_plan
from programs.matching.states import Aim
from programs.support.services import add_contact, ask_psychologist, keep_cases, take_into_support
from programs.support.states import ContactForm
from reports.demo.clock import as_of
from reports.demo.script import wording


def search(scene):
    """Open the cases of everybody without a mentor, note the contacts the story tells of, compute its plan."""
    days = scene.days
    with as_of(days.ago(7)):
        keep_cases(scene.organization)
    for part in scene.story.support:
        entry = MenteeEntry.objects.select_related("employment__organization").get(pk=scene.mentees[part.who].pk)
        if part.contact:
            _support(scene, entry, part)
        else:
            with as_of(days.ago(3)):
                ask_psychologist(entry, by=scene.curator)
    if scene.story.plan:
        with as_of(days.ago(1)):
            make_plan(scene.organization, by=scene.curator, title=wording().plan, aim=Aim.BEST_FIT)


def _support(scene, entry, part):
    psychologist = scene.users["psychologist"]
    with as_of(scene.days.ago(6)):
        take_into_support(entry, by=psychologist)
    with as_of(scene.days.ago(4)):
        day = scene.organization.today()
        add_contact(entry, by=psychologist, held_on=day, form=ContactForm.TALK, note=part.contact)
