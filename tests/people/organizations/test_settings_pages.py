"""The pages of the settings: what is refused, what is kept, what two people see who write at once."""

import pytest

from people.organizations.models import RegulationChange, RegulationVersion
from people.organizations.regulations import load_preset
from people.organizations.services import change_settings, draft_regulation, submit_regulation
from tests.crawl import forms_of, signed_in
from tests.world import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(home):
    return draft_regulation(home.organization, by=home.curator.user, reason="Правим")


@pytest.fixture
def client(home):
    return signed_in(home.curator.user)


def _url(version, rest=""):
    return f"/o/school-3/regulation/editions/{version.pk}/{rest}"


def _sent(client, url, **changes):
    """What the page at ``url`` would send, with changes; names with their dashes written as two underscores."""
    page = client.get(url)
    form = next(each for each in forms_of(page, url) if each.action.endswith(url) and each.method == "post")
    stored = {name: field.values for name, field in form.fields.items()}
    return stored | {name.replace("__", "-"): value for name, value in changes.items()}


def _stored(version):
    return RegulationVersion.objects.get(pk=version.pk).settings


def _refused(client, version, rest, names, **changes):
    """The errors of the page, which must be at ``names``; nothing saved, everything typed still there."""
    before = _stored(version)
    url = _url(version, rest)
    answer = client.post(url, _sent(client, url, **changes))
    assert answer.status_code == 200
    form = answer.context["form"]
    assert set(form.errors) == names
    assert _stored(version) == before
    for name, value in changes.items():
        assert form.data.getlist(name.replace("__", "-")) == (value if isinstance(value, list) else [value])


@pytest.mark.parametrize("rest", ["edit/nothing/", "list/no.such/", "list/roadmap.stages/", "list/name/"])
def test_there_is_no_page_for_what_the_schema_does_not_have(client, version, rest):
    assert client.get(_url(version, rest)).status_code == 404


@pytest.mark.parametrize("rest", ["stages/nothing/", "stages/conditions/items/nothing/", "stages/nothing/item/"])
def test_there_is_no_page_for_a_stage_or_an_item_that_is_not_there(client, version, rest):
    assert client.get(_url(version, rest)).status_code == 404


def test_opening_a_page_and_saving_it_changes_nothing(client, version):
    item = f"stages/conditions/items/{load_preset('school-3').roadmap.stages[0].items[1].code}/"
    for rest in ("edit/banks/", "edit/programs/", "list/legal_bases/", "list/monitoring.indicators/", "stages/", item):
        assert client.post(_url(version, rest), _sent(client, _url(version, rest))).status_code == 302
    assert RegulationChange.objects.count() == 0


def test_a_changed_setting_is_saved_with_its_clause_and_told_in_the_history(client, version):
    url = _url(version, "edit/people/")
    sent = _sent(client, url, curator__title_text="куратор наставничества", clause__curator__title_text="4.2")
    sent["curator-allow_external"] = "on"
    assert client.post(url, sent).status_code == 302
    stored = _stored(version)
    assert (stored["curator"]["title_text"], stored["curator"]["allow_external"]) == ("куратор наставничества", True)
    assert stored["clauses"]["curator.title_text"] == "4.2"
    page = client.get("/o/school-3/regulation/changes/").content.decode()
    assert "куратор наставничества" in page
    assert "куратор наставничества" in client.get(_url(version)).content.decode()


def test_the_places_of_a_number_are_read_and_written_in_words(client, version):
    url = _url(version, "edit/papers/")
    assert 'value="{номер}{знак}"' in client.get(url).content.decode()
    sent = _sent(client, url, orders__number_format="{номер}-{знак}/{год}")
    assert client.post(url, sent).status_code == 302
    assert _stored(version)["orders"]["number_format"] == "{number}-{suffix}/{year}"
    assert "{номер}-{знак}/{год}" in client.get(_url(version)).content.decode()


def test_a_length_that_cannot_be_is_refused_with_the_reason(client, version):
    _refused(client, version, "edit/programs/", {"__all__"}, program__min_months="24", program__max_months="12")
    _refused(client, version, "edit/programs/", {"program-min_months"}, program__min_months="0")
    _refused(client, version, "edit/banks/", {"bank-refresh_interval"}, bank__refresh_interval="week")
    _refused(client, version, "edit/banks/", {"bank-refresh_months"}, bank__refresh_months=[])


