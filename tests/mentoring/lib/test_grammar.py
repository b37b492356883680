import pytest

from mentoring.lib.grammar import (
    PLURAL,
    Case,
    FullName,
    Gender,
    agree,
    decline_name,
    guess_gender,
    initials_first,
    plural,
    short_name,
)


@pytest.mark.parametrize(
    ("name", "gender", "case", "full"),
    [
        (("Иванова", "Анна", "Петровна"), Gender.FEMALE, Case.ACCUSATIVE, "Иванову Анну Петровну"),
        (("Петрова", "Елена", "Ивановна"), Gender.FEMALE, Case.INSTRUMENTAL, "Петровой Еленой Ивановной"),
        (("Иванов", "Пётр", "Ильич"), Gender.MALE, Case.DATIVE, "Иванову Петру Ильичу"),
        (("Сидоренко", "Иван", "Львович"), Gender.MALE, Case.GENITIVE, "Сидоренко Ивана Львовича"),
        (("Ковальчук", "Любовь", "Ильинична"), Gender.FEMALE, Case.GENITIVE, "Ковальчук Любови Ильиничны"),
        (("Ковальчук", "Лев", "Ильич"), Gender.MALE, Case.INSTRUMENTAL, "Ковальчуком Львом Ильичом"),
        (("Хакимова", "Нурия", "Маратовна"), Gender.FEMALE, Case.DATIVE, "Хакимовой Нурие Маратовне"),
        (("Алиев", "Эльдар", "Мамед оглы"), Gender.MALE, Case.ACCUSATIVE, "Алиева Эльдара Мамед оглы"),
        (("Ким", "Светлана", ""), Gender.FEMALE, Case.ACCUSATIVE, "Ким Светлану"),
        (("Ли", "Отто", None), Gender.MALE, Case.ACCUSATIVE, "Ли Отто"),
        (("  Седых ", " Анна   Мария", " "), "female", "prepositional", "Седых Анне Марии"),
        (("Schmidt", "Anna", ""), Gender.FEMALE, Case.ACCUSATIVE, "Schmidt Anna"),
        (("", "", ""), Gender.MALE, Case.ACCUSATIVE, ""),
        (("О'Нил", "Джон", ""), Gender.MALE, Case.GENITIVE, "О'Нила Джона"),
    ],
)
def test_whole_names_decline_as_orders_need_them(name, gender, case, full):
    assert decline_name(*name, gender, case).full == full


def test_a_corrected_name_wins_and_is_cut_into_its_parts():
    corrected = {"accusative": "Кара оглы Айгули Ильдар кызы"}
    name = ("Кара оглы", "Айгуль", "Ильдар кызы")
    accusative = decline_name(*name, Gender.FEMALE, Case.ACCUSATIVE, corrected)
    assert accusative == FullName("Кара оглы", "Айгули", "Ильдар кызы")
    assert decline_name(*name, Gender.FEMALE, Case.DATIVE, corrected).full == "Кара оглы Айгуль Ильдар кызы"


def test_a_corrected_name_keeps_every_word_whatever_their_number():
    for corrected in ("Иванову", "Иванову Анну", "Иванову Анну Петровну младшую"):
        found = decline_name("Иванова", "Анна", "", Gender.FEMALE, Case.ACCUSATIVE, {Case.ACCUSATIVE: corrected})
        assert found.full == corrected


@pytest.mark.parametrize(("gender", "case"), [("", "genitive"), ("neuter", "genitive"), ("male", "vocative")])
def test_unknown_gender_or_case_is_refused(gender, case):
    with pytest.raises(ValueError, match="not a valid"):
        decline_name("Иванов", "Иван", "", gender, case)


@pytest.mark.parametrize(
    ("name", "short", "signature"),
    [
        (("Иванова", "Анна", "Петровна"), "Иванова~А.~П.", "А.~П.~Иванова"),
        (("Ким", "Светлана", None), "Ким~С.", "С.~Ким"),
        (("Алиев", "Эльдар", "Мамед оглы"), "Алиев~Э.~М.", "Э.~М.~Алиев"),
        (("Руссо", "Жан-Жак", ""), "Руссо~Ж.-Ж.", "Ж.-Ж.~Руссо"),
        (("Иванова", "", ""), "Иванова", "Иванова"),
        (("Ван Гог", "ёханнес", "-"), "Ван Гог~Ё.", "Ё.~Ван Гог"),
    ],
)
def test_short_names_are_joined_by_non_breaking_spaces(name, short, signature):
    assert short_name(*name).replace("\u00a0", "~") == short
    assert initials_first(*name).replace("\u00a0", "~") == signature


def test_a_declined_name_has_a_short_form():
    name = decline_name("Кравец", "Лев", "Ильич", Gender.MALE, Case.DATIVE)
    assert name.short == "Кравцу\u00a0Л.\u00a0И."


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        (("Ковальчук", "Женя", "Петровна"), Gender.FEMALE),
        (("Ковальчук", "Женя", "Петрович"), Gender.MALE),
        (("Сова", "Саша", "Ильинична"), Gender.FEMALE),
        (("Алиев", "Эльдар", "Мамед оглы"), Gender.MALE),
        (("Алиева", "Севда", "Мамед кызы"), Gender.FEMALE),
        (("Ким", "Никита", ""), Gender.MALE),
        (("Ким", "Любовь", None), Gender.FEMALE),
        (("Шмидт", "Анна-Мария", ""), Gender.FEMALE),
        (("Рабинович", "Лев", ""), Gender.MALE),
        (("Иванова", "Саша", ""), Gender.FEMALE),
        (("Вишневский", "Зээв", ""), Gender.MALE),
        (("Ким", "Саша", ""), None),
        (("Щербина", "Женя", ""), None),
        (("Smith", "Jane", ""), None),
        (("", "", ""), None),
    ],
)
def test_gender_is_guessed_only_when_sure(name, gender):
    assert guess_gender(*name) == gender


def test_words_agree_with_gender_and_number():
    forms = ("ознакомлен", "ознакомлена", "ознакомлены")
    assert [agree(who, *forms) for who in (Gender.MALE, "female", PLURAL)] == list(forms)


@pytest.mark.parametrize("who", ["", None, "neuter"])
def test_agreement_without_a_gender_is_refused(who):
    with pytest.raises(ValueError, match="not a valid Gender"):
        agree(who, "ознакомлен", "ознакомлена", "ознакомлены")


def test_plural_forms_go_with_their_numbers():
    forms = {n: plural(n, "пара", "пары", "пар") for n in (0, 1, 2, 4, 5, 11, 12, 14, 21, 22, 25, 101, 111, 112, -3)}
    assert forms == {
        **dict.fromkeys((1, 21, 101), "пара"),
        **dict.fromkeys((2, 4, 22, -3), "пары"),
        **dict.fromkeys((0, 5, 11, 12, 14, 25, 111, 112), "пар"),
    }
