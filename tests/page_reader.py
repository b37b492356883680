"""What a page says and where it leads, read from its HTML."""

import re

from lxml import html

# What nobody sees the text of.
UNSEEN = {"script", "style", "template"}
SAID = ("alt", "aria-label", "placeholder", "title", "data-label")
LATIN = re.compile(r"[A-Za-z]{2,}")


class Page:
    """One page: ``language``, ``title``, number of ``headings``, ``words`` for people, ``links``, ``inline`` code."""

    def __init__(self, text):
        self.words, self.links, self.headings, self.title, self.inline = [], [], 0, "", []
        root = html.document_fromstring(text)
        self.language = root.get("lang")
        self._read(root, is_foreign=False, is_seen=True, is_drawn=False)

    def _read(self, element, is_foreign, is_seen, is_drawn):
        """Note the element and all inside, whose language, unseen parts and pictures are those around them."""
        tag = element.tag
        if not isinstance(tag, str):
            return
        if element.attrib:
            is_foreign = element.get("lang", "ru") != "ru" if element.get("lang") else is_foreign
            self._note_attributes(element, tag, is_foreign)
        is_seen, is_drawn = is_seen and tag not in UNSEEN, is_drawn or tag == "svg"
        if tag == "h1":
            self.headings += 1
        elif tag == "style" or (tag == "script" and not element.get("src")):
            self.inline.append(tag)
        elif tag == "title" and not is_drawn:
            self.title += element.text or ""
        is_said = is_seen and not is_foreign
        if is_said and element.text:
            self.words.append(element.text)
        for inner in element:
            self._read(inner, is_foreign, is_seen, is_drawn)
            if is_said and inner.tail:
                self.words.append(inner.tail)

    def _note_attributes(self, element, tag, is_foreign):
        values = element.attrib
        if tag == "a" and values.get("href"):
            self.links.append(values["href"])
        self.inline += [name for name in values if name == "style" or name.startswith("on")]
        if not is_foreign:
            self.words += [values[name] for name in SAID if values.get(name)]
            if tag == "input" and values.get("type") in ("submit", "button"):
                self.words.append(values.get("value") or "")

    def latin(self, allowed, ignored):
        """The Latin words outside ``allowed``, after whatever matches ``ignored`` is taken out."""
        found = set(LATIN.findall(ignored.sub(" ", " ".join(self.words))))
        return found - allowed
