"""What several pages of the room share."""

from django.http import Http404

from mentoring.lib.downloads import file_response
from mentoring.lib.uploads import content_type_of
from people.consents.models import Consent
from people.consents.states import Purpose
from people.consents.wording import render_wording

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def with_people(request):
    """The consents the actor may see, with everything their pages show."""
    return Consent.objects.visible_to(request.actor).select_related(
        "text", "person", "organization__authority__parent", "registrar__person"
    )


def words_of(consent, employment):
    """What was given, word for word; before that, what is asked for."""
    return consent.wording or render_wording(consent.text, employment, consent.organization.today())


def purpose_of(text):
    """The purpose named in an address; Http404 for another word."""
    if text not in Purpose.values:
        raise Http404
    return Purpose(text)


def scan_response(thing):
    """The scan of a signed paper; Http404 where there is none or the file is gone."""
    if not thing.scan:
        raise Http404
    try:
        return file_response(thing.scan, thing.scan_name, content_type_of(thing.scan.name))
    except FileNotFoundError:
        raise Http404 from None
