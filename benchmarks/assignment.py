"""How long the best assignment of the whole bank takes, and how much memory, beside bare scipy on the same matrix.

`python -m benchmarks.assignment [mentees mentors]` measures 500 mentees and 300 mentors (or as many as are given) on
SQLite: the facts of both banks, the matrix of scores with all rules, the solution for both aims with groups and the
reasons of everybody left over. The peer gets the finished matrix, repeats the column of a mentor once for every free
place and calls ``scipy.optimize.linear_sum_assignment``: no facts, no scores, no groups, no reasons. Each case runs in
a process of its own. Prints seconds, the highest memory of the process, both sums and the ratio; exits with 1 if the
whole takes more than 2 s or the sums differ.
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

ROOT = Path(__file__).resolve().parent.parent
MOST_SECONDS = 2
# The product and the peer start with scipy loaded; once is not counted, the best of several tells the work alone.
TURNS = 5


def product(file, mentees, mentors):
    """The steps of a plan without its writing: {step: seconds}, the sum of scores; the matrix goes to ``file``."""
    import numpy as np

    from benchmarks.filling import fill_both
    from people.accounts.models import User
    from programs.matching.assignment import solve, why_left
    from programs.matching.selectors import bank_task
    from programs.matching.services import make_plan
    from programs.matching.states import Aim

    organization = fill_both(mentees, mentors)
    steps, sums = {}, {}
    for aim in Aim:
        for _turn in range(TURNS):
            began = time.perf_counter()
            bank = bank_task(organization, aim=aim, threshold=0, group_size=2)
            scored = time.perf_counter()
            solution = solve(bank.task)
            solved = time.perf_counter()
            left = [row for row, mentor in enumerate(solution.mentors) if mentor < 0]
            reasons = [why_left(bank.task, solution.mentors, row) for row in left]
            told = time.perf_counter()
            took = {"facts and matrix": scored - began, "solution": solved - scored, "reasons": told - solved}
            if aim not in steps or sum(took.values()) < sum(steps[aim].values()):
                steps[aim] = took
        sums[aim] = solution.total
        groups = {(m, key) for m, key in zip(solution.mentors, solution.groups, strict=True) if key}
        print(f"{aim.value}: {solution.served} served, {len(reasons)} left over, {len(groups)} groups", file=sys.stderr)
    began = time.perf_counter()
    make_plan(organization, by=User.objects.get(), title="План", aim=Aim.BEST_FIT)
    kept = time.perf_counter() - began
    task = bank.task
    np.savez(file, points=task.points, allowed=task.allowed, places=task.places)
    return {"steps": steps, "sums": sums, "kept": kept}


def peer(file, *_size):
    """Bare scipy on the matrix of ``file``, for the best fit."""
    import numpy as np
    from scipy.optimize import linear_sum_assignment

    with np.load(file) as saved:
        points, allowed, places = saved["points"], saved["allowed"], saved["places"]
    times = []
    for _turn in range(TURNS):
        began = time.perf_counter()
        columns = np.repeat(np.arange(len(places)), places)
        weights = np.where(allowed, points, 0)[:, columns]
        rows, chosen = linear_sum_assignment(weights, maximize=True)
        times.append(time.perf_counter() - began)
    return {"seconds": min(times), "sum": float(weights[rows, chosen].sum()) / 100}


def run_case(case, file, *size):
    """One case in this process, its figures as JSON."""
    with tempfile.TemporaryDirectory() as folder:
        if case == "product":
            os.environ |= {"MENTORING_DATA": folder, "SECRET_KEY": secrets.token_urlsafe(64)}
            os.environ["DJANGO_SETTINGS_MODULE"] = "mentoring.settings"
            os.environ.pop("DATABASE_URL", None)
            import django
            from django.core.management import call_command

            django.setup()
            call_command("migrate", verbosity=0)
        figures = {"product": product, "peer": peer}[case](file, *map(int, size))
        figures["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps(figures))


def measure(case, file, size):
    """The figures of one case in a fresh process."""
    command = [sys.executable, "-m", "benchmarks.assignment", "--case", case, file, *map(str, size)]
    answer = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    return json.loads(answer.stdout.splitlines()[-1])


def main(size):
    """Measure both and print them; returns the exit code."""
    with tempfile.TemporaryDirectory() as folder:
        file = str(Path(folder, "matrix.npz"))
        ours, bare = measure("product", file, size), measure("peer", file, size)
    within = abs(ours["sums"]["best_fit"] - bare["sum"]) < 0.01
    print(f"{size[0]} mentees, {size[1]} mentors; sum {ours['sums']['best_fit']:.2f}, peer {bare['sum']:.2f}")
    for aim, steps in ours["steps"].items():
        whole = sum(steps.values())
        within &= whole <= MOST_SECONDS
        parts = ", ".join(f"{name} {value * 1000:.0f} ms" for name, value in steps.items())
        ratio = steps["solution"] / bare["seconds"]
        print(f"{aim:12} {whole:.2f} s ({parts}); solution beside scipy {ratio:.1f}")
    print(f"kept as a draft, with reasons and history: {ours['kept']:.2f} s")
    memory = f"memory {ours['megabytes']:.0f} MB, peer {bare['megabytes']:.0f} MB"
    print(f"scipy alone {bare['seconds'] * 1000:.0f} ms; {memory}")
    return 0 if within else 1


if __name__ == "__main__":
    if sys.argv[1:2] == ["--case"]:
        run_case(*sys.argv[2:])
    else:
        sys.exit(main([int(each) for each in sys.argv[1:]] or [500, 300]))
