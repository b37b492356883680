"""How long a staff list takes from the file to the staff, and how much memory, beside the least it could take.

`python -m benchmarks.import_staff [rows …]` measures 1,000 and 10,000 rows (or as many as are given) on SQLite and on
PostgreSQL. The peer reads the same workbooks with openpyxl alone and writes the same people with ``bulk_create``: no
checks, no preview, no history. Each case runs in a process of its own on a fresh database; more rows than one file may
have come in several files. Prints seconds, the highest memory of the process and the ratio to the peer; exits with 1 if
10,000 rows take more than 30 s or 200 MB.
"""

import json
import os
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.databases import fresh_database
from deploy.run_tests import own_postgres

ROOT = Path(__file__).resolve().parent.parent
MOST_SECONDS, MOST_MEGABYTES = 30, 200
# The product takes a little more in one file.
ROWS_IN_A_FILE = 19_000
HEADING = ["Таб. №", "Ф.И.О.", "Пол", "Дата рождения", "Должность", "Категория", "Педагогический стаж", "Дата приёма"]
SYLLABLES = ("ба", "ве", "го", "ду", "жи", "зо", "ку", "ле", "ми", "но")
GIVEN = (("Вера Павловна", "ж"), ("Лев Ильич", "м"), ("Анна Олеговна", "ж"), ("Пётр Львович", "м"))
POSTS = ("учитель математики", "учитель, физика", "воспитатель", "педагог-психолог", "учитель начальных классов")
CATEGORIES = ("высшая, 25.12.2023", "первая", "б/к", "сзд")


def people(numbers):
    """Rows of invented people, every surname different."""
    for number in numbers:
        surname = "".join(SYLLABLES[int(digit)] for digit in f"{number:05d}").capitalize()
        given, gender = GIVEN[number % len(GIVEN)]
        born, hired = f"0{number % 9 + 1}.05.{1955 + number % 30}", f"01.09.{2000 + number % 26}"
        yield [
            f"{number:06d}",
            f"{surname}{'ова' if gender == 'ж' else 'ов'} {given}",
            gender,
            born,
            POSTS[number % len(POSTS)],
            CATEGORIES[number % len(CATEGORIES)],
            f"{number % 20} лет {number % 11} мес.",
            hired,
        ]


def write_lists(folder, count):
    """Workbooks of ``count`` people; returns their paths."""
    paths = []
    for start in range(0, count, ROWS_IN_A_FILE):
        paths.append(str(Path(folder, f"list-{start}.xlsx")))
        _write_list(paths[-1], range(start, min(start + ROWS_IN_A_FILE, count)))
    return paths


def _write_list(path, numbers):
    from openpyxl import Workbook

    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet("Список")
    sheet.append(HEADING)
    for row in people(numbers):
        sheet.append(row)
    workbook.save(path)


def prepare(folder, address):
    """An empty installation in ``folder`` and at ``address``, by default a SQLite file of the folder."""
    os.environ |= {"MENTORING_DATA": folder, "SECRET_KEY": secrets.token_urlsafe(64), "DATABASE_URL": address}
    if not address:
        os.environ.pop("DATABASE_URL")
    os.environ["DJANGO_SETTINGS_MODULE"] = "mentoring.settings"
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)


def product(paths):
    """The way of a user: upload and preview, then load, file by file. Returns {step: seconds}."""
    from django.core.files import File

    from people.organizations.models import Organization
    from people.staff.services import load_import, start_import

    organization, user = Organization.objects.get(), _user()
    steps = {"preview": 0.0, "load": 0.0}
    for path in paths:
        began = time.perf_counter()
        with open(path, "rb") as file:
            staff_import = start_import(organization, File(file, name="list.xlsx"), by=user)
        previewed = time.perf_counter()
        load_import(staff_import, by=user)
        steps["preview"] += previewed - began
        steps["load"] += time.perf_counter() - previewed
    return steps


def peer(paths):
    """Bare reading and writing of the same people."""
    from openpyxl import load_workbook

    from people.organizations.models import Organization
    from people.staff.models import Employment, Person

    organization = Organization.objects.get()
    began = time.perf_counter()
    for path in paths:
        _heading, *rows = load_workbook(path, read_only=True).active.iter_rows(values_only=True)
        humans, cards = [], []
        for number, name, gender, _born, post, *_rest in rows:
            last, first, patronymic = name.split()
            sex = "female" if gender == "ж" else "male"
            humans.append(Person(last_name=last, first_name=first, patronymic=patronymic, gender=sex, search_key=name))
            cards.append(Employment(organization=organization, person=humans[-1], number=number, post=post))
        Person.objects.bulk_create(humans, batch_size=500)
        Employment.objects.bulk_create(cards, batch_size=500)
    return {"all": time.perf_counter() - began}


def _user():
    from people.accounts.models import User

    return User.objects.get()


def run_case(case, address, *paths):
    """One case in this process, its figures as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder, address)
        from people.accounts.models import User
        from people.organizations.models import Organization

        Organization.objects.create(slug="place", full_name="Школа", short_name="Школа", kind="school", place="Город")
        User.objects.create_user("curator", secrets.token_urlsafe(16))
        steps = {"product": product, "peer": peer}[case](paths)
        megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"steps": steps, "megabytes": megabytes}))


def measure(case, address, paths):
    """The figures of one case in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.import_staff", "--case", case, address, *paths]
    answer = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT)
    return json.loads(answer.stdout.splitlines()[-1])


def compare(engine, paths, count, new_database):
    """Measure and print one size on one engine; returns whether it keeps the limits."""
    ours, bare = measure("product", new_database(), paths), measure("peer", new_database(), paths)
    seconds, least = sum(ours["steps"].values()), sum(bare["steps"].values())
    steps = ", ".join(f"{name} {value:.1f} s" for name, value in ours["steps"].items())
    print(f"{engine} {count:>6} rows: {seconds:.1f} s ({steps}), {ours['megabytes']:.0f} MB;", end=" ")
    print(f"peer {least:.1f} s, {bare['megabytes']:.0f} MB; ratio {seconds / least:.1f}", flush=True)
    return count > 10_000 or (seconds <= MOST_SECONDS and ours["megabytes"] <= MOST_MEGABYTES)


def main(counts):
    """Measure every count on both engines; returns the exit code."""
    within = True
    with own_postgres() as address:
        for count in counts:
            with tempfile.TemporaryDirectory() as folder:
                paths = write_lists(folder, count)
                within &= compare("SQLite    ", paths, count, lambda: "")
                within &= compare("PostgreSQL", paths, count, lambda: fresh_database(address))
    return 0 if within else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--case"]:
        run_case(*sys.argv[2:])
    else:
        sys.exit(main([int(each) for each in sys.argv[1:]] or [1_000, 10_000]))
