"""From the draft of the order to those who have read it."""

import hashlib
import io
import re

from playwright.sync_api import expect
from pypdf import PdfReader

from tests.path_steps.pairs import stand

REMARK = "Укажите, что контроль остаётся за директором лично."
CONTROL = "Контроль за исполнением приказа директор оставляет за собой лично."


def draft_and_send(walk):
    """The curator composes the order on everything agreed and sends it."""
    curator = walk.curator
    walk.director.is_free_of("На подпись")
    curator.does("2 пары и группы ждут приказа")
    curator.press("Составить приказ")
    curator.heading("О закреплении наставнических пар и групп")
    points = curator.points()
    _check_names(points, walk)
    curator.follow("К карточке")
    curator.press("Отправить на подпись")
    curator.state("На подписи")
    curator.is_free_of("ждут приказа", "Проект готов к отправке")


def return_and_mend(walk):
    """The director returns it once with a remark, the curator mends it and sends it again."""
    director, curator = walk.director, walk.curator
    director.does("На подпись: О закреплении наставнических пар и групп")
    director.follow("Вернуть с замечанием")
    director.press("Вернуть приказ")
    director.sees("Напишите, что исправить")
    director.fill("Замечание", REMARK)
    director.press("Вернуть приказ")
    director.sees("Приказ возвращён, куратор уже знает.")
    director.is_free_of("На подпись")
    curator.is_asked("Руководитель вернул приказ", REMARK)
    curator.does("Руководитель вернул приказ")
    curator.sees(REMARK)
    curator.follow("Править текст")
    curator.fill("Контроль за исполнением", CONTROL)
    curator.page.get_by_role("button", name="Сохранить текст").first.click()
    curator.sees("Сохранено.")
    curator.follow("К карточке")
    curator.press("Отправить на подпись")
    curator.is_free_of("Руководитель вернул приказ")


def sign(walk):
    """The director signs; only then the pairs work. The file is the one whose SHA-256 the card shows."""
    director = walk.director
    stand(walk.curator, "В приказе")
    director.does("На подпись")
    director.desk.show_papers(True)
    with director.page.expect_response(re.compile("inline=1")) as paper:
        director.follow("Прочитать и подписать")
    director.desk.show_papers(False)
    assert (paper.value.status, paper.value.header_value("content-type")) == (200, "application/pdf")
    director.fill("Ваш пароль", "не тот пароль")
    director.press("Подписать приказ")
    director.sees("Пароль не подошёл. Ничего не подписано, введите его ещё раз.")
    stand(walk.mentor, "В приказе")
    director.sign("Подписать приказ")
    director.sees("Подписан и зарегистрирован: № 1")
    director.state("Подписан и зарегистрирован")
    director.sees("15 октября 2026 г.")
    paper = director.download("Скачать PDF")
    assert hashlib.sha256(paper).hexdigest() == director.page.locator("code.hash").first.inner_text()
    _check_paper(paper, walk)
    director.is_free_of("На подпись")
    for visitor in (walk.curator, walk.mentor, walk.mentee):
        stand(visitor, "Действует")


def _check_paper(paper, walk):
    printed = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    # A word divided at the end of a line has a hyphen that is no letter of it.
    text = " ".join(re.sub(r"\u2010\s*", "", printed).split())
    _check_names(text, walk)
    for said in ("О закреплении наставнических пар и групп", CONTROL):
        assert re.search(_spaced(said), text), said
    assert "ПРОЕКТ" not in text


def _check_names(text, walk):
    """Everybody stands in the text with the post in the case of the sentence."""
    missing = [each.in_order for each in walk.cast.everybody if not re.search(_spaced(each.in_order), text)]
    assert missing == []


def _spaced(words):
    """The words with any space between them: lines break and spaces are tied."""
    return r"\s+".join(re.escape(word).replace("-", r"-\s*") for word in words.split())


def acknowledge(walk):
    """Those named read the order and confirm it; the list shows who has not."""
    for visitor in (walk.mentor, walk.mentee):
        visitor.does("Ознакомьтесь с приказом № 1")
        visitor.follow("Подтвердить ознакомление")
        visitor.sign("Подтвердить ознакомление")
        visitor.sees("Спасибо: ознакомление записано.")
        visitor.is_free_of("Ознакомьтесь с приказом")
    walk.curator.does("не ознакомлены с приказом № 1")
    _lists(walk.curator, "Ознакомление есть", walk.cast.mentor, walk.cast.mentee)
    _lists(walk.curator, "Ещё нет", walk.cast.leader, *walk.cast.group)


def _lists(curator, word, *people):
    for someone in people:
        line = curator.page.locator("ul.people li").filter(has_text=someone.name)
        expect(line).to_contain_text(word)
