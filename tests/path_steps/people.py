"""From the staff list to accounts, banks and consents.

The mentees of the group go the same way as the mentee of the pair, so they are spared the browser.
"""

import datetime

from playwright.sync_api import expect

from people.accounts.services import invite, join
from people.accounts.states import Role
from people.banks.services import enter_mentee
from people.consents.services import record_paper_consent
from people.consents.states import ConsentState, Purpose
from people.models import Competence, Consent

NO_ACCOUNTS = "У 5 сотрудников нет учётной записи"


def load_staff(walk):
    """The curator uploads the list, is told of the bad row by row and column, and loads the rest."""
    curator, upload = walk.curator, walk.cast.upload()
    walk.sysadmin.is_free_of(NO_ACCOUNTS)
    curator.section("Сотрудники")
    curator.follow("Загрузить список")
    curator.field("Список сотрудников").set_input_files(upload)
    curator.press("Прочитать файл")
    curator.heading(upload["name"])
    bad = curator.page.get_by_role("row").filter(has_text="Кривцова Елена Павловна")
    expect(bad.get_by_role("cell").first).to_have_text("7")
    expect(bad).to_contain_text("Дата рождения")
    expect(bad).to_contain_text("не удалось прочитать дату «пятого мая». Напишите её так: 01.09.2026.")
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
    for someone in walk.cast.group:
        code = invite(walk.employment(someone), by=walk.keeper(Role.CURATOR), login=someone.login).code
        join(code, password=someone.password)
    for someone in walk.cast.shown:
        curator.section("Учётные записи")
        curator.page.get_by_role("row").filter(has_text=someone.name).get_by_role("link", name="Пригласить").click()
        curator.fill("Электронная почта или имя для входа", someone.login)
        curator.press("Создать код")
        code = curator.page.locator("strong.code").inner_text()
        walk.person(someone).join(code)
    walk.sysadmin.is_free_of("нет учётной записи")
    walk.mentor.is_asked("Сегодня вас ничего не ждёт.")


def enter_banks(walk):
    """Two mentors with strengths, three mentees with difficulties; what consents lack is asked for at once."""
    mentors = [(walk.cast.mentor, 1), (walk.cast.leader, 3)]
    for someone, places in mentors:
        _enter(walk.curator, "Наставники", "Добавить наставника", someone, places)
    _enter(walk.curator, "Наставляемые", "Добавить наставляемого", walk.cast.mentee)
    needs = [(Competence.objects.filter(organization=walk.organization).first(), 2)]
    for someone in walk.cast.group:
        enter_mentee(walk.employment(someone), by=walk.keeper(Role.CURATOR), needs=needs)
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
    levels = curator.page.locator("select[name^=level_]")
    levels.nth(0).select_option("5" if places else "2")
    levels.nth(1).select_option("4" if places else "1")
    curator.press("Внести в банк")
    curator.heading(someone.name)
    curator.state("Ждёт согласия")


def gather_consents(walk):
    """The pair consents in the system, the group on paper entered by the curator."""
    for visitor in (walk.mentor, walk.mentee):
        visitor.does("Нужно ваше согласие: обработка персональных данных")
        visitor.sign("Дать согласие")
        visitor.sees("Согласие дано")
        visitor.is_free_of("Нужно ваше согласие: обработка персональных данных")
    _enter_paper(walk.curator, walk.cast.leader)
    for someone in walk.cast.group:
        on_paper = {"by": walk.keeper(Role.CURATOR), "given_on": datetime.date(2026, 10, 14)}
        record_paper_consent(walk.employment(someone), Purpose.PROCESSING, **on_paper)
    walk.curator.is_free_of("согласия на обработку данных")
    walk.curator.sees("3 наставляемым ещё не предложили наставника")
    walk.psychologist.is_asked(*_without_mentor(walk))


def _without_mentor(walk):
    """The psychologist is asked for each, or where the regulation calls one on demand only, told of all in a line."""
    alone = walk.cast.group
    if walk.rules.psychologist.mode == "staffed":
        return [f"{each.short_name}: наставника ещё нет" for each in alone]
    return ["3 наставляемых без наставника", *(each.short_name for each in alone)]


def _enter_paper(curator, someone):
    curator.section("Согласия")
    row = curator.page.get_by_role("row").filter(has_text=someone.name)
    row.get_by_role("link", name="обработка персональных данных").click()
    curator.heading("Внести подписанную бумагу")
    curator.fill("Дата подписи", "2026-10-14")
    curator.field("Скана нет: я видел(а) подписанный подлинник").check()
    curator.press("Внести согласие")
    curator.state("Дано")
    given = Consent.objects.get(person__last_name=someone.name.split()[0], purpose=Purpose.PROCESSING)
    assert given.state == ConsentState.GIVEN
