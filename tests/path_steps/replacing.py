"""From a mentee's wish for another mentor to the new pair that goes on with the program."""

import datetime
import io

from django.core.management import call_command

from people.history.models import Move
from programs.mentorships.states import MentorshipState
from programs.models import Application, Event, Mentorship, Order
from programs.plans.states import EventState, ProgramState
from tests.path_steps.crew import AHEAD, DAYS, HELD, TITLE, Crew
from tests.path_steps.place import DAY
from tests.reports.orders.changing import LAST

KIND = "Замена наставника"
REASON = "Мне трудно говорить с наставником о своих ошибках"
WISH = "Кого-нибудь из математиков"
AGREED = "Обе стороны согласны расстаться, материалы переданы"
RESOLUTION = "Новый наставник начинает без перерыва"
# The day after three working days from the decision of 15 October, a Thursday (Labor Code art. 351.8).
EARLIEST = datetime.date(2026, 10, 21)


def begin(walk):
    """A mentor and a mentee at work, and another mentor who has places left."""
    walk.crew = Crew(walk)
    walk.pair = walk.crew.at_work(walk.crew.mentor_entry, walk.crew.mentee_entry)


def ask(walk):
    """The mentee asks on a phone, from the card of the pair, and keeps the reason from the mentor."""
    mentee = walk.crew.mentee
    mentee.section("Пары и группы")
    mentee.follow(walk.pair.mentor.short_name)
    mentee.unfold("Попросить об изменении")
    mentee.follow(KIND)
    mentee.sees("Куратор ставит визу", "Совет высказывается", "Руководитель принимает решение", "Выходит приказ")
    mentee.press("Подать заявление")
    mentee.sees("Напишите почему: это нужно тем, кто принимает решение.")
    mentee.fill("Причина", REASON)
    mentee.fill("Какого наставника хотелось бы", WISH)
    mentee.press("Подать заявление")
    mentee.sees("Заявление подано. Ниже видно, где оно.", REASON)
    walk.asked = Application.objects.get()
    walk.crew.mentor.open(walk.crew.address(walk.asked))
    walk.crew.mentor.heading(KIND)
    _stands(walk, "Ждёт визы куратора.")


def _stands(walk, *words):
    """Both sides see on the card where the application stands; only the mentee who wrote the reason reads it."""
    address = walk.crew.address(walk.asked)
    mentee, mentor = (visitor.first_page.words(address) for visitor in (walk.crew.mentee, walk.crew.mentor))
    for said in (KIND, *words):
        assert said in mentee, said
        assert said in mentor, said
    for secret in (REASON, WISH, RESOLUTION):
        assert secret not in mentor, secret
    for own in (REASON, WISH):
        assert own in mentee, own


def put_visa(walk):
    """The curator reads the reason and puts the visa, with which the application goes to the council."""
    curator = walk.curator
    curator.does(f"{KIND}: {walk.pair}")
    curator.sees(REASON, "После визы слово за советом, затем решает руководитель.")
    curator.press("Поставить визу")
    curator.heading(KIND)
    curator.sees("Ждёт совета.")
    _stands(walk, "Ждёт совета.")


def mediate(walk):
    """The council talks with both and writes down what came of it; both read that."""
    council = walk.council
    council.does(f"{KIND}: {walk.pair}")
    council.sees(REASON)
    council.field("Лучше расстаться").check()
    council.fill("О чём договорились", AGREED)
    council.press("Записать")
    council.heading(KIND)
    council.sees("Ждёт решения руководителя.")
    _stands(walk, "Ждёт решения руководителя.", AGREED)


def grant(walk):
    """The head grants it under the own password: not a day before the notice of the law."""
    director = walk.director
    director.does(f"{KIND}: {walk.pair}")
    director.sees(REASON, AGREED, "Не раньше чем с 21.10.2026")
    director.field("Удовлетворить").check()
    director.fill("Резолюция", RESOLUTION)
    director.fill("С какого дня прекратить работу", "2026-10-20")
    director.sign("Подписать решение")
    director.sees("прекратить работу можно не раньше чем с 21.10.2026")
    director.fill("С какого дня прекратить работу", EARLIEST.isoformat())
    director.field("Ваш пароль").fill("не тот пароль")
    director.press("Подписать решение")
    director.sees("Пароль не подошёл. Ничего не подписано, введите его ещё раз.")
    director.sign("Подписать решение")
    director.sees("Решение подписано; все узнают.")
    _stands(walk, "Удовлетворено. Куратор ищет нового наставника, затем готовит приказ.")


