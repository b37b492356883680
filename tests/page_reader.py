"""What a page says and where it leads, read from its HTML."""

import re
from html.parser import HTMLParser

# Elements without an end tag, and those whose text nobody sees.
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
UNSEEN = {"script", "style", "template"}
SAID = ("alt", "aria-label", "placeholder", "title", "data-label")
LATIN = re.compile(r"[A-Za-z]{2,}")


class Page(HTMLParser):
    """One page: ``language``, ``title``, number of ``headings``, ``words`` for people, ``links``, ``inline`` code."""

    def __init__(self, html):
        super().__init__()
        self.words, self.links, self.headings, self.title, self.inline = [], [], 0, "", []
        self.language, self._open = "", []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        if tag not in VOID:
            self._open.append((tag, values.get("lang")))
        if tag == "html":
            self.language = values.get("lang")
        if tag == "h1":
            self.headings += 1
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        if tag == "style" or (tag == "script" and not values.get("src")):
            self.inline.append(tag)
        self.inline += [name for name in values if name == "style" or name.startswith("on")]
        if not self._is_foreign():
            self.words += [values[name] for name in SAID if values.get(name)]
            if tag == "input" and values.get("type") in ("submit", "button"):
                self.words.append(values.get("value") or "")

    def handle_endtag(self, tag):
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        inside = [tag for tag, _language in self._open]
        if "title" in inside and "svg" not in inside:
            self.title += data
        if not UNSEEN.intersection(inside) and not self._is_foreign():
            self.words.append(data)

    def _is_foreign(self):
        """Whether the nearest element with a language is not Russian."""
        language = next((language for _tag, language in reversed(self._open) if language), "ru")
        return language != "ru"

    def latin(self, allowed, ignored):
        """The Latin words outside ``allowed``, after whatever matches ``ignored`` is taken out."""
        found = set(LATIN.findall(ignored.sub(" ", " ".join(self.words))))
        return found - allowed
