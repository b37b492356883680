"""The roadmap on paper: what stands in it, with and without approval, by the columns of the regulation."""

import io

import docx
import pytest
from django.urls import reverse

from people.organizations.regulations import load_preset, preset_codes
from programs.models import Item
from programs.roadmap import services
from reports.documents.papers import RoadmapItem, pdf, render
from reports.documents.roadmap import roadmap_paper
from tests.programs.roadmap.factories import item_of, make_draft, make_running
from tests.reports.documents.test_roadmap_tables import plain
from tests.world import DAY, make_organization, populate

pytestmark = pytest.mark.django_db


@pytest.fixture
def home(home, settings):
    settings.MENTORING_TODAY = DAY
    return home


@pytest.mark.parametrize("preset", preset_codes())
def test_the_paper_has_the_rows_and_columns_of_the_regulation(settings, preset):
    settings.MENTORING_TODAY = DAY
    place = populate(make_organization(f"{preset}-x", preset=preset))
    rules, paper = load_preset(preset).roadmap, roadmap_paper(make_draft(place))
    assert [stage.name for stage in paper.stages] == [stage.label for stage in rules.stages]
    assert (paper.numbering, paper.division, paper.shows_activity) == (rules.numbering, rules.division, False)
    assert paper.columns == tuple(key for key in ("dates", "responsible") if getattr(rules.columns, key))


def test_a_draft_says_so_and_has_a_line_to_sign(home):
    roadmap = make_draft(home)
    services.mark_item(item_of(roadmap), "cancelled", by=home.curator.user, result="Уже есть")
    paper = roadmap_paper(roadmap)
    assert (paper.draft, paper.dated_on, paper.stamp.dated_on) == (True, None, None)
    assert paper.stamp.name == "И.\xa0Л.\xa0Заречная"
    assert len(paper.stages[0].items) == 2


def test_a_short_stage_stays_on_one_page_beside_its_name(home):
    paper = roadmap_paper(make_draft(home))
    short = [rows for _heading, rows in paper.table.lines if len(list(rows)) <= 4]
    assert render(paper).count('<tbody class="kept">') == len(short) > 0


def test_an_approved_roadmap_says_who_approved_it_and_when(home):
    paper = roadmap_paper(make_running(home))
    assert (paper.draft, paper.dated_on, paper.stamp.dated_on) == (False, DAY, DAY)
    assert paper.stamp.by.split("\n") == [
        "Директор school-3",
        "И.\xa0Л.\xa0Заречная",
        "подписано простой электронной подписью",
    ]
    assert "ПРОЕКТ" not in render(paper)


def test_marks_change_nothing_on_the_approved_paper(home):
    roadmap = make_running(home)
    before = roadmap_paper(roadmap)
    for item in Item.objects.filter(stage__roadmap=roadmap)[:3]:
        services.mark_item(item, "cancelled", by=home.curator.user, result="Не нужно")
    assert roadmap_paper(roadmap) == before


def test_a_hyphen_before_the_words_is_printed_as_a_dash():
    assert RoadmapItem("подготовка программ", mark="-").paragraphs == "– подготовка программ"


# The letters on paper are the same on either engine.
@pytest.mark.printed
def test_it_becomes_a_pdf(home):
    assert pdf(roadmap_paper(make_running(home))).startswith(b"%PDF")


@pytest.mark.printed
def test_the_word_file_says_what_the_pdf_says_above_the_table(home, client):
    client.force_login(home.curator.user, backend="people.accounts.backends.LoginNameBackend")
    roadmap = make_draft(home)
    answer = client.get(reverse("reports:paper_roadmap", args=[home.organization.slug, roadmap.pk]), {"as": "docx"})
    file = docx.Document(io.BytesIO(b"".join(answer) if answer.streaming else answer.content))
    paper, text = roadmap_paper(roadmap), " ".join(paragraph.text for paragraph in file.paragraphs)
    for part in (paper.title, paper.subtitle, paper.stamp.word, paper.stamp.by, paper.letterhead.main.full_name):
        assert plain(part) in plain(text)
    assert "ПРОЕКТ" in file.sections[0].first_page_header.paragraphs[0].text
    assert "attachment" in answer["Content-Disposition"] and ".docx" in answer["Content-Disposition"]
