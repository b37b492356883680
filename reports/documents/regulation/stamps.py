"""The stamps over a regulation: who adopted it by which minutes, by which order it was put into force."""

from mentoring.lib.grammar import Case, genitive_from
from reports.documents.papers import Stamp
from reports.documents.writing import day_in

# What is not known yet is a line to fill in by hand.
NUMBER_LINE = "____"
DAY_LINE = "«__» _________ 20__ г."
SIGNER_LINE = "(И. О. Фамилия)"


BY_ORDER = "приказом"


def stamps_of(settings, owner=""):
    """The stamps in the regulation's sequence; that of an order says by which one the document was approved.

    ``owner`` is the organization in the genitive: whose order it is.
    """
    return tuple(_stamp(settings, stamp, place, owner) for place, stamp in enumerate(settings.regulation.stamps))


def order_stamp(settings, owner=""):
    """«УТВЕРЖДЕНО приказом … от … № …»: for a document whose order is known and that has no stamp of it; or None."""
    adoption = settings.regulation
    known = adoption.order_number and adoption.order_on
    if not known or any(stamp.source == "order" for stamp in adoption.stamps):
        return None
    return Stamp(adoption.approved_word, _by_order(settings, _order_of(BY_ORDER, owner)))


def missing_stamp(settings):
    """The first stamp that must not stay blank and does: minutes before the order without number or day; or None."""
    stamps = (stamp for stamp in settings.regulation.stamps if stamp.source == "minutes")
    due = (stamp for stamp in stamps if stamp.when == "before_order" and not stamp.blank_allowed)
    return next((stamp for stamp in due if not stamp.number or stamp.on is None), None)


def minutes_of(settings):
    """The minutes adopted before the order, as its basis cites them: «решения педагогического совета (протокол …)»."""
    stamps = (stamp for stamp in settings.regulation.stamps if stamp.source == "minutes")
    known = (stamp for stamp in stamps if stamp.when == "before_order" and (stamp.number or stamp.on))
    return [_decision(settings, stamp) for stamp in known]


def _decision(settings, stamp):
    """A stamp names its body in the instrumental («педагогическим советом») or after «на заседании»."""
    if body := _in_genitive(stamp.body):
        return f"решения {body} ({_reference(settings, 'протокол', stamp.number, stamp.on)})"
    return f"{_reference(settings, 'протокола', stamp.number, stamp.on)} ({stamp.word.lower()} {stamp.body})"


def _in_genitive(body):
    """«педагогического совета» of any of the ways a stamp names it; "" of another one."""
    if body.startswith("на заседании "):
        return body.removeprefix("на заседании ")
    if body.startswith("на "):
        return genitive_from(body.removeprefix("на "), Case.PREPOSITIONAL)
    return genitive_from(body, Case.INSTRUMENTAL)


def order_reference(settings, number="", on=None):
    """«от 20 ноября 2026 г. № 12», with lines to fill in for what is not known yet."""
    return _reference(settings, "", number, on)


def _order_of(words, owner):
    """«приказом МОУ СШ № 3»; a stamp that says more than the bare word says whose order it is itself."""
    return f"{words} {owner}\n" if owner and words == BY_ORDER else words


def _stamp(settings, stamp, place, owner):
    """Left and right in turn, a single one right."""
    side = "left" if place % 2 == 0 else "right"
    word = stamp.word.upper()
    if stamp.source == "person":
        return Stamp(word, stamp.body, name=SIGNER_LINE, dated_on=stamp.on, side=side)
    if stamp.source == "order":
        return Stamp(word, _by_order(settings, _order_of(stamp.body, owner), stamp), side=side)
    return Stamp(word, f"{stamp.body}\n{_reference(settings, 'протокол', stamp.number, stamp.on)}", side=side)


def _by_order(settings, what, stamp=None):
    adoption = settings.regulation
    number, on = adoption.order_number or stamp.number, adoption.order_on or stamp.on
    approved = _reference(settings, what, number, on)
    if not (adoption.amended_number and adoption.amended_on):
        return approved
    amended = f"от {day_in(settings, adoption.amended_on)} № {adoption.amended_number}"
    return f"{approved}\n(в редакции приказа {amended})"


def _reference(settings, what, number, on):
    """A line to fill in stands under the word for the paper, so that it is not broken."""
    gap = "" if what.endswith("\n") else " " if on else "\n"
    return f"{what}{gap}от {day_in(settings, on) if on else DAY_LINE} № {number or NUMBER_LINE}".strip()
