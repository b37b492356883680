"""Sign-in by e-mail or login name, in any letter case."""

from django.contrib.auth.backends import ModelBackend

from people.accounts.models import User


class LoginNameBackend(ModelBackend):
    """Django's own check of the password; the user comes with the person in the same query."""

    def get_user(self, user_id):
        user = User.objects.select_related("person").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
