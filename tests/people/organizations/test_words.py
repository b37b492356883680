"""Pages speak the organization's own words, in Russian only."""

import pytest
from django.utils import translation

from people.organizations.regulations import load_preset
from people.organizations.regulations.wording import change_words, setting_words
from people.organizations.selectors import difficulties_word, own_word
from tests.world import build_world, make_organization

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("preset", "head", "difficulties"),
    [("lastochka", "заведующий", "Затруднения"), ("lyceum-136", "директор", "Дефициты")],
)
def test_a_page_calls_things_as_the_regulation_does(preset, head, difficulties):
    organization = make_organization("place", preset=preset)
    with translation.override("ru"):
        assert own_word(organization, "head", "nominative", "руководитель") == head
        assert difficulties_word(organization) == difficulties
    with translation.override("en"):
        assert own_word(organization, "head", "nominative", "head") == "head"
        assert difficulties_word(organization) == "Difficulties"


def test_the_card_of_a_mentee_names_deficits_where_the_regulation_does(client):
    home = build_world().home
    version = home.organization.regulations.get()
    version.settings["terms"]["difficulty"] |= {"plural_nominative": "дефициты"}
    version.save()
    home.curator.user.language = "ru"
    home.curator.user.save()
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    for address in (f"mentees/{home.mentee_entry.pk}/", f"mentees/{home.mentee_entry.pk}/edit/", "mentees/new/"):
        page = client.get(f"/o/school-3/{address}").content.decode()
        assert "<h2>Дефициты</h2>" in page, address
    assert "Дефициты и запрос" in client.get("/o/school-3/mentees/").content.decode()


def test_a_form_is_offered_with_the_plainer_name_the_regulation_explains_it_by():
    forms = load_preset("lastochka").forms.items
    assert forms[0].choice_label == "педагог – педагог (воспитатель – воспитатель)"
    assert forms[2].choice_label == forms[2].label


def test_a_day_of_the_year_is_read_as_a_day():
    with translation.override("ru"):
        assert setting_words("school_year_start", {"month": 9, "day": 1}) == ("1 сентября",)
        assert setting_words("school_year_start", {"month": 2, "day": 29}) == ("29 февраля",)


def test_a_period_moved_as_a_whole_is_told_with_both_its_ends():
    stage = load_preset("school-3").roadmap.stages[0].model_dump(mode="json")
    was, now = (
        {"preparatory": False, "year": 1, **each} for each in ({"month": 5, "day": None}, {"month": 6, "day": 1})
    )
    stage["items"] = [stage["items"][0] | {"text": "Приказ"}]
    stages = [
        stage | {"items": [stage["items"][0] | {"date": stage["items"][0]["date"] | {"points": points}}]}
        for points in ([was, now], [was | {"month": 9}, now | {"preparatory": True}])
    ]
    with translation.override("ru"):
        (line,) = change_words("roadmap.stages", stages[:1], stages[1:]).entries
    assert line.endswith("(Изменено: Приказ (Месяцы и дни: май; 1 июня → сентябрь; 1 июня (до начала учебного года)))")
