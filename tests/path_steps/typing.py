"""A visitor's browser with the manners of Django's test client, so that one walker types into either."""

from types import SimpleNamespace
from urllib.parse import urlsplit

TYPE = """([action, values]) => {
  const form = [...document.forms].find(each => each.method === "post" && new URL(each.action).pathname === action)
  for (const [name, sent] of Object.entries(values))
    for (const each of [...form.elements].filter(each => each.name === name))
      if (["checkbox", "radio"].includes(each.type)) each.checked = sent.includes(each.value)
      else if (each.type !== "file") each.value = sent[0] ?? ""
  return [...document.forms].indexOf(form)
}"""
WRONG = "[...document.querySelectorAll('.is-invalid, .errors, .alert')].map(each => each.innerText || each.name)"


class Typist:
    """Opens pages and fills in their forms for ``visitor``, pressing the button each form has."""

    def __init__(self, visitor):
        self.visitor = visitor

    def get(self, url):
        """The page at ``url`` as the browser shows it."""
        answer = self.visitor.open(url)
        return Page(answer.status, self.visitor.page.content())

    def post(self, url, values=None):
        """Type ``values`` (name → what is sent) into the form of the open page that goes to ``url`` and press."""
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


class Page:
    """What the walker asks of an answer."""

    def __init__(self, status, text, *, headers=None, context=None):
        self.status_code, self.content = status, text.encode()
        self.headers = {"Content-Type": "text/html"} | (headers or {})
        self.context = context or {}

    def __getitem__(self, name):
        return self.headers[name]
