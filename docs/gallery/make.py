"""Makes the gallery anew: every paper of every organization of a fresh demonstration as a picture.

`SECRET_KEY=… DEBUG=1 python docs/gallery/make.py [slug …]` needs pdftoppm (poppler-utils) and msgfmt (gettext). What
the demonstration has is drawn as it is; an order it lacks is composed and signed for the picture and taken back. The
table in README.md is written when all organizations are drawn. With MENTORING_DATA a demonstration that stands is read.
"""

import io
import os
import secrets
import subprocess
import sys
import tempfile
from collections import namedtuple
from pathlib import Path

from PIL import Image

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
# A sheet of the gallery: so many pages of a paper side by side, the rest is told in words.
MOST_PAGES, RESOLUTION, GREYS, GAP = 4, 50, 16, 6
HEAD = """# Галерея бумаг

Каждая бумага каждой организации демонстрации картинкой: до {pages} страниц рядом, {resolution} точек на дюйм, в
оттенках серого. Делается заново: `DEBUG=1 python docs/gallery/make.py`; руками здесь ничего не правится. Звёздочкой
отмечено то, чего в демонстрации нет: бумага составлена и подписана службами системы ради картинки и тут же отменена;
чего для неё в демонстрации не хватало (второй заместитель директора, отказ), на это время дописано.
"""
# The Friday the pictures are of: nobody signs an order on a Sunday.
DAY = "2026-11-20"
# What was drawn, or why it was not: under which code, of which organization.
Drawn = namedtuple("Drawn", "group code label slug mark why")


class Incomplete(Exception):
    """Kinds that are neither drawn nor explained; the text names the organization and their codes."""


def set_up(folder):
    """A demonstration of its own in ``folder``, where none stands there yet."""
    sys.path[:0] = [str(ROOT), str(HERE)]
    os.environ |= {"MENTORING_DATA": folder, "SECRET_KEY": secrets.token_urlsafe(64), "MENTORING_DEMO": "1"}
    os.environ |= {"DJANGO_SETTINGS_MODULE": "mentoring.settings", "DEBUG": "1"}
    os.environ.setdefault("MENTORING_TODAY", DAY)
    os.environ.pop("DATABASE_URL", None)
    import django
    from django.core.management import call_command
    from django.utils.translation import activate

    words = ROOT / "locale/ru/LC_MESSAGES"
    subprocess.run(["msgfmt", "-o", words / "django.mo", words / "django.po"], check=True)
    django.setup()
    activate("ru")
    if not Path(folder, "mentoring.sqlite3").exists():
        call_command("migrate", verbosity=0)
        call_command("load_demo", stdout=io.StringIO())


