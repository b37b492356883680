"""The pages of the room."""

from people.surveys.views.answering import survey_answer, survey_done, survey_mine, survey_save
from people.surveys.views.campaigns import (
    campaign_card,
    campaign_create,
    campaign_edit,
    campaign_list,
    response_card,
)
from people.surveys.views.editor import question_add, question_edit, question_move, question_remove
from people.surveys.views.questionnaires import (
    questionnaire_archive,
    questionnaire_card,
    questionnaire_create,
    questionnaire_drop,
    questionnaire_edit,
    questionnaire_list,
    questionnaire_preview,
    questionnaire_publish,
    questionnaire_revise,
)
from people.surveys.views.results import campaign_proposals, campaign_results, campaign_workbook
from people.surveys.views.steps import (
    campaign_close,
    campaign_drop,
    campaign_extend,
    campaign_invite,
    campaign_launch,
    campaign_process,
    campaign_remind,
    campaign_take_back,
)

__all__ = [
    "campaign_card",
    "campaign_close",
    "campaign_create",
    "campaign_drop",
    "campaign_edit",
    "campaign_extend",
    "campaign_invite",
    "campaign_launch",
    "campaign_list",
    "campaign_process",
    "campaign_proposals",
    "campaign_remind",
    "campaign_results",
    "campaign_take_back",
    "campaign_workbook",
    "question_add",
    "question_edit",
    "question_move",
    "question_remove",
    "questionnaire_archive",
    "questionnaire_card",
    "questionnaire_create",
    "questionnaire_drop",
    "questionnaire_edit",
    "questionnaire_list",
    "questionnaire_preview",
    "questionnaire_publish",
    "questionnaire_revise",
    "response_card",
    "survey_answer",
    "survey_done",
    "survey_mine",
    "survey_save",
]
