"""The first page read without a browser: what it says, and where its duties lead."""

import re
import time

from django.test import Client
from lxml import html

from people.models import User

# Seconds: what is being pressed in a browser may be on its way still.
PATIENCE = 30


class FirstPage:
    """The first page of whoever has ``login`` in the organization ``slug``, as it is now."""

    def __init__(self, slug, login):
        self.address, self.client = f"/o/{slug}/", Client()
        self.client.force_login(User.objects.get(login=login), backend="people.accounts.backends.LoginNameBackend")

    def read(self):
        """The main part of the page."""
        answer = self.client.get(self.address)
        assert answer.status_code == 200, answer
        return html.fromstring(answer.content.decode()).get_element_by_id("main")

    def words(self):
        """All that the page says."""
        return _words(self.read())

    def is_asked(self, *sentences):
        """Wait until the page says everything."""
        _wait(lambda: sorted(set(sentences).difference(_said(sentences, self.words()))))

    def is_free_of(self, *sentences):
        """Wait until the page says nothing of these."""
        _wait(lambda: _said(sentences, self.words()))

    def leads_to(self, sentence):
        """Wait for a duty and give the address of its button."""
        _wait(lambda: [] if self._duties(sentence) else [sentence])
        return self._duties(sentence)[0].xpath(".//a/@href")[0]

    def _duties(self, sentence):
        duties = self.read().xpath(".//ul[contains(concat(' ', @class, ' '), ' todo ')]//li")
        return [duty for duty in duties if sentence in _words(duty)]


def _said(sentences, words):
    return [sentence for sentence in sentences if sentence in words]


def _words(element):
    """The text with single spaces and without what only marks where a line may end."""
    return re.sub(r"\s+", " ", re.sub("[\u200b\u00ad]", "", element.text_content()))


def _wait(wrong):
    """Ask what is ``wrong`` until nothing is."""
    until = time.monotonic() + PATIENCE
    while (left := wrong()) and time.monotonic() < until:
        time.sleep(0.1)
    assert left == []
