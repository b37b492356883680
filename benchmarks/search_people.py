"""List and search of the bank of mentors beside the changelist of the same table in Django's admin.

`python -m benchmarks.search_people [people …]` measures with 1,000 and 10,000 people (or as many as are given) on
SQLite and on PostgreSQL and prints, for each question, both times and their ratio: the median of several answers in one
process, after one that does not count.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time

SIZES = (1_000, 10_000)
ANSWERS = 7
OURS, ADMIN = "/o/benchmark/mentors/", "/admin/people/mentorentry/"
# What is asked, of the product and of the admin.
QUESTIONS = {
    "list": ("", ""),
    "last page": ("?page=99999", "?p={last}"),
    "search, one person": ("?q=ЁЛКИН 17", "?q=елкин 17"),
    "search, many people": ("?q=иванов", "?q=иванов"),
    "search by post": ("?q=учитель ФИЗИКИ", "?q=учитель физики"),
    "state": ("?state=paired", "?state__exact=paired"),
}


def main(arguments):
    from benchmarks.databases import fresh_database
    from deploy.run_tests import own_postgres

    sizes = [int(each) for each in arguments] or SIZES
    with own_postgres() as address:
        for size in sizes:
            with tempfile.TemporaryDirectory(prefix="ryadom-benchmark-") as folder:
                _in_own_process("SQLite", "", folder, size)
            with tempfile.TemporaryDirectory(prefix="ryadom-benchmark-") as folder:
                _in_own_process("PostgreSQL", fresh_database(address), folder, size)


def _in_own_process(engine, address, folder, size):
    own = {"DJANGO_SETTINGS_MODULE": "benchmarks.beside_admin", "MENTORING_DATA": folder}
    own |= {"DATABASE_URL": address} if address else {}
    print(f"\n== {engine}, {size:,} people ==", flush=True)
    subprocess.run(
        [sys.executable, "-m", "benchmarks.search_people", "--measure", str(size)], env=os.environ | own, check=True
    )


def measure(size):
    """Fill the database of the settings and print the table of one engine."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client

    from benchmarks.filling import fill

    call_command("migrate", verbosity=0)
    started = time.perf_counter()
    user = fill(size)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    print(f"filled in {time.perf_counter() - started:.1f} s")
    client = Client()
    client.force_login(user, backend="people.accounts.backends.LoginNameBackend")
    print(f"{'':22}{'ours, ms':>10}{'admin, ms':>11}{'ratio':>8}")
    for name, (ours, admin) in QUESTIONS.items():
        admin = admin.format(last=-(-size // 50))
        times = [_median(client, OURS + ours), _median(client, ADMIN + admin)]
        print(f"{name:22}{times[0]:10.0f}{times[1]:11.0f}{times[0] / times[1]:8.2f}", flush=True)


def _median(client, address):
    found = []
    for _turn in range(ANSWERS + 1):
        started = time.perf_counter()
        response = client.get(address)
        found.append((time.perf_counter() - started) * 1000)
        if response.status_code != 200:
            raise SystemExit(f"{address} answers {response.status_code}")
    return statistics.median(found[1:])


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(int(sys.argv[2]))
    else:
        main(sys.argv[1:])
