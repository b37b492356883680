"""Papers to be printed and how to read what was printed."""

import io
from datetime import date
from functools import lru_cache

import pypdf

from reports.documents.papers import (
    Acquainted,
    Column,
    HeadBlock,
    Letterhead,
    OrderPaper,
    Party,
    PlanEvent,
    Point,
    ProgramPaper,
    RoadmapItem,
    RoadmapPaper,
    RoadmapStage,
    RowGroup,
    Signatory,
    Table,
    pdf,
)

SCHOOL = Letterhead(HeadBlock("Муниципальное учреждение «Школа № 300»", "МОУ «Школа № 300»"))


LYCEUM = Letterhead(
    main=HeadBlock("БАШКИРСКИЙ ЛИЦЕЙ № 136", above=("РЕСПУБЛИКА БАШКОРТОСТАН",)),
    second=HeadBlock("136-СЫ БАШҠОРТ ЛИЦЕЙЫ", above=("ӨФӨ ҠАЛАҺЫ ҠАЛА ОКРУГЫ ХАКИМИӘТЕНЕҢ",), lang="ba"),
    codes=("ОКПО 00000000",),
)


CONTROL = "Контроль за исполнением приказа оставляю за собой."


ORDER = OrderPaper(
    letterhead=SCHOOL,
    heading="О закреплении наставнических пар",
    basis=("В целях развития наставничества",),
    points=(
        Point("Утвердить список пар."),
        Point("Наставникам:", (Point("разработать программы;"), Point("вести учёт встреч."))),
    ),
    control=CONTROL,
    signatory=Signatory("Директор", "А. П. Синицына"),
    dated_on=date(2026, 9, 1),
    number="17-од",
    place="г. Волгоград",
    name_in_genitive="МОУ «Школа № 300»",
)


PROGRAM = ProgramPaper(
    letterhead=SCHOOL,
    subtitle="Синицына А. П. – Заяц Л. И.",
    period="1 сентября 2026 г. – 31 мая 2027 г.",
    place_and_year="г. Волгоград, 2026",
    parties=(Party("Наставник", "Синицына Анна Петровна", "учитель", (("стаж", "24 года"),)),),
    events=(PlanEvent("Открытый урок", direction="методическое", note="кабинет 12", mark="проведено"),),
    signatures=(Signatory("Наставник", "А. П. Синицына"), Signatory("Наставляемый", "Л. И. Заяц")),
)


ROADMAP = RoadmapPaper(
    letterhead=SCHOOL,
    subtitle="на 2026/27 учебный год",
    stages=(
        RoadmapStage("Подготовка условий", (RoadmapItem("Приказ о парах", "сентябрь", "Черных А. С."),)),
        RoadmapStage("Отбор и обучение", (RoadmapItem("Установочная сессия", "октябрь", "Заяц Л. И."),)),
    ),
)


def people(count: int) -> tuple[Acquainted, ...]:
    return tuple(Acquainted(f"Работник{number:02d} Иван", "учитель") for number in range(1, count + 1))


def table_of(rows: int, columns: int = 3) -> Table:
    cells = tuple(tuple(f"Я{row:02d}К{column}" for column in range(columns)) for row in range(rows))
    return Table(tuple(Column(f"Столбец{column}") for column in range(columns)), (RowGroup(cells),))


def pages(paper) -> list[str]:
    """The text of every page with plain spaces, lines kept."""
    return _read(pdf(paper))


@lru_cache(maxsize=16)
def _read(content: bytes) -> list[str]:
    file = pypdf.PdfReader(io.BytesIO(content))
    return [page.extract_text().replace("\u00a0", " ").strip() for page in file.pages]


def top_margins(paper) -> list[str]:
    """What is printed in the upper 20 mm of every page."""
    margins = []
    for page in pypdf.PdfReader(io.BytesIO(pdf(paper))).pages:
        found = []
        edge = float(page.mediabox.height) - 20 * 72 / 25.4

        def keep(text, matrix, text_matrix, font, size, found=found, edge=edge):
            if matrix[3] * text_matrix[5] + matrix[5] > edge:
                found.append(text.strip())

        page.extract_text(visitor_text=keep)
        margins.append(" ".join(filter(None, found)))
    return margins


def words(paper) -> str:
    return " ".join(" ".join(pages(paper)).split())


def assert_in_order(text: str, *parts: str):
    places = [text.find(part) for part in parts]
    assert -1 not in places, f"missing: {parts[places.index(-1)]}"
    assert places == sorted(places)
