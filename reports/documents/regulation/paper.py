"""The regulation put together: on its own, and as the annex that an order approves."""

from people.organizations.regulations import RegulationSettings
from programs.orders.states import OrderState
from reports.documents.heads import letterhead_of
from reports.documents.papers import Annex, GostEdition, RegulationPaper
from reports.documents.regulation import general, people, work
from reports.documents.regulation.stamps import stamps_of
from reports.documents.regulation.words import Words


def settings_of(version):
    """The settings of a version as they were written, whatever the law says meanwhile."""
    return RegulationSettings.model_validate(version.settings)


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
        approved="" if has_order_stamp else adoption.approved_word,
        stamps=stamps_of(settings, number=order.number_text, on=order.signed_on),
        chapters=chapters_of(settings, order.regulation.valid_from),
    )


def regulation_paper(version):
    """A version by itself; what no order has put into force is marked as a draft where it is not approved."""
    settings = settings_of(version)
    adoption = settings.regulation
    order = version.orders.filter(state=OrderState.REGISTERED).first()
    number = order.number_text if order else adoption.order_number
    on = order.signed_on if order else adoption.order_on
    return RegulationPaper(
        letterhead=letterhead_of(version.organization),
        title=adoption.title.partition(" ")[0].upper(),
        subtitle=_subtitle(adoption),
        stamps=stamps_of(settings, number=number, on=on),
        chapters=chapters_of(settings, version.valid_from),
        dated_on=on,
        draft=not version.is_in_force,
        edition=GostEdition(settings.gost_edition),
    )


def _title(adoption):
    return f"{adoption.title.partition(' ')[0].upper()}\n{_subtitle(adoption)}"


def _subtitle(adoption):
    return f"{adoption.about}\n({adoption.edition})" if adoption.edition else adoption.about
