"""From a proposal to the agreement of everybody in it."""

from people.accounts.states import Role
from programs.mentorships.services import accept_mentorship, text_to_sign
from programs.models import Mentorship

ALONE = "ещё не предложили наставника"
FOCUS = "Дисциплина на занятии"


def propose(walk):
    """The curator proposes a pair and a group; the council sees what is proposed."""
    cast = walk.cast
    walk.council.is_free_of("Предложен")
    _propose(walk, cast.mentor, [cast.mentee], "traditional")
    walk.curator.is_asked(ALONE)
    _propose(walk, cast.leader, cast.group, "group")
    walk.curator.is_asked("ответа ещё нет", no_more=[ALONE])
    walk.council.is_asked("Предложены 2 пары")
    walk.psychologist.is_free_of("наставника ещё нет", "без наставника")


def _propose(walk, mentor, mentees, kind):
    curator = walk.curator
    curator.section("Пары и группы")
    curator.follow("Предложить пару")
    for someone in mentees:
        curator.field(someone.name).check()
    curator.press("Дальше: выбрать наставника")
    curator.field(mentor.name).check()
    curator.press("Дальше: условия")
    curator.field(_coded(walk.rules.forms, "teacher_teacher").choice_label, exact=True).check()
    curator.field(_coded(walk.rules.kinds, kind).label, exact=True).check()
    curator.fill("Последний день", "2027-05-31")
    curator.fill("Над чем работать", FOCUS)
    curator.press("Отправить предложение")
    curator.sees("Предложение отправлено.")
    curator.state("Предложена")


def _coded(listed, code):
    return next(item for item in listed.items if item.code == code)


def refuse_wrong_password(walk):
    """A consent is signed with the own password alone."""
    visitor = walk.mentor
    visitor.does("Вам предлагают")
    visitor.fill("Ваш пароль", "не тот пароль")
    visitor.press("Подписать согласие и принять")
    visitor.sees("Пароль не подошёл. Ничего не подписано, введите его ещё раз.")


def accept(walk):
    """Each accepts under the own account; who lacks the written consent signs it in the same step."""
    cast = walk.cast
    _accept_unseen(walk, cast.leader, Role.MENTOR)
    for someone in cast.group:
        _accept_unseen(walk, someone, Role.MENTEE)
    _accept(walk.mentor, signs=True)
    walk.curator.is_asked("1 пара или группа ждёт приказа")
    walk.mentor.is_free_of("Вам предлагают")
    _accept(walk.mentee, signs=walk.rules.consent.mentee_required)
    walk.mentee.is_free_of("Вам предлагают")
    walk.curator.is_asked("2 пары и группы ждут приказа", no_more=["ответа ещё нет"])
    walk.council.is_free_of("Предложен")


def _accept(visitor, signs):
    visitor.does("Вам предлагают")
    visitor.sees(FOCUS)
    if signs:
        visitor.sign("Подписать согласие и принять")
    else:
        visitor.press("Согласиться")
    visitor.sees("Вы согласились. Куратор об этом знает.")


def _accept_unseen(walk, someone, role):
    """Somebody of the group accepts without a browser."""
    employment = walk.employment(someone)
    text = text_to_sign(employment, role)
    pair = Mentorship.objects.get(mentor_entry__employment=walk.employment(walk.cast.leader))
    signed = {"password": someone.password, "text_seen": text.pk} if text else {}
    accept_mentorship(pair, by=employment.person.user, employment=employment, **signed)


def stand(visitor, state):
    """The list of pairs shows each pair the visitor may see in ``state``."""
    visitor.section("Пары и группы")
    visitor.heading("Пары и группы")
    rows = visitor.texts("table.list tbody tr")
    assert rows
    assert [row for row in rows if state not in row] == []
