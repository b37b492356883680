"""The pages that hand a regulation out as a file and read one in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from people.models import RegulationChange, RegulationVersion
from people.organizations.regulations import check_regulation, load_preset
from people.organizations.regulations.exchange import read_toml, write_toml
from people.organizations.selectors import open_draft
from people.organizations.services import change_settings, draft_regulation, submit_regulation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


@pytest.fixture
def keeper(home, client):
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    return client


def address(name, home, **kwargs):
    return reverse(f"people:{name}", kwargs={"slug": home.organization.slug, **kwargs})


def stored():
    versions = list(RegulationVersion.objects.order_by("pk").values_list("pk", "settings", "state", "version"))
    return versions, RegulationChange.objects.count()


def load(keeper, home, text, **data):
    return keeper.post(address("regulation_import", home), {"text": text, **data})


def test_the_edition_in_force_comes_as_a_file_that_reads_back(home, keeper):
    version = home.organization.regulations.get()
    answer = keeper.get(address("regulation_export", home, pk=version.pk))
    assert answer["Content-Disposition"] == 'attachment; filename="school-3-1.toml"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert read_toml(answer.content.decode()).settings == load_preset("school-3")


def test_nothing_is_stored_while_the_text_is_only_checked(home, keeper):
    before = stored()
    answer = load(keeper, home, write_toml(load_preset("malinovskaya")))
    assert stored() == before
    keys = {change.key for change in answer.context["changes"]}
    assert {"name", "curator.required", "roadmap.stages", "clauses.curator"} <= keys


def test_a_text_is_loaded_into_a_draft_opened_for_it(home, keeper):
    answer = load(keeper, home, write_toml(load_preset("malinovskaya")), accept="1")
    draft = open_draft(home.organization)
    assert answer["Location"] == address("regulation_card", home, pk=draft.pk)
    assert draft.settings == load_preset("malinovskaya").model_dump(mode="json")
    assert draft.changes.filter(key="program.min_months").count() == 0
    assert set(draft.changes.values_list("by", flat=True)) == {home.curator.user.pk}


def test_a_text_is_loaded_into_the_open_draft_as_its_difference(home, keeper):
    draft = draft_regulation(home.organization, by=home.curator.user)
    text = write_toml(check_regulation(draft.settings)).replace("max_months = 12", "max_months = 9")
    assert [change.key for change in load(keeper, home, text).context["changes"]] == ["program.max_months"]
    load(keeper, home, text, accept="1", expected=draft.version)
    assert list(draft.changes.values_list("key", "before", "after")) == [("program.max_months", 12, 9)]


def test_a_wrong_text_names_its_lines_and_stores_nothing(home, keeper):
    before = stored()
    answer = load(keeper, home, "[program]\nmin_months = 0\nmax_month = 3", accept="1")
    assert [(each.key, each.line) for each in answer.context["problems"]] == [
        ("program.min_months", 2),
        ("program.max_month", 3),
    ]
    page = answer.content.decode()
    assert '<li id="line-2" class="wrong"><code>min_months = 0</code>' in page
    assert stored() == before


def test_a_draft_changed_meanwhile_is_not_written_over(home, keeper):
    text = write_toml(load_preset("malinovskaya"))
    seen = load(keeper, home, text).context["form"]["expected"].value()
    draft = draft_regulation(home.organization, by=home.curator.user)
    change_settings(draft, {"program.max_months": 9}, by=home.curator.user, expected=draft.version)
    before = stored()
    answer = load(keeper, home, text, accept="1", expected=seen or "")
    assert answer.status_code == 200
    assert answer.context["form"]["expected"].value() == draft.version
    assert stored() == before


def test_a_draft_that_waits_for_the_head_takes_no_text(home, keeper):
    draft = draft_regulation(home.organization, by=home.curator.user, reason="Короче программы")
    change_settings(draft, {"program.max_months": 9}, by=home.curator.user, expected=draft.version)
    submit_regulation(draft, by=home.curator.user)
    before = stored()
    load(keeper, home, write_toml(load_preset("cdutt")), accept="1", expected=draft.version)
    assert stored() == before


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('name = "Школа"'.encode("cp1251"), "Windows-1251"),
        (b"", "пуст"),
        (b"#" * 300_000, "256"),
    ],
)
def test_a_file_that_is_no_text_is_refused_in_words(home, keeper, content, sentence):
    before = stored()
    file = SimpleUploadedFile("regulation.toml", content)
    answer = keeper.post(address("regulation_import", home), {"file": file})
    assert sentence in str(answer.context["form"].errors["file"])
    assert stored() == before


def test_departures_from_the_law_come_from_no_file(home, keeper):
    answer = load(keeper, home, '[[overrides]]\nkey = "agreement.required"\nreason = "…"', accept="1")
    assert [each.key for each in answer.context["problems"]] == ["overrides"]
