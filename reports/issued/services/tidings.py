"""Who is told what, once the deed is safely written."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from people.accounts.states import Role
from people.notices.services import notify_on_commit
from programs.orders.selectors import holders_of


def _tell(users, sentence, paper, page="issued_card", /, **values):
    args = [paper.organization.slug] if page == "issued_signing" else [paper.organization.slug, paper.pk]
    notify_on_commit(
        users, sentence, organization=paper.organization, url=reverse(f"reports:{page}", args=args), **values
    )


def tell_sent(paper):
    """Ask the head for the signature; many papers at once are one notice."""
    sentence = gettext_noop("Certificates, letters or other papers wait for your signature.")
    _tell(holders_of(Role.DIRECTOR, paper.organization), sentence, paper, "issued_signing")


def tell_returned(paper):
    """Tell whoever prepared it to mend the paper."""
    _tell(
        [paper.drafted_by],
        gettext_noop("A paper was returned: %(paper)s. Read the remark and mend it."),
        paper,
        paper=str(paper),
    )


def tell_issued(paper, by):
    """Tell the person whose paper it is, and whoever prepared it."""
    mine = getattr(paper.about.person, "user", None) if paper.about_id else None
    if mine:
        _tell([mine], gettext_noop("A paper about you is issued: %(paper)s."), paper, paper=str(paper))
    others = [user for user in (paper.drafted_by,) if user not in (mine, by)]
    _tell(others, gettext_noop("The head signed: %(paper)s."), paper, paper=str(paper))
