"""Forms of the room."""

from people.staff.forms.cards import CaseFormsForm, ContactsForm, LeaveForm, StaffForm
from people.staff.forms.lists import ColumnsForm, UploadForm

__all__ = ["CaseFormsForm", "ColumnsForm", "ContactsForm", "LeaveForm", "StaffForm", "UploadForm"]
