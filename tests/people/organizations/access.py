"""Who may open the addresses of the room."""

from people.organizations.models import LegalOverride
from people.organizations.regulations import load_preset
from people.organizations.services import change_settings, draft_regulation, submit_regulation
from tests.access_row import INSIDERS, Row
from tests.people.organizations.card_access import CARD_ROWS
from tests.world import MOMENT, START


def _override(world):
    values = {"key": "agreement.required", "reason": "Причина", "starts_on": START, "at": MOMENT}
    return {
        "pk": LegalOverride.objects.create(
            organization=world.home.organization, by=world.home.director.user, **values
        ).pk
    }


def _regulation(world):
    return {"pk": world.home.organization.regulations.get().pk}


def _edition(world):
    return {"pk": world.home.organization.regulations.get().pk}


def _draft(world, **more):
    return {"pk": draft_regulation(world.home.organization, by=world.home.curator.user).pk, **more}


def _submitted(world):
    """The draft with a change, waiting for the head."""
    by = world.home.curator.user
    version = draft_regulation(world.home.organization, by=by, reason="Длиннее")
    change_settings(version, {"program.max_months": 18}, by=by, expected=version.version)
    return {"pk": submit_regulation(version, by=by).pk}


def _stage(world, **more):
    return _draft(world, stage=load_preset("school-3").roadmap.stages[0].code, **more)


def _item(world):
    return _stage(world, item=load_preset("school-3").roadmap.stages[0].items[0].code)


WRITERS = "curator sysadmin"
ROWS = {
    "people:regulation_versions": Row(INSIDERS, None),
    "people:regulation_version": Row(INSIDERS, None, things=_edition),
    "people:regulation_changes": Row(f"director {WRITERS}", None),
    "people:regulation_card": Row(f"director {WRITERS}", None, things=_draft),
    "people:regulation_draft": Row(WRITERS),
    "people:regulation_terms": Row(WRITERS, things=_draft),
    "people:regulation_edit": Row(WRITERS, things=lambda world: _draft(world, group="words")),
    "people:regulation_entries": Row(WRITERS, things=lambda world: _draft(world, path="forms.items")),
    "people:regulation_stages": Row(WRITERS, things=_draft),
    "people:regulation_stage_create": Row(WRITERS, things=_draft),
    "people:regulation_stage": Row(WRITERS, things=_stage),
    "people:regulation_item_create": Row(WRITERS, things=_stage),
    "people:regulation_item": Row(WRITERS, things=_item),
    "people:regulation_submit": Row(None, WRITERS, things=_draft),
    "people:regulation_drop": Row(None, WRITERS, things=_draft),
    "people:regulation_return": Row("director", things=_submitted),
    "people:regulation_approve": Row("director", things=_submitted),
    # An observer reads the regulation of organizations below, not of others: school-3 is not below Ufa.
    "people:regulation": Row(INSIDERS),
    "people:installation": Row("admin", in_organization=False),
    "people:organization_create": Row("admin", in_organization=False),
    "people:organization_card": Row(
        "admin", things=lambda world: {"pk": world.home.organization.pk}, in_organization=False
    ),
    "people:regulation_compare": Row("director curator council sysadmin"),
    "people:regulation_export": Row("director curator sysadmin", None, _regulation),
    "people:regulation_import": Row("curator sysadmin"),
    "people:legal_override": Row("director"),
    "people:legal_override_revoke": Row(None, "director", things=_override),
}
ROWS |= CARD_ROWS
