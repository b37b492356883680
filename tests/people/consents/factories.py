"""Things of the room for tests."""

from people.consents.models import ConsentText
from people.consents.services import ensure_texts
from people.consents.wording import default_texts


def take_default_texts(organization):
    """Put the real first wording in place of the short texts of the test world."""
    ensure_texts(organization)
    for purpose, text in default_texts().items():
        ConsentText.objects.filter(organization=organization, purpose=purpose).update(**_columns(text))


def _columns(text):
    return {"title": text["title"], "body": text["body"].strip()}
