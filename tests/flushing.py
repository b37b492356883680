"""After a test that commits, the rows it left go, and nothing else: no table is made anew, no migration announced.

Django empties every table and then writes content types, permissions and triggers once more: a quarter of a second
of PostgreSQL's for each such test.
"""

from django.core.management.color import no_style
from django.db import connections, transaction
from django.test import TransactionTestCase

# What an empty database holds after its migrations.
KEPT = {"django_content_type", "auth_permission"}


def pytest_configure():
    TransactionTestCase._fixture_teardown = _flush


def _flush(case):
    for name in case._databases_names(include_mirrors=False):
        empty(connections[name])


def empty(connection):
    """Leave no row in any table but those of `KEPT`."""
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    tables = [table for table in tables if table not in KEPT]
    if _is_master(connection):
        _delete(connection, tables)
    else:
        connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), tables))


def _is_master(connection):
    """Whether this is a PostgreSQL that lets the tests go past its triggers and constraints."""
    if connection.vendor != "postgresql":
        return False
    connection.ensure_connection()
    return connection.connection.info.parameter_status("is_superuser") == "on"


def _delete(connection, tables):
    tables = [connection.ops.quote_name(table) for table in tables]
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(f"SELECT '{table}' WHERE EXISTS (SELECT FROM {table})" for table in tables))
        deletions = [f"DELETE FROM {table}" for (table,) in cursor.fetchall()]
        cursor.execute("; ".join(["SET LOCAL session_replication_role = replica", *deletions]))
