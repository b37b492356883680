"""Letters go out by the background worker, after the deed is written, and never hold up a page."""

from functools import partial

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django_tasks import task


def letters_go_out():
    """Whether this installation has a mail server (EMAIL_URL); the demonstration never writes to anybody."""
    return not settings.DEMO and not settings.EMAIL_BACKEND.endswith("dummy.EmailBackend")


@task()
def deliver(to, subject, body):
    """Hand one letter to the mail server; the worker keeps the result and the error, if any."""
    send_mail(subject, body, None, [to])


def send_letter(to, subject, body):
    """Ask the worker to send a letter once the present transaction is written; nothing without a mail server."""
    if letters_go_out():
        transaction.on_commit(partial(deliver.enqueue, to, subject, body))
