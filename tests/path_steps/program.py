"""The program of the pair: written from a template, agreed, approved, worked by."""

import io

from pypdf import PdfReader, PdfWriter

TITLE = "Первый год в профессии"
TOO_SHORT = "По положению программа длится от 3 до 12 месяцев. Измените первый или последний день."
REMARK = "Договорились о встречах по средам"
FILE = "Протокол встречи.pdf"


def write(walk):
    """The mentor starts a program from a template."""
    mentor = walk.mentor
    mentor.does("составьте программу вместе")
    mentor.field(TITLE).check()
    mentor.fill("Последний день", "2027-05-31")
    mentor.press("Начать программу")
    mentor.sees("Программа начата.")


def make_longer(walk):
    """Two months are refused, a school year is not."""
    mentor = walk.mentor
    _ends_on(mentor, "2026-12-14")
    mentor.press("Согласовать", exact=True)
    mentor.sees(TOO_SHORT)
    _ends_on(mentor, "2027-05-31")


def _ends_on(mentor, day):
    mentor.follow("Изменить текст")
    mentor.fill("Последний день", day)
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


def refuse_tomorrow(walk):
    """An event is not held before its day."""
    mentee = walk.mentee
    mentee.does("Вводная встреча")
    mentee.fill("Дата проведения", "2026-10-16")
    mentee.press("Проведено")
    mentee.sees("Этот день ещё не наступил. Выберите сегодня или более ранний день.")


def work(walk):
    """The mentee marks the first event with a remark and a file."""
    mentee, walk.evidence = walk.mentee, _blank_pdf()
    mentee.does("Вводная встреча")
    mentee.fill("Дата проведения", "2026-10-15")
    mentee.fill("Как прошло", REMARK)
    mentee.field("Файлы").set_input_files({"name": FILE, "mimeType": "application/pdf", "buffer": walk.evidence})
    mentee.press("Проведено")
    mentee.sees("Отмечено: мероприятие проведено.", REMARK)
    mentee.is_free_of("Вводная встреча")


def take_papers(walk):
    """The mentor reads the remark and takes the file; the paper of the program opens."""
    mentor = walk.mentor
    mentor.section("Программы")
    mentor.follow(TITLE)
    mentor.follow("Вводная встреча")
    mentor.sees(REMARK)
    assert mentor.download(FILE) == walk.evidence
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
