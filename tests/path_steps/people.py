"""From the staff list to accounts, banks and consents.

Those of the group go the same way as the pair, and the mentor of the pair the way of the mentee, who is on a phone:
so they are spared the browser.
"""

import datetime

from people.accounts.services import invite, join
from people.accounts.states import Role
from people.banks.services import enter_mentee, enter_mentor
from people.consents.services import give_consent, record_paper_consent
from people.consents.states import ConsentState, Purpose
from people.models import Competence, Consent

NO_ACCOUNTS = "У 5 сотрудников нет учётной записи"


def come_in(walk):
    """The curator signs in with the password; the others with a role have done so before."""
    walk.seats[Role.CURATOR] = walk.visitor(Role.CURATOR, walk.desk())
    walk.way(walk.seats[Role.CURATOR]).sign_in()


def load_staff(walk):
    """The curator uploads the list, is told of the bad row by row and column, and loads the rest."""
    curator, upload = walk.curator, walk.cast.upload()
    walk.sysadmin.is_free_of(NO_ACCOUNTS)
    curator.section("Сотрудники")
    curator.follow("Загрузить список")
    curator.field("Список сотрудников").set_input_files(upload)
    curator.press("Прочитать файл")
    curator.heading(upload["name"])
    bad = curator.row("Кривцова Елена Павловна")
    assert curator.text_of("td", within=bad) == "7"
    curator.says(bad, "Дата рождения", "не удалось прочитать дату «пятого мая». Напишите её так: 01.09.2026.")
    curator.does(f"Список «{upload['name']}» ещё не загружен")
    curator.press("Загрузить 5 строк")
    curator.sees("Загружено 5 строк")
    curator.is_free_of(upload["name"])
    curator.section("Сотрудники")
    curator.sees(*(each.name for each in walk.cast.everybody))
    curator.misses("Кривцова")


def invite_and_join(walk):
    """Everybody of the list gets a one-time code and chooses a password of their own."""
    walk.sysadmin.is_asked(NO_ACCOUNTS)
    curator = walk.curator
    for someone in walk.cast.everybody:
        if someone == walk.cast.mentee:
            continue
        code = invite(walk.employment(someone), by=walk.keeper(Role.CURATOR), login=someone.login).code
        join(code, password=someone.password)
    curator.section("Учётные записи")
    curator.follow("Пригласить", within=curator.row(walk.cast.mentee.name))
    curator.fill("Электронная почта или имя для входа", walk.cast.mentee.login)
    curator.press("Создать код")
    walk.mentee.join(curator.text_of("strong.code"))
    walk.sysadmin.is_free_of("нет учётной записи")
    walk.mentor.is_asked("Сегодня вас ничего не ждёт.")


def enter_banks(walk):
    """Two mentors with strengths, three mentees with difficulties; what consents lack is asked for at once."""
    _enter(walk.curator, "Наставники", "Добавить наставника", walk.cast.mentor, places=1)
    _enter(walk.curator, "Наставляемые", "Добавить наставляемого", walk.cast.mentee)
    by, competence = walk.keeper(Role.CURATOR), Competence.objects.filter(organization=walk.organization).first()
    enter_mentor(walk.employment(walk.cast.leader), by=by, capacity=3, strengths=[(competence, 5)])
    for someone in walk.cast.group:
        enter_mentee(walk.employment(someone), by=by, needs=[(competence, 2)])
    walk.curator.is_asked("5 карточек ждут согласия на обработку данных")
    walk.psychologist.is_free_of("наставника ещё нет", "без наставника")


def _enter(curator, section, button, someone, places=None):
    curator.section(section)
    curator.follow(button)
    curator.field("Человек*", exact=True).select_option(label=f"{someone.name}, {someone.post}")
    if places:
        curator.fill("Наставляемых не больше", str(places))
    else:
        curator.fill("Запрос", "Как удержать внимание на занятии")
    for number, level in enumerate("54" if places else "21"):
        curator.choose("select[name^=level_]", number, level)
    curator.press("Внести в банк")
    curator.heading(someone.name)
    curator.state("Ждёт согласия")


def gather_consents(walk):
    """The pair consents in the system, the group on paper entered by the curator."""
    mentor, mentee, asked = walk.mentor, walk.mentee, "Нужно ваше согласие: обработка персональных данных"
    mentor.is_asked(asked)
    own = Consent.objects.get(person=walk.employment(walk.cast.mentor).person, purpose=Purpose.PROCESSING)
    give_consent(own, by=own.person.user, password=mentor.password)
    mentor.is_free_of(asked)
    mentee.does(asked)
    mentee.sign("Дать согласие")
    mentee.sees("Согласие дано")
    mentee.is_free_of(asked)
    _enter_paper(walk.curator, walk.cast.leader)
    for someone in walk.cast.group:
        on_paper = {"by": walk.keeper(Role.CURATOR), "given_on": datetime.date(2026, 10, 14)}
        record_paper_consent(walk.employment(someone), Purpose.PROCESSING, **on_paper)
    walk.curator.is_asked("3 наставляемым ещё не предложили наставника", no_more=["согласия на обработку данных"])
    walk.psychologist.is_asked(*_without_mentor(walk))


def _without_mentor(walk):
    """The psychologist is asked for each, or where the regulation calls one on demand only, told of all in a line."""
    alone = walk.cast.group
    if walk.rules.psychologist.mode == "staffed":
        return [f"{each.short_name}: наставника ещё нет" for each in alone]
    return ["3 наставляемых без наставника", *(each.short_name for each in alone)]


def _enter_paper(curator, someone):
    curator.section("Согласия")
    curator.follow("обработка персональных данных", within=curator.row(someone.name))
    curator.heading("Внести подписанную бумагу")
    curator.fill("Дата подписи", "2026-10-14")
    curator.field("Скана нет: я видел(а) подписанный подлинник").check()
    curator.press("Внести согласие")
    curator.state("Дано")
    given = Consent.objects.get(person__last_name=someone.name.split()[0], purpose=Purpose.PROCESSING)
    assert given.state == ConsentState.GIVEN
