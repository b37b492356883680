"""Sign-in by e-mail or login name, in any letter case."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from people.accounts.models import User


class LoginNameBackend(ModelBackend):
    """Django's own check of the password; the user comes with the person in the same query."""

    def get_user(self, user_id):
        try:
            user = User.objects.select_related("person").get(pk=user_id)
        except User.DoesNotExist:
            return None
        return user if self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user):
        """Open accounts only; those of the demonstration, whose password everybody knows, only while it is on."""
        return super().user_can_authenticate(user) and (settings.DEMO or not user.is_demo)