def pages_of(paper):
    """The first pages of a PDF as pictures in grey."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(RESOLUTION), "-gray", "-png", "-l", str(MOST_PAGES), "-", f"{folder}/page"]
        subprocess.run(command, input=paper, check=True)
        return [Image.open(io.BytesIO(path.read_bytes())) for path in sorted(Path(folder).iterdir())]


def draw(paper, path):
    """The pages of a PDF side by side in one small picture."""
    pages = pages_of(paper)
    width = sum(page.width + GAP for page in pages) + GAP
    height = max(page.height for page in pages) + 2 * GAP
    sheet = Image.new("L", (width, height), 160)
    left = GAP
    for page in pages:
        sheet.paste(page, (left, GAP))
        left += page.width + GAP
    path.parent.mkdir(parents=True, exist_ok=True)
    sheet.quantize(GREYS).save(path, optimize=True)


def taken_back(make):
    """What ``make`` returns; whatever it wrote is rolled back."""
    from django.db import transaction

    with transaction.atomic():
        try:
            return make()
        finally:
            transaction.set_rollback(True)


def registered(house, kind):
    """The newest signed order of the kind as it was frozen, None where there is none."""
    from programs.orders.models import Order
    from programs.orders.states import OrderState

    rows = Order.objects.filter(organization=house.organization, kind=kind, state=OrderState.REGISTERED)
    order = rows.exclude(frozen=None).order_by("-signed_on", "-pk").first()
    return bytes(order.frozen.pdf) if order else None


def composed(house, compose):
    """The paper of an order composed for the picture, signed by the head."""
    from reports.demo.accounts import PASSWORD
    from reports.orders.services import send_order, sign_order

    order = send_order(compose(house), by=house.curator)
    return bytes(sign_order(order, by=house.director, password=PASSWORD).frozen.pdf)


def order_pictures(house):
    """Every kind of order of the organization."""
    from house import Impossible
    from orders import COMPOSED

    from mentoring.lib.moves import MoveRefused

    for code, (kind, beside, compose) in COMPOSED.items():
        label = f"{kind.label} ({beside})" if beside else str(kind.label)
        about = ("Приказы", code, label, house.organization.slug)
        try:
            paper = registered(house, kind) if code == kind.value else None
            draw(paper or taken_back(lambda: composed(house, compose)), path_of(house, code))  # noqa: B023
            yield Drawn(*about, "" if paper else "*", "")
        except (Impossible, MoveRefused) as refusal:
            yield Drawn(*about, "", " ".join(getattr(refusal, "messages", None) or [str(refusal)]))


def paper_pictures(house):
    """Every kind of paper made of the data, of the first row the curator sees, else the director."""
    from house import Impossible
    from papers import MADE

    from people.accounts.actor import actor_in
    from reports.documents.catalog import KINDS

    actors = [actor_in(user, house.organization) for user in (house.curator, house.director)]
    for kind in KINDS:
        about = ("Бумаги", kind.code, str(kind.label), house.organization.slug)
        paper, mark, why = first_of(kind, actors), "", f"таких строк в демонстрации нет. {kind.empty}".strip()
        if paper is None and kind.code in MADE:
            try:
                paper, mark = taken_back(lambda: MADE[kind.code](house) and first_of(kind, actors)), "*"  # noqa: B023
            except Impossible as refusal:
                why = str(refusal)
        if paper:
            draw(paper, path_of(house, kind.code))
        yield Drawn(*about, mark if paper else "", "" if paper else why)


def first_of(kind, actors):
    """The paper of the first row one of the actors sees, a frozen one rather than a draft; None without rows."""
    for actor in actors:
        rows = list(kind.rows(actor)[:40])
        if rows:
            return kind.pdf(next(filter(kind.kept, rows), rows[0]), actor)
    return None


def path_of(house, code):
    return HERE / house.organization.slug / f"{code}.png"


def drawn_of(organization):
    """Every picture of the organization or why there is none; pictures of what is not drawn any more are removed.

    Raises Incomplete if a kind of order or of paper is neither drawn nor explained.
    """
    from house import House
    from orders import COMPOSED

    from programs.orders.states import OrderKind
    from reports.documents.catalog import KINDS

    house = House(organization)
    drawn = [*order_pictures(house), *paper_pictures(house)]
    told, known = {one.code for one in drawn}, {*COMPOSED, *(kind.code for kind in KINDS)}
    left_out = {*(known ^ told), *(set(OrderKind) - {kind for kind, _beside, _compose in COMPOSED.values()})}
    if left_out:
        raise Incomplete(f"{organization.slug}: {', '.join(sorted(left_out))}")
    pictures = {path_of(house, one.code) for one in drawn if not one.why}
    for path in (HERE / organization.slug).glob("*.png"):
        if path not in pictures:
            path.unlink()
    return drawn


def table(drawn, slugs, names):
    """The lines of README.md: kinds down, organizations across, then what does not exist and why."""
    yield HEAD.format(pages=MOST_PAGES, resolution=RESOLUTION)
    for group in dict.fromkeys(one.group for one in drawn):
        rows = {}
        for one in drawn:
            if one.group == group:
                rows.setdefault((one.code, one.label), {})[one.slug] = one
        yield f"## {group}\n"
        yield f"| | | {' | '.join(names)} |"
        yield "|---" * (2 + len(slugs)) + "|"
        for (code, label), cells in rows.items():
            yield f"| {code} | {label} | {' | '.join(_cell(cells[slug]) for slug in slugs)} |"
        yield ""
    yield "## Чего нет и почему\n"
    known = dict(zip(slugs, names, strict=True))
    yield from (f"- {known[one.slug]}, {one.code} «{one.label}»: {one.why}" for one in drawn if one.why)


def _cell(one):
    return "–" if one.why else f"[картинка]({one.slug}/{one.code}.png){one.mark}"


def main(wanted):
    from people.organizations.models import Organization

    drawn, places = [], Organization.objects.order_by("pk")
    for organization in places.filter(slug__in=wanted) if wanted else places:
        drawn += drawn_of(organization)
    for one in drawn:
        if one.why:
            sys.stdout.write(f"{one.slug} {one.code}: {one.why}\n")
    if not wanted:
        slugs, names = zip(*((place.slug, place.short_name) for place in places), strict=True)
        (HERE / "README.md").write_text("\n".join(table(drawn, slugs, names)) + "\n")


if __name__ == "__main__":
    if os.environ.get("MENTORING_DATA"):
        set_up(os.environ["MENTORING_DATA"])
        main(sys.argv[1:])
    else:
        with tempfile.TemporaryDirectory() as data:
            set_up(data)
            main(sys.argv[1:])
