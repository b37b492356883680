"""Who is told what, once the deed is safely written."""

from functools import partial

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_noop

from people.consents.selectors import keepers_of
from people.notices.services import notify


def participants(program):
    """The accounts of the mentor and the mentees who have not left."""
    pair = program.mentorship
    people = [pair.mentor, *(member.person for member in pair.current_members)]
    return [person.user for person in people if hasattr(person, "user")]


def _tell(users, sentence, program, **values):
    url = reverse("programs:program_card", args=[program.organization.slug, program.pk])
    deed = partial(notify, users, sentence, organization=program.organization, url=url, title=program.title, **values)
    transaction.on_commit(deed)


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
