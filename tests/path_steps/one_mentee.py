"""One mentee: the ranking in words, a choice against it, the council, other terms, the agreement of both."""

import datetime

from playwright.sync_api import expect

from people.consents.states import Purpose
from people.history.models import Move
from programs.mentorships.states import MentorshipState
from programs.models import Mentorship
from tests.path_steps.hired import DISCIPLINE, WORKPLACE, Hand, hire_mentee, hire_mentor, seated
from tests.path_steps.pairs import ALONE
from tests.path_steps.walk import PHONE

TUESDAY = {"time_resource": "Вторник после уроков"}
MENTEE = Hand(
    "chernyh", "Черных Лев Львович", "male", "учитель физики", "Физика",
    TUESDAY | {"request": "Удержать внимание восьмого класса"}, {DISCIPLINE: 1},
)  # fmt: skip
FIRST = Hand(
    "kovalchuk", "Ковальчук Мария Петровна", "female", "учитель физики", "Физика",
    TUESDAY | {"capacity": 2}, {DISCIPLINE: 5},
)  # fmt: skip
SECOND = Hand(
    "gromova", "Громова Светлана Юрьевна", "female", "учитель химии", "Химия",
    {"capacity": 2, "time_resource": "Пятница утром"}, {DISCIPLINE: 3},
)  # fmt: skip
BARRED = Hand("belyh", "Белых Анна Олеговна", "female", "учитель химии", "Химия", {"capacity": 1})
# Every part of the score, and what it says of the first mentor.
PARTS = {
    "Затруднения и компетенции": f"Поможет: {DISCIPLINE} (на 4 ступени выше).",
    "Предмет": "Один предмет: Физика.",
    "Форма и вид": "Подходит форма из положения: «педагог – педагог».",
    "Свободных мест": "Свободно 2 из 2 мест.",
    "Время": "Свободны в одно время: вторник (днём).",
    "Здание": f"Работают в одном здании: {WORKPLACE}.",
    "Стаж и категория": "Педагогический стаж 7 лет, без категории.",
    "Пожелания обоих": "Неизвестно: в карточках нет пожеланий и интересов.",
    "Прежние пары": "Пока неизвестно: у наставника здесь ещё не было пар.",
}
CONSENT = "обработка персональных данных"
REASON = "Светлана Юрьевна уже помогает ему с восьмым классом."
FOCUS = "Дисциплина на уроке"
COMMENT = "Поддерживаю: в параллели восьмых классов работают оба."
WISH = "Хватит до весенних каникул, дальше у меня экзамены."


def prepare(walk):
    """Three mentors, one of whom has given no consent, and one newcomer without a mentor."""
    hire_mentor(walk, FIRST)
    hire_mentor(walk, BARRED, consents=())
    walk.mentor_card = hire_mentor(walk, SECOND)
    walk.mentee_card = hire_mentee(walk, MENTEE, consents=[Purpose.PROCESSING])
    walk.mentor_of_one = seated(walk, SECOND.login, walk.desk())
    walk.newcomer = seated(walk, MENTEE.login, walk.desk(viewport=PHONE, has_touch=True))


def read_ranking(walk):
    """From the first page to the mentors in their places, every part of the score as a bar and a sentence."""
    curator = walk.curator
    curator.does(ALONE)
    curator.heading("Подбор наставника")
    rows = curator.page.locator("ol.candidates > li")
    expect(rows.locator("h2")).to_have_text([_placed(1, FIRST), _placed(2, SECOND)])
    parts = rows.first.locator(".score-parts > li")
    expect(parts.locator(".measure-line > span")).to_have_text(list(PARTS))
    expect(parts.locator("p")).to_contain_text(list(PARTS.values()))
    expect(parts.locator("svg.bar rect")).to_have_count(len(PARTS))
    curator.page.get_by_text("Выбрать нельзя: 1 наставник").click()
    left_out = curator.page.locator("ul.left-out li")
    expect(left_out.get_by_text(f"Нет согласия: {CONSENT}")).to_be_visible()
    expect(left_out).to_contain_text([BARRED.name])


def _placed(place, hand):
    return f"{place}. {hand.name}{hand.post}"


