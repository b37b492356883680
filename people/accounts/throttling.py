"""Guessing is slow: for which account a failure counts, and what a success forgives."""

from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt


def account_key(request, credentials):
    """The account a try is about, in one spelling: letter case and spaces make no account of their own."""
    name = (credentials or request.POST).get("username")
    return name.strip().lower() if name else None


class Throttle(AxesDatabaseHandler):
    """Ten failures for an account or from an address, then sign-in rests."""

    def reset_user_attempts(self, request, credentials=None):
        """Forget the failures of the account that came in.

        Failures for other accounts from the same address stay: otherwise whoever has an account could guess at
        others without end, coming in now and then.
        """
        count, _by_model = AccessAttempt.objects.filter(username=get_client_username(request, credentials)).delete()
        return count
