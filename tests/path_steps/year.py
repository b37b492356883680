"""The roadmap of the year and the figures behind it."""

import io
import re

from openpyxl import load_workbook

from tests.path_steps.order import draft_and_sign

RESULT = "Приказ подписан, пара и группа работают"


def approve_roadmap(walk):
    """The curator opens the year and submits it, the director approves it, and everybody can read it."""
    curator, director = walk.curator, walk.director
    curator.does("Дорожной карты на 2026/27 учебный год ещё нет")
    curator.press("Составить черновик")
    curator.does("Дорожная карта ещё не отправлена руководителю")
    curator.press("Отправить руководителю")
    curator.sees("Дорожная карта у руководителя.")
    walk.staff.is_asked("Сегодня вас ничего не ждёт.")
    walk.staff.section("Дорожная карта")
    walk.staff.sees("Дорожной карты ещё нет")
    if walk.rules.roadmap.approved_by == "order":
        director.is_free_of("ждёт вашего утверждения")
        curator.does("Дорожная карта на 2026/27 учебный год ждёт приказа")
        draft_and_sign(curator, director)
    else:
        _approve_by_word(director)
    walk.staff.section("Дорожная карта")
    walk.staff.follow("2026/27")
    walk.staff.heading("Дорожная карта 2026/27")


def _approve_by_word(director):
    director.does("Дорожная карта на 2026/27 учебный год ждёт вашего утверждения")
    director.follow("Прочитать и решить")
    director.sign("Утвердить")
    director.state("Утверждена")
    director.is_free_of("ждёт вашего утверждения")


def mark_roadmap(walk):
    """What is overdue is seen on the first page and on the card; a mark takes it away."""
    curator = walk.curator
    before = _overdue(curator)
    assert before > 0
    curator.does("дорожной карты просрочен")
    row = curator.part("tr[id^=item-]", "Просрочено")
    content = curator.text_of("a", within=row)
    curator.follow("", within=row)
    curator.press("Сохранить отметку")
    curator.sees("Напишите одним предложением, что сделано.")
    curator.fill("Что сделано или почему отменено", RESULT)
    curator.press("Сохранить отметку")
    curator.sees("Отметка сохранена.")
    curator.says(curator.part("tr[id^=item-]", RESULT), "Выполнено", content)
    assert _overdue(curator) == before - 1


def _overdue(curator):
    found = re.search(r"(\d+) \D*дорожной карты просрочен", curator.first_page.words())
    return int(found[1]) if found else 0


def take_statistics(walk):
    """The workbook says what the page of monitoring says, numerator by numerator."""
    curator = walk.curator
    curator.section("Мониторинг")
    curator.heading("Мониторинг")
    rows = curator.cells("table.list")
    shown = [(label, int(above), int(below)) for label, above, below, _share in rows]
    assert ("Педагоги, у которых есть наставник", 3) in {(label, above) for label, above, _below in shown}
    book = load_workbook(io.BytesIO(curator.download("Скачать статистику")))
    assert book.sheetnames[:5] == ["Сводка", "Наставники", "Наставляемые", "Пары и группы", "Программы"]
    assert _figures(book["Сводка"]) == shown
    assert book["Сводка"]._charts
    for sheet, people in {
        "Наставники": {walk.cast.mentor, walk.cast.leader},
        "Наставляемые": {walk.cast.mentee, *walk.cast.group},
    }.items():
        assert {each.name for each in walk.cast.everybody if each.name in _words(book[sheet])} == {
            each.name for each in people
        }
    assert "Действует" in _words(book["Пары и группы"])
    assert "Первый год в профессии" in _words(book["Программы"])


def _figures(sheet):
    rows = [row for row in sheet.iter_rows(values_only=True) if isinstance(row[0], int)]
    return [(row[1], row[3], row[4]) for row in rows]


def _words(sheet):
    return {value for row in sheet.iter_rows(values_only=True) for value in row if isinstance(value, str)}
