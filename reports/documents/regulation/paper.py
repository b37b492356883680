"""The regulation put together: on its own, and as the annex that an order approves."""

from people.organizations.regulations import RegulationSettings
from programs.orders.states import SIGNED
from reports.documents.heads import letterhead_of
from reports.documents.papers import Annex, GostEdition, RegulationPaper, Stamp
from reports.documents.regulation import general, people, work
from reports.documents.regulation.stamps import order_reference, stamps_of
from reports.documents.regulation.words import Words


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
    before = version.organization.regulations.in_force().filter(valid_from__lt=version.valid_from)
    last = before.exclude(pk=version.pk).order_by("-valid_from").first()
    return last is not None and _without_minutes(last) == _without_minutes(version)


def _without_minutes(version):
    settings = settings_of(version)
    stamps = tuple(stamp.model_copy(update={"number": "", "on": None}) for stamp in settings.regulation.stamps)
    return settings.model_copy(update={"regulation": settings.regulation.model_copy(update={"stamps": stamps})})


def _approval_of(version, order):
    """The number and the day of the order that approved the version: of ``order`` unless it only goes on with it."""
    adoption = settings_of(version).regulation
    if order is None or is_confirmed(version):
        return {"number": adoption.order_number, "on": adoption.order_on}
    return {"number": order.number_text, "on": order.signed_on}


def chapters_of(settings, valid_from):
    """The chapters of the regulation written out from its settings."""
    words = Words(settings)
    return (
        *general.chapters(settings, words),
        *people.chapters(settings, words),
        *work.chapters(settings, words, valid_from),
    )


def regulation_annex(order):
    """The regulation of O1 as its annex; the stamps by the order take its number and day once it has them."""
    settings = settings_of(order.regulation)
    adoption = settings.regulation
    has_order_stamp = any(stamp.source == "order" for stamp in adoption.stamps)
    return Annex(
        title=_title(adoption),
        # A stamp of the regulation itself says already that an order approved it.
        approved="" if has_order_stamp or is_confirmed(order.regulation) else adoption.approved_word,
        stamps=stamps_of(settings, **_approval_of(order.regulation, order)),
        chapters=chapters_of(settings, order.regulation.valid_from),
    )


def regulation_paper(version):
    """A version by itself; what no order has put into force is marked as a draft where it is not approved."""
    settings = settings_of(version)
    adoption = settings.regulation
    order = version.orders.filter(state__in=SIGNED).first()
    approval = _approval_of(version, order)
    return RegulationPaper(
        letterhead=letterhead_of(version.organization),
        title=adoption.title.partition(" ")[0].upper(),
        subtitle=_subtitle(adoption),
        stamps=(*stamps_of(settings, **approval), *_approval_stamp(version, adoption, approval)),
        chapters=chapters_of(settings, version.valid_from),
        dated_on=approval["on"],
        draft=not version.is_in_force,
        edition=GostEdition(settings.gost_edition),
    )


def _approval_stamp(version, adoption, approval):
    """«УТВЕРЖДЕНО приказом … от … № …» where the order is known and no stamp of the regulation names it."""
    is_named = any(stamp.source == "order" for stamp in adoption.stamps)
    if is_named or not (adoption.approved_word and approval["number"] and approval["on"]):
        return ()
    organization = version.organization
    whose = f"приказом {organization.name_genitive or organization.short_name}"
    return (Stamp(adoption.approved_word, f"{whose}\n{order_reference(approval['number'], approval['on'])}"),)


def _title(adoption):
    return f"{adoption.title.partition(' ')[0].upper()}\n{_subtitle(adoption)}"


def _subtitle(adoption):
    return f"{adoption.about}\n({adoption.edition})" if adoption.edition else adoption.about
