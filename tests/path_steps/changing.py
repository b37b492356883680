"""A longer, other and shorter program by one order, then a mentor who leaves and an end by the curator by another."""

import datetime
import io

from django.core.management import call_command

from programs.applications.services import answer_application, decide_application, file_application, give_visa
from programs.applications.states import ApplicationKind, ApplicationState
from programs.mentorships.states import MentorshipState
from programs.models import Application, Mentorship, ProgramVersion
from programs.plans.states import ProgramState
from tests.amending import amend
from tests.path_steps.crew import AHEAD, TITLE, Crew
from tests.path_steps.order import send_and_sign
from tests.world import PASSWORD

K = ApplicationKind
LONGER, SHORTER = datetime.date(2027, 6, 30), datetime.date(2027, 3, 31)
OTHER_EVENT, OTHER_DAY = "Взаимное посещение уроков и их разбор", "2026-12-10"
WHY = "Нет уроков в день посещения"
FACTS = "Встречи по программе не проводятся с сентября"
# The day after three working days from 15 October, a Thursday.
FREE = datetime.date(2026, 10, 21)


def begin(walk):
    """Two mentors with two mentees each; the regulation lets programs be shortened and gives a mentor a notice."""
    amend(walk.organization, {"program.shortening_allowed": True, "agreement.mentor_notice_days": 3})
    walk.crew = crew = Crew(walk)
    walk.changed = crew.at_work(crew.mentor_entry, crew.mentee_entry)
    walk.left, walk.shorter, walk.ended = (
        crew.at_work(mentor, mentee)
        for mentor, mentee in zip(
            (crew.mentor_entry, crew.second_entry, crew.second_entry), crew.other_entries, strict=True
        )
    )


def ask_for_longer(walk):
    """The mentor asks for an extension; the mentee reads it and consents."""
    mentor, mentee = walk.crew.mentor, walk.crew.mentee
    _file(mentor, "Черных Л. Л.", "Продление программы")
    mentor.sees("Сейчас программа идёт до 31.05.2027")
    mentor.fill("Новый последний день", LONGER.isoformat())
    mentor.fill("Причина", "Болезнь в сентябре")
    mentor.press("Подать заявление")
    mentor.sees("Ждёт согласия: Черных Л. Л.")
    mentee.does(f"Продление программы: {walk.changed}")
    mentee.sees("31 мая 2027 г. → 30 июня 2027 г.", "Болезнь в сентябре")
    mentee.press("Даю согласие")
    mentee.sees("Ответ записан.", "Ждёт визы куратора.")


def _file(visitor, other, kind):
    """From the list of the own pairs to the form of one kind."""
    visitor.section("Пары и группы")
    visitor.follow("", within=visitor.row(other))
    visitor.unfold("Попросить об изменении")
    visitor.follow(kind)


def ask_for_other(walk):
    """On the phone the mentee rewrites an event and drops another."""
    mentee = walk.crew.mentee
    _file(mentee, "Белых А. О.", "Корректировка программы")
    mentee.page.locator("input[name$=_content]").first.fill(OTHER_EVENT)
    mentee.page.locator("input[name$=_planned_on]").first.fill(OTHER_DAY)
    mentee.field("Отменить это мероприятие").nth(1).check()
    mentee.fill("Почему", WHY)
    mentee.press("Подать заявление")
    mentee.sees("Ждёт согласия: Белых А. О.")


def agree_to_other(walk):
    """Everybody after that reads what was and what is to be."""
    mentor = walk.crew.mentor
    mentor.does(f"Корректировка программы: {walk.changed}")
    _differs(mentor)
    mentor.press("Даю согласие")
    mentor.sees("Ответ записан.")
    walk.curator.does(f"Корректировка программы: {walk.changed}")
    _differs(walk.curator)
    walk.curator.press("Поставить визу")
    walk.curator.sees("Ждёт решения руководителя.")
    walk.director.does(f"Корректировка программы: {walk.changed}")
    _differs(walk.director)
    walk.director.field("Удовлетворить").check()
    walk.director.sign("Подписать решение")
    walk.director.sees("Решение подписано; все узнают.")


def _differs(visitor):
    """What is to be other stands in a table: the words and the day of the one event, the end of the other."""
    for was, now in ((AHEAD[0], OTHER_EVENT), ("12.11.2026", "10.12.2026"), (AHEAD[1], "отменено")):
        visitor.says(visitor.row(now), was)


def ask_for_shorter(walk):
    """The other applications go their way without a browser."""
    crew = walk.crew
    asked = file_application(
        walk.shorter, K.SHORTENING, by=crew.account(crew.second_entry), reason="Готова", new_ends_on=SHORTER
    )
    answer_application(asked, by=crew.account(crew.other_entries[1]), agrees=True)
    for application in (asked, Application.objects.get(kind=K.EXTENSION)):
        give_visa(application, by=crew.place.curator.user)
        decide_application(application, by=crew.place.director.user, password=PASSWORD, granted=True)


