"""Letters of a paragraph: white space as the style sheet treats it, pictures, lines to write on."""

import re
from base64 import b64decode
from dataclasses import replace

from mentoring.lib.docx.blocks import Picture, Run

# Word draws these two; a drawing of lines stays in the PDF.
PICTURE = re.compile(r"data:image/(?:png|jpe?g);base64,(.*)", re.DOTALL)
KEPT = ("pre-wrap", "pre")


class Line:
    """The letters of one paragraph, gathered in the order they are read."""

    def __init__(self, look, counters):
        self._look = look
        self._counters = counters
        self._runs = []
        self._space = True

    def before(self, node):
        """What the style sheet puts before an element: words and counters."""
        if node.before is not None:
            for kind, text in node.before.texts("content"):
                self._add(text if kind == "string" else str(self._counters.get(text, 0)), node.before)

    def text(self, text, look=None):
        """Letters between the elements."""
        if text:
            self._add(text, look or self._look)

    def element(self, node):
        """An element in the line with all that is in it."""
        wide = node.look.number("width")
        if node.tag == "br":
            self._runs.append(Run("\n"))
        elif node.tag == "img":
            self._picture(node)
        elif node.look.display == "inline-block" and not node.text and isinstance(wide, float):
            self._runs.append(replace(self._run("", node.look), line=wide))
            self._space = False
        else:
            self.text(node.text, node.look)
            for child in node.children:
                self.element(child)
                self.text(child.tail, node.look)

    def lines(self):
        """The paragraphs this makes: runs between line feeds; none where nothing is to be seen."""
        lines = [[]]
        for run in self._runs:
            if isinstance(run, Run) and run.text == "\n":
                lines.append([])
            else:
                lines[-1].append(run)
        lines = [_trimmed(line) for line in lines]
        return lines if any(lines) else []

    def _add(self, text, look):
        how = look.word("white-space", "normal")
        if how in KEPT:
            pieces = text.split("\n")
        elif how == "pre-line":
            pieces = [re.sub(r"[ \t\r]+", " ", piece) for piece in text.split("\n")]
        else:
            pieces = [re.sub(r"[ \t\r\n]+", " ", text)]
        for place, piece in enumerate(pieces):
            if place:
                self._runs.append(Run("\n"))
                self._space = True
            if self._space and how not in KEPT:
                piece = piece.lstrip(" ")
            if piece:
                self._runs.append(self._run(piece, look))
                self._space = piece.endswith(" ")

    def _run(self, text, look):
        return Run(text, look.size, look.bold, look.italic, look.lang)

    def _picture(self, node):
        found = PICTURE.match(node.get("src") or "")
        if not found:
            return
        look = node.look
        limits = (look.number("max-width") or look.number("width"), look.number("max-height") or look.number("height"))
        wide, high = (limit if isinstance(limit, float) else 0 for limit in limits)
        self._runs.append(Picture(b64decode(found[1]), node.get("alt") or "", wide, high))
        self._space = False


def _trimmed(runs):
    """Without the space at the end of the line."""
    while runs and isinstance(runs[-1], Run) and not runs[-1].line and not runs[-1].text.strip(" "):
        runs = runs[:-1]
    if runs and isinstance(runs[-1], Run) and not runs[-1].line:
        runs = [*runs[:-1], replace(runs[-1], text=runs[-1].text.rstrip(" "))]
    return runs