def choose_second(walk):
    """Against the ranking nothing goes without a reason; with it the proposal is made and the reason stays."""
    curator = walk.curator
    curator.follow("Выбрать с обоснованием")
    curator.heading(SECOND.name)
    curator.sees("Место 2 из 2", "Первое место в подборе: Ковальчук М. П.")
    curator.press("Выбрать и предложить")
    curator.sees("Напишите, почему выбираете этого наставника.")
    curator.fill("Почему этот наставник", REASON)
    curator.press("Выбрать и предложить")
    curator.field("Традиционная форма наставничества").check()
    curator.fill("Последний день", "2027-05-31")
    curator.fill("Над чем работать", FOCUS)
    curator.press("Отправить предложение")
    curator.state("Предложена")
    curator.sees("Как выбран наставник", "место 2 из 2", REASON)
    choice = Mentorship.objects.get().match_choice
    assert (choice.mentor_entry, choice.place, choice.reason) == (walk.mentor_card, 2, REASON)


def hear_council(walk):
    """The curator asks; a member of the council writes a remark and votes; the vote is counted; it decides."""
    curator, council = walk.curator, walk.council
    curator.section("Пары и группы")
    curator.follow(SECOND.short_name)
    curator.follow("Открыть обсуждение")
    curator.follow("Попросить совет проголосовать")
    curator.fill("Голоса принимаем до", "2026-10-22")
    curator.press("Спросить совет")
    curator.sees("Совет голосует", "до 22 октября 2026")
    council.does("Голосование ждёт вас")
    council.fill("Ваше замечание", COMMENT)
    council.press("Написать замечание")
    council.sees("Замечание записано.", COMMENT)
    council.field("За", exact=True).check()
    council.press("Проголосовать")
    council.sees("Ваш голос учтён.")
    curator.does("Все проголосовали")
    curator.sees(COMMENT)
    curator.press("Закрыть голосование")
    curator.sees("Голосование закрыто.", "Совет за пару")


def decide(walk):
    """The council writes its decision down; the curator reads it on the card of the pair."""
    council = walk.council
    council.does("Запишите решение совета")
    council.field("Рекомендовать пару").check()
    council.press("Записать решение")
    council.sees("Решение записано.", "Рекомендовано советом")


def wish_other_terms(walk):
    """The mentor says neither yes nor no; the curator sees the difference and takes it over."""
    mentor, curator = walk.way(walk.mentor_of_one), walk.curator
    mentor.does("Вам предлагают")
    mentor.sees(MENTEE.name, FOCUS)
    mentor.misses(REASON, COMMENT)
    mentor.follow("Предложить другие условия")
    mentor.fill("Последний день", "2027-03-19")
    mentor.fill("Своими словами", WISH)
    mentor.press("Отправить пожелание")
    mentor.sees("Ваше пожелание у куратора и совета.")
    curator.does(f"{SECOND.short_name} предлагает другие условия")
    curator.sees(WISH)
    curator.says(curator.row("иначе"), "19.03.2027")
    curator.press("Принять условия")
    curator.sees("Принято: всех спросят ещё раз.", "Решение было о прежних условиях.")


def agree(walk):
    """Both read the new terms and accept, the mentee with the consent that was lacking."""
    mentor, mentee = walk.way(walk.mentor_of_one), walk.way(walk.newcomer)
    mentor.does("Вам предлагают")
    mentor.sees("Предложенные вами условия приняты")
    mentor.press("Согласиться")
    mentor.sees("Вы согласились. Куратор об этом знает.")
    mentee.does("Вам предлагают")
    mentee.sees(SECOND.name, FOCUS, "19 марта 2027")
    mentee.misses(REASON, COMMENT, WISH)
    mentee.sign("Подписать согласие и принять")
    mentee.sees("Вы согласились. Куратор об этом знает.")
    walk.curator.is_asked("1 пара или группа ждёт приказа")
    pair = Mentorship.objects.get()
    assert (pair.state, pair.ends_on) == (MentorshipState.AGREED, datetime.date(2027, 3, 19))
    curator, mentor = walk.curator.login, SECOND.login
    assert [(move.deed, move.by.login) for move in Move.objects.of(pair)] == [
        ("Proposed", curator),
        ("The council recommended", walk.council.login),
        ("Other terms are proposed", mentor),
        ("Terms changed", curator),
        ("The mentor accepted", mentor),
        ("A mentee accepted", MENTEE.login),
    ]


STEPS = (prepare, read_ranking, choose_second, hear_council, decide, wish_other_terms, agree)
# The bars of the score and what is folded away; answers and consents are seen on the path.
SEEN = {read_ranking, choose_second}
