"""Every write about surveys."""

from people.surveys.services.answering import SurveyClosed, save_answers, send_answers
from people.surveys.services.campaigns import (
    close_campaign,
    drop_campaign,
    extend_campaign,
    invite_newcomers,
    launch_campaign,
    plan_campaign,
    process_campaign,
    take_back,
)
from people.surveys.services.proposals import Outcome, confirm_proposals, decline_proposals
from people.surveys.services.questionnaires import (
    add_question,
    archive_questionnaire,
    copy_template,
    create_questionnaire,
    drop_questionnaire,
    edit_question,
    edit_questionnaire,
    move_question,
    publish_questionnaire,
    remove_question,
    revise_questionnaire,
)
from people.surveys.services.reminding import keep_campaigns, remind_invitees

__all__ = [
    "Outcome",
    "SurveyClosed",
    "add_question",
    "archive_questionnaire",
    "close_campaign",
    "confirm_proposals",
    "copy_template",
    "create_questionnaire",
    "decline_proposals",
    "drop_campaign",
    "drop_questionnaire",
    "edit_question",
    "edit_questionnaire",
    "extend_campaign",
    "invite_newcomers",
    "keep_campaigns",
    "launch_campaign",
    "move_question",
    "plan_campaign",
    "process_campaign",
    "publish_questionnaire",
    "remind_invitees",
    "remove_question",
    "revise_questionnaire",
    "save_answers",
    "send_answers",
    "take_back",
]
