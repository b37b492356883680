"""The program of the pair: written from a template, agreed, approved, worked by."""

import io

from pypdf import PdfReader, PdfWriter

TITLE = "Первый год в профессии"
TOO_SHORT = "По положению программа длится от 3 до 12 месяцев. Измените первый или последний день."
REMARK = "Договорились о встречах по средам"
FILE = "Протокол встречи.pdf"


def write(walk):
    """The mentor starts from a template; two months are refused, a school year is not."""
    mentor = walk.mentor
    mentor.does("составьте программу вместе")
    mentor.field(TITLE).check()
    mentor.fill("Последний день", "2026-12-14")
    mentor.press("Начать программу")
    mentor.sees("Программа начата.")
    mentor.press("Согласовать", exact=True)
    mentor.sees(TOO_SHORT)
    mentor.follow("Изменить текст")
    mentor.fill("Последний день", "2027-05-31")
    mentor.press("Сохранить")
    mentor.sees("Программа сохранена")


def agree_and_approve(walk):
    """Both agree under their own accounts, the curator approves."""
    mentor, mentee, curator = walk.mentor, walk.mentee, walk.curator
    waits = f"Программа «{TITLE}» ждёт вашего согласования"
    mentor.does(waits)
    mentor.press("Согласовать", exact=True)
    mentor.sees("Ваше согласие записано.")
    mentor.is_free_of(waits)
    curator.is_free_of("ждёт вашего утверждения")
    mentee.does(waits)
    mentee.press("Согласовать", exact=True)
    mentee.sees("Все согласовали. Куратор получил уведомление.")
    curator.does(f"Программа «{TITLE}» согласована и ждёт вашего утверждения")
    curator.press("Утвердить")
    curator.sees("Программа утверждена и выполняется.")
    curator.state("Выполняется")
    curator.is_free_of("ждёт вашего утверждения")


def work(walk):
    """The mentee marks the first event with a remark and a file; the mentor takes the file; the paper opens."""
    mentee, mentor, evidence = walk.mentee, walk.mentor, _blank_pdf()
    mentee.does("Вводная встреча")
    mentee.fill("Дата проведения", "2026-10-16")
    mentee.press("Проведено")
    mentee.sees("Этот день ещё не наступил. Выберите сегодня или более ранний день.")
    mentee.fill("Дата проведения", "2026-10-15")
    mentee.fill("Как прошло", REMARK)
    mentee.field("Файлы").set_input_files({"name": FILE, "mimeType": "application/pdf", "buffer": evidence})
    mentee.press("Проведено")
    mentee.sees("Отмечено: мероприятие проведено.", REMARK)
    mentee.is_free_of("Вводная встреча")
    mentor.section("Программы")
    mentor.follow(TITLE)
    mentor.follow("Вводная встреча")
    mentor.sees(REMARK)
    assert mentor.download(FILE) == evidence
    mentor.section("Программы")
    mentor.follow(TITLE)
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(mentor.download("Распечатать"))).pages)
    for someone in (walk.cast.mentor, walk.cast.mentee):
        assert someone.name.split()[0] in text


def _blank_pdf():
    writer, stream = PdfWriter(), io.BytesIO()
    writer.add_blank_page(210, 297)
    writer.write(stream)
    return stream.getvalue()
