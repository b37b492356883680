"""Who is told what, once the deed is safely written."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from people.consents.selectors import keepers_of
from people.notices.services import notify_on_commit


def participants(program):
    """The accounts of the mentor and the mentees who have not left."""
    pair = program.mentorship
    people = [pair.mentor, *(member.person for member in pair.current_members)]
    return [person.user for person in people if hasattr(person, "user")]


def _tell(users, sentence, program, **values):
    url = reverse("programs:program_card", args=[program.organization.slug, program.pk])
    notify_on_commit(users, sentence, organization=program.organization, url=url, title=program.title, **values)


def _others(program, by):
    return [user for user in participants(program) if user != by]


def tell_written(program, by):
    """Call the others to read and complete the draft."""
    sentence = gettext_noop("A program for you is being written: %(title)s. Read it and add what matters to you.")
    _tell(_others(program, by), sentence, program)


def tell_changed(program, users):
    """Ask those who had agreed again."""
    sentence = gettext_noop("The program %(title)s has changed since you agreed to it. Read it and agree again.")
    _tell(users, sentence, program)


def tell_agreed(program, by, *, everybody):
    """Tell the curators that the program waits for approval, the others that it waits for them."""
    if everybody:
        sentence = gettext_noop("The program %(title)s is agreed by all. Approve it or return it.")
        _tell(keepers_of(program.organization), sentence, program)
    else:
        sentence = gettext_noop("%(name)s agreed to the program %(title)s. Read it and agree too.")
        _tell(_others(program, by), sentence, program, name=str(by))


def tell_returned(program):
    sentence = gettext_noop(
        "The curator returned the program %(title)s with a remark. Read it and correct the program."
    )
    _tell(participants(program), sentence, program)


def tell_approved(program):
    sentence = gettext_noop("The program %(title)s is approved and runs. Mark the events as they take place.")
    _tell(participants(program), sentence, program)


def tell_carried(program):
    """Call the new pair to read what it goes on with."""
    sentence = gettext_noop("You go on with the program %(title)s. Read its plan: what is left has come over to you.")
    _tell(participants(program), sentence, program)


def tell_ended(program):
    _tell(participants(program), gettext_noop("The program %(title)s has ended. Its result is on the card."), program)


def _tell_helper(helper, sentence, **values):
    organization = helper.program.organization
    url = reverse("programs:helper_answer", args=[organization.slug, helper.pk])
    users = [helper.employment.person.user] if hasattr(helper.employment.person, "user") else []
    notify_on_commit(users, sentence, organization=organization, url=url, title=helper.program.title, **values)


def tell_helper_asked(helper):
    """Ask the colleague."""
    asker = helper.asked_by.person.short_name if helper.asked_by.person else str(helper.asked_by)
    sentence = gettext_noop("%(name)s asks you to help with events: %(title)s. Read and answer.")
    _tell_helper(helper, sentence, name=asker)


def tell_helper_answered(helper, *, accepted):
    """Tell the mentor and whoever asked."""
    sentence = gettext_noop("%(colleague)s does not take part: %(title)s")
    if accepted:
        sentence = gettext_noop("%(colleague)s takes part: %(title)s")
    users = {helper.asked_by, *participants(helper.program)[:1]}
    _tell(list(users), sentence, helper.program, colleague=helper.employment.person.short_name)


def tell_helper_withdrawn(helper):
    sentence = gettext_noop("Your help is not needed any more: %(title)s. Thank you.")
    _tell_helper(helper, sentence)
