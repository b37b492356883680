"""The tags pages are made of."""

from datetime import UTC, date, datetime
from types import SimpleNamespace
from xml.etree import ElementTree

import pytest
from django.template import Context, Template
from django.utils.safestring import SafeString
from django.utils.translation import override

from mentoring.lib import ui

HOSTILE = '"><img src=x onerror=alert(1)>'


def draw(source, **values):
    return Template(source).render(Context(values))


@pytest.fixture(autouse=True)
def english():
    with override("en"):
        yield


@pytest.mark.parametrize("tone", sorted(ui.TONES))
def test_a_badge_says_its_state_in_a_word_a_color_and_a_shape_of_its_own(tone):
    html = str(ui.badge(tone, "Active"))
    assert f'class="badge t-{tone}"' in html
    assert html.endswith("Active</span>")
    assert ui.SHAPES[tone] in html
    assert [each for each in ui.TONES if ui.SHAPES[each] in html] == [tone]


def test_an_unknown_tone_is_refused():
    with pytest.raises(ValueError, match="'pink' is not a tone"):
        ui.badge("pink", "Active")


def test_a_state_badge_asks_the_thing_itself():
    thing = SimpleNamespace(state_tone="red", get_state_display=lambda: "Declined")
    assert ui.state_badge(thing) == ui.badge("red", "Declined")


@pytest.mark.parametrize(
    "source",
    [
        '{% badge "red" text %}',
        "{% crumb text text %}",
        "{% page_head text sub=text tone='red' state=text %}{{ text }}{% endpage_head %}",
        "{% card text more_url=text more_label=text %}{{ text }}{% endcard %}",
        "{% menu text %}{{ text }}{% endmenu %}",
        "{% empty text text=text url=text action=text %}",
        "{% todo items %}",
        "{% timeline items %}",
        "{% figure text 1 2 url=text note=text %}",
        "{% progress 1 2 text %}",
        "{% steps pairs 1 %}",
    ],
)
def test_hostile_text_is_shown_and_not_obeyed(source):
    item = SimpleNamespace(title=HOSTILE, detail=HOSTILE, action=HOSTILE, url=HOSTILE, who=HOSTILE, why=HOSTILE)
    html = draw(source, text=HOSTILE, items=[item], pairs=[(HOSTILE, HOSTILE)])
    assert "<img" not in html
    assert "&lt;img" in html


def test_no_component_carries_inline_style_or_script():
    item = SimpleNamespace(title="T", action="A", url="/", method="post", tone="amber", next=True)
    stage = SimpleNamespace(title="S", done=1, total=3)
    source = (
        "{% todo items %}{% timeline items %}{% figure 'f' 1 2 segments=parts %}{% progress 1 3 'p' %}"
        "{% capacity 1 3 %}{% stage_strip stages %}{% steps pairs 1 %}{% empty 't' %}{% icon 'house' %}"
    )
    html = draw(source, items=[item], parts=[(1, "green", "done")], stages=[stage], pairs=[("one", "")])
    assert [bad for bad in ("style=", "<script", "onclick") if bad in html] == []


def test_a_deed_that_changes_something_is_a_form_and_a_way_is_a_link():
    ask = SimpleNamespace(title="No consent", action="Remind", url="/remind/", method="post", primary=True)
    look = SimpleNamespace(title="Survey", action="Open", url="/survey/")
    html = draw("{% todo items %}", items=[ask, look], csrf_token="secret")
    assert '<form method="post" action="/remind/">' in html
    assert 'value="secret"' in html
    assert '<a class="btn" href="/survey/">' in html


def test_actions_of_a_page_head_stay_markup():
    html = draw('{% page_head "Mentors" %}<a href="/add/">Add</a>{% endpage_head %}')
    assert '<div class="acts"><a href="/add/">Add</a></div>' in html
    assert 'class="acts"' not in draw('{% page_head "Mentors" %} {% endpage_head %}')


