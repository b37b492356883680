"""Makes the pictures of the guides on a running demonstration: python docs/guide/pictures.py [address]."""

import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

HERE = Path(__file__).parent / "img"
PASSWORD = "nastavnik-demo"
WIDE, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
SCHOOL = "/o/school-3"
# file, account, address, viewport; «first:…» opens the first link of a list
PICTURES = (
    ("curator-home", "curator@school-3.example", f"{SCHOOL}/", WIDE),
    ("curator-mentors", "curator@school-3.example", f"{SCHOOL}/mentors/", WIDE),
    ("curator-import", "curator@school-3.example", f"{SCHOOL}/staff-lists/", WIDE),
    ("curator-order", "curator@school-3.example", f"{SCHOOL}/orders/", WIDE),
    ("curator-regulation", "curator@school-3.example", f"{SCHOOL}/regulation/", WIDE),
    ("curator-duties", "curator@lyceum-136.example", "/o/lyceum-136/duties/", WIDE),
    ("curator-roadmap", "curator@school-3.example", f"first:{SCHOOL}/roadmaps/", WIDE),
    ("director-law", "director@cdutt.example", "/o/cdutt/regulation/law/", WIDE),
    ("director-home", "director@school-3.example", f"{SCHOOL}/", WIDE),
    ("director-sign", "director@school-3.example", f"{SCHOOL}/orders/?state=submitted", WIDE),
    ("mentor-home-phone", "mentor@school-3.example", f"{SCHOOL}/", PHONE),
    ("mentor-program", "mentor@school-3.example", f"first:{SCHOOL}/programs/", WIDE),
    ("staff-open-bank", "staff@school-3.example", f"{SCHOOL}/mentors/open/", WIDE),
    ("sysadmin-accounts", "sysadmin@school-3.example", f"{SCHOOL}/accounts/", WIDE),
    ("admin-installation", "admin@demo.example", "/installation/", WIDE),
    ("admin-tree", "admin@demo.example", "/installation/authorities/", WIDE),
    ("observer-territory", "observer@bashkortostan.example", "/", WIDE),
)


def picture(browser, base, name, login, address, viewport):
    """Sign in, open the page and save it as a picture of one screen."""
    page = browser.new_context(base_url=base, viewport=viewport, locale="ru-RU").new_page()
    page.goto("/sign-in/")
    page.fill("[name=username]", login)
    page.fill("[name=password]", PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_load_state()
    page.goto(address.removeprefix("first:"))
    if address.startswith("first:"):
        page.locator("main tbody a, main .card a").first.click()
        page.wait_for_load_state()
    page.screenshot(path=HERE / f"{name}.png")
    shrink(HERE / f"{name}.png")
    page.context.close()


def shrink(path):
    """Keep 128 colors: flat pages lose nothing and take a third of the space."""
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128).save(path, optimize=True)


def main(base="http://127.0.0.1:8000"):
    HERE.mkdir(exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        for line in PICTURES:
            picture(browser, base, *line)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
