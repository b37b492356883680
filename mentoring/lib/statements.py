"""Many small questions as one statement: put together once, where their words stay the same."""

from django.core.exceptions import EmptyResultSet
from django.db import connection


def said(rows):
    """The queryset ``rows`` as (statement, parameters); None where it can have no rows.

    It has neither a sequence nor a limit, so that it can stand among others.
    """
    try:
        return rows.query.sql_with_params()
    except EmptyResultSet:
        return None


def answers(statements):
    """The rows of all ``statements`` (``said``), as the database gives them: one query."""
    asked = [statement for statement in statements if statement]
    if not asked:
        return []
    with connection.cursor() as cursor:
        sql = " UNION ALL ".join(sql for sql, _params in asked)
        cursor.execute(sql, [value for _sql, params in asked for value in params])
        return cursor.fetchall()
