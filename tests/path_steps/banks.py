"""From the surveys to the two banks: answers, proposals, consents, and a card confirmed when its day has come."""

import datetime
from types import SimpleNamespace

from playwright.sync_api import expect

from people.accounts.services import invite, join
from people.accounts.states import Role
from people.banks.states import EntryState
from people.consents.states import ConsentState, Method, Purpose
from people.models import Campaign, Competence, Consent, MenteeEntry, MentorEntry, Move, Proposal
from people.staff.services import create_employment
from people.surveys.services import confirm_proposals as confirm
from tests.path_steps.hired import seated
from tests.path_steps.place import DAY
from tests.path_steps.walk import PHONE
from tests.people.surveys.factories import answer, campaign_of, from_template, read
from tests.world import PASSWORD

TITLE = "Запросы педагогов"
DIFFICULTY = "Дисциплина и внимание на занятии"
SCAN = {"name": "Согласие.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7\n%%EOF\n"}
REQUEST = "Удержать внимание восьмого класса на последних уроках"
NEWCOMER, SECOND, MENTOR = "Зайцев Пётр Ильич", "Громова Светлана Юрьевна", "Ковальчук Мария Петровна"
# name → (login, gender, post, teaching since)
TEACHERS = {
    NEWCOMER: ("zaycev", "male", "учитель технологии", datetime.date(2026, 9, 1)),
    SECOND: ("gromova", "female", "учитель химии", datetime.date(2026, 9, 1)),
    MENTOR: ("kovalchuk", "female", "учитель математики", datetime.date(2001, 9, 1)),
}


def hire_teachers(walk):
    """Two newcomers and an experienced teacher, each with an account."""
    by = walk.keeper(Role.CURATOR)
    for name, (login, gender, post, since) in TEACHERS.items():
        values = dict(zip(("last_name", "first_name", "patronymic"), name.split(), strict=True))
        values |= {"gender": gender, "post": post, "starts_on": since, "experience_since": since}
        card = create_employment(walk.organization, by=by, **values)
        join(invite(card, by=by, login=login).code, password=PASSWORD)
    phone = walk.desk(viewport=PHONE, has_touch=True)
    walk.newcomer, walk.second = (seated(walk, TEACHERS[name][0], phone) for name in (NEWCOMER, SECOND))


def open_survey(walk):
    """The curator takes the template, puts it to use, plans the survey for all teachers and launches it."""
    curator = walk.curator
    curator.section("Опросы")
    curator.follow("Выбрать шаблон")
    curator.press(f"Взять: {TITLE}")
    curator.state("Черновик")
    curator.press("Пустить в работу")
    curator.follow("Запланировать опрос")
    assert curator.field("Название").input_value() == TITLE
    curator.press("Сохранить опрос")
    curator.sees("Будет приглашено 6 человек")
    curator.press("Запустить")
    curator.state("Открыт")


def answer_on_a_phone(walk):
    """The newcomer answers a part, goes away, comes back to what was kept and sends it."""
    newcomer, held = walk.newcomer, []
    newcomer.page.route("**/survey.js", lambda route: held.append(route))
    newcomer.does(f"Вас просят ответить: {TITLE}")
    # On a slow line the tick comes before the script that keeps it.
    newcomer.field(DIFFICULTY).check()
    held[0].continue_()
    newcomer.page.unroute("**/survey.js")
    newcomer.sees("Отвечено 1 из 7", "Сохранено в")
    newcomer.home()
    newcomer.section("Мои опросы")
    newcomer.follow("Продолжить")
    expect(newcomer.field(DIFFICULTY)).to_be_checked()
    newcomer.fill("Опишите своими словами", REQUEST)
    newcomer.press("Отправить ответы")
    newcomer.sees("Пока не отправлено: 1 вопрос ждёт ответа")
    expect(newcomer.field("Опишите своими словами")).to_have_value(REQUEST)
    newcomer.field("Да", exact=True).check()
    newcomer.field("Один-два часа").check()
    assert not MenteeEntry.objects.exists()
    newcomer.press("Отправить ответы")
    newcomer.heading("Спасибо, ваш ответ получен")
    newcomer.is_free_of("Вас просят ответить")


