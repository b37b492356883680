"""On which line of a TOML text each key stands: the parser of the standard library keeps no places."""

import re
import tomllib
from bisect import bisect_right

_TOKEN = re.compile(
    r'(?P<string>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<skip>[ \t\r]+|#[^\n]*)|(?P<newline>\n)|(?P<mark>[\[\]{}=,.])|(?P<bare>[^\s\[\]{}=,.#\"']+)",
    re.DOTALL,
)


def line_of(lines: dict[str, int], key: str) -> int:
    """Return the line of the key path, or of the nearest table or entry around it; line 1 for none."""
    while key and key not in lines:
        key = key.rpartition(".")[0]
    return lines.get(key, 1)


def key_lines(text: str) -> dict[str, int]:
    """Return key path → line for a text that is valid TOML; entries of arrays are counted from 1.

    «roadmap.stages.2.items.1.text» is the text of the first item of the second stage, however it is written.
    """
    return _Reader(text).read()


class _Reader:
    def __init__(self, text):
        breaks = [found.start() for found in re.finditer("\n", text)]
        found = (each for each in _TOKEN.finditer(text) if each.lastgroup != "skip")
        self.tokens = [(each.lastgroup, each[0], bisect_right(breaks, each.start() - 1) + 1) for each in found]
        self.at, self.lines, self.entries = 0, {}, {}

    def read(self):
        table = ()
        while self.at < len(self.tokens):
            if self.next_is("\n"):
                self.take()
            elif self.next_is("["):
                table = self.header()
            else:
                self.pair(table)
        return self.lines

    def next_is(self, *texts):
        return self.at < len(self.tokens) and self.tokens[self.at][1] in texts

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def note(self, path, line):
        self.lines.setdefault(".".join(path), line)

    def header(self):
        """A line in brackets; what follows it belongs to the path returned."""
        line = self.take()[2]
        is_entry = self.next_is("[")
        names = self.key("]")
        path = ()
        for place, name in enumerate(names, start=1):
            path += (name,)
            if is_entry and place == len(names):
                self.entries[path] = self.entries.get(path, 0) + 1
            self.note(path, line)
            if path in self.entries:
                path += (str(self.entries[path]),)
                self.note(path, line)
        while self.next_is("]"):
            self.take()
        return path

    def pair(self, table):
        line = self.tokens[self.at][2]
        path = table
        for name in self.key("="):
            path += (name,)
            self.note(path, line)
        self.take()
        self.value(path)

    def key(self, end):
        """The parts of a dotted key up to the sign `end`, quoted parts without their quotation marks."""
        names = []
        while not self.next_is(end):
            kind, text, _line = self.take()
            if kind == "string":
                names += tomllib.loads(f"{text} = 0")
            elif kind == "bare":
                names.append(text)
        return names

    def value(self, path):
        if self.next_is("["):
            self.array(path)
        elif self.next_is("{"):
            self.table(path)
        else:
            while self.at < len(self.tokens) and not self.next_is("\n", ",", "]", "}"):
                self.take()

    def array(self, path):
        self.take()
        number = 0
        while not self.next_is("]"):
            if self.next_is("\n", ","):
                self.take()
                continue
            number += 1
            entry = (*path, str(number))
            self.note(entry, self.tokens[self.at][2])
            self.value(entry)
        self.take()

    def table(self, path):
        self.take()
        while not self.next_is("}"):
            if self.next_is("\n", ","):
                self.take()
            else:
                self.pair(path)
        self.take()
