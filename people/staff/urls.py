"""Addresses of the room."""

from django.urls import path

from people.staff.views import cards, lists, merging, photos, posts, previews

urlpatterns = [
    path("o/<slug:slug>/staff/", cards.staff_list, name="staff_list"),
    path("o/<slug:slug>/staff/new/", cards.staff_create, name="staff_create"),
    path("o/<slug:slug>/staff/<int:pk>/", cards.staff_card, name="staff_card"),
    path("o/<slug:slug>/staff/<int:pk>/edit/", cards.staff_edit, name="staff_edit"),
    path("o/<slug:slug>/staff/<int:pk>/contacts/", cards.staff_contacts, name="staff_contacts"),
    path("o/<slug:slug>/staff/<int:pk>/case-forms/", cards.staff_forms, name="staff_forms"),
    path("o/<slug:slug>/staff/<int:pk>/leave/", cards.staff_leave, name="staff_leave"),
    path("o/<slug:slug>/staff/<int:pk>/return/", cards.staff_return, name="staff_return"),
    path("o/<slug:slug>/staff/<int:pk>/another-post/", posts.staff_post_add, name="staff_post_add"),
    path("o/<slug:slug>/staff/<int:pk>/join/", merging.staff_merge, name="staff_merge"),
    path("o/<slug:slug>/staff/<int:pk>/join/<int:other>/", merging.staff_merge_preview, name="staff_merge_preview"),
    path("o/<slug:slug>/staff/<int:pk>/photo/", photos.staff_photo, name="staff_photo"),
    path("o/<slug:slug>/staff/<int:pk>/photo/change/", photos.staff_photo_edit, name="staff_photo_edit"),
    path("o/<slug:slug>/staff-lists/", lists.staff_import_list, name="staff_import_list"),
    path("o/<slug:slug>/staff-lists/new/", lists.staff_import_create, name="staff_import_create"),
    path("o/<slug:slug>/staff-lists/sample/", lists.staff_import_sample, name="staff_import_sample"),
    path("o/<slug:slug>/staff-lists/<int:pk>/", previews.staff_import_preview, name="staff_import_preview"),
    path("o/<slug:slug>/staff-lists/<int:pk>/columns/", previews.staff_import_columns, name="staff_import_columns"),
    path("o/<slug:slug>/staff-lists/<int:pk>/undo/", lists.staff_import_undo, name="staff_import_undo"),
    path("o/<slug:slug>/staff-lists/<int:pk>/load/", lists.staff_import_load, name="staff_import_load"),
    path("o/<slug:slug>/staff-lists/<int:pk>/drop/", lists.staff_import_drop, name="staff_import_drop"),
    path("o/<slug:slug>/staff-lists/<int:pk>/failed/", lists.staff_import_failed, name="staff_import_failed"),
]
