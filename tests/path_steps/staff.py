"""A staff list on its way in: preview, columns, duplicates, loading, rows to mend, undoing, invitations."""

import datetime

from django.core import mail
from playwright.sync_api import expect

from people.accounts.states import Role
from people.models import StaffImport
from people.staff.services import create_employment
from people.staff.states import Category, ImportState
from tests.path_steps import tariff
from tests.path_steps.visitor import Visitor


def hire_known(walk):
    """Somebody of the staff who has another surname by now; with those of the place, all that is known before."""
    last, first, patronymic = tariff.RENAMED_KNOWN.split()
    walk.renamed = create_employment(
        walk.organization,
        by=walk.keeper(Role.CURATOR),
        last_name=last,
        first_name=first,
        patronymic=patronymic,
        gender="female",
        birth_date=datetime.date(1988, 4, 12),
        post="учитель",
        starts_on=datetime.date(2015, 9, 1),
    )
    walk.cards_before = _cards(walk)


def _upload(curator, file):
    """The curator chooses a file and has it read."""
    curator.section("Сотрудники")
    curator.follow("Загрузить список")
    curator.field("Список сотрудников").set_input_files(file)
    curator.press("Прочитать файл")
    curator.heading(file["name"])


def check_preview(walk):
    """Every row has its verdict: new, changed and how, wrong and in which cell, maybe somebody known already."""
    curator = walk.curator
    _upload(curator, tariff.tariff_list())
    curator.sees("заголовки в строке 3", "новых – 2, изменится – 1", "с ошибками – 1, повторы без выбора – 2")
    curator.sees("Стаж посчитан на 01.09.2026, как сказано в списке.")
    expect(curator.row(tariff.WITHOUT_MAIL)).to_contain_text("новый")
    expect(curator.row(tariff.KNOWN)).to_contain_text("без категории → высшая категория")
    bad = curator.row(tariff.BAD)
    expect(bad).to_contain_text("Строка 11, столбец D «Дата рождения»: не удалось прочитать дату «пятого мая».")
    curator.misses(tariff.PLACE)


def name_a_column(walk):
    """A heading of the school's own is explained on the page of columns, and the file is read anew."""
    curator = walk.curator
    curator.follow("Выбрать столбцы")
    column = curator.row("Площадка")
    expect(column).to_contain_text(tariff.PLACE)
    column.get_by_role("combobox").select_option(label="Здание")
    curator.press("Прочитать по этим столбцам")
    expect(curator.row(tariff.KNOWN)).to_contain_text(tariff.PLACE)


def choose_duplicates(walk):
    """Both who may be known stand beside their cards: ё written as е, and a changed surname."""
    curator = walk.curator
    for name, before, why in (
        (tariff.ALIKE, tariff.ALIKE_KNOWN, "Имя написано по-другому."),
        (tariff.RENAMED, tariff.RENAMED_KNOWN, "Имя, отчество и дата рождения те же, фамилия другая."),
    ):
        row = curator.row(name)
        expect(row).to_contain_text(why)
        expect(row.get_by_role("row").filter(has_text="Ф. И. О.")).to_contain_text(before)
        row.get_by_label("тот же человек").check()
    curator.press("Сохранить выбор")
    curator.sees("по вашему выбору – 2", "повторы без выбора – 0")


def load(walk):
    """Nothing is written before the press; after it every good row is, and the bad one is not."""
    curator = walk.curator
    known, before = _cards(walk), walk.cards_before
    assert known == before
    curator.press("Загрузить 5 строк")
    curator.sees("Загружено 5 строк")
    curator.state("Загружен")
    expect(curator.row(tariff.RENAMED)).to_contain_text(tariff.RENAMED_KNOWN)
    after = _cards(walk)
    assert {name: card for name, card in after.items() if before.get(name) != card} == {
        tariff.ALIKE_KNOWN: ("учитель истории", "история", Category.HIGHEST, tariff.PLACE),
        tariff.RENAMED: ("учитель", "биология", Category.FIRST, tariff.PLACE),
        tariff.KNOWN: ("педагог-психолог", "", Category.HIGHEST, tariff.PLACE),
        tariff.WITH_MAIL: ("учитель", "физика", Category.NONE, tariff.PLACE),
        tariff.WITHOUT_MAIL: ("учитель", "технология", Category.FIRST, tariff.PLACE),
    }
    assert before.keys() - after.keys() == {tariff.RENAMED_KNOWN}
    assert walk.card(tariff.RENAMED).pk == walk.renamed.pk


def mend_and_undo(walk):
    """The bad row comes back as a workbook with the reason beside it; mended it is loaded, and the load undone."""
    curator = walk.curator
    curator.open(f"/o/{walk.preset}/staff-lists/{StaffImport.objects.get().pk}/")
    content = curator.download("Скачать 1 строку на исправление")
    [(name, row)] = tariff.failed_rows(content).items()
    assert (name, row["Строка файла"]) == (tariff.BAD, 11)
    assert "не удалось прочитать дату «пятого мая»" in row["Что исправить"]
    before = _cards(walk)
    curator.follow("Загрузить исправленный список")
    curator.field("Список сотрудников").set_input_files(
        tariff.as_upload("Строки на исправление.xlsx", tariff.mend(content, tariff.BAD_DAY, "05.05.1991"))
    )
    curator.press("Прочитать файл")
    curator.says(curator.row(tariff.BAD), "дата рождения: 05.05.1991")
    curator.sees(tariff.PLACE)
    curator.press("Загрузить 1 строку")
    curator.sees("Загружена 1 строка")
    assert _cards(walk) == before | {tariff.BAD: ("учитель", "химия", Category.NONE, tariff.PLACE)}
    curator.press("Отменить загрузку")
    curator.sees("Загрузка отменена")
    assert _cards(walk) == before
    states = StaffImport.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == [ImportState.LOADED, ImportState.UNDONE]


def invite_both(walk):
    """Whoever has an e-mail gets a letter with the code; the other one gets it on paper and joins with it."""
    curator = walk.curator
    mail.outbox.clear()
    letter = _invite(curator, tariff.WITH_MAIL)
    curator.sees(f"Письмо с тем же кодом уходит на {tariff.MAIL}")
    assert [(each.to, letter in each.body) for each in mail.outbox] == [([tariff.MAIL], True)]
    code = _invite(curator, tariff.WITHOUT_MAIL, login="zaycev.p")
    assert len(mail.outbox) == 1
    newcomer = Visitor(walk.desk(), walk.preset, "zaycev.p", "Рябина-5-дуб").reader
    newcomer.join(code)
    newcomer.home()
    newcomer.heading("Сегодня, 15 октября")
    assert walk.card(tariff.WITHOUT_MAIL).person.user.login == "zaycev.p"


def _invite(curator, name, login=""):
    """Invite from the list of accounts; the code."""
    curator.section("Учётные записи")
    curator.follow("Пригласить", within=curator.row(name))
    if login:
        curator.fill("Электронная почта или имя для входа", login)
    curator.press("Создать код")
    return curator.text_of("strong.code")


def _cards(walk):
    """What the list can change on every staff card, by name."""
    cards = walk.employments()
    return {each.person.full_name: (each.post, each.subject, each.category, each.workplace) for each in cards}
