"""Before two cards of one person are joined: what moves, and what forbids it."""

from django.db.models import Q
from django.utils.translation import gettext as _

from people.organizations.models import Organization
from people.staff.models import Employment, Person
from people.staff.selectors import merged_into
from people.staff.services.merge_table import moving, referring

BANKS = ("mentor_entry", "mentee_entry")
# States of a bank entry that give nobody a role; the banks stand above this room and keep the whole table.
OUT_OF_BANK = ("draft", "archived")


def entry_of(card, bank):
    """The card's entry in one bank, or None."""
    return getattr(card, bank, None)


def is_live(entry):
    return entry is not None and entry.state not in OUT_OF_BANK


def stays_of(kept, gone):
    """Of the two entries in a bank (either may be None) the one that stays when the cards become one."""
    return gone if kept is None or (is_live(gone) and not is_live(kept)) else kept


def account_of(person):
    """The account of ``person`` or None."""
    return getattr(person, "user", None)


def is_known_elsewhere(person, organization):
    """Whether another organization (not merged into this one) or an authority knows ``person``."""
    here = merged_into(organization)
    works = Employment.objects.filter(person=person).exclude(organization__in=here)
    user = account_of(person)
    roles = user.memberships.filter(~Q(organization__in=here) | Q(organization=None)) if user else None
    consents = person.consents.exclude(organization__in=here)
    return works.exists() or consents.exists() or (roles is not None and roles.exists())


def forbidding(kept, gone):
    """Why the two people cannot become one, each sentence saying what to do; empty if they can."""
    found = [*_elsewhere(kept, gone), *_accounts(kept, gone), *_banks(kept, gone)]
    found += [relation.clash(kept.person, gone.person) for relation in moving(gone.person)]
    return list(dict.fromkeys(str(sentence) for sentence in found if sentence))


def forbidding_one_card(kept, gone):
    """Why the two works cannot become one card, though the people may become one; empty if they can."""
    found = [relation.clash(kept, gone) for relation in moving(gone)]
    for bank in BANKS:
        first, second = entry_of(kept, bank), entry_of(gone, bank)
        if first and second:
            stays = stays_of(first, second)
            goes = second if stays is first else first
            found += [relation.clash(stays, goes) for relation in moving(goes)]
    return list(dict.fromkeys(str(sentence) for sentence in found if sentence))


def _elsewhere(kept, gone):
    if not is_known_elsewhere(gone.person, gone.organization):
        return
    if is_known_elsewhere(kept.person, kept.organization):
        yield _("Both cards are tied to data outside your organization. Leave both as they are.")
    else:
        yield _(
            "The second card is tied to data outside your organization and cannot be taken away. Open that card and "
            "join this one to it."
        )


def _accounts(kept, gone):
    first, second = account_of(kept.person), account_of(gone.person)
    if first and second and first.is_active and second.is_active:
        yield _(
            "Both have accounts in use: %(first)s and %(second)s. Let the system administrator close one of them in "
            "“Accounts”, then join the cards."
        ) % {"first": first.login, "second": second.login}


def _banks(kept, gone):
    if is_live(entry_of(kept, "mentor_entry")) and is_live(entry_of(gone, "mentor_entry")):
        yield _("Both stand in the bank of mentors. Archive one of the two there, then join the cards.")
    if is_live(entry_of(kept, "mentee_entry")) and is_live(entry_of(gone, "mentee_entry")):
        yield _("Both stand in the bank of mentees. Archive one of the two there, then join the cards.")


def what_moves(gone):
    """What goes over from the second card to the first: [(what, how many)], the account by its login."""
    found = {}
    things = [gone.person, gone, *(entry_of(gone, bank) for bank in BANKS)]
    for relation, n in [each for thing in things if thing for each in referring(thing).items()]:
        if label := relation.decision.label:
            found[label] = found.get(label, 0) + n
    lines = [(str(label), str(n)) for label, n in found.items()]
    user = account_of(gone.person)
    return [(_("account"), user.login), *lines] if user else lines


def lock(kept, gone):
    """Both cards read anew under lock, with their people: nobody else joins or changes them meanwhile."""
    Organization.objects.select_for_update().get(pk=kept.organization_id)
    cards = Employment.objects.filter(pk__in=[kept.pk, gone.pk]).order_by("pk")
    people = Person.objects.filter(pk__in=list(cards.order_by().values_list("person", flat=True)))
    list(people.select_for_update().order_by("pk"))
    rows = cards.select_for_update(of=("self",)).select_related("organization", "person")
    found = {row.pk: row for row in rows}
    return found.get(kept.pk), found.get(gone.pk)
