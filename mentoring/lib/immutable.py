"""Rows that never change: refused by the model, and by the database to whoever goes past it."""

from django.db import models


class Unchangeable(Exception):
    """Somebody tried to change or delete a row that is kept as it was written."""


class ImmutableQuerySet(models.QuerySet):
    def update(self, **changes):
        raise Unchangeable(f"{self.model.__name__} rows never change.")

    def delete(self):
        raise Unchangeable(f"{self.model.__name__} rows are never deleted.")


class Immutable(models.Model):
    """A row written once; ``guard`` makes the database hold it so."""

    objects = ImmutableQuerySet.as_manager()

    class Meta:
        abstract = True

    def save(self, **options):
        if not self._state.adding:
            raise Unchangeable(f"{type(self).__name__} rows never change.")
        super().save(**options)

    def delete(self, **options):
        raise Unchangeable(f"{type(self).__name__} rows are never deleted.")


def guard(connection, table):
    """Put the trigger of ``table`` in place; may run again.

    SQLite guards against changes alone: there a test empties its tables row by row, while TRUNCATE of PostgreSQL
    asks no trigger.
    """
    statements = {"postgresql": _postgresql, "sqlite": _sqlite}[connection.vendor](connection.ops.quote_name, table)
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _postgresql(quote, table):
    function, trigger = quote(f"{table}_never_changes"), quote(f"{table}_is_kept")
    yield (
        f"CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        f"RAISE EXCEPTION 'Rows of {table} never change.' USING ERRCODE = 'integrity_constraint_violation'; END $$"
    )
    yield (
        f"CREATE OR REPLACE TRIGGER {trigger} BEFORE UPDATE OR DELETE ON {quote(table)} "
        f"FOR EACH ROW EXECUTE FUNCTION {function}()"
    )


def _sqlite(quote, table):
    yield (
        f"CREATE TRIGGER IF NOT EXISTS {quote(f'{table}_is_kept')} BEFORE UPDATE ON {quote(table)} "
        f"BEGIN SELECT RAISE(ABORT, 'Rows of {table} never change.'); END"
    )
