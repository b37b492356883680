"""The acts an order cites: put into its basis where the composer would put them, and taken out again.

The one list is ``legal_bases_on``; whatever stands in the basis besides its phrases was written by hand and stays.
"""

import re
from itertools import pairwise

from reports.documents.wording import capitalized, small

GROUNDS = re.compile(r"(?<!\w)на основании(?!\w)", re.IGNORECASE)
# What most phrases begin with; it need not be said again for the next act.
LEAD = re.compile(r"в соответствии со?\s+", re.IGNORECASE)


def citations(acts):
    """«в соответствии со статьёй …, распоряжением …»."""
    return gathered(", ".join(act.phrase for act in acts), acts)


def gathered(basis, acts):
    """``basis`` saying «в соответствии с» once for the ``acts`` that stand side by side in it."""
    spans = sorted(_places(basis, acts).values())
    for (first, end), (start, _end) in reversed(list(pairwise(spans))):
        lead = LEAD.match(basis, start)
        if lead and LEAD.match(basis, first) and basis[end:start].strip() == ",":
            basis = basis[:start] + basis[lead.end() :]
    return basis


def cited_in(basis, acts):
    """The places in the list of the ``acts`` that ``basis`` cites."""
    return set(_places(basis, acts))


def with_cited(basis, acts, wanted, purpose=""):
    """``basis`` citing of ``acts`` exactly those whose places in the list are ``wanted``.

    A new one stands beside its neighbors of the list; the first one after the ``purpose``, else before the grounds
    («на основании …»), else at the end.
    """
    if cited_in(basis, acts) == set(wanted) & set(range(len(acts))):
        return basis
    basis = _spread(_with_own_grounds(basis, acts), acts)
    for number in sorted(cited_in(basis, acts) - set(wanted), reverse=True):
        basis = _without(basis, *_places(basis, acts)[number])
    for number in sorted(set(wanted) - cited_in(basis, acts)):
        if number < len(acts):
            basis = _with(basis, acts, number, purpose)
    return with_shared_grounds(gathered(basis, acts), acts)


def with_shared_grounds(basis, acts):
    """«на основании приказа … и Положения …»: an act cited so and the ground after it share the two words."""
    others = "|".join(re.escape(act.phrase) for act in acts)
    for phrase in _grounding(acts):
        basis = re.sub(
            rf"({re.escape(phrase)}), (?!{others})на основании ", r"\1 и ", basis, count=1, flags=re.IGNORECASE
        )
    return basis


def _spread(basis, acts):
    """``basis`` with every act in its whole phrase: what `gathered` left out is back."""
    for number, (start, _end) in sorted(_places(basis, acts).items(), key=lambda place: -place[1][0]):
        lead = LEAD.match(acts[number].phrase)
        if lead and not LEAD.match(basis, start):
            basis = f"{basis[:start]}{lead[0]}{basis[start:]}"
    return basis


def _with_own_grounds(basis, acts):
    """The text before they shared the two words."""
    for phrase in _grounding(acts):
        basis = re.sub(rf"({re.escape(phrase)}) и ", r"\1, на основании ", basis, count=1, flags=re.IGNORECASE)
    return basis


def _grounding(acts):
    return [act.phrase for act in acts if act.phrase.startswith("на основании ")]


def _places(basis, acts):
    """{place in the list: (start, end) in the text}; a longer phrase is looked for before one it begins with."""
    found, left = {}, basis
    for number, act in sorted(enumerate(acts), key=lambda pair: -len(pair[1].phrase)):
        if match := _search(act.phrase, left):
            found[number] = match.span()
            left = left[: match.start()] + "\0" * len(match[0]) + left[match.end() :]
    return found


def _search(phrase, text):
    lead = LEAD.match(phrase)
    words = r"\s+".join(map(re.escape, phrase[lead.end() if lead else 0 :].split()))
    said = f"(?:{LEAD.pattern})?{words}" if lead else words
    return re.search(rf"(?<!\w){said}(?!\w)", text, re.IGNORECASE) if words else None


def _without(basis, start, end):
    before, after = basis[:start].rstrip(), basis[end:]
    if not before:
        return capitalized(after.lstrip(" ,\n"))
    joined = re.sub(r"(?:,| и)$", "", before)
    gap = "" if joined != before or not after or after.startswith((",", ".", ";")) else " "
    return f"{joined}{gap}{after if joined != before else after.lstrip()}"


def _with(basis, acts, number, purpose):
    places, phrase = _places(basis, acts), acts[number].phrase
    if before := [places[one] for one in places if one < number]:
        return _inserted(basis, max(end for _start, end in before), phrase)
    if after := [places[one] for one in places if one > number]:
        return _put_before(basis, min(start for start, _end in after), phrase)
    if purpose and (match := _search(purpose, basis)):
        return _inserted(basis, match.end(), phrase)
    if match := GROUNDS.search(basis):
        return _put_before(basis, match.start(), phrase)
    text = basis.rstrip().rstrip(",")
    return f"{text}, {phrase}" if text else capitalized(phrase)


def _inserted(basis, at, phrase):
    return f"{basis[:at]}, {phrase}{basis[at:]}"


def _put_before(basis, at, phrase):
    if not basis[:at].strip():
        return f"{capitalized(phrase)}, {small(basis[at:])}"
    return f"{basis[:at]}{phrase}, {basis[at:]}"
