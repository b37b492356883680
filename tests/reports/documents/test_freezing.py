"""What is frozen carries a code and never changes, neither through the models nor past them."""

import pytest
from django.db import DatabaseError, connection, transaction

from mentoring.lib.immutable import Unchangeable, guard
from reports.documents.freezing import marked
from reports.documents.orders import order_paper
from reports.documents.papers import pdf, render
from reports.models import FrozenDocument, OrderFile
from tests.amending import amend
from tests.reports.orders.factories import attach, papers_as_pages, signed
from tests.world import world_with

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def make_world():
    return with_a_signed_order


def with_a_signed_order():
    with papers_as_pages():
        return world_with(order=signed)()


@pytest.fixture
def school(home):
    with papers_as_pages():
        yield home


def test_no_model_changes_or_deletes_what_is_frozen(school):
    file = attach(school.order, by=school.curator.user)
    for row in (school.order.frozen, file):
        for deed in (row.save, row.delete, type(row).objects.all().delete, lambda row=row: _update(row)):
            with pytest.raises(Unchangeable):
                deed()
    assert (FrozenDocument.objects.count(), OrderFile.objects.count()) == (1, 1)


def _update(row):
    type(row).objects.update(sha256="0" * 64)


@pytest.mark.parametrize("model", [FrozenDocument, OrderFile])
def test_the_database_refuses_what_goes_past_the_model(school, model):
    attach(school.order, by=school.curator.user)
    table = model._meta.db_table
    guard(connection, table)
    statements = [f"UPDATE {table} SET sha256 = 'x'", f"UPDATE {table} SET order_id = order_id"]
    if connection.vendor == "postgresql":
        statements.append(f"DELETE FROM {table}")
    for statement in statements:
        with pytest.raises(DatabaseError, match="never change"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert model.objects.get().sha256 != "x"


def test_the_code_is_that_of_the_text_and_two_orders_never_share_it(school):
    first, second = school.order, signed(school)
    assert len({first.frozen.code, second.frozen.code}) == 2
    assert first.frozen.code[:4] in bytes(first.frozen.pdf).decode()
    assert "data:image/png" in bytes(first.frozen.pdf).decode()


def test_the_edition_of_2016_prints_no_code(school):
    amend(school.organization, {"gost_edition": "2016"})
    frozen = signed(school).frozen
    assert frozen.code and "Проверить" not in bytes(frozen.pdf).decode()


# The letters on paper are the same on either engine.
@pytest.mark.printed
def test_the_mark_stands_once_on_the_sheet_with_the_signature(home, settings):
    settings.SITE_URL = "https://наставник.example"
    paper = marked(order_paper(home.order), "0123456789abcdef" * 4)
    assert paper.check.lines == (
        "Проверить подлинность копии:", "https://наставник.example/check/",
        *["0123 4567 89ab cdef"] * 4, "Достаточно первой строки кода.",
    )  # fmt: skip
    assert paper.check.address.endswith(f"/check/{'0123456789abcdef' * 4}/")
    assert "\u200b" not in render(paper) and pdf(paper).startswith(b"%PDF-")
