"""Who may open which address of the room: permissions.md, row «survey, questionnaire»."""

import rules

from people.accounts.predicates import council, curator, director, psychologist, staff, sysadmin

reads_results = director | curator | council | psychologist | sysadmin


@rules.predicate
def is_asked(actor, campaign):
    """The actor was invited to the survey; nobody answers for somebody else."""
    if campaign is None or actor.employment is None:
        return False
    return campaign.invitees.filter(employment=actor.employment).exists()


RIGHTS = {
    "people:campaign_list": reads_results,
    "people:campaign_create": curator,
    "people:campaign_card": reads_results,
    "people:campaign_edit": curator,
    "people:campaign_drop": curator,
    "people:campaign_launch": curator,
    "people:campaign_take_back": curator,
    "people:campaign_invite": curator,
    "people:campaign_remind": curator,
    "people:campaign_extend": curator,
    "people:campaign_close": curator,
    "people:campaign_process": curator,
    "people:campaign_results": reads_results,
    "people:campaign_workbook": reads_results,
    "people:campaign_proposals": curator,
    "people:response_card": curator,
    "people:questionnaire_list": reads_results,
    "people:questionnaire_create": curator,
    "people:questionnaire_card": reads_results,
    "people:questionnaire_preview": reads_results,
    "people:questionnaire_edit": curator,
    "people:questionnaire_publish": curator,
    "people:questionnaire_archive": curator,
    "people:questionnaire_revise": curator,
    "people:questionnaire_drop": curator,
    "people:question_add": curator,
    "people:question_edit": curator,
    "people:question_move": curator,
    "people:question_remove": curator,
    "people:survey_mine": staff,
    "people:survey_answer": is_asked,
    "people:survey_save": is_asked,
    "people:survey_done": is_asked,
}
