"""From the draft of the order to those who have read it."""

import hashlib
import io
import re

from pypdf import PdfReader

from programs.models import Order
from programs.orders.models import AcquaintanceMethod
from programs.orders.services import acknowledge as write_down
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
    curator.does("Руководитель вернул приказ")
    curator.sees(REMARK)
    curator.follow("Править текст")
    curator.fill("Контроль за исполнением", CONTROL)
    curator.page.get_by_role("button", name="Сохранить текст").first.click()
    curator.sees("Сохранено.")
    curator.follow("К карточке")
    curator.press("Отправить на подпись")
    curator.is_free_of("Руководитель вернул приказ")
    walk.said.append(CONTROL)


def read_before_signing(walk):
    """The paper stands beside the place for the password, and without the right one nothing is signed."""
    director = walk.director
    director.does("На подпись")
    walk.new_page.shows_papers = True
    with director.page.expect_response(re.compile("inline=1")) as paper:
        director.follow("Прочитать и подписать")
    assert (paper.value.status, paper.value.header_value("content-type")) == (200, "application/pdf")
    walk.new_page.shows_papers = False
    director.fill("Ваш пароль", "не тот пароль")
    director.press("Подписать приказ")
    director.sees("Пароль не подошёл. Ничего не подписано, введите его ещё раз.")


def sign(walk):
    """The director signs; only then the pairs work. The file is the one whose SHA-256 the card shows."""
    director = walk.director
    stand(walk.mentor, "В приказе")
    director.does("На подпись")
    director.follow("Прочитать и подписать")
    director.sign("Подписать приказ")
    director.sees("Подписан и зарегистрирован: № 1")
    director.state("Подписан и зарегистрирован")
    director.sees("15 октября 2026 г.")
    paper = director.download("Скачать PDF")
    assert hashlib.sha256(paper).hexdigest() == director.text_of("code.hash")
    _check_paper(paper, walk)
    director.is_free_of("На подпись")
    for visitor in (walk.curator, walk.mentee):
        stand(visitor, "Действует")


def _check_paper(paper, walk):
    printed = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages)
    # A word divided at the end of a line has a hyphen that is no letter of it.
    text = " ".join(re.sub(r"\u2010\s*", "", printed).split())
    _check_names(text, walk)
    for said in ("О закреплении наставнических пар и групп", *walk.said):
        assert re.search(_spaced(said), text), said
    assert "ПРОЕКТ" not in text


def _check_names(text, walk):
    """Everybody stands in the text with the post in the case of the sentence."""
    missing = [each.in_order for each in walk.cast.everybody if not re.search(_spaced(each.in_order), text)]
    assert missing == []


def _spaced(words):
    """The words with any space between them: lines break and spaces are tied."""
    return r"\s+".join(re.escape(word).replace("-", r"-\s*") for word in words.split())


def send_and_sign(curator, director):
    """From the editor of an order to its signature."""
    curator.follow("К карточке")
    curator.press("Отправить на подпись")
    curator.state("На подписи")
    director.does("На подпись")
    director.follow("Прочитать и подписать")
    director.sign("Подписать приказ")
    director.state("Подписан и зарегистрирован")


def draft_and_sign(curator, director):
    """From the choice of what an order says to its signature."""
    curator.press("Составить приказ")
    send_and_sign(curator, director)


def acknowledge(walk):
    """Those named read the order and confirm it; the list shows who has not."""
    mentor, mentee, asked = walk.mentor, walk.mentee, "Ознакомьтесь с приказом № 1"
    mentor.does(asked)
    mentor.follow("Подтвердить ознакомление")
    mentor.sign("Подтвердить ознакомление")
    mentor.sees("Спасибо: ознакомление записано.")
    mentor.is_free_of(asked)
    mentee.is_asked(asked)
    named = walk.employment(walk.cast.mentee)
    write_down(Order.objects.get(), named, by=named.person.user, method=AcquaintanceMethod.ELECTRONIC)
    mentee.is_free_of(asked)
    walk.curator.does("не ознакомлены с приказом № 1")
    _lists(walk.curator, "Ознакомление есть", walk.cast.mentor, walk.cast.mentee)
    _lists(walk.curator, "Ещё нет", walk.cast.leader, *walk.cast.group)


def _lists(curator, word, *people):
    for someone in people:
        curator.says(curator.part("ul.people li", someone.name), word)
