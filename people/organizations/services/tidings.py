"""Who is told of the way of a regulation, after it is safely written."""

from django.urls import reverse
from django.utils.translation import gettext_noop

from people.accounts.models import Membership
from people.accounts.states import Role
from people.notices.services import notify


def tell_submitted(version):
    """Tell the heads that a draft waits for them."""
    day = version.organization.today()
    rows = Membership.objects.active_on(day).filter(organization=version.organization, role=Role.DIRECTOR)
    heads = [row.user for row in rows.select_related("user")]
    _tell(heads, gettext_noop("Edition %(number)s of the regulation waits for your approval"), version)


def tell_returned(version):
    """Tell whoever drafted it that the head returned the draft."""
    _tell([version.drafted_by], gettext_noop("Edition %(number)s of the regulation is returned with a remark"), version)


def tell_approved(version):
    """Tell whoever drafted it that the edition is approved."""
    _tell([version.drafted_by], gettext_noop("Edition %(number)s of the regulation is approved"), version)


def _tell(users, sentence, version):
    url = reverse("people:regulation_card", args=[version.organization.slug, version.pk])
    notify(users, sentence, organization=version.organization, url=url, number=version.number)
