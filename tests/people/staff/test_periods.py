"""Category, years, young teachers, several posts and one timeline of work that nobody else sees."""

import datetime

import pytest

from mentoring.lib.dates import date_words
from mentoring.lib.moves import MoveRefused
from people.banks.selectors import can_enter
from people.models import Employment, MentorEntry
from people.staff.selectors import category_until, other_posts, periods_of, years_here
from people.staff.services import add_post, end_employment, load_import, start_import, undo_end, undo_import
from tests.people.staff.lists import xlsx
from tests.people.staff.test_judging import known
from tests.world import CANARY, DAY

D = datetime.date


@pytest.fixture
def url(home):
    return lambda path: f"/o/{home.organization.slug}/{path}"


@pytest.mark.parametrize(
    ("category", "given", "until"),
    [
        ("first", D(2023, 8, 31), D(2028, 8, 30)),
        ("highest", D(2022, 2, 1), D(2027, 1, 31)),
        ("first", D(2023, 9, 1), None),
        ("methodist", D(2024, 2, 1), None),
        ("suitable", D(2024, 2, 1), D(2029, 1, 31)),
        ("first", None, None),
    ],
)
def test_only_a_category_given_before_september_2023_and_fitness_run_out(category, given, until):
    assert category_until(Employment(category=category, category_on=given)) == until


@pytest.mark.parametrize(
    ("spans", "years"),
    [
        ([(D(2020, 9, 1), None)], 6),
        ([(D(2020, 9, 1), None), (D(2021, 1, 1), D(2024, 1, 1))], 6),
        ([(D(2010, 9, 1), D(2012, 8, 31)), (D(2025, 9, 1), None)], 3),
        ([(D(2010, 9, 1), D(2011, 2, 28)), (D(2011, 3, 1), D(2011, 8, 31))], 1),
        ([(None, None)], None),
        ([(D(2027, 9, 1), None)], 0),
    ],
)
def test_years_in_the_organization_are_counted_from_days_and_no_day_twice(spans, years):
    assert years_here([Employment(starts_on=start, ends_on=end) for start, end in spans], DAY) == years


def test_the_card_says_the_category_the_years_and_why_somebody_is_young(home, enter, url):
    days = {"starts_on": D(2025, 9, 1), "experience_since": D(2024, 9, 1)}
    card = known(home.organization, born=D(2000, 10, 16), category="first", category_on=D(2025, 3, 1), **days)
    context = enter(home.curator).get(url(f"staff/{card.pk}/")).context
    assert (context["experience"], context["experience_here"]) == ("2 года", "1 год")
    assert date_words(D(2025, 3, 1)) in context["category_note"]
    assert "25 лет" in context["young_note"] and "35" in context["young_note"]
    assert enter(home.curator).get(url(f"staff/{home.mentor.employment.pk}/")).context["young_note"] == ""


def test_a_further_post_has_its_own_card_and_both_show_each_other(home, enter, url):
    card = known(home.organization, phone="8 900 111-22-33", category="first")
    client = enter(home.curator)
    response = client.post(url(f"staff/{card.pk}/another-post/"), {"post": "Педагог-библиотекарь", "subject": "чтение"})
    post = Employment.objects.get(person=card.person, is_primary=False)
    assert response.headers["Location"] == url(f"staff/{post.pk}/")
    assert (post.post, post.subject, post.phone, post.category) == (
        "педагог-библиотекарь",
        "чтение",
        card.phone,
        "first",
    )
    assert (other_posts(card, DAY), other_posts(post, DAY)) == ([post], [card])
    again = client.post(url(f"staff/{card.pk}/another-post/"), {"post": "педагог-библиотекарь", "subject": "Чтение"})
    assert set(again.context["form"].errors) == {"post"}


def test_a_second_post_does_not_stand_in_the_way_of_taking_a_leaving_back(home):
    card = known(home.organization)
    add_post(card, by=home.curator.user, post="методист")
    end_employment(card, by=home.curator.user, ends_on=DAY)
    undo_end(card, by=home.curator.user)
    card.refresh_from_db()
    assert card.ends_on is None


def test_nobody_who_left_gets_a_further_post(home):
    card = known(home.organization, ends_on=D(2026, 6, 30))
    with pytest.raises(MoveRefused):
        add_post(card, by=home.curator.user, post="методист")


def test_the_own_path_goes_over_all_organizations_and_others_see_only_their_own(world, enter, url):
    home, staff = world.home, world.home.staff
    merged = world.other.organization.__class__.objects.create(
        slug="old", full_name="Прежняя", short_name="Прежняя", merged_into=home.organization
    )
    for organization, post in ((world.other.organization, CANARY), (merged, "лаборант")):
        Employment.objects.create(
            organization=organization, person=staff.person, post=post, starts_on=D(2010, 9, 1), ends_on=D(2011, 8, 31)
        )
    page = url(f"staff/{staff.employment.pk}/")
    own = enter(staff).get(page)
    assert [line["title"] for line in own.context["path"]] == ["учитель химии", "лаборант", CANARY]
    for reader in ("curator", "director", "sysadmin", "council"):
        response = enter(getattr(home, reader)).get(page)
        assert CANARY not in response.content.decode()
    assert [row.post for row in periods_of(staff.employment)] == ["учитель химии", "лаборант"]


def test_the_banks_take_a_person_by_the_main_work_only(home):
    card = known(home.organization)
    post = add_post(card, by=home.curator.user, post="методист")
    offered = can_enter(home.organization, MentorEntry)
    assert (card in offered, post in offered) == (True, False)
    end_employment(card, by=home.curator.user, ends_on=D(2026, 10, 1))
    assert post in can_enter(home.organization, MentorEntry)


def test_a_list_with_another_category_forgets_the_day_of_the_former_and_undoing_brings_it_back(home):
    days = {"category": "first", "category_on": D(2025, 3, 1)}
    card = known(home.organization, number="1", **days)
    upload = xlsx([["Табельный номер", "ФИО", "Должность", "Категория"], ["1", str(card), "учитель", "высшая"]])
    staff_import = start_import(home.organization, upload, by=home.curator.user)
    load_import(staff_import, by=home.curator.user)
    card.refresh_from_db()
    assert (card.category, card.category_on) == ("highest", None)
    undo_import(staff_import, by=home.curator.user)
    card.refresh_from_db()
    assert (card.category, card.category_on) == ("first", D(2025, 3, 1))
