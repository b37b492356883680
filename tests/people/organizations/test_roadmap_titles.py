"""The titles of the columns of the roadmap as a setting."""

from people.organizations.regulations import RegulationSettings, load_preset
from people.organizations.regulations.roadmap import Roadmap, RoadmapTitles


def test_settings_stored_before_the_titles_existed_take_the_usual_words():
    stored = load_preset("lyceum-136").model_dump(mode="json")
    del stored["roadmap"]["titles"]
    assert Roadmap.model_validate(stored["roadmap"]).titles == RoadmapTitles()
    assert RegulationSettings.model_validate(stored).roadmap.titles == RoadmapTitles()


def test_a_regulation_has_its_own_titles_and_the_usual_ones_beside_them():
    titles = load_preset("school-3").roadmap.titles
    assert {key: words for key, words in titles if words} == {"number": "№ п/п", "dates": "Сроки реализации"}
    settings = RegulationSettings.model_validate(load_preset("school-3").model_dump(mode="json"))
    assert settings.clause_of("roadmap.titles.number") == "приложение"
