"""Things of the room for tests."""

from people.consents.models import Agreement, ConsentText, Disclosure
from people.consents.selectors import default_content
from people.consents.services import ensure_texts
from people.consents.states import AgreementState, Purpose
from people.consents.wording import default_texts
from tests.world import END, START, give_consent


def take_default_texts(organization):
    """Put the real first wording in place of the short texts of the test world."""
    ensure_texts(organization)
    for purpose, text in default_texts().items():
        ConsentText.objects.filter(organization=organization, purpose=purpose).update(**_columns(text))


def _columns(text):
    return {"title": text["title"], "body": text["body"].strip(), "months": text.get("months")}


def make_agreement(employment, *, by, **fields):
    """A signed agreement of a mentor for the school year of the test world; ``state`` may make it a draft."""
    values = {
        "mentees": "учитель физики Черных Лев Львович",
        "content": default_content(),
        "form": "педагог – педагог, в паре",
        "starts_on": START,
        "ends_on": END,
        "state": AgreementState.IN_FORCE,
        "signed_on": START,
        "registrar": by,
    }
    return Agreement.objects.create(organization=employment.organization, employment=employment, **(values | fields))


def make_draft(employment, **fields):
    """An agreement not signed yet."""
    return make_agreement(employment, by=None, **({"state": AgreementState.DRAFT, "signed_on": None} | fields))


def disclose(employment, *items):
    """A consent to public disclosure of ``items`` in force."""
    consent = give_consent(employment, Purpose.DISCLOSURE)
    Disclosure.objects.bulk_create(Disclosure(consent=consent, field=item) for item in items)
    return consent
