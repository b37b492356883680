"""The other tests make their tables from the models: here the migrations make them, and make the same ones."""

import contextlib

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.state import ProjectState

# Where a school may have stopped when the first steps were put together into one for each app.
HALFWAY = [("people", "0006_import"), ("programs", "0004_evidence_campaign")]
OURS = ("people_", "programs_", "reports_")


def _key(model):
    return model._meta.app_label, model._meta.model_name


@pytest.fixture
def only_neighbours(monkeypatch):
    """A step draws anew its model and those that point to it: all that hang together is five times the work."""

    def touched(state, app, model, delay=False):
        state.is_delayed = True
        try:
            drawn = state.apps.get_model(app, model)
        except LookupError:
            return {(app, model)}
        return {(app, model), *(_key(each.related_model) for each in drawn._meta.related_objects)}

    monkeypatch.setattr(ProjectState, "_find_reload_model", touched)


def _move_to(database):
    connection.close()
    connection.settings_dict["NAME"] = database
    ContentType.objects.clear_cache()


@pytest.fixture
def empty_database(transactional_db, settings, tmp_path):
    """`with empty_database():` everything goes to a database without tables."""
    own = connection.settings_dict["NAME"]
    server = connection.vendor == "postgresql"
    empty = f"{own}_migrated" if server else str(tmp_path / "migrated.sqlite3")
    # The migrations, which the run of the tests leaves out.
    settings.MIGRATION_MODULES = {}

    def ask_server(statement):
        with connection.cursor() as cursor:
            cursor.execute(statement)

    @contextlib.contextmanager
    def moved():
        if server:
            ask_server(f"CREATE DATABASE {empty} TEMPLATE template0")
        _move_to(empty)
        try:
            yield
        finally:
            _move_to(own)
            if server:
                ask_server(f"DROP DATABASE {empty}")

    return moved


def _tables():
    """Every table of ours with its columns, keys, indexes and checks, in no order."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            return _statements(cursor)
        look = connection.introspection
        return {
            table: sorted(
                map(repr, [*look.get_table_description(cursor, table), *look.get_constraints(cursor, table).values()])
            )
            for table in look.table_names(cursor)
            if table.startswith(OURS)
        }


def _statements(cursor):
    """SQLite keeps of a table and its indexes nothing but the statements that make them: no need to take them apart."""
    cursor.execute("SELECT tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
    made = {}
    for table, statement in cursor.fetchall():
        if table.startswith(OURS):
            # A column that came later stands last.
            made.setdefault(table, []).append(sorted(part.rstrip(")") for part in statement.split(", ")))
    return {table: sorted(statements) for table, statements in made.items()}


@pytest.mark.django_db(transaction=True)
def test_the_migrations_make_the_tables_of_the_models_and_can_be_taken_back(empty_database):
    wanted = _tables()

    with empty_database():
        call_command("migrate", verbosity=0)
        made = _tables()
        call_command("migrate", "people", "zero", verbosity=0)
        left = _tables()

    assert made == wanted
    assert left == {}


@pytest.mark.strict
@pytest.mark.django_db(transaction=True)
def test_a_database_halfway_by_the_old_steps_comes_to_the_same_tables(empty_database, only_neighbours):
    wanted = _tables()

    with empty_database():
        executor = MigrationExecutor(connection)
        executor.loader.replace_migrations = False
        executor.loader.build_graph()
        executor.migrate(HALFWAY)
        call_command("migrate", verbosity=0)
        made = _tables()

    assert made == wanted
