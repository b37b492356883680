"""The whole bank: a plan of the best assignment, changed by hand, proposed; who declines is not left alone."""

from lxml import html
from playwright.sync_api import expect

from programs.mentorships.states import MentorshipState, Structure
from programs.models import MatchPlan, Mentorship
from tests.path_steps.hired import DISCIPLINE, EXAMS, Hand, accept_unseen, hire_mentee, hire_mentor, seated
from tests.path_steps.walk import PHONE

ALONE = Hand("kovalchuk", "Ковальчук Мария Петровна", "female", "учитель физики", "Физика", {}, {DISCIPLINE: 5})
LEADER = Hand(
    "gromova", "Громова Светлана Юрьевна", "female", "учитель русского языка", "Русский язык",
    {"capacity": 2}, {EXAMS: 5},
)  # fmt: skip
LATER = Hand("belyh", "Белых Анна Олеговна", "female", "учитель физики", "Физика", {}, {DISCIPLINE: 5})
BEST = Hand("chernyh", "Черных Лев Львович", "male", "учитель физики", "Физика", {}, {DISCIPLINE: 1})
LEFT = Hand("zaycev", "Зайцев Пётр Ильич", "male", "учитель технологии", "Технология", {}, {DISCIPLINE: 2})
GROUP = [
    Hand("ilina", "Ильина Вера Олеговна", "female", "учитель русского языка", "Русский язык", {}, {EXAMS: 1}),
    Hand("dyatlov", "Дятлов Роман Евгеньевич", "male", "учитель русского языка", "Русский язык", {}, {EXAMS: 1}),
]
WHY_NOT = "Мария Петровна и так ведёт два класса и кружок."
NOTE = "Боится показаться слабым, на уроке теряется."


def prepare(walk):
    """Three places for four mentees, two of whom ask for the same."""
    walk.alone, walk.leader = hire_mentor(walk, ALONE), hire_mentor(walk, LEADER)
    walk.left = hire_mentee(walk, LEFT)
    walk.group = [hire_mentee(walk, hand) for hand in GROUP]
    hire_mentee(walk, BEST)
    walk.newcomer = seated(walk, LEFT.login, walk.desk(viewport=PHONE, has_touch=True))


def compute(walk):
    """The best assignment: a pair, a group of those who share a request, and who is left over with the reason."""
    curator = walk.curator
    curator.home()
    curator.section("Пары и группы")
    curator.follow("Подбор на весь банк")
    curator.follow("Рассчитать план")
    curator.press("Рассчитать")
    curator.heading("План от 15.10.2026")
    for hand in GROUP:
        expect(_line(curator, hand)).to_contain_text(LEADER.short_name)
        expect(_line(curator, hand)).to_contain_text("группа, 2 человека")
    expect(_line(curator, BEST)).to_contain_text(ALONE.short_name)
    left = _line(curator, LEFT)
    expect(left).to_contain_text("без наставника")
    expect(left).to_contain_text(f"Лучше всех {ALONE.short_name}")
    expect(left).to_contain_text(f"место у тех, кому подходит больше ({BEST.short_name}")


def change_by_hand(walk):
    """Without a mouse: the effect of every choice stands beside it, and what has no place says so."""
    curator = walk.curator
    _go_to_move(curator, LEFT)
    curator.sees(f"В этом плане мест больше нет ({BEST.short_name})")
    curator.follow("Оставить как есть")
    _move_by_keys(curator, BEST, "ArrowDown")
    curator.sees(f"{BEST.short_name}: без наставника. Сумма баллов теперь")
    _move_by_keys(curator, LEFT, "ArrowUp")
    curator.sees(f"{LEFT.short_name}: {ALONE.short_name}. Сумма баллов теперь")
    curator.sees("По расчёту: без наставника", f"По расчёту: {ALONE.short_name}")


def _line(curator, hand):
    page = curator.page
    return page.locator("tr").filter(has=page.locator("a.row-link").filter(has_text=hand.short_name))


