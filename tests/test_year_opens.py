"""S1, the year opens: from a preset to the signed order, the roadmap in force and the curator by order."""

import io

import pytest
from pypdf import PdfReader

from people.accounts.models import Membership
from people.accounts.states import Role
from people.organizations.selectors import regulation_on
from programs.models import Appointment, Item, Order, Roadmap
from programs.roadmap.states import ItemState, RoadmapState
from tests.path_steps.place import DAY
from tests.path_steps.walk import Walk

pytestmark = [pytest.mark.walk, pytest.mark.printed]
REMARK = "Назовите срок, в который работники знакомятся с приказом."
POINT = "Ознакомить работников с настоящим приказом до 20 октября 2026 г."
CURATOR = "Соколова Марина Дмитриевна"
REASON = "Положение на новый учебный год"


def write_regulation(walk):
    """The curator takes a preset, changes a setting by its plain meaning and sends the edition to the head."""
    curator = walk.curator
    curator.section("Положение")
    curator.follow("Изменить положение")
    curator.field("Малиновская").check()
    curator.fill("Что меняется и почему", REASON)
    curator.press("Открыть черновик")
    curator.state("Черновик")
    curator.follow("Программы")
    curator.fill("Самая короткая программа, месяцев", "4")
    curator.fill("Самая длинная программа, месяцев", "3")
    curator.press("Сохранить", exact=True)
    curator.sees("Наименьший срок программы больше наибольшего")
    curator.fill("Самая длинная программа, месяцев", "10")
    curator.press("Сохранить", exact=True)
    curator.is_asked("Редакция 2 положения ещё не отправлена руководителю")


def lay_out_the_year(walk):
    """The roadmap is drafted by the edition on its way; both go to the head and wait for one order."""
    curator = walk.curator
    curator.does("Дорожной карты на 2026/27 учебный год ещё нет")
    curator.field("редакция 2 положения, которая готовится").check()
    curator.press("Составить черновик")
    curator.press("Отправить руководителю")
    curator.does("Редакция 2 положения ещё не отправлена руководителю")
    curator.press("Отправить руководителю")
    curator.is_asked("Редакция 2 положения ждёт приказа", "ждёт приказа")


def draft_order(walk):
    """O1 holds the regulation, the roadmap and the curator; the whole staff is to read it."""
    curator = walk.curator
    curator.does("Редакция 2 положения ждёт приказа")
    curator.field("Куратор").select_option(label=f"{CURATOR}, заместитель директора по УВР")
    curator.field("С приказом знакомятся все педагогические работники").check()
    curator.press("Составить приказ")
    points = curator.points()
    assert "Соколову Марину Дмитриевну" in points
    curator.follow("К карточке")
    curator.press("Отправить на подпись")
    curator.state("На подписи")


def return_once(walk):
    """The director reads it and returns it with a remark; the curator adds a point and sends it again."""
    director, curator = walk.director.reader, walk.curator
    director.does("На подпись")
    director.follow("Вернуть с замечанием")
    director.fill("Замечание", REMARK)
    director.press("Вернуть приказ")
    curator.does("Руководитель вернул приказ")
    curator.sees(REMARK)
    curator.follow("Править текст")
    boxes = curator.page.locator("textarea[name$=-text]")
    last = boxes.nth(boxes.count() - 1)
    last.fill(f"{last.input_value()} {POINT}".strip())
    curator.page.get_by_role("button", name="Сохранить текст").first.click()
    curator.sees("Сохранено.")
    curator.follow("К карточке")
    curator.press("Отправить на подпись")


def sign(walk):
    """Nothing is in force before the signature; with it the number, the edition, the roadmap and the curator are."""
    director, organization = walk.director, walk.organization
    assert regulation_on(organization, DAY).program.max_months == 12
    assert not Appointment.objects.active_on(DAY).exists()
    director.does("На подпись")
    director.follow("Прочитать и подписать")
    director.sign("Подписать приказ")
    director.state("Подписан и зарегистрирован")
    order = Order.objects.get()
    assert (order.kind, order.number, order.signed_on) == ("O1", 1, DAY)
    director.sees(f"№ {order.number_text}")
    rules = regulation_on(organization, DAY)
    assert (rules.program.min_months, rules.program.max_months) == (4, 10)
    # The order amends the regulation that № 147 approved.
    assert (rules.regulation.order_number, rules.regulation.amended_number) == ("147", order.number_text)
    roadmap = Roadmap.objects.get()
    assert (roadmap.state, roadmap.approved_on) == (RoadmapState.RUNNING, DAY)
    assert len(rules.roadmap.stages) == roadmap.stages.count() == 6
    held = Membership.objects.active_on(DAY).filter(organization=organization, role=Role.CURATOR)
    assert [(each.starts_on, order.number_text in each.basis) for each in held] == [(DAY, True)]
    done = Item.objects.filter(order_kind="O1")
    assert {(item.state, item.evidence.get().order) for item in done} == {(ItemState.DONE, order)}
    _check_paper(director.download("Скачать PDF"))


def _check_paper(paper):
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(paper)).pages).split())
    for said in ("Приложение № 1", "Приложение № 2", "дорожная карта", "до 20 октября 2026", "10 месяцев"):
        assert said.casefold() in text.casefold(), said
    assert "ПРОЕКТ" not in text


def acknowledge(walk):
    """Those named confirm with the password; the list shows who has not."""
    curator, staff = walk.curator, walk.staff
    staff.does("Ознакомьтесь с приказом № 1")
    staff.follow("Подтвердить ознакомление")
    staff.sign("Подтвердить ознакомление")
    curator.does("не ознакомлены с приказом № 1")
    curator.says(curator.part("ul.people li", "Орлова Зоя Ивановна"), "Ознакомление есть")
    curator.says(curator.part("ul.people li", "Берёзкина Алла Юрьевна"), "Ещё нет")


PATH = (write_regulation, lay_out_the_year, draft_order, return_once, sign, acknowledge)
# The settings and the founding order; the path shows the rest.
SEEN = {write_regulation, draft_order, return_once}


def test_the_year_opens_with_a_regulation_a_roadmap_and_a_curator_by_one_order(new_page, settings):
    settings.MENTORING_TODAY = DAY
    walk = Walk("school-3", new_page)
    walk.go(PATH, SEEN)
