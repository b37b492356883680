"""By which order the document on mentoring was approved and by which last amended: one wording for every paper."""

from reports.documents.writing import day_in

APPROVED = {"regulation": "утверждённого", "program": "утверждённой", "procedure": "утверждённого"}


def approved_document(settings, document):
    """«Положения о …, утверждённого приказом от … № … (в редакции приказа от … № …)», as far as it is known."""
    known = approval_words(settings, document)
    return f"{document.title_genitive}, {APPROVED[document.kind]} {known}" if known else document.title_genitive


def approval_words(settings, document):
    """«приказом от … № … (в редакции приказа от … № …)», nothing where the order is not known.

    ``settings`` say how the organization writes a day.
    """
    if not (document.order_number and document.order_on):
        return ""
    return f"приказом {reference(settings, document.order_number, document.order_on)}{_edition(settings, document)}"


def _edition(settings, document):
    """An order that amends puts an edition into force; the document stays approved by the first one."""
    number, day = (getattr(document, name, None) for name in ("amended_number", "amended_on"))
    return f" (в редакции приказа {reference(settings, number, day)})" if number and day else ""


def reference(settings, number, day):
    """«от … № …» as the organization writes a day."""
    return f"от {day_in(settings, day)} № {number}"
