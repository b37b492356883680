"""How long papers take beside bare WeasyPrint, both on the same HTML and style in one process.

`python -m benchmarks.papers` measures one order, a hundred orders and a report of about sixty pages. The product
starts from the paper's data: tidying, the page, PDF/A with tags, everything a frozen paper has. The peer gets the
finished page and the style parsed once, and writes a plain PDF. A hundred orders go one after another in one process;
beside them stands the same in two processes, as the worker prints a batch. Every text differs, so nothing comes from
the memory of papers. Prints seconds and ratios; exits with 1 if one order takes more than MOST_RATIO of the peer.
"""

import os
import resource
import secrets
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import date
from multiprocessing import get_context

# Tags, the archive format and the embedded identifier are asked of every paper and not of the peer.
MOST_RATIO = 1.3
TURNS, ORDERS, ROWS = 15, 100, 690


def set_up():
    """Django with a fresh key and no database: papers need none."""
    os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(64))
    os.environ["DJANGO_SETTINGS_MODULE"] = "mentoring.settings"
    import django

    django.setup()


def order(mark):
    """An order on pairs as a school signs it; ``mark`` makes its text its own."""
    from reports.documents.papers import HeadBlock, Letterhead, OrderPaper, Point, Signatory

    pair = "Закрепить за учителем физики Черных Львом Львовичем наставника – учителя математики Ковальчук Марию "
    points = tuple(
        Point(f"{pair}Петровну на период с 1 сентября 2026 г. по 31 мая 2027 г. ({mark}-{n}).") for n in range(5)
    )
    return OrderPaper(
        letterhead=Letterhead(
            HeadBlock("Муниципальное общеобразовательное учреждение «Средняя школа»", "МОУ СШ", ("Департамент",))
        ),
        heading="О закреплении наставнических пар",
        basis=("В целях адаптации молодых педагогов, в соответствии со статьёй 351.8 Трудового кодекса, на основании",),
        points=points,
        signatory=Signatory("Директор", "А. П. Иванова"),
        control="Контроль за исполнением приказа оставляю за собой.",
        dated_on=date(2026, 9, 1),
        number=str(mark),
        place="Волгоград",
        name_in_genitive="МОУ СШ",
    )


def report(mark):
    """The same order with an annex of ``ROWS`` rows: about sixty pages."""
    from reports.documents.papers import Annex, Column, RowGroup, Table

    columns = (
        Column("№", 5, "short"),
        *(Column(title, 19) for title in ("Наставник", "Наставляемый", "Программа", "Итог")),
    )
    people = ("Ковальчук Мария Петровна, учитель математики", "Черных Лев Львович, учитель физики")
    result = "Выполнена полностью, затруднения преодолены, результаты закреплены на открытых уроках"
    rows = tuple((str(n), *people, f"Программа {mark}-{n}", result) for n in range(1, ROWS + 1))
    return replace(order(mark), annexes=(Annex("Итоги работы пар", Table(columns, (RowGroup(rows),))),))


def bare(page, style):
    """The peer: the finished page by WeasyPrint with its own defaults."""
    from weasyprint import HTML

    return HTML(string=page).write_pdf(stylesheets=[style], presentational_hints=True)


def timed(work):
    """Seconds the work takes."""
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def print_order(mark):
    """One order of the batch."""
    from reports.documents.papers import pdf

    return len(pdf(order(mark)))


def one(style):
    """The median of one order, ours and the peer's, turn by turn."""
    from reports.documents.papers import pdf, render

    pdf(order("warm")), bare(render(order("warm")), style)
    ours, theirs = [], []
    for turn in range(TURNS):
        paper = order(f"turn {turn}")
        ours.append(timed(lambda paper=paper: pdf(paper)))
        page = render(paper)
        theirs.append(timed(lambda page=page: bare(page, style)))
    return statistics.median(ours), statistics.median(theirs)


def hundred(style):
    """A hundred orders: one process, the peer in one process, two processes."""
    from reports.documents.papers import render

    alone = timed(lambda: [print_order(f"a{n}") for n in range(ORDERS)])
    pages = [render(order(f"b{n}")) for n in range(ORDERS)]
    theirs = timed(lambda: [bare(page, style) for page in pages])
    with ProcessPoolExecutor(2, mp_context=get_context("spawn"), initializer=set_up) as pool:
        list(pool.map(print_order, ["warm 1", "warm 2"]))
        together = timed(lambda: list(pool.map(print_order, [f"c{n}" for n in range(ORDERS)], chunksize=5)))
    return alone, theirs, together


def long(style):
    """The long report: ours, the peer's, its pages."""
    from weasyprint import HTML

    from reports.documents.papers import pdf, render

    ours = timed(lambda: pdf(report("r")))
    page = render(report("p"))
    theirs = timed(lambda: bare(page, style))
    return ours, theirs, len(HTML(string=page).render(stylesheets=[style], presentational_hints=True).pages)


def main():
    """Measure all three and print them; returns the exit code."""
    set_up()
    from django.contrib.staticfiles import finders
    from weasyprint import CSS

    style = CSS(filename=finders.find("css/paper.css"))
    ours, theirs = one(style)
    print(f"one order: {ours * 1000:.0f} ms, bare {theirs * 1000:.0f} ms, ratio {ours / theirs:.2f}")
    alone, bare_all, together = hundred(style)
    print(f"{ORDERS} orders: {alone:.1f} s, bare {bare_all:.1f} s, ratio {alone / bare_all:.2f}", end="; ")
    print(f"two processes {together:.1f} s, {together / alone:.2f} of one")
    whole, peer, pages = long(style)
    print(f"a report of {pages} pages: {whole:.1f} s, bare {peer:.1f} s, ratio {whole / peer:.2f}", end="; ")
    print(f"memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return int(ours / theirs > MOST_RATIO)


if __name__ == "__main__":
    sys.exit(main())