def test_a_number_stays_with_its_sign_in_the_head_of_a_page_whose_text_is_still_escaped():
    html = draw("{% page_head text sub='№ 8' %}{% endpage_head %}", text="О приказе № 7 <b>")
    assert "<h1>О приказе №\u00a07 &lt;b&gt;</h1>" in html and '<p class="sub">№\u00a08</p>' in html


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [(14, 18, "77.78%"), (0, 5, "0.00%"), (9, 5, "100.00%"), (-1, 5, "0.00%"), (3, 0, "0.00%")],
)
def test_a_share_is_an_svg_length_whatever_the_numbers(part, whole, expected):
    with override("ru"):
        assert ui.percent(part, whole) == expected


def test_a_figure_with_nothing_to_count_from_shows_a_dash():
    html = draw("{% figure 'Young' 0 0 url='/list/' %}")
    assert "<strong>–</strong>" in html
    assert "/list/" not in html


def test_capacity_draws_taken_places_filled_and_never_more_than_twelve_dots():
    html = draw("{% capacity 2 3 %}")
    assert (html.count('fill="currentColor"'), html.count('fill="none"')) == (2, 1)
    assert draw("{% capacity 5 40 %}").count("<circle") == 12
    assert "0 of 0" in draw("{% capacity 0 0 %}")


def test_steps_lead_back_and_never_ahead():
    html = draw("{% steps pairs 2 %}", pairs=[("File", "/1/"), ("Check", "/2/"), ("Load", "/3/")])
    assert [address for address in ("/1/", "/2/", "/3/") if address in html] == ["/1/"]
    assert html.count('aria-current="step"') == 1


def test_an_icon_is_silent_and_well_formed():
    svg = ui.icon("house")
    assert isinstance(svg, SafeString)
    assert ElementTree.fromstring(svg).attrib["aria-hidden"] == "true"


def test_days_are_written_as_each_language_writes_them():
    day = date(2026, 9, 1)
    assert ui.date_words(day) == "1 September 2026"
    assert ui.date_numeric(day) == "01.09.2026"
    with override("ru"):
        assert ui.date_words(day) == "1\u00a0сентября\u00a02026\u00a0г."
    assert [ui.date_words(None), ui.date_numeric(None), ui.moment_words(None)] == ["", "", ""]


def test_a_moment_is_told_in_local_time(settings):
    settings.TIME_ZONE = "Asia/Yekaterinburg"
    late = datetime(2026, 9, 1, 20, 30, tzinfo=UTC)
    assert ui.moment_words(late) == "2 September 2026, 01:30"
    assert ui.date_numeric(late) == "02.09.2026"
    assert ui.moment_words("until 30 December") == "until 30 December"


def test_names_come_from_the_person_or_from_who_has_one():
    person = SimpleNamespace(full_name="Иванова Анна Петровна", short_name="Иванова А. П.")
    assert {ui.person_full(person), ui.person_full(SimpleNamespace(person=person))} == {"Иванова Анна Петровна"}
    assert ui.person_short(SimpleNamespace(person=person)) == "Иванова А. П."
    assert [ui.person_full(None), ui.person_short(SimpleNamespace(person=None))] == ["–", "–"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [(7, "7"), (12345, "12\u202f345"), (1234.5, "1\u202f234,5"), (-1000, "-1\u202f000"), (None, "–"), ("нет", "нет")],
)
def test_numbers_have_thin_spaces(value, expected):
    with override("ru"):
        assert ui.thin(value) == expected


@pytest.mark.parametrize(
    ("change", "digits", "words"),
    [
        (12.4, 0, "+12"),
        (-3.46, 1, "−3.5"),
        (0.2, 0, "0"),
        (-0.04, 1, "0"),
        (-1234, 0, "−1\N{NARROW NO-BREAK SPACE}234"),
    ],
)
def test_a_change_has_its_sign_and_zero_has_none(change, digits, words):
    assert ui.signed(change, digits) == words
