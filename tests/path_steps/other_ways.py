"""Two directions of one link, a single meeting, a mentor of another organization."""

from dataclasses import replace

from people.accounts.states import Role
from people.consents.services import give_consent
from people.consents.states import Purpose
from people.models import Authority, Competence, Consent, NetworkGrant, Organization
from programs.mentorships.services import activate_mentorship, enter_order, propose_mentorship
from programs.mentorships.states import Direction, MentorshipState
from programs.models import Mentorship
from tests.path_steps.hired import (
    DISCIPLINE,
    Hand,
    accept_unseen,
    enter,
    hire_mentee,
    hire_mentor,
    seated,
)
from tests.path_steps.place import DAY
from tests.people.network.factories import make_open
from tests.programs.mentorships.factories import TERMS, user_of
from tests.world import PASSWORD, make_organization, populate

ELDER = Hand(
    "kovalchuk", "Ковальчук Мария Петровна", "female", "учитель физики", "Физика", {"capacity": 2}, {DISCIPLINE: 5}
)
YOUNGER = Hand("chernyh", "Черных Лев Львович", "male", "учитель физики", "Физика", {}, {DISCIPLINE: 1})
NEWCOMER = Hand("zaycev", "Зайцев Пётр Ильич", "male", "учитель технологии", "Технология", {}, {DISCIPLINE: 2})
COMPUTERS = "Цифровые образовательные ресурсы"
NEAR = "near-school"
NEED = "Молодому учителю технологии нужна помощь с дисциплиной."
ROOM, NOTE = "Кабинет 12", "Разобрали план урока, договорились о взаимном посещении."


def prepare(walk):
    """An experienced teacher and a younger one in both banks, a newcomer, and a neighbor under one authority."""
    walk.elder, walk.younger = hire_mentor(walk, ELDER), hire_mentee(walk, YOUNGER)
    enter(walk, replace(ELDER, card={}, levels={COMPUTERS: 2}), walk.elder.employment, Role.MENTEE, [Purpose.MENTEE])
    enter(walk, replace(YOUNGER, levels={COMPUTERS: 4}), walk.younger.employment, Role.MENTOR, [Purpose.MENTOR])
    walk.newcomer = hire_mentee(walk, NEWCOMER)
    walk.mentor_here = seated(walk, ELDER.login, walk.desk())


def link_both_ways(walk):
    """One step proposes both directions, each a pair of its own that names the other."""
    curator = walk.curator
    curator.home()
    curator.section("Пары и группы")
    curator.follow("Предложить пару")
    curator.field(YOUNGER.name).check()
    curator.press("Дальше: выбрать наставника")
    curator.field(ELDER.name).check()
    curator.press("Дальше: условия")
    curator.field("Традиционная форма наставничества").check()
    curator.field("И в обратную сторону").check()
    curator.press("Отправить предложение")
    curator.heading(f"{ELDER.short_name} → {YOUNGER.short_name}")
    curator.sees("Два направления одной связи.", f"{YOUNGER.short_name} → {ELDER.short_name}")
    forward, reverse = Mentorship.objects.order_by("pk")
    assert (forward.direction, forward.kinds) == (Direction.FORWARD, ["traditional"])
    assert (reverse.direction, reverse.kinds) == (Direction.REVERSE, ["reverse"])
    accept_unseen(forward, walk.elder, walk.younger)
    accept_unseen(reverse, reverse.mentor_entry, *(row.mentee_entry for row in reverse.current_members))
    curator.is_asked("2 пары и группы ждут приказа")


def meet_once(walk):
    """A speed session needs a day, a place and a sentence instead of a program; the meeting completes it."""
    by, mentor = walk.keeper(Role.CURATOR), walk.way(walk.mentor_here)
    single = propose_mentorship(
        walk.organization,
        by=by,
        mentor_entry=walk.elder,
        mentee_entries=[walk.newcomer],
        **(TERMS | {"kinds": ["speed"]}),
    )
    accept_unseen(single, walk.elder, walk.newcomer)
    activate_mentorship(enter_order(single, by=by), by=walk.keeper(Role.DIRECTOR), on=DAY)
    mentor.does("назначьте день встречи")
    mentor.fill("День встречи", "2026-10-15")
    mentor.fill("Место", ROOM)
    mentor.press("Назначить встречу")
    mentor.sees("Встреча назначена", ROOM)
    mentor.follow("Отметить встречу")
    mentor.field("Да, встретились").check()
    mentor.fill("Одной фразой", NOTE)
    mentor.press("Отметить")
    mentor.state("Завершена")
    mentor.sees("Состоялась", NOTE)