def confirm_proposals(walk):
    """The curator sees how many have answered, what each would write, and writes both cards together."""
    survey = Campaign.objects.get()
    answer(survey, walk.card(SECOND), read(survey, wants="yes", request="Лабораторные работы"))
    curator = walk.curator
    curator.section("Опросы")
    expect(curator.row(TITLE)).to_contain_text("2 из 6")
    curator.does("2 ответа на опросы стали предложениями для банка")
    proposed = curator.page.locator("section.proposal").filter(has_text=NEWCOMER)
    for words in ("Новая карточка", DIFFICULTY, REQUEST, "Один-два часа"):
        expect(proposed).to_contain_text(words)
    curator.field("Отметить все").check()
    curator.press("Внести отмеченные")
    expect(curator.page.locator("section.proposal")).to_have_count(0)
    curator.follow("Наставляемые")
    expect(curator.row(NEWCOMER)).to_contain_text(DIFFICULTY)
    expect(curator.row(NEWCOMER)).to_contain_text("Ждёт согласия")
    curator.follow(NEWCOMER)
    curator.sees(DIFFICULTY, REQUEST)
    entry = MenteeEntry.objects.get(employment=walk.card(NEWCOMER))
    assert [(need.competence.name, need.level_before) for need in entry.needs.all()] == [(DIFFICULTY, 2)]
    assert (entry.request, entry.time_resource) == (REQUEST, "Один-два часа")


def find_mentor(walk):
    """Readiness goes the same way, here without a browser."""
    place = SimpleNamespace(organization=walk.organization, curator=SimpleNamespace(user=walk.keeper(Role.CURATOR)))
    card = walk.card(MENTOR)
    survey = campaign_of(place, from_template(place, "readiness"), chosen=[card])
    strength = Competence.objects.get(organization=walk.organization, name=DIFFICULTY)
    answer(survey, card, read(survey, ready=0, competences=[str(strength.pk)], capacity=1, experience="yes"))
    confirm(survey, list(Proposal.objects.waiting()), by=place.curator.user)
    entry = MentorEntry.objects.get(employment=card)
    assert (entry.capacity, [each.competence for each in entry.strengths.all()]) == (2, [strength])


def _states(walk):
    """{name: state of the card in its bank} of everybody in a bank."""
    entries = [*MenteeEntry.objects.all(), *MentorEntry.objects.all()]
    return {entry.employment.person.full_name: entry.state for entry in entries}


def answer_for_consents(walk):
    """One gives the consent with the password, one refuses, one has signed on paper: each card follows."""
    curator, newcomer, second = walk.curator, walk.way(walk.newcomer), walk.way(walk.second)
    waiting = dict.fromkeys(TEACHERS, EntryState.CANDIDATE)
    assert _states(walk) == waiting
    newcomer.does("Нужно ваше согласие: обработка персональных данных")
    newcomer.sign("Дать согласие")
    newcomer.sees("Согласие дано")
    second.does("Нужно ваше согласие: обработка персональных данных")
    second.press("Не даю согласия")
    second.is_free_of("обработка персональных данных")
    curator.section("Согласия")
    curator.says(curator.row(SECOND), "Отказ")
    curator.follow("обработка персональных данных", within=curator.row(MENTOR))
    curator.fill("Дата подписи", "2026-10-14")
    curator.field("Скан бумаги").set_input_files(SCAN)
    curator.press("Внести согласие")
    curator.state("Дано")
    curator.sees("14 октября 2026", SCAN["name"])
    assert _states(walk) == waiting | dict.fromkeys((NEWCOMER, MENTOR), EntryState.ACTIVE)
    given = Consent.objects.filter(state=ConsentState.GIVEN, purpose=Purpose.PROCESSING)
    assert {(each.person.full_name, each.method, each.given_on.day, bool(each.scan)) for each in given} == {
        (NEWCOMER, Method.ELECTRONIC, 15, False),
        (MENTOR, Method.PAPER, 14, True),
    }


def withdraw(walk):
    """The newcomer takes the consent back: the card stops being active at once, the curator sees it."""
    newcomer = walk.way(walk.newcomer)
    newcomer.home()
    newcomer.section("Мои согласия")
    newcomer.follow("Отозвать", within=newcomer.part("section", "на обработку"))
    newcomer.sees("Карточки в банках сразу перестанут действовать")
    newcomer.press("Отозвать моё согласие")
    newcomer.sees("Согласие отозвано.")
    assert _states(walk)[NEWCOMER] == EntryState.CANDIDATE
    walk.curator.section("Наставляемые")
    walk.curator.says(walk.curator.row(NEWCOMER), "Ждёт согласия")


def confirm_stale(walk):
    """A card not confirmed for long is on the first page; one press confirms it and leaves the day on record."""
    curator = walk.curator
    curator.is_free_of("давно не обновлял")
    MentorEntry.objects.update(refreshed_on=datetime.date(2025, 9, 1))
    curator.does("1 карточка наставника давно не обновлялась")
    curator.says(curator.row(MENTOR), "01.09.2025")
    curator.follow(MENTOR)
    curator.sees("Карточку подтверждали 1 сентября 2025")
    curator.press("Подтвердить карточку")
    curator.sees("Карточка подтверждена сегодняшним днём.")
    entry = MentorEntry.objects.get()
    assert (entry.refreshed_on, entry.refreshed_by) == (DAY, walk.keeper(Role.CURATOR))
    assert Move.objects.of(entry).last().deed == "Card confirmed"
    curator.is_free_of("давно не обновлял")
