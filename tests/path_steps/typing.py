"""A visitor's browser with the manners of Django's test client, so that one walker types into either."""

import re
from functools import cached_property
from types import SimpleNamespace
from urllib.parse import urlsplit

from people.models import User
from tests.crawl import signed_in

TYPE = """([action, values]) => {
  const form = [...document.forms].find(each => each.method === "post" && new URL(each.action).pathname === action)
  for (const [name, sent] of Object.entries(values))
    for (const each of [...form.elements].filter(each => each.name === name))
      if (["checkbox", "radio"].includes(each.type)) each.checked = sent.includes(each.value)
      else if (each.type !== "file") each.value = sent[0] ?? ""
  return [...document.forms].indexOf(form)
}"""
WRONG = "[...document.querySelectorAll('.is-invalid, .errors, .alert')].map(each => each.innerText || each.name)"


# The pages that are many of a kind: groups of settings, lists, stages of a roadmap and everything in them.
MANY = re.compile(r"/(edit|list|stage|item)/[\w.-]*/?$")


class Typist:
    """Opens pages and fills in their forms for ``visitor``, pressing the button each form has.

    Of forms that are many of a kind one is typed, the others are sent without a browser.
    """

    def __init__(self, visitor):
        self.visitor, self.typed = visitor, set()

    @cached_property
    def client(self):
        return signed_in(User.objects.get(login=self.visitor.login))

    def get(self, url):
        """The page at ``url`` as the browser shows it."""
        if _form_of(url) in self.typed:
            return self.client.get(url)
        answer = self.visitor.open(url)
        return Page(answer.status, self.visitor.page.content())

    def post(self, url, values=None):
        """Type ``values`` (name → what is sent) into the form of the open page that goes to ``url`` and press."""
        if _form_of(url) in self.typed:
            return self.client.post(url, values)
        answer = self._type(url, values)
        self.typed |= {_form_of(url)} - {""}
        return answer

    def _type(self, url, values):
        page = self.visitor.page
        values = {name: sent if isinstance(sent, list) else [sent] for name, sent in (values or {}).items()}
        number = page.evaluate(TYPE, [url, values])
        with page.expect_navigation() as going:
            page.locator("form").nth(number).evaluate(
                "form => form.requestSubmit([...form.elements].find(each => each.type === 'submit' && !each.name))"
            )
        request = going.value.request
        if request.redirected_from is None:
            said = SimpleNamespace(errors={"page": page.evaluate(WRONG)})
            return Page(going.value.status, page.content(), context={"form": said, "conflicts": []})
        return Page(302, "", headers={"Location": urlsplit(page.url).path})


def _form_of(url):
    """The kind of a form that stands at many addresses; «» for one of its own."""
    found = MANY.search(url.partition("?")[0])
    return found[1] if found else ""


class Page:
    """What the walker asks of an answer."""

    def __init__(self, status, text, *, headers=None, context=None):
        self.status_code, self.content = status, text.encode()
        self.headers = {"Content-Type": "text/html"} | (headers or {})
        self.context = context or {}

    def __getitem__(self, name):
        return self.headers[name]
