"""Who is told what, once the deed is safely written."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from mentoring.lib.dates import school_year_label
from people.accounts.states import Role
from people.notices.services import notify_on_commit
from programs.orders.selectors import holders_of


def _tell(role, sentence, roadmap, *, page="programs:roadmap_card"):
    organization = roadmap.organization
    url = reverse(page, args=[organization.slug, roadmap.pk])
    values = {"organization": organization, "url": url, "year": school_year_label(roadmap.school_year)}
    notify_on_commit(holders_of(role, organization), sentence, **values)


def tell_submitted(roadmap):
    sentence = gettext_noop("The roadmap for %(year)s waits for your approval.")
    _tell(Role.DIRECTOR, sentence, roadmap, page="programs:roadmap_approve")


def tell_returned(roadmap):
    _tell(Role.CURATOR, gettext_noop("The head returned the roadmap for %(year)s with a remark."), roadmap)


def tell_approved(roadmap):
    _tell(Role.CURATOR, gettext_noop("The roadmap for %(year)s is approved and in force."), roadmap)
