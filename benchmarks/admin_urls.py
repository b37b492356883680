"""The product's addresses and an admin of the bank of mentors that asks nobody for rights."""

from django.contrib import admin
from django.urls import include, path

from people.accounts.access import RIGHTS
from people.accounts.predicates import anybody
from people.models import MentorEntry


class OpenSite(admin.AdminSite):
    def has_permission(self, request):
        return True


class MentorAdmin(admin.ModelAdmin):
    """What the list of the product shows, as far as a changelist shows it without code of its own."""

    list_display = ("employment", "post", "capacity", "entered_on", "state")
    list_filter = ("state", "employment__category")
    list_select_related = ("employment__person",)
    search_fields = ("employment__person__search_key", "employment__post")
    ordering = ("employment__person__search_key",)
    list_per_page = 50

    @admin.display
    def post(self, entry):
        return entry.employment.post

    def has_module_permission(self, request):
        return True

    has_view_permission = has_change_permission = has_add_permission = has_delete_permission = (
        lambda self, request, obj=None: True
    )


site = OpenSite(name="admin")
site.register(MentorEntry, MentorAdmin)
RIGHTS["admin:people_mentorentry_changelist"] = anybody
urlpatterns = [path("admin/", site.urls), path("", include("mentoring.urls"))]
