"""One wording of the order that approved the document and of the order that amended it."""

import datetime

import pytest

from people.organizations.regulations import load_preset
from reports.documents.approval import approved_document
from reports.documents.regulation.stamps import order_stamp

FIRST = {"order_number": "348/1", "order_on": datetime.date(2022, 11, 16)}
AMENDED = {"amended_number": "253/1", "amended_on": datetime.date(2025, 8, 28)}


def _with(**adoption):
    settings = load_preset("lyceum-136")
    return settings.model_copy(update={"regulation": settings.regulation.model_copy(update=adoption)})


@pytest.mark.parametrize(
    ("adoption", "said"),
    [
        (FIRST, ", утверждённого приказом от 16 ноября 2022 г. № 348/1"),
        (
            FIRST | AMENDED,
            ", утверждённого приказом от 16 ноября 2022 г. № 348/1 (в редакции приказа от 28 августа 2025 г. № 253/1)",
        ),
        ({"order_number": "", "order_on": None}, ""),
    ],
)
def test_an_order_cites_the_approval_and_the_edition(adoption, said):
    settings = _with(**adoption)
    text = approved_document(settings, settings.regulation).replace("\u00a0", " ")
    assert text == settings.regulation.title_genitive + said


def test_the_title_of_a_regulation_without_stamps_says_by_which_order_it_was_approved():
    stamp = order_stamp(_with(**FIRST, **AMENDED))
    assert (stamp.word, stamp.by.replace("\u00a0", " ")) == (
        "УТВЕРЖДЕНО",
        "приказом от 16 ноября 2022 г. № 348/1\n(в редакции приказа от 28 августа 2025 г. № 253/1)",
    )
    assert order_stamp(_with(order_number="")) is None
