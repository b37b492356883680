"""Who may open the addresses of the room."""

from people.surveys.services import close_campaign, copy_template
from tests.access_row import INSIDERS, Row
from tests.people.surveys.factories import answer, campaign_of, every_kind, from_template, full, read

READERS = "director curator council psychologist sysadmin"


def _asked(place):
    """The survey of one place asks its mentee."""
    return campaign_of(
        place, every_kind(place, f"Опрос {place.mentee.person.last_name}"), chosen=[place.mentee.employment]
    )


def _both(make):
    """The same thing in either organization: the other's must not show."""

    def things(world):
        make(world.other)
        return make(world.home)

    return things


_open = _both(lambda place: {"pk": _asked(place).pk})


def _planned_in(place):
    return {"pk": campaign_of(place, every_kind(place), chosen=[place.mentee.employment], opened=False).pk}


_planned = _both(_planned_in)


def _closed(world):
    campaign = _asked(world.home)
    return {"pk": close_campaign(campaign, by=world.home.curator.user).pk}


def _answered(world):
    campaign = _asked(world.home)
    answer(campaign, world.home.mentee.employment, full(campaign))
    return campaign


def _response(world):
    return {"pk": _answered(world).invitees.get().response.pk}


def _proposing(world):
    place = world.home
    campaign = campaign_of(place, from_template(place, "requests"), chosen=[place.mentee.employment])
    answer(campaign, place.mentee.employment, read(campaign, wants="yes", request="Группы на уроке"))
    return {"pk": campaign.pk}


def _ready(world):
    return {"pk": every_kind(world.home).pk}


def _shown(make):
    """An address without a thing of its own, on which this one shows."""

    def things(world):
        make(world)
        return {}

    return things


def _choice(world):
    for place in (world.home, world.other):
        every_kind(place, f"Анкета {place.mentee.person.last_name}")


def _draft_row(world):
    return copy_template(world.home.organization, "requests", by=world.home.curator.user)


def _draft(world):
    return {"pk": _draft_row(world).pk}


def _new_question(world):
    return _draft(world) | {"kind": "choice"}


def _question(world):
    return {"pk": _draft_row(world).questions.get(code="form").pk}


ROWS = {
    "people:campaign_list": Row(READERS, None, things=_shown(_open)),
    "people:campaign_create": Row("curator", things=_shown(_choice)),
    "people:campaign_card": Row(READERS, None, _open),
    "people:campaign_edit": Row("curator", things=_planned),
    "people:campaign_drop": Row(None, "curator", _planned),
    "people:campaign_launch": Row(None, "curator", _planned),
    "people:campaign_take_back": Row(None, "curator", _planned),
    "people:campaign_invite": Row(None, "curator", _open),
    "people:campaign_remind": Row(None, "curator", _open),
    "people:campaign_extend": Row("curator", things=_open),
    "people:campaign_close": Row("curator", things=_open),
    "people:campaign_process": Row(None, "curator", _closed),
    "people:campaign_results": Row(READERS, None, _open),
    "people:campaign_workbook": Row(READERS, None, _open),
    "people:campaign_proposals": Row("curator", things=_proposing),
    "people:response_card": Row("curator", None, _response),
    "people:questionnaire_list": Row(READERS, None, _shown(_draft)),
    "people:questionnaire_create": Row("curator"),
    "people:questionnaire_card": Row(READERS, None, _draft),
    "people:questionnaire_preview": Row(READERS, None, _draft),
    "people:questionnaire_edit": Row("curator", things=_draft),
    "people:questionnaire_publish": Row(None, "curator", _draft),
    "people:questionnaire_archive": Row(None, "curator", _ready),
    "people:questionnaire_revise": Row(None, "curator", _ready),
    "people:questionnaire_drop": Row(None, "curator", _draft),
    "people:question_add": Row("curator", things=_new_question),
    "people:question_edit": Row("curator", things=_question),
    "people:question_move": Row(None, "curator", _question),
    "people:question_remove": Row(None, "curator", _question),
    "people:survey_mine": Row(INSIDERS, None),
    "people:survey_answer": Row("mentee", things=_open),
    "people:survey_save": Row(None, "mentee", _open),
    "people:survey_done": Row("mentee", None, lambda world: {"pk": _answered(world).pk}),
}