def open_neighbor(walk):
    """Another organization under the same authority; one of its mentors is open for the network."""
    town = Authority.objects.create(kind="municipality", name="Город у моря")
    Organization.objects.filter(pk=walk.organization.pk).update(authority=town)
    near = populate(make_organization(NEAR, preset=walk.preset, authority=town))
    walk.guest = make_open(near, last="Белых", capacity=2, places=1).entry
    known = Competence.objects.create(organization=near.organization, direction=near.direction, name=DISCIPLINE)
    walk.guest.strengths.create(competence=known, level=3)
    for role in (Role.CURATOR, Role.DIRECTOR):
        setattr(walk, f"near_{role}", seated(walk, f"{role}@{NEAR}.example", walk.staff_room, slug=NEAR))
    login = user_of(walk.guest).login
    walk.near_mentor, walk.guest_here = (
        seated(walk, login, walk.staff_room, slug=slug) for slug in (NEAR, walk.preset)
    )


def ask_neighbor(walk):
    """A curator asks; the other curator, the other head with the password and the mentor agree one after the other."""
    curator, name = walk.curator, walk.guest.employment.person.full_name
    curator.section("Наставники сети")
    curator.follow(name)
    curator.fill("Сколько наставляемых", "1")
    curator.fill("Последний день", "2027-05-31")
    curator.fill("Кому нужна помощь наставника", NEED)
    curator.press("Отправить запрос")
    curator.state("Ждёт куратора наставника")
    near_curator, near_director, near_mentor = map(walk.way, (walk.near_curator, walk.near_director, walk.near_mentor))
    near_curator.does("просит наставника")
    near_curator.sees(NEED)
    near_curator.press("Согласовать")
    near_curator.state("Ждёт руководителя наставника")
    near_director.does("просит наставника")
    near_director.follow("Согласиться и подписать")
    near_director.sign("Согласиться и подписать")
    near_director.state("Ждёт наставника")
    near_mentor.does("просит вас стать наставником")
    near_mentor.press("Согласиться")
    near_mentor.state("Наставник работает")


def choose_neighbor(walk):
    """The guest stands in the ranking with the places granted and accepts the pair as anybody does."""
    curator, guest, guest_here = walk.curator, NetworkGrant.objects.get().guest, walk.way(walk.guest_here)
    asked = Consent.objects.get(organization=walk.organization, person=guest.person, purpose=Purpose.PROCESSING)
    give_consent(asked, by=guest.person.user, password=PASSWORD)
    curator.does("ещё не предложили наставника")
    row = curator.part("li.candidate", guest.person.full_name)
    assert NEAR in curator.text_of("h2", within=row)
    curator.says(row, "Свободно 1 из 1 места.", f"Поможет: {DISCIPLINE}")
    curator.follow("Выбрать с обоснованием", within=row)
    curator.fill("Почему этот наставник", NEED)
    curator.press("Выбрать и предложить")
    curator.field("Виртуальное (дистанционное) наставничество").check()
    curator.press("Отправить предложение")
    curator.state("Предложена")
    curator.sees(guest.person.full_name)
    guest_here.does("Вам предлагают")
    guest_here.sees(NEWCOMER.name)
    guest_here.sign("Подписать согласие и принять")
    guest_here.sees("Вы согласились. Куратор об этом знает.")
    pair = Mentorship.objects.get(mentor_entry__employment=guest)
    assert (pair.organization, pair.state) == (walk.organization, MentorshipState.MENTOR_AGREED)


STEPS = (prepare, link_both_ways, meet_once, open_neighbor, ask_neighbor, choose_neighbor)
# What stands nowhere else.
SEEN = {meet_once}