def order_changes(walk):
    """O7 takes all three; nothing is other before the signature, and everything after it, with the versions kept."""
    curator = walk.curator
    curator.does(f"Корректировка программы: {walk.changed}")
    curator.tick_all()
    curator.press("Составить приказ")
    points = " ".join(curator.points().split())
    for said in (
        "Продлить по 30 июня 2027 г. срок реализации персонализированной программы",
        "согласно заявлению её участников следующие изменения:",
        f"в следующей редакции: «{OTHER_EVENT}»;",
        "Сократить срок реализации",
        "считать последним его днём 31 марта 2027 г.",
    ):
        assert said in points, said
    send_and_sign(curator, walk.director)
    program, other = walk.changed.programs.get(), walk.shorter.programs.get()
    assert [(each.ends_on, each.state) for each in (program, other)] == [
        (LONGER, ProgramState.RUNNING),
        (SHORTER, ProgramState.RUNNING),
    ]
    assert [Mentorship.objects.get(pk=pair.pk).ends_on for pair in (walk.changed, walk.shorter)] == [LONGER, SHORTER]
    kept = {(row.program_id, row.change): row for row in ProgramVersion.objects.all()}
    assert kept.keys() == {(program.pk, "extended"), (program.pk, "corrected"), (other.pk, "shortened")}
    assert {row.by.person.last_name for row in kept.values()} == {"Заречная"}


def read_versions(walk):
    """The mentee sees the program as it is now and what was before each change."""
    mentee = walk.crew.mentee
    mentee.section("Программы")
    mentee.follow(TITLE)
    mentee.sees("30 июня 2027 г.", OTHER_EVENT)
    mentee.follow("Изменения программы")
    mentee.heading("Изменения программы")
    _differs(mentee)
    mentee.sees("31.05.2027", "30.06.2027", WHY)


def leave(walk):
    """The mentor lays the duty down without a reason; a day too early is moved to the end of the notice."""
    mentor = walk.crew.mentor
    _file(mentor, "Мельник П. И.", "Сложение обязанностей наставника")
    mentor.fill("С какого дня прекратить работу", "2026-10-16")
    mentor.press("Подать заявление")
    mentor.sees("С учётом срока предупреждения день перенесён на 21.10.2026.")
    give_visa(Application.objects.get(kind=K.RESIGNATION), by=walk.crew.place.curator.user)


def end(walk):
    """The curator ends the other pair because the program is not carried out."""
    curator = walk.curator
    curator.open(f"/o/{walk.preset}/mentorships/{walk.ended.pk}/")
    curator.unfold("Попросить об изменении")
    curator.follow("Досрочное завершение наставничества")
    label = next(row.label for row in walk.rules.completion.reasons if row.code == "by_curator")
    curator.field(label).check()
    curator.fill("Обстоятельства", FACTS)
    curator.press("Подать заявление")
    curator.sees("Ждёт решения руководителя.", label, FACTS)


def decide(walk):
    """To the head a resignation offers no refusal, only its day; the end by the curator may be refused."""
    director = walk.director
    director.does(f"Сложение обязанностей наставника: {walk.left}")
    director.sees("Наставник вправе отказаться в любое время (статья 351.8 ТК РФ): вы назначаете день.")
    assert not director.main.xpath(".//input[@type='radio']")
    director.fill("С какого дня прекратить работу", "2026-10-22")
    director.sign("Подписать решение")
    director.sees("Наставник свободен с 21.10.2026: отложить нельзя.")
    director.fill("С какого дня прекратить работу", FREE.isoformat())
    director.sign("Подписать решение")
    director.sees("Решение подписано; все узнают.")
    director.does(f"Досрочное завершение наставничества: {walk.ended}")
    director.sees(FACTS)
    assert not director.field("Отказать").is_checked()
    director.field("Удовлетворить").check()
    director.sign("Подписать решение")
    director.sees("Решение подписано; все узнают.")


def order_ends(walk):
    """O8 releases the mentor and ends the pair; on its day both are ended with their programs."""
    curator = walk.curator
    curator.is_asked(f"Сложение обязанностей наставника: {walk.left}")
    curator.does(f"Досрочное завершение наставничества: {walk.ended}")
    curator.tick_all()
    curator.press("Составить приказ")
    points = " ".join(curator.points().split())
    for said in (
        "Освободить с 21 октября 2026 г. учителя химии Белых Анну Олеговну от обязанностей наставника",
        "Прекратить с 21 октября 2026 г. закрепление за учителем начальных классов Заяц Дарьей Игоревной",
        "прекращённой с 21 октября 2026 г.",
    ):
        assert said in points, said
    assert FACTS not in points
    send_and_sign(curator, walk.director)
    assert _ended(walk) == [(MentorshipState.ACTIVE, ProgramState.RUNNING, None)] * 2
    walk.settings.MENTORING_TODAY = FREE
    call_command("tick", stdout=io.StringIO())
    assert _ended(walk) == [(MentorshipState.TERMINATED, ProgramState.TERMINATED, FREE)] * 2
    assert set(Application.objects.values_list("state", flat=True)) == {ApplicationState.EXECUTED}
    walk.crew.mentor.section("Пары и группы")
    for other, state in (("Мельник П. И.", "Прекращена"), ("Черных Л. Л.", "Действует")):
        walk.crew.mentor.says(walk.crew.mentor.row(other), state)


def _ended(walk):
    rows = Mentorship.objects.filter(pk__in=(walk.left.pk, walk.ended.pk)).order_by("pk")
    return [(row.state, row.programs.get().state, row.ended_on) for row in rows]