def propose(walk):
    """The curator proposes the other mentor; until both have answered there is nothing to order."""
    curator = walk.curator
    curator.does(f"{KIND}: {walk.pair}")
    curator.sees(WISH)
    curator.misses("Белых Анна Олеговна, учитель химии")
    curator.field("Ковальчук Мария Петровна, учитель математики").check()
    curator.press("Предложить новую пару")
    curator.sees("Новая пара предложена; ждём ответа обоих.")
    curator.state("Предложена")
    walk.successor = Mentorship.objects.get(replaces=walk.pair)
    curator.is_free_of(f"{KIND}: {walk.pair}")


def accept(walk):
    """The new mentor and the mentee agree; then the order is the curator's next step."""
    for visitor in (walk.crew.second, walk.crew.mentee):
        visitor.does("Вам предлагают")
        visitor.press("Согласиться")
        visitor.sees("Вы согласились. Куратор об этом знает.")
    assert Mentorship.objects.get(pk=walk.successor.pk).state == MentorshipState.AGREED


def draft(walk):
    """O6 is composed from the application: both pairs by name, the old order amended."""
    curator = walk.curator
    curator.does(f"{KIND}: {walk.pair}")
    assert curator.field(f"{walk.successor} вместо Белых А. О.").is_checked()
    curator.press("Составить приказ")
    points = " ".join(curator.points().split())
    for said in (
        "Прекратить с 21 октября 2026 г. закрепление за учителем физики Черных Львом Львовичем",
        "наставника – учителя химии Белых Анны Олеговны",
        "наставника – учителя математики Ковальчук Марию Петровну",
        "Признать утратившим силу",
        "приказа от 1 сентября 2026 г. № 1",
        "Передать учителю математики Ковальчук Марии Петровне",
        "(2 мероприятия)",
    ):
        assert said in points, said
    assert REASON not in points
    curator.follow("К карточке")
    curator.press("Отправить на подпись")
    curator.state("На подписи")
    _stands(walk, "Приказ готовится и подписывается.")


def sign(walk):
    """The head signs; the order waits for its day, and so does the pair."""
    director = walk.director
    director.does("На подпись")
    director.follow("Прочитать и подписать")
    director.sign("Подписать приказ")
    director.state("Подписан и зарегистрирован")
    assert Order.objects.get(kind="O6").signed_on == DAY
    assert _states(walk) == [(MentorshipState.ACTIVE, None), (MentorshipState.IN_ORDER, None)]


def come_the_day(walk):
    """On its day the old pair is replaced; the events not held stand in the new pair's program, which runs."""
    walk.settings.MENTORING_TODAY = EARLIEST
    call_command("tick", stdout=io.StringIO())
    assert _states(walk) == [(MentorshipState.REPLACED, EARLIEST), (MentorshipState.ACTIVE, None)]
    old, new = walk.pair.programs.get(), walk.successor.programs.get()
    assert [(old.state, old.ended_on), (new.state, new.starts_on, new.ends_on)] == [
        (ProgramState.TERMINATED, EARLIEST),
        (ProgramState.RUNNING, EARLIEST, LAST),
    ]
    assert _events(old) == [(HELD, DAYS[0], EventState.HELD)] + [
        (content, day, EventState.HANDED_OVER) for content, day in zip(AHEAD, DAYS[1:], strict=True)
    ]
    assert _events(new) == [(content, day, EventState.PLANNED) for content, day in zip(AHEAD, DAYS[1:], strict=True)]
    _stands(walk, "Исполнено.")


def go_on(walk):
    """The new mentor finds the program with its events; the mentee the old pair beside the new one; who did what."""
    second, mentee = walk.crew.second, walk.crew.mentee
    second.section("Программы")
    second.follow(TITLE)
    second.state("Выполняется")
    second.sees(*AHEAD)
    second.misses(HELD)
    mentee.section("Пары и группы")
    mentee.says(mentee.row(walk.pair.mentor.short_name), "Заменена")
    mentee.says(mentee.row(walk.successor.mentor.short_name), "Действует")
    moves = Move.objects.of(walk.asked).exclude(to_state="")
    assert [(row.by and row.by.login.split("@")[0], row.to_state) for row in moves] == [
        ("черных", "filed"),
        ("curator", "visaed"),
        ("curator", "mediation"),
        ("council", "visaed"),
        ("director", "granted"),
        ("curator", "in_order"),
        (None, "executed"),
    ]


def _states(walk):
    rows = Mentorship.objects.in_bulk([walk.pair.pk, walk.successor.pk])
    return [(rows[each.pk].state, rows[each.pk].ended_on) for each in (walk.pair, walk.successor)]


def _events(program):
    rows = Event.objects.filter(program=program).order_by("planned_on")
    return [(event.content, event.planned_on.isoformat(), event.state) for event in rows]
