"""What is read from free words: time, names, ages, ways, subjects, posts."""

import pytest

from programs.matching.scoring import posts, words
from programs.matching.scoring.hours import read_hours
from programs.matching.scoring.subjects import groups_of
from programs.mentorships.managing import DEPUTY, HEAD, NOBODY, led_subjects, rank_of, read_subjects

DAYS = ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]


def told(text):
    """«вт:УДВ»: days with the parts of the day by their first letters."""
    days = {}
    for day, part in sorted(read_hours(text)):
        days[DAYS[day]] = days.get(DAYS[day], "") + "УДВ"[part]
    return " ".join(f"{day}:{parts}" for day, parts in days.items())


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Вторник и четверг после пятого урока", "вт:Д чт:Д"),
        ("Пятница", "пт:УДВ"),
        ("Утро вторника и четверга", "вт:У чт:У"),
        ("Тихий час, вторник и четверг", "вт:Д чт:Д"),
        ("Вторник, пятница", "вт:УДВ пт:УДВ"),
        ("Среда после уроков", "ср:Д"),
        ("Ежедневно до обеда", "пн:У вт:У ср:У чт:У пт:У"),
        ("Каждый день, кабинет рядом", "пн:УДВ вт:УДВ ср:УДВ чт:УДВ пт:УДВ"),
        ("Вечером, на расстоянии", "пн:В вт:В ср:В чт:В пт:В"),
        ("пн-ср", "пн:УДВ вт:УДВ ср:УДВ"),
        ("с понедельника по среду, днём", "пн:Д вт:Д ср:Д"),
        ("вт утром, чт вечером", "вт:У чт:В"),
        ("Суббота с 10 до 12", "сб:У"),
        ("ср 14:00–18:30", "ср:ДВ"),
        ("Будни, кроме среды", "пн:УДВ вт:УДВ чт:УДВ пт:УДВ"),
        ("По договорённости, не чаще двух раз в неделю", ""),
        ("Раз в две недели", ""),
        ("После окончания соревнований", ""),
        ("", ""),
    ],
)
def test_time_in_words(text, hours):
    assert told(text) == hours


@pytest.mark.parametrize(
    ("text", "last_name", "wished", "declined"),
    [
        ("Хотел бы работать с Соколовой", "Соколова", True, False),
        ("Хорошо бы с Марией Ковальчук", "Ковальчук", True, False),
        ("Просил бы наставником Римского-Корсакова", "Римский-Корсаков", True, False),
        ("Только не с Беляевой. Лучше Жук", "Беляева", False, True),
        ("Только не с Беляевой. Лучше Жук", "Жук", True, False),
        ("Нравится сокол над лесом", "Соколов", False, False),
        ("Соколовская помогла бы", "Соколова", False, False),
        ("", "Ли", False, False),
    ],
)
def test_colleagues_in_wishes(text, last_name, wished, declined):
    stem = words.name_stem(last_name)
    found = words.read_names(text)
    assert (stem in found[0], stem in found[1]) == (wished, declined)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("до 35 лет", (0, 35)),
        ("от 25 до 40", (25, 40)),
        ("25–40 лет", (25, 40)),
        ("старше 30", (30, 120)),
        ("молодые педагоги", (0, 35)),
        ("любой", None),
        ("", None),
    ],
)
def test_wished_ages(text, ages):
    assert words.read_ages(text, 35) == ages


def test_ways_of_working_are_read_from_what_the_surveys_write():
    assert words.read_ways("Вести группу\nПомогать на расстоянии") == {"group", "virtual"}
    assert words.read_ways("Консультации по вопросам, когда они появляются") == {"situational"}
    assert words.read_ways("Чтобы наставник приходил на мои занятия и разбирал их со мной") == {"visits"}
    assert words.read_ways("Дисциплина") == set()


def test_shared_words_leave_out_what_everybody_writes():
    assert words.read_words("Хочу научиться проектам", "Международные проекты школьников") == {
        "проект": "проектам",
        "междун": "международные",
    }


@pytest.mark.parametrize(
    ("first", "second", "same", "close"),
    [
        ("физика", "учитель физики", True, True),
        ("физика", "физическая культура", False, False),
        ("история", "обществознание", False, True),
        ("младшая группа", "старшая группа", False, True),
        ("русский язык, литература", "английский язык", False, False),
        ("", "музыка", False, False),
    ],
)
def test_subjects(first, second, same, close):
    ones, others = read_subjects(first), read_subjects(second)
    assert (bool(ones & others), bool(groups_of(ones) & groups_of(others))) == (same, close)


@pytest.mark.parametrize(
    ("post", "rank"),
    [
        ("директор", HEAD),
        ("и. о. директора", HEAD),
        ("Заведующий", HEAD),
        ("заведующий кафедрой математики", NOBODY),
        ("заведующая библиотекой", NOBODY),
        ("заместитель директора по УВР", DEPUTY),
        ("заместитель заведующего по воспитательно-методической работе", DEPUTY),
        ("заместитель директора по АХЧ", NOBODY),
        ("учитель физики", NOBODY),
        ("", NOBODY),
    ],
)
def test_posts(post, rank):
    assert rank_of(post) == rank
    assert rank_of(post, is_external=True) == NOBODY


@pytest.mark.parametrize(
    ("post", "subject", "leads"),
    [
        ("учитель физики, руководитель ШМО учителей физики и математики", "физика", {"физик", "матем"}),
        ("руководитель ШМО", "химия", {"хим"}),
        ("заведующий кафедрой", "история", {"истор"}),
        ("учитель физики", "физика", set()),
    ],
)
def test_leaders_of_the_teachers_of_a_subject(post, subject, leads):
    assert led_subjects(post, subject) == leads


def test_forms_by_the_sides_they_name():
    labels = {
        "a": "педагог – педагог",
        "b": "руководитель образовательной организации – педагог",
        "c": "работодатель – студент педагогического вуза/колледжа",
        "d": "педагог вуза/колледжа – молодой педагог образовательной организации",
    }
    assert posts.forms_of_mentor(labels, is_boss=False, is_external=False) == {"a"}
    assert posts.forms_of_mentor(labels, is_boss=True, is_external=False) == {"b"}
    assert posts.forms_of_mentor(labels, is_boss=False, is_external=True) == {"c", "d"}
    assert posts.forms_of_mentee(labels, is_young=True, is_student=False) == ({"a", "b", "d"}, {"d"})
    assert posts.forms_of_mentee(labels, is_young=False, is_student=True) == ({"a", "b", "c"}, {"c"})
