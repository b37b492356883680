"""Addresses of the room."""

from django.urls import path

from people.organizations import views
from people.organizations.views import card, comparison, exchange, heads, law, tree

EDITION = "o/<slug:slug>/regulation/editions/<int:pk>"

urlpatterns = [
    path("installation/", views.installation, name="installation"),
    path("installation/organizations/new/", views.organization_create, name="organization_create"),
    path("installation/organizations/<int:pk>/", views.organization_card, name="organization_card"),
    path("installation/organizations/<int:pk>/head/", heads.head_enter, name="head_enter"),
    path(
        "installation/organizations/<int:pk>/codes/<int:code>/new/",
        views.organization_code,
        name="organization_code",
    ),
    path("installation/organizations/<int:pk>/place/", tree.organization_place, name="organization_place"),
    path("installation/organizations/<int:pk>/end/", tree.organization_end, name="organization_end"),
    path("installation/organizations/<int:pk>/reopen/", tree.organization_reopen, name="organization_reopen"),
    path("installation/authorities/", tree.authority_tree, name="authority_tree"),
    path("installation/authorities/new/", tree.authority_create, name="authority_create"),
    path("installation/authorities/<int:pk>/", tree.authority_card, name="authority_card"),
    path("installation/authorities/<int:pk>/edit/", tree.authority_edit, name="authority_edit"),
    path("installation/authorities/<int:pk>/close/", tree.authority_close, name="authority_close"),
    path("installation/authorities/<int:pk>/merge/", tree.authority_merge, name="authority_merge"),
    path("installation/authorities/<int:pk>/acts/new/", tree.act_create, name="act_create"),
    path("installation/authorities/<int:pk>/observers/new/", tree.observer_grant, name="observer_grant"),
    path("installation/acts/<int:pk>/", tree.act_edit, name="act_edit"),
    path("installation/acts/<int:pk>/remove/", tree.act_remove, name="act_remove"),
    path("installation/observers/<int:pk>/end/", tree.observer_end, name="observer_end"),
    path("o/<slug:slug>/organization/", card.organization_view, name="organization_view"),
    path("o/<slug:slug>/organization/edit/", card.organization_edit, name="organization_edit"),
    path("o/<slug:slug>/organization/logo/", card.organization_logo, name="organization_logo"),
    path("o/<slug:slug>/organization/heads/", heads.head_list, name="head_list"),
    path("o/<slug:slug>/organization/delegations/new/", heads.delegation_create, name="delegation_create"),
    path("o/<slug:slug>/organization/delegations/<int:pk>/end/", heads.delegation_end, name="delegation_end"),
    path("o/<slug:slug>/regulation/", views.regulation, name="regulation"),
    path("o/<slug:slug>/regulation/editions/", views.regulation_versions, name="regulation_versions"),
    path("o/<slug:slug>/regulation/changes/", views.regulation_changes, name="regulation_changes"),
    path("o/<slug:slug>/regulation/new/", views.regulation_draft, name="regulation_draft"),
    path(f"{EDITION}/", views.regulation_card, name="regulation_card"),
    path(f"{EDITION}/text/", views.regulation_version, name="regulation_version"),
    path(f"{EDITION}/terms/", views.regulation_terms, name="regulation_terms"),
    path(f"{EDITION}/submit/", views.regulation_submit, name="regulation_submit"),
    path(f"{EDITION}/drop/", views.regulation_drop, name="regulation_drop"),
    path(f"{EDITION}/return/", views.regulation_return, name="regulation_return"),
    path(f"{EDITION}/approve/", views.regulation_approve, name="regulation_approve"),
    path(f"{EDITION}/edit/<slug:group>/", views.regulation_edit, name="regulation_edit"),
    path(f"{EDITION}/list/<str:path>/", views.regulation_entries, name="regulation_entries"),
    path(f"{EDITION}/stages/", views.regulation_stages, name="regulation_stages"),
    path(f"{EDITION}/stage/", views.regulation_stage_create, name="regulation_stage_create"),
    path(f"{EDITION}/stages/<slug:stage>/", views.regulation_stage, name="regulation_stage"),
    path(f"{EDITION}/stages/<slug:stage>/item/", views.regulation_item_create, name="regulation_item_create"),
    path(f"{EDITION}/stages/<slug:stage>/items/<slug:item>/", views.regulation_item, name="regulation_item"),
    path("o/<slug:slug>/regulation/compare/", comparison.regulation_compare, name="regulation_compare"),
    path("o/<slug:slug>/regulation/import/", exchange.regulation_import, name="regulation_import"),
    path("o/<slug:slug>/regulation/<int:pk>/export/", exchange.regulation_export, name="regulation_export"),
    path("o/<slug:slug>/regulation/law/", law.legal_override, name="legal_override"),
    path("o/<slug:slug>/regulation/law/<int:pk>/revoke/", law.legal_override_revoke, name="legal_override_revoke"),
]
