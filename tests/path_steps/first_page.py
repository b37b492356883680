"""Pages read without a browser: what they say, and where the duties of the first one lead."""

import re
import time

from django.test import Client
from lxml import html

from people.models import User

# Seconds: what is being pressed in a browser may be on its way still.
PATIENCE = 30


class FirstPage:
    """The first page of whoever has ``login`` in the organization ``slug``, as it is now; and others the same way."""

    def __init__(self, slug, login):
        self.address, self.client = f"/o/{slug}/", Client(enforce_csrf_checks=True)
        self.client.force_login(User.objects.get(login=login), backend="people.accounts.backends.LoginNameBackend")

    def read(self, address=""):
        """The main part of the page, or of the one at ``address``."""
        answer = self.client.get(address or self.address)
        assert answer.status_code == 200, answer
        return html.fromstring(answer.content.decode()).get_element_by_id("main")

    def words(self, address=""):
        """All that the page says, or the one at ``address``."""
        return _words(self.read(address))

    def is_asked(self, *sentences, no_more=()):
        """Wait until the page says all of these, and none of what it asks ``no_more``."""

        def wrong():
            words = self.words()
            return sorted(set(sentences).difference(_said(sentences, words))) + _said(no_more, words)

        _wait(wrong)

    def is_free_of(self, *sentences):
        """Wait until the page says nothing of these."""
        self.is_asked(no_more=sentences)

    def leads_to(self, sentence):
        """Wait for a duty and give the address of its button."""
        found = []

        def missing():
            found[:] = self._duties(sentence)
            return [] if found else [sentence]

        _wait(missing)
        return found[0].xpath(".//a/@href")[0]

    def _duties(self, sentence):
        duties = self.read().xpath(".//ul[contains(concat(' ', @class, ' '), ' todo ')]//li")
        return [duty for duty in duties if _said([sentence], _words(duty))]


def _said(sentences, words):
    return [sentence for sentence in sentences if flat(sentence) in words]


def _words(element):
    return flat(element.text_content())


def flat(text):
    """The text with single spaces and without what only marks where a line may end."""
    return re.sub(r"\s+", " ", re.sub("[\u200b\u00ad]", "", text))


def _wait(wrong):
    """Ask what is ``wrong`` until nothing is."""
    until = time.monotonic() + PATIENCE
    while (left := wrong()) and time.monotonic() < until:
        time.sleep(0.1)
    assert left == []
