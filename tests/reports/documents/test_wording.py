"""Places, acts and recipients in the sentences of papers."""

import pytest

from reports.documents.wording import in_accordance, listed_closed, where


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("Сайт школы", "на сайте школы"),
        ("Официальная группа школы в VK", "в официальной группе школы в VK"),
        ("Страница на сайте школы (при наличии)", "на странице на сайте школы"),
        ("Чат или группа наставников и наставляемых", "в чате или группе наставников и наставляемых"),
        ("Специальный раздел (рубрика) сайта", "в специальном разделе сайта"),
        ("Социальные сети", "в социальных сетях"),
        ("Доска объявлений", "на доске объявлений"),
    ],
)
def test_a_place_of_publication_stands_in_its_case_with_its_preposition(place, said):
    assert where(place) == said


def test_kinds_of_acts_stand_in_the_instrumental():
    assert in_accordance("коллективные договоры, соглашения, локальные нормативные акты") == (
        "в соответствии с коллективными договорами, соглашениями и локальными нормативными актами"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["в отдел"], "в отдел"),
        (["в отдел", "в центр"], "в отдел и в центр"),
        (["в орган, ведающий образованием", "в центр"], "в орган, ведающий образованием, и в центр"),
        (["в отдел", "в орган, ведающий им"], "в отдел и в орган, ведающий им"),
        (["в отдел", "в орган, ведающий им", "в центр"], "в отдел, в орган, ведающий им, и в центр"),
    ],
)
def test_a_participle_before_the_last_of_a_list_is_closed(words, said):
    assert listed_closed(words) == said
