"""The accounts of the demonstration: one password for all, made into a hash once."""

from functools import partial
from operator import eq

from django.contrib.auth.hashers import make_password

from people.accounts.models import User
from people.accounts.selectors import demo_accounts

PASSWORD = "nastavnik-demo"


class AccountMaker:
    """Makes accounts that all carry the hash of the one password, for a hash takes a third of a second."""

    def __init__(self):
        self.hash = make_password(PASSWORD)

    def make(self, login, **fields):
        """A demonstration account. The object at hand answers for its password without hashing it anew."""
        user = User.objects.create(login=login, password=self.hash, is_demo=True, **fields)
        user.check_password = partial(eq, PASSWORD)
        return user


def account_lines():
    """The accounts listed at sign-in as lines of text, one organization each, without its repeated ending."""
    lines = []
    for heading, accounts in demo_accounts():
        logins = [login for _label, login, _address in accounts]
        if heading:
            ending = logins[0].partition("@")[2]
            names = " ".join(login.partition("@")[0] for login in logins)
            lines.append(f"  {heading}: {names} … @{ending}")
        else:
            lines.append("  " + "  ".join(logins))
    return lines
