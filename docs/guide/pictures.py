"""Makes the pictures of the guides on a running demonstration: python docs/guide/pictures.py [address [picture …]]."""

import io
import shutil
import sys
from pathlib import Path

from openpyxl import Workbook
from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent / "img"
PASSWORD = "nastavnik-demo"
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
SCHOOL = "/o/school-3"
CURATOR, DIRECTOR, MENTOR = "curator@school-3.example", "director@school-3.example", "mentor@school-3.example"
# A tariff list as a school holds it: a heading in two rows, a row of column numbers, two cells in one.
TARIFF_LIST = (
    ("ТАРИФИКАЦИОННЫЙ СПИСОК",),
    ("педагогических работников на 2026/2027 учебный год",),
    (
        "№\nп/п",
        "Фамилия,\nимя, отчест-\nво*",
        "Наименование долж-\nности, преподаваемый предмет",
        "Образование, наименование учебного заведения, год окончания",
        "Стаж работы",
        None,
        "Квалифика-\nционная категория**",
    ),
    (None, None, None, None, "общий", "педаго-\nгический", None),
    (1, 2, 3, 4, 5, 6, 7),
    (1, "Клёнов Пётр Олегович", "учитель (физика)", "высшее, ВГСПУ, 2024", "2,2", "2,2", "-"),
    (2, "Грач Юлия Максимовна", "учитель русского языка и литературы", "высшее", "1,0", "1,0", "первая, 12.11.2026"),
    (3, "Демидова Полина Сергеевна", "учитель английского языка", "высшее", "11 лет", "девять лет", "высшая"),
    (4, "Кузнецова Елена Викторовна", "учитель географии", "высшее", "8 лет", "8 лет", "СЗД"),
)


def first(page):
    """Open the first row of the list."""
    page.locator("main tbody a, main .card a").first.click()


def upload(page):
    """Have the tariff list read: its preview opens."""
    workbook = Workbook()
    for row in TARIFF_LIST:
        workbook.active.append(row)
    stream = io.BytesIO()
    workbook.save(stream)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    page.set_input_files("[type=file]", {"name": "Тарификация.xlsx", "mimeType": kind, "buffer": stream.getvalue()})
    page.locator("main form button").last.click()


def open_columns(page):
    """Show which columns a list may have."""
    page.locator("details.filters > summary").last.click()


def tick_three(page):
    """Tick three cards and look at what will be done to them."""
    for box in page.locator("input[data-tick]").all()[:3]:
        box.check()
    page.locator(".bulk button").first.click()


def closed_survey(page):
    """Open the results of the survey that is over."""
    page.locator("main tbody a").last.click()
    page.wait_for_load_state()
    page.locator("main a[href$='/results/']").first.click()


def proposals(page):
    """Open what the answers of the survey propose."""
    first(page)
    page.wait_for_load_state()
    page.locator("main a[href$='/proposals/']").first.click()


def answer(page):
    """Open the survey that waits and answer its first question."""
    page.locator("main .card a").first.click()
    page.wait_for_load_state()
    page.locator("form[data-survey] [type=radio]").first.check()
    page.wait_for_timeout(1500)


def suggestion(page):
    """Look for a mentor for one mentee: the ranking opens."""
    page.locator("main tbody a", has_text="Рогожина").first.click()
    page.wait_for_load_state()
    page.locator("main a[href*='/matching/']").first.click()


def vote(page):
    """Open the pair the council votes on."""
    page.locator("main a[href$='/council/']").first.click()


def application(page):
    """Open the application that waits for an answer."""
    page.locator("main a[href*='/applications/']").first.click()