def test_a_text_without_end_is_refused(client, version):
    _refused(client, version, "edit/people/", {"curator-title_text"}, curator__title_text="я" * 70_000)
    _refused(client, version, "edit/papers/", {"orders-control"}, orders__control="я" * 70_000)


def test_a_repeated_code_is_refused_for_the_whole_list(client, version):
    changes = {"final_event-types-0-code": "same", "final_event-types-1-code": "same"}
    _refused(client, version, "list/final_event.types/", {"__all__"}, **changes)


def test_what_is_wrong_with_a_whole_entry_stands_beside_its_first_field(client, version):
    name = "criteria-mentee_grounds-0-label"
    _refused(client, version, "list/criteria.mentee_grounds/", {name}, **{name: "Молодой"})


def test_a_code_of_wrong_letters_is_refused_beside_it(client, version):
    name = "final_event-types-0-code"
    _refused(client, version, "list/final_event.types/", {name}, **{name: "Ярмарка"})


def test_a_stage_is_never_left_without_items(client, version):
    stage = load_preset("school-3").roadmap.stages[-1]
    gone = {f"items-{number}-remove": "on" for number in range(len(stage.items))}
    _refused(client, version, f"stages/{stage.code}/", {"__all__"}, **gone)
    _refused(
        client,
        version,
        "stage/",
        {"item-text", "item-date-shape", "item-date-wording", "item-responsible-role", "item-responsible-post"},
        stage__label="Новый",
    )


def test_a_date_that_does_not_fit_its_shape_is_refused_beside_it(client, version):
    stage = load_preset("school-3").roadmap.stages[0]
    rest = f"stages/{stage.code}/items/{stage.items[0].code}/"
    _refused(client, version, rest, {"item-date-shape"}, **{"item-date-shape": "range", "item-date-of": ""})


def test_a_new_entry_gets_a_code_by_itself_and_its_place_in_the_sequence(client, version):
    url = _url(version, "list/final_event.types/")
    count = len(load_preset("school-3").final_event.types)
    sent = _sent(client, url)
    sent |= {f"final_event-types-{count}-label": "Ярмарка", f"final_event-types-{count}-position": "1"}
    sent |= {"final_event-types-0-position": "2", "final_event-types-1-remove": "on"}
    assert client.post(url, sent).status_code == 302
    types = _stored(version)["final_event"]["types"]
    assert {each["code"]: each["label"] for each in types}["item_1"] == "Ярмарка"
    assert len(types) == count
    assert [each["label"] for each in types][:2] == ["Ярмарка", load_preset("school-3").final_event.types[0].label]


def test_more_empty_rows_keep_what_is_typed(client, version):
    url = _url(version, "list/final_event.types/")
    sent = _sent(client, url, **{"final_event-types-0-label": ""})
    answer = client.post(url, sent | {"more": "1", "final_event-types-2-label": "Ещё не всё"})
    assert answer.status_code == 200
    assert "Ещё не всё" in answer.content.decode()
    assert not answer.context["form"].errors
    assert RegulationChange.objects.count() == 0


def test_who_saves_after_somebody_else_sees_both_texts_and_loses_neither(home, client, version):
    url = _url(version, "edit/people/")
    sent = _sent(client, url, curator__title_text="мой куратор")
    change_settings(version, {"curator.title_text": "чужой куратор"}, by=home.sysadmin.user, expected=version.version)
    answer = client.post(url, sent)
    assert answer.status_code == 200
    body = answer.content.decode()
    assert "мой куратор" in body
    assert "чужой куратор" in body
    assert _stored(version)["curator"]["title_text"] == "чужой куратор"
    form = next(each for each in forms_of(answer, url) if each.action.endswith(url))
    assert client.post(url, {name: field.values for name, field in form.fields.items()}).status_code == 302
    assert _stored(version)["curator"]["title_text"] == "мой куратор"


