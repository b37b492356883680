"""Forms of the room of organizations."""

from people.organizations.forms.opening import KEEPERS, KeeperForm, OrganizationForm
from people.organizations.forms.settings import STAGES, EntriesForm, GroupForm, is_list
from people.organizations.forms.stages import ItemForm, NewStageForm, StageForm, StagesForm
from people.organizations.forms.versions import ApproveForm, DraftForm, RemarkForm, TermsForm

__all__ = [
    "KEEPERS",
    "STAGES",
    "ApproveForm",
    "DraftForm",
    "EntriesForm",
    "GroupForm",
    "ItemForm",
    "KeeperForm",
    "NewStageForm",
    "OrganizationForm",
    "RemarkForm",
    "StageForm",
    "StagesForm",
    "TermsForm",
    "is_list",
]
