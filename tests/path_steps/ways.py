"""What everybody does alike, at a browser or without one."""


class Ways:
    """Somebody with a ``login`` and a ``password``, who opens, fills in, presses and sees."""

    def sign(self, button):
        """Type the own password, the signature under what is on the page, and press ``button``."""
        self.fill("Ваш пароль", self.password)
        self.press(button)

    def sign_in(self):
        """Come in by the door."""
        self.open("/sign-in/")
        self.fill("Электронная почта или имя для входа", self.login)
        self.fill("Пароль", self.password)
        self.press("Войти")

    def join(self, code):
        """Come in by a one-time code, choosing the own password."""
        self.open("/join/")
        self.fill("Одноразовый код", code)
        self.fill("Новый пароль", self.password)
        self.fill("Ещё раз то же самое", self.password)
        self.press("Войти")
        self.sees(f"входите под именем {self.login}")
        return self