def test_two_people_on_two_pages_do_not_stand_in_each_others_way(home, client, version):
    url = _url(version, "edit/people/")
    sent = _sent(client, url, curator__title_text="мой куратор")
    change_settings(version, {"name": "Школа"}, by=home.sysadmin.user, expected=version.version)
    assert client.post(url, sent).status_code == 302
    stored = _stored(version)
    assert (stored["name"], stored["curator"]["title_text"]) == ("Школа", "мой куратор")


def test_an_item_that_somebody_removed_meanwhile_is_not_lost(home, client, version):
    stages = [stage.model_dump(mode="json") for stage in load_preset("school-3").roadmap.stages]
    gone = stages[0]["items"][1]["code"]
    url = _url(version, f"stages/{stages[0]['code']}/items/{gone}/")
    sent = _sent(client, url, **{"item-text": "Мой текст"})
    stages[0]["items"] = stages[0]["items"][:1]
    change_settings(version, {"roadmap.stages": stages}, by=home.sysadmin.user, expected=version.version)
    answer = client.post(url, sent)
    assert "Мой текст" in answer.content.decode()
    assert _stored(version)["roadmap"]["stages"] == stages


def test_a_draft_at_the_head_is_read_and_not_written(home, client, version):
    change_settings(version, {"name": "Школа"}, by=home.curator.user, expected=version.version)
    submit_regulation(version, by=home.curator.user)
    for rest in ("edit/people/", "list/forms.items/", "stages/", "terms/"):
        assert client.post(_url(version, rest), {"name": "Другая"}).headers["Location"] == _url(version)
    assert _stored(version)["name"] == "Школа"


def test_the_head_reads_what_differs_and_approves_or_is_led_to_the_order(home, client, version):
    change_settings(version, {"curator.title_text": "ведущий"}, by=home.curator.user, expected=version.version)
    assert client.post(_url(version, "submit/")).status_code == 302
    head = signed_in(home.director.user)
    body = head.get(_url(version, "approve/")).content.decode()
    assert "ведущий" in body
    assert 'name="password"' not in body
    assert "/o/school-3/orders/" in body
    assert _url(version, "approve/") not in head.get(_url(version)).content.decode()
    present = home.organization.regulations.get(number=1)
    present.settings["regulation"]["amendments_need_order"] = False
    present.save()
    url = _url(version, "approve/")
    assert head.post(url, _sent(head, url, password=PASSWORD)).status_code == 302
    assert RegulationVersion.objects.get(pk=version.pk).is_in_force
    staff = signed_in(home.staff.user)
    assert staff.get(_url(version, "text/")).status_code == 200
    assert staff.get(_url(version)).status_code == 403


def test_the_head_reads_where_the_law_is_stricter_before_approving(home, client, version):
    change_settings(version, {"agreement.required": False}, by=home.curator.user, expected=version.version)
    submit_regulation(version, by=home.curator.user)
    head = signed_in(home.director.user)
    for rest in ("", "approve/"):
        assert "351.8" in head.get(_url(version, rest)).content.decode(), rest


def test_every_page_of_an_edition_leads_to_its_paper(home, client, version):
    draft, present = f"/o/school-3/papers/regulation/{version.pk}/pdf/", home.organization.regulations.get(number=1)
    assert draft in client.get(_url(version)).content.decode()
    assert draft in client.get(_url(version, "text/")).content.decode()
    assert (
        f"/papers/regulation/{present.pk}/pdf/"
        in signed_in(home.mentor.user).get("/o/school-3/regulation/").content.decode()
    )


def test_a_number_out_of_its_limits_is_refused_in_plain_words(home, client, version):
    home.curator.user.language = "en"
    home.curator.user.save()
    url = _url(version, "edit/programs/")
    page = signed_in(home.curator.user).post(url, _sent(client, url, program__min_months="0")).content.decode()
    assert "The number must be 1 or more." in page


def test_nobody_else_reads_a_draft(home, version):
    for person in (home.staff, home.mentor, home.council):
        assert signed_in(person.user).get(_url(version, "text/")).status_code == 404


def test_the_lists_take_as_many_queries_for_many_rows_as_for_few(home, client, version, django_assert_max_num_queries):
    for number in range(20):
        change_settings(version, {"name": f"Школа {number}"}, by=home.curator.user, expected=version.version)
    with django_assert_max_num_queries(20):
        page = client.get("/o/school-3/regulation/changes/")
    assert "Школа 19" in page.content.decode()
