"""The paper of a program says what the program says, in the words of its organization."""

from dataclasses import replace

import pytest

from people.banks.states import Level
from people.models import Difficulty
from people.staff.states import Category
from programs.models import Program
from programs.plans.selectors import for_card
from programs.plans.services import agree_program, approve_program, cancel_event, mark_event, terminate_program
from programs.plans.states import EventForm, EventState, Mode, ProgramState
from reports.documents import program as paper
from reports.documents.papers import render
from tests.programs.plans.factories import make_event
from tests.world import DAY, make_program


@pytest.fixture
def home(home, settings):
    settings.MENTORING_TODAY = DAY
    home.program.delete()
    home.program = make_program(home.mentorship, state=ProgramState.DRAFT, tasks="Первая\nВторая")
    Difficulty.objects.create(entry=home.mentee_entry, competence=home.competence, level_before=2)
    make_event(
        home.program, direction=home.direction, form=EventForm.OPEN_LESSON, responsible="Ковальчук\u00a0М.\u00a0П."
    )
    return home


def _paper(program):
    return paper.program_paper(for_card(Program.objects.filter(pk=program.pk)).get(), day=DAY)


def _approved(home):
    agree_program(home.program, by=home.mentor.user)
    agree_program(home.program, by=home.mentee.user)
    return approve_program(home.program, by=home.curator.user)


def test_a_draft_is_marked_so_and_has_no_columns_for_what_was_held(home):
    made = _paper(home.program)
    assert (made.draft, made.dated_on) == (True, None)
    assert not {"Отметка", "Примечание"} & {column.title[:10].strip() for column in made.event_table.columns}
    assert [(stamp.word, stamp.by, stamp.name, stamp.dated_on, stamp.side) for stamp in made.stamps] == [
        ("УТВЕРЖДАЮ", "Куратор, заместитель директора по УВР", "М.\u00a0Д.\u00a0Соколова", None, "right"),
        ("СОГЛАСОВАНО", "Наставляемый", "Л.\u00a0Л.\u00a0Черных", None, "left"),
    ]


def test_an_approved_program_carries_the_days_of_agreement_and_approval(home):
    made = _paper(_approved(home))
    assert (made.draft, made.dated_on) == (False, DAY)
    assert [stamp.dated_on for stamp in made.stamps] == [DAY, DAY]


def test_a_subject_that_says_what_it_is_has_no_label(home):
    home.mentor.employment.subject = "предметы начальной школы"
    home.mentor.employment.save()
    assert _paper(home.program).parties[0].details[0] == ("", "Предметы начальной школы")


def test_the_paper_tells_parties_note_needs_and_plan(home):
    made = _paper(home.program)
    assert [(party.role, party.name, party.post) for party in made.parties] == [
        ("Наставник", "Ковальчук Мария Петровна", "учитель математики."),
        ("Наставляемый", "Черных Лев Львович", "учитель физики."),
    ]
    assert made.parties[0].details == (("Педагогический стаж", "11 лет"),)
    assert {passage.heading: passage.paragraphs for passage in made.note} == {
        "Цель": ("Освоить профессию.",),
        "Задачи": ("Первая.", "Вторая."),
        "Режим работы": ("Очный.",),
    }
    assert [(need.difficulty, need.diagnosis) for need in made.needs] == [("Методика урока", "2 из 5 – неуверенно")]
    event = made.events[0]
    assert (event.content, event.form, event.direction) == ("Разбор занятия", "открытое занятие", "методическое")
    assert (event.due, event.held, event.mark, event.responsible) == ("20.10.2026", "", "", "Ковальчук М. П.")
    assert made.needs_title == "Затруднения"
    assert (made.kinds_title, made.kinds[0][0].islower()) == ("Вид (форма) работы", True)


def test_marks_changes_and_outcome_follow_the_work(home):
    program = _approved(home)
    event = program.events.get()
    mark_event(event, by=home.mentor.user, held_on=DAY, remark="Получилось")
    cancel_event(make_event(program, content="Лишнее"), by=home.mentor.user, reason="повтор")
    terminate_program(program, by=home.curator.user, on=DAY, reason="mutual", result="Освоено главное")
    made = _paper(program)
    marks = {each.content: (each.held, each.mark, each.note) for each in made.events}
    assert marks == {"Разбор занятия": ("15.10.2026", "выполнено", "Получилось"), "Лишнее": ("", "отменено", "повтор")}
    assert [(change.on, change.text) for change in made.changes] == [
        ("15.10.2026", "Отмена мероприятия: Лишнее: повтор")
    ]
    assert [passage.paragraphs for passage in made.outcome] == [
        ("15 октября 2026 г. По обоюдному решению".replace(" ", "\u00a0", 3),),
        ("Освоено главное.",),
    ]


def test_the_signatures_stand_once_right_after_the_last_chapter(home):
    made = _paper(home.program)
    whole = render(made)
    assert whole.count('class="signatures"') == 1
    assert whole.index('class="signatures"') > whole.index("План мероприятий")
    closed = render(replace(made, outcome=(paper.Passage("Результат", ("Сделано.",)),)))
    assert closed.count('class="signatures"') == 1
    assert closed.index('class="signatures"') > closed.index("Итоги программы")


def test_every_choice_has_its_word_on_paper():
    assert set(paper.FORMS) == set(EventForm)
    assert set(paper.MODES) == set(Mode)
    assert set(paper.MARKS) == set(EventState) - {EventState.PLANNED}
    assert set(paper.PARTS) == set(Program.NOTE_FIELDS)
    assert set(paper.LEVELS) == set(Level)
    assert set(paper.CATEGORIES) == set(Category) - {Category.NONE}


def test_the_paper_comes_as_a_file_of_its_own_name(home, client):
    client.force_login(home.mentee.user)
    url = f"/o/school-3/papers/program/{home.program.pk}/pdf/"
    answer = client.get(url)
    assert answer.content.startswith(b"%PDF-") and answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert client.get(f"{url}?inline=1")["Content-Disposition"].startswith("inline")
