"""Settings and addresses of a measurement beside Django's admin: the product's own, and the changelist of one table."""

import os
import secrets

os.environ |= {"SECRET_KEY": secrets.token_urlsafe(64), "HTTPS": "0"}

from mentoring.settings import *  # noqa: E402, F403
from mentoring.settings import INSTALLED_APPS, STORAGES  # noqa: E402

INSTALLED_APPS = [*INSTALLED_APPS, "django.contrib.admin"]
ROOT_URLCONF = "benchmarks.admin_urls"
ALLOWED_HOSTS = ["testserver"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
SILENCED_SYSTEM_CHECKS = ["admin.E403", "admin.E408", "admin.E409", "admin.E410"]
