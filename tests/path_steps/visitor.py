"""One person at a browser of their own: signing in, the first page, the way through the rail."""

import re
from functools import cached_property

from django.conf import settings
from playwright.sync_api import expect

from tests.path_steps.first_page import FirstPage
from tests.path_steps.reader import Reader
from tests.path_steps.ways import Ways

WIDTH = """addEventListener("load", () => {
  const wide = document.documentElement.scrollWidth - innerWidth
  if (window === top && wide > 0) console.error(`SIDEWAYS by ${wide}px at ${innerWidth}px: ${location.pathname}`)
})"""


class Desk:
    """A browser at which one or several people sit in turn, each with cookies of their own.

    A page that scrolls sideways is collected in ``faults``.
    """

    # Whoever signed in just now and still has the first page open, while nobody has done anything since.
    arrived = None

    def __init__(self, new_page, **options):
        self.new_page, self.options, self.visitor, self.faults = new_page, options, None, []
        self.address = new_page.home

    @cached_property
    def page(self):
        """Opened for whoever sits down first."""
        page = self.new_page(**self.options)
        page.context.add_init_script(WIDTH)
        page.on("console", self._note_width)
        return page

    def seat(self, visitor):
        """The page with ``visitor`` in front of it."""
        Desk.arrived = None
        if self.visitor is not visitor:
            context = self.page.context
            if self.visitor is not None:
                self.visitor.cookies = context.cookies()
                context.clear_cookies()
            context.add_cookies(visitor.cookies)
            self.visitor = visitor
        return self.page

    def _note_width(self, message):
        if message.text.startswith("SIDEWAYS"):
            self.faults.append(message.text)


class Visitor(Ways):
    """Somebody with an account of ``slug``, or nobody yet, at a desk.

    The first page is opened in the browser once, and a duty pressed on it once; after that it is read without one.
    """

    has_looked = has_pressed = False

    def __init__(self, desk, slug, login="", password=""):
        self.desk, self.slug, self.login, self.password = desk, slug, login, password
        self.cookies = []

    @property
    def page(self):
        return self.desk.seat(self)

    @cached_property
    def first_page(self):
        return FirstPage(self.slug, self.login)

    @cached_property
    def reader(self):
        """The same person without a browser."""
        return Reader(self)

    # ---- ways ----
    def open(self, path):
        return self.page.goto(path)

    def home(self):
        """Go to the first page of the organization; signing in led there."""
        if Desk.arrived is not self:
            self.open(f"/o/{self.slug}/")
        self.has_looked = True

    def section(self, name):
        """Press a name in the rail, also where it hides in «Ещё»."""
        if self.desk.visitor is not self:
            self.home()
        self.page.wait_for_load_state()
        rail = self.page.get_by_role("navigation", name="Разделы")
        link = rail.get_by_role("link", name=name, exact=True)
        if not link.is_visible():
            rail.get_by_text("Ещё", exact=True).click()
        link.click()

    def press(self, name, exact=False):
        self.page.get_by_role("main").get_by_role("button", name=name, exact=exact).click()

    def unfold(self, text):
        """Open what is folded away under ``text``."""
        self.page.get_by_text(text).click()

    def follow(self, name, exact=False, within=None):
        """Press a link; an empty list offers the one of its head a second time."""
        around = self.page.get_by_role("main") if within is None else within
        around.get_by_role("link", name=name, exact=exact).first.click()

    def field(self, label, exact=False, within=None):
        around = self.page.get_by_role("main") if within is None else within
        return around.get_by_label(label, exact=exact)

    def fill(self, label, value, exact=False):
        self.field(label, exact).fill(value)

    def choose(self, css, number, value):
        """Choose in one of several fields alike."""
        self.page.locator(css).nth(number).select_option(value)

    def part(self, css, text):
        """The first such part of the page that says ``text``."""
        return self.page.get_by_role("main").locator(css).filter(has_text=text).first

    def row(self, text):
        """The first row of a table that says ``text``."""
        return self.page.get_by_role("main").get_by_role("row").filter(has_text=text).first

    # ---- what the page says ----
    def says(self, part, *texts):
        for text in texts:
            expect(part).to_contain_text(text)

    def text_of(self, css, within=None):
        around = self.page.get_by_role("main") if within is None else within
        return around.locator(css).first.inner_text()

    def texts(self, css):
        """What each of several parts alike says."""
        parts = self.page.get_by_role("main").locator(css)
        expect(parts.first).to_be_visible()
        return parts.all_inner_texts()

    def cells(self, css):
        """The first line of every cell in the last such table, row by row."""
        rows = self.page.get_by_role("main").locator(css).last.locator("tbody tr")
        return rows.evaluate_all("rows => rows.map(row => [...row.cells].map(each => each.innerText.split('\\n')[0]))")

    def sees(self, *texts):
        for text in texts:
            expect(self.page.get_by_role("main")).to_contain_text(text)

    def misses(self, *texts):
        for text in texts:
            expect(self.page.get_by_role("main")).not_to_contain_text(text)

    def heading(self, text):
        """Wait for the page headed so, until it is whole: what is counted next is counted on all of it."""
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(text)
        self.page.wait_for_load_state()

    def state(self, text):
        """The badge beside the heading."""
        expect(self.page.locator(".page-head .badge, .page-head .state").first).to_contain_text(text)

    def points(self):
        """The points of the order in the editor, as one text."""
        areas = self.page.locator("textarea[name$=-text]")
        expect(areas.first).to_be_visible()
        self.page.wait_for_load_state()
        return " ".join(area.input_value() for area in areas.all())

    # ---- the first page ----
    def is_asked(self, *sentences, no_more=()):
        if self.has_looked:
            self.first_page.is_asked(*sentences, no_more=no_more)
        else:
            self.home()
            self.sees(*sentences)
            self.misses(*no_more)

    def is_free_of(self, *sentences):
        if self.has_looked:
            self.first_page.is_free_of(*sentences)
        else:
            self.home()
            self.heading("Сегодня, 15 октября")
            self.misses(*sentences)

    def does(self, sentence):
        """Go where the button of a duty leads: the first time by pressing it."""
        if self.has_pressed:
            self.open(self.first_page.leads_to(sentence))
        else:
            self.home()
            self.page.locator("ul.todo li").filter(has_text=sentence).first.get_by_role("link").click()
            self.has_pressed = True

    # ---- coming in ----
    def sign_in(self):
        super().sign_in()
        expect(self.page).to_have_url(re.compile(rf"/o/{self.slug}/$"))
        Desk.arrived = self
        return self

    def sit_down(self):
        """Sit down signed in already: the door is walked by others."""
        cookie = self.first_page.client.cookies[settings.SESSION_COOKIE_NAME]
        self.cookies = [{"name": cookie.key, "value": cookie.value, "url": self.desk.address}]
        return self

    def download(self, name, role="link"):
        """Press and give the bytes of the file that comes."""
        with self.page.expect_download() as coming:
            self.page.get_by_role(role, name=name).first.click()
        return coming.value.path().read_bytes()
