"""Which words of a paper are divided at the end of a line: neither names nor months, for a date is read as one."""

import pyphen

# A longer word with a capital begins a sentence rather than names somebody.
LONGEST_NAME = 13
_MONTHS = frozenset(("января", "февраля", "апреля", "августа", "сентября", "октября", "ноября", "декабря"))

language_fallback = pyphen.language_fallback


class Pyphen(pyphen.Pyphen):
    """Takes the place of the module ``pyphen`` for WeasyPrint, which has no setting for capitals."""

    def iterate(self, word):
        """The ways to divide a word, the latest first."""
        return () if may_be_name(word) or word in _MONTHS else super().iterate(word)


def may_be_name(word):
    """Whether the word has a capital and is as short as names are."""
    return any(letter.isupper() for letter in word) and len(word) <= LONGEST_NAME
