"""The regulation put together: on its own, and as the annex that an order approves."""

import re

from people.organizations.regulations import RegulationSettings
from people.organizations.selectors import regulation_on, version_on
from programs.orders.states import SIGNED
from reports.documents.heads import letterhead_of
from reports.documents.papers import Annex, GostEdition, RegulationPaper
from reports.documents.regulation import general, people, work
from reports.documents.regulation.stamps import order_stamp, stamps_of
from reports.documents.regulation.words import Words

# A clause that papers can cite: «1.4», and not the word for where else a setting comes from.
CLAUSE = re.compile(r"\d+(\.\d+)*")


def settings_of(version):
    """The settings of a version as they were written, whatever the law says meanwhile."""
    return RegulationSettings.model_validate(version.settings)


def is_confirmed(version):
    """Whether the version is the one before it word for word, approved by an order: a new order only goes on with it.

    A document of one year is adopted anew each time; the minutes are those of the new year.
    """
    adoption = settings_of(version).regulation
    if adoption.school_year or not (adoption.order_number and adoption.order_on):
        return False
    last = _edition_before(version)
    return last is not None and _without_minutes(last) == _without_minutes(version)


def approved_before(version):
    """The Adoption of the document ``version`` is a new edition of, None where ``version`` is approved anew.

    A document of one year is adopted anew each time; so is one whose earlier approval nobody knows.
    """
    last = _edition_before(version)
    if last is None or settings_of(version).regulation.school_year:
        return None
    adoption = settings_of(last).regulation
    return adoption if adoption.order_number and adoption.order_on else None


def _edition_before(version):
    before = version.organization.regulations.in_force().filter(valid_from__lt=version.valid_from)
    return before.exclude(pk=version.pk).order_by("-valid_from").first()


def _without_minutes(version):
    settings = settings_of(version)
    stamps = tuple(stamp.model_copy(update={"number": "", "on": None}) for stamp in settings.regulation.stamps)
    return settings.model_copy(update={"regulation": settings.regulation.model_copy(update={"stamps": stamps})})


def _adopted(version, order):
    """The settings of the version with the order that approved it: ``order``, unless that only goes on with it.

    What amends a document leaves its approval as it was.
    """
    settings = settings_of(version)
    if order is None or is_confirmed(version):
        return settings
    adopted = adoption_by(version, order.number_text, order.signed_on)
    return settings.model_copy(update={"regulation": settings.regulation.model_copy(update=adopted)})


def adoption_by(version, number, on):
    """What ``regulation`` of the settings says of an order with this ``number`` and day that adopts ``version``."""
    if before := approved_before(version):
        kept = {"order_number": before.order_number, "order_on": before.order_on}
        return kept | {"amended_number": number, "amended_on": on}
    return {"order_number": number, "order_on": on, "amended_number": "", "amended_on": None}


def chapters_of(settings, valid_from):
    """The chapters of the regulation written out from its settings."""
    words = Words(settings)
    return (
        *general.chapters(settings, words),
        *people.chapters(settings, words),
        *work.chapters(settings, words, valid_from),
    )


def release_number(organization, day):
    """«1.6»: the clause on release from work in the regulation in force on ``day``.

    A version that an order has adopted here is the text printed here, with its numbers; one entered as it was adopted
    elsewhere has its own, which its settings tell, or "".
    """
    version = version_on(organization, day)
    if version is None or not version.orders.filter(state__in=SIGNED).exists():
        stated = regulation_on(organization, day).clause_of("release_clause")
        return stated if CLAUSE.fullmatch(stated) else ""
    settings = settings_of(version)
    for number, chapter in enumerate(chapters_of(settings, version.valid_from), start=1):
        if (clause := general.release(Words(settings))) in chapter.clauses:
            return f"{number}.{chapter.clauses.index(clause) + 1}"
    return ""


def regulation_annex(order):
    """The regulation of O1 as its annex; the stamps by the order take its number and day once it has them."""
    settings = _adopted(order.regulation, order)
    adoption = settings.regulation
    has_order_stamp = any(stamp.source == "order" for stamp in adoption.stamps)
    return Annex(
        title=_title(adoption),
        # A stamp of the regulation itself says already that an order approved it.
        approved="" if has_order_stamp or is_confirmed(order.regulation) else adoption.approved_word,
        stamps=stamps_of(settings, order.organization.owner),
        chapters=chapters_of(settings, order.regulation.valid_from),
    )


def regulation_paper(version):
    """A version by itself; what no order has put into force is marked as a draft where it is not approved."""
    settings = _adopted(version, version.orders.filter(state__in=SIGNED).first())
    adoption = settings.regulation
    owner = version.organization.owner
    return RegulationPaper(
        letterhead=letterhead_of(version.organization),
        title=adoption.title.partition(" ")[0].upper(),
        subtitle=_subtitle(adoption),
        stamps=tuple(filter(None, (*stamps_of(settings, owner), order_stamp(settings, owner)))),
        chapters=chapters_of(settings, version.valid_from),
        dated_on=adoption.amended_on or adoption.order_on,
        draft=not version.is_in_force,
        edition=GostEdition(settings.gost_edition),
    )


def _title(adoption):
    return f"{adoption.title.partition(' ')[0].upper()}\n{_subtitle(adoption)}"


def _subtitle(adoption):
    return f"{adoption.about}\n({adoption.edition})" if adoption.edition else adoption.about
