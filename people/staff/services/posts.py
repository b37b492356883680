"""Several posts of one person in one organization."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from mentoring.lib.moves import MoveRefused
from mentoring.lib.text import search_key
from people.history.services import record
from people.organizations.models import Organization
from people.staff.models import Employment
from people.staff.services.cells import is_teaching_post

POST_FIELDS = ("post", "subject", "number", "workplace", "starts_on")
# What is true of the person whatever the post; contacts and education need not be typed again.
CARRIED = ("category", "category_on", "education", "experience_since", "phone", "email", "is_external")


@transaction.atomic
def add_post(employment, *, by, **values):
    """Give the person of ``employment`` a further post in the organization, with a card of its own.

    ``values`` are POST_FIELDS. The main work stays the main one; education, category, experience and contacts are
    copied to the new card. Raises MoveRefused for somebody who has left, or who has this post and subject already.
    """
    Organization.objects.select_for_update().get(pk=employment.organization_id)
    employment = Employment.objects.select_related("organization", "person").get(pk=employment.pk)
    today = employment.organization.today()
    if not employment.goes_on(today):
        raise MoveRefused(_("This person has left. Take the leaving back, or take the person on the staff anew."))
    rows = Employment.objects.filter(organization=employment.organization, person=employment.person)
    key = search_key(values["post"], values.get("subject"))
    if any(row.goes_on(today) and search_key(row.post, row.subject) == key for row in rows):
        raise MoveRefused(_("The person has this post and subject already. Open that card and change it."))
    carried = {name: getattr(employment, name) for name in CARRIED}
    values.setdefault("is_teacher", is_teaching_post(values["post"]))
    post = Employment.objects.create(
        organization=employment.organization, person=employment.person, is_primary=False, **carried, **values
    )
    record(post, gettext_noop("Further post added"), by=by)
    return post
