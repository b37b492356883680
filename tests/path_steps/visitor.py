"""One person at a browser of their own: signing in, the first page, the way through the rail."""

import re

from playwright.sync_api import expect

NOTHING = "Сегодня вас ничего не ждёт."
WIDTH = """addEventListener("load", () => {
  const wide = document.documentElement.scrollWidth - innerWidth
  if (window === top && wide > 0) console.error(`SIDEWAYS by ${wide}px at ${innerWidth}px: ${location.pathname}`)
})"""


class Desk:
    """A browser at which one or several people sit in turn, each with cookies of their own.

    What breaks in it is collected in ``faults``: a page that scrolls sideways, an answer of a broken server. It
    shows no PDF inside a page unless asked to: each costs a second of the machine.
    """

    # Whoever signed in just now and still has the first page open, while nobody has done anything since.
    arrived = None

    def __init__(self, page):
        self.page, self.visitor, self.faults = page, None, []
        page.context.add_init_script(WIDTH)
        page.on("console", self._note_width)
        page.on("response", self._note_answer)
        self._network = page.context.new_cdp_session(page)
        self._network.send("Network.enable")
        self.show_papers(False)

    def show_papers(self, on):
        """Show the PDF inside a page from now on, or not."""
        self._network.send("Network.setBlockedURLs", {"urls": [] if on else ["*inline=1*"]})

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

    def _note_answer(self, response):
        if response.status >= 500:
            self.faults.append(f"{response.status} at {response.url}")


class Visitor:
    """Somebody with an account of ``slug``, or nobody yet, at a desk."""

    def __init__(self, desk, slug, login="", password=""):
        self.desk, self.slug, self.login, self.password = desk, slug, login, password
        self.cookies = []

    @property
    def page(self):
        return self.desk.seat(self)

    # ---- ways ----
    def open(self, path):
        return self.page.goto(path)

    def home(self):
        """Go to the first page of the organization; signing in led there."""
        if Desk.arrived is not self:
            self.open(f"/o/{self.slug}/")

    def section(self, name):
        """Press a name in the rail, also where it hides in «Ещё»."""
        self.page.wait_for_load_state()
        rail = self.page.get_by_role("navigation", name="Разделы")
        link = rail.get_by_role("link", name=name, exact=True)
        if not link.is_visible():
            rail.get_by_text("Ещё", exact=True).click()
        link.click()

    def press(self, name, exact=False):
        self.page.get_by_role("main").get_by_role("button", name=name, exact=exact).click()

    def follow(self, name, exact=False):
        """Press a link; an empty list offers the one of its head a second time."""
        self.page.get_by_role("main").get_by_role("link", name=name, exact=exact).first.click()

    def field(self, label, exact=False):
        return self.page.get_by_role("main").get_by_label(label, exact=exact)

    def fill(self, label, value, exact=False):
        self.field(label, exact).fill(value)

    def row(self, text):
        """The first row of a table that says ``text``."""
        return self.page.get_by_role("main").get_by_role("row").filter(has_text=text).first

    def sign(self, button):
        """Type the own password, the signature under what is on the page, and press ``button``."""
        self.fill("Ваш пароль", self.password)
        self.press(button)

    # ---- what the page says ----
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
    def is_asked(self, *sentences):
        self.home()
        self.sees(*sentences)

    def is_free_of(self, *sentences):
        self.home()
        self.heading("Сегодня, 15 октября")
        self.misses(*sentences)

    def does(self, sentence):
        """From the first page follow the button of a duty."""
        self.home()
        duty = self.page.locator("ul.todo li").filter(has_text=sentence).first
        duty.get_by_role("link").click()

    # ---- coming in ----
    def sign_in(self):
        self.open("/sign-in/")
        self.fill("Электронная почта или имя для входа", self.login)
        self.fill("Пароль", self.password)
        self.page.get_by_role("button", name="Войти").click()
        expect(self.page).to_have_url(re.compile(rf"/o/{self.slug}/$"))
        Desk.arrived = self
        return self

    def join(self, code):
        """Come in by a one-time code, choosing the own password."""
        self.open("/join/")
        self.fill("Одноразовый код", code)
        self.fill("Новый пароль", self.password)
        self.fill("Ещё раз то же самое", self.password)
        self.press("Войти")
        self.sees(f"входите под именем {self.login}")
        return self

    def download(self, name, role="link"):
        """Press and give the bytes of the file that comes."""
        with self.page.expect_download() as coming:
            self.page.get_by_role(role, name=name).first.click()
        return coming.value.path().read_bytes()