# file, account, address, viewport, what is done there before the picture
PICTURES = (
    ("curator-home", CURATOR, f"{SCHOOL}/", WIDE, None),
    ("curator-mentors", CURATOR, f"{SCHOOL}/mentors/", WIDE, None),
    ("curator-columns", CURATOR, f"{SCHOOL}/mentors/", WIDE, open_columns),
    ("curator-bulk", CURATOR, f"{SCHOOL}/mentors/", WIDE, tick_three),
    ("curator-import", CURATOR, f"{SCHOOL}/staff-lists/new/", WIDE, upload),
    ("curator-consents", CURATOR, f"{SCHOOL}/consents/", WIDE, None),
    ("curator-lacking", CURATOR, f"{SCHOOL}/consents/missing/", WIDE, None),
    ("curator-agreement", CURATOR, f"{SCHOOL}/agreements/", WIDE, first),
    ("curator-results", CURATOR, f"{SCHOOL}/surveys/", WIDE, closed_survey),
    ("curator-proposals", CURATOR, f"{SCHOOL}/surveys/", WIDE, proposals),
    ("curator-suggestion", CURATOR, f"{SCHOOL}/mentees/?q=Рогожина", WIDE, suggestion),
    ("curator-plan", CURATOR, f"{SCHOOL}/mentorships/plans/", WIDE, first),
    ("curator-network", CURATOR, f"{SCHOOL}/network/", WIDE, None),
    ("curator-order", CURATOR, f"{SCHOOL}/orders/", WIDE, None),
    ("curator-regulation", CURATOR, f"{SCHOOL}/regulation/", WIDE, None),
    ("curator-duties", "curator@lyceum-136.example", "/o/lyceum-136/duties/", WIDE, None),
    ("curator-roadmap", CURATOR, f"{SCHOOL}/roadmaps/", WIDE, first),
    ("director-law", "director@cdutt.example", "/o/cdutt/regulation/law/", WIDE, None),
    ("director-home", DIRECTOR, f"{SCHOOL}/", WIDE, None),
    ("director-sign", DIRECTOR, f"{SCHOOL}/orders/?state=submitted", WIDE, None),
    ("director-application", DIRECTOR, f"{SCHOOL}/applications/", WIDE, first),
    ("mentor-home-phone", MENTOR, f"{SCHOOL}/", PHONE, None),
    ("mentor-survey-phone", MENTOR, f"{SCHOOL}/my-surveys/", PHONE, answer),
    ("mentor-answer-phone", "mentor@cdutt.example", "/o/cdutt/", PHONE, application),
    ("mentor-program", MENTOR, f"{SCHOOL}/programs/", WIDE, first),
    ("staff-open-bank", "staff@school-3.example", f"{SCHOOL}/mentors/open/", WIDE, None),
    ("council-vote", "council@cdutt.example", "/o/cdutt/", WIDE, vote),
    ("psychologist-support", "psychologist@school-3.example", f"{SCHOOL}/support/", WIDE, None),
    ("sysadmin-accounts", "sysadmin@school-3.example", f"{SCHOOL}/accounts/", WIDE, None),
    ("admin-installation", "admin@demo.example", "/installation/", WIDE, None),
    ("admin-tree", "admin@demo.example", "/installation/authorities/", WIDE, None),
    ("observer-territory", "observer@bashkortostan.example", "/", WIDE, None),
)


def picture(browser, base, name, login, address, viewport, prepare):
    """Sign in, open the page, do what the picture needs and save one screen of it."""
    page = browser.new_context(base_url=base, viewport=viewport, locale="ru-RU").new_page()
    page.goto("/sign-in/")
    page.fill("[name=username]", login)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_load_state()
    page.goto(address)
    if prepare:
        prepare(page)
        page.wait_for_load_state()
    page.screenshot(path=HERE / f"{name}.png")
    shrink(HERE / f"{name}.png")
    page.context.close()


def shrink(path):
    """Keep 128 colors: flat pages lose nothing and take a third of the space."""
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128).save(path, optimize=True)


def main(base="http://127.0.0.1:8000", *names):
    HERE.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for line in PICTURES:
            if not names or line[0] in names:
                picture(browser, base, *line)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