def _go_to_move(curator, hand):
    _line(curator, hand).get_by_role("link", name="Переместить").focus()
    curator.page.keyboard.press("Enter")
    curator.heading(hand.short_name)


def _move_by_keys(curator, hand, arrow):
    _go_to_move(curator, hand)
    curator.page.locator("input[name=mentor]:checked").focus()
    for key in (arrow, "Tab", "Enter"):
        curator.page.keyboard.press(key)


def propose(walk):
    """Everything at once on the same terms: a pair and a group are asked."""
    curator = walk.curator
    curator.open(f"/o/{walk.preset}/mentorships/plans/{MatchPlan.objects.get().pk}/")
    curator.follow("Предложить всех")
    curator.sees(f"{ALONE.short_name} → {LEFT.short_name}", f"{LEADER.short_name} → ")
    pairs = curator.part("fieldset", "Виды для пар")
    curator.field("Традиционная форма наставничества", within=pairs).check()
    curator.press("Отправить предложения")
    curator.sees("Предложены пары для 3 наставляемых.")
    curator.state("Предложен")
    pair, group = Mentorship.objects.order_by("structure").reverse()
    assert [entry.pk for entry in (pair.mentor_entry, group.mentor_entry)] == [walk.alone.pk, walk.leader.pk]
    assert {row.mentee_entry_id for row in group.members.all()} == {entry.pk for entry in walk.group}
    accept_unseen(group, walk.leader, *walk.group)


def decline(walk):
    """On a phone, with a reason that only those who keep the pairs read."""
    newcomer = walk.way(walk.newcomer)
    newcomer.does("Вам предлагают")
    newcomer.follow("Отказаться")
    newcomer.fill("Причина", WHY_NOT)
    newcomer.press("Отказаться")
    newcomer.sees("Вы отказались. Куратор об этом знает.")


def support(walk):
    """Whoever is left without a pair stands in the psychologist's list; the note of a contact is the writer's alone."""
    helper, curator = walk.psychologist, walk.curator
    helper.does(f"{LEFT.short_name}: наставника ещё нет")
    helper.sees(WHY_NOT)
    helper.follow("Записать контакт")
    helper.field("беседа").check()
    helper.fill("Ваша заметка", NOTE)
    helper.press("Записать")
    helper.sees("Читаете только вы.", NOTE)
    curator.section("Без наставника")
    curator.says(curator.row(LEFT.name), "1 попытка")
    curator.follow(LEFT.name)
    curator.sees("15 октября 2026 г., беседа", "Поддержка, поиск идёт")
    assert NOTE not in html.tostring(curator.root, encoding="unicode")


def search_on(walk):
    """Another mentor is found, proposed again and accepted; the search ends with an order only."""
    curator, newcomer = walk.curator, walk.way(walk.newcomer)
    later = hire_mentor(walk, LATER)
    curator.follow("Подобрать ещё раз")
    curator.sees(f"1. {LATER.name}", "Прежняя пара этих двоих")
    curator.press("Выбрать и предложить")
    curator.field("Традиционная форма наставничества").check()
    curator.press("Отправить предложение")
    curator.state("Предложена")
    again = Mentorship.objects.get(mentor_entry=later)
    accept_unseen(again, later)
    newcomer.does("Вам предлагают")
    newcomer.sees(LATER.name)
    newcomer.press("Согласиться")
    newcomer.sees("Вы согласились. Куратор об этом знает.")
    curator.is_asked("2 пары и группы ждут приказа")
    states = Mentorship.objects.values_list("mentor_entry", "structure", "state")
    assert set(states) == {
        (walk.alone.pk, Structure.PAIR, MentorshipState.DECLINED),
        (walk.leader.pk, Structure.GROUP, MentorshipState.AGREED),
        (later.pk, Structure.PAIR, MentorshipState.AGREED),
    }


STEPS = (prepare, compute, change_by_hand, propose, decline, support, search_on)
# What is done by keys and on a phone.
SEEN = {compute, change_by_hand, decline}
