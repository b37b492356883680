"""The other tests make their tables from the models: here the migrations run, back and forth."""

import contextlib
import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

SCRATCH = "ryadom_migrated"


@contextlib.contextmanager
def _empty_database(folder):
    """Address of an empty database on the engine under test."""
    if connection.vendor == "sqlite":
        yield f"sqlite:///{folder}/migrated.sqlite3"
        return
    name = f"{SCRATCH}_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    server = os.environ["TEST_DATABASE_URL"].rpartition("/")[0]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        yield f"{server}/{name}"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name}")


def _manage(address, folder, *arguments):
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        "DATABASE_URL": address,
        "MENTORING_DATA": str(folder),
        "SECRET_KEY": settings.SECRET_KEY,
    }
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.run(command, env=environment, cwd=settings.BASE_DIR, capture_output=True, text=True, check=False)


@pytest.mark.django_db(transaction=True)
def test_the_migrations_run_from_nothing_back_and_forth(tmp_path):
    with _empty_database(tmp_path) as address:
        migrated = _manage(address, tmp_path, "migrate", "--verbosity", "0")
        back = _manage(address, tmp_path, "migrate", "--verbosity", "0", "people", "0002")
        forth = _manage(address, tmp_path, "migrate", "--verbosity", "0")

    assert [each.stderr for each in (migrated, back, forth) if each.returncode] == []
