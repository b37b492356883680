"""Sign-in by e-mail or login name, in any letter case."""

from django.conf import settings
from django.contrib.auth.backends import ModelBackend

from people.accounts.models import User


class LoginNameBackend(ModelBackend):
    """Django's own check of the password; the user comes with the person in the same query."""

    def get_user(self, user_id):
        user = User.objects.select_related("person").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None

    def user_can_authenticate(self, user):
        """Open accounts only; those of the demonstration, whose password everybody knows, only while it is on."""
        return super().user_can_authenticate(user) and (settings.DEMO or not user.is_demo)
