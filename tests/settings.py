"""Settings of the tests: the product's own, with a folder of their own and without what only costs time.

TEST_DATABASE_URL  the database server to test on; by default SQLite in a temporary folder
"""

import atexit
import os
import secrets
import shutil
import tempfile
from pathlib import Path

if "RYADOM_TEST_FOLDER" not in os.environ:
    os.environ["RYADOM_TEST_FOLDER"] = tempfile.mkdtemp(prefix="ryadom-test-")
    atexit.register(shutil.rmtree, os.environ["RYADOM_TEST_FOLDER"], ignore_errors=True)
TEST_FOLDER = Path(os.environ["RYADOM_TEST_FOLDER"], os.environ.get("PYTEST_XDIST_WORKER", "main"))

for name in ("DATABASE_URL", "MENTORING_TODAY", "MENTORING_DEMO", "ALLOWED_HOSTS", "EMAIL_URL", "PROXIES"):
    os.environ.pop(name, None)
if os.environ.get("TEST_DATABASE_URL"):
    os.environ["DATABASE_URL"] = os.environ["TEST_DATABASE_URL"]
os.environ |= {"SECRET_KEY": secrets.token_urlsafe(64), "MENTORING_DATA": str(TEST_FOLDER), "HTTPS": "0"}

from mentoring.settings import *  # noqa: E402, F403
from mentoring.settings import DATABASES, LOGGING, STORAGES  # noqa: E402

# A refusal is what many tests ask for: nobody reads its trace, and writing it takes as long as the page.
LOGGING = LOGGING | {"loggers": {"django.request": {"level": "ERROR"}}}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
(TEST_FOLDER / "static").mkdir(exist_ok=True)

if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file and not memory: the live server's threads need connections of their own.
    DATABASES["default"]["TEST"] = {"NAME": str(TEST_FOLDER / "test.sqlite3")}
    DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
else:
    # A kept connection of the live server would stand in the way of dropping the database.
    DATABASES["default"]["CONN_MAX_AGE"] = 0
