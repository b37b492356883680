"""Forms of the room."""

from people.staff.forms.cards import CaseFormsForm, ContactsForm, LeaveForm, StaffForm
from people.staff.forms.lists import ColumnsForm, UploadForm
from people.staff.forms.merging import MergeForm
from people.staff.forms.photos import PhotoForm
from people.staff.forms.posts import PostForm

__all__ = [
    "CaseFormsForm",
    "ColumnsForm",
    "ContactsForm",
    "LeaveForm",
    "MergeForm",
    "PhotoForm",
    "PostForm",
    "StaffForm",
    "UploadForm",
]
