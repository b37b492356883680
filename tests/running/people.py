"""A server of its own on the database of the test, and people who talk to it over real connections."""

import os
import re
import socket
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request
from contextlib import closing, contextmanager
from http.client import HTTPConnection
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.test import Client

ROOT = Path(__file__).resolve().parent.parent.parent
AT_ONCE = 16
HIDDEN = re.compile(r'<input type="hidden" name="(\w+)"(?: value="([^"]*)")?')


def _free_port():
    with closing(socket.socket()) as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


def _address_of_database():
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    # A folder instead of a host: the server is reached over its socket, which knows whoever asks.
    who = f"{values['USER']}:{values['PASSWORD']}" if values["PASSWORD"] else values["USER"]
    where = f"/{values['HOST']}" if values["HOST"].startswith("/") else f"{values['HOST']}:{values['PORT'] or 5432}"
    return f"postgres://{who}@{where}/{values['NAME']}"


@contextmanager
def running_server():
    """The address of the application server of the product, two processes, on the database of this test."""
    port = _free_port()
    environment = os.environ | {
        "TEST_DATABASE_URL": _address_of_database(),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "KEY_OF_TEST": settings.SECRET_KEY,
        "PORT": str(port),
    }
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/server.py", "--threads", "8", "tests.running.wsgi"]
    address = f"http://127.0.0.1:{port}"
    with tempfile.TemporaryFile("w+", encoding="utf-8") as said:
        server = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=said, stderr=said)
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.terminate()
            server.wait(30)
            said.seek(0)
            # pytest keeps it and shows it with a test that failed: the reason of an answer 500.
            sys.stdout.write(said.read())


def _wait_for(address, server):
    deadline = time.monotonic() + 90
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"{address}/sign-in/", timeout=30).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError("The server did not come up.")


class Someone:
    """A person who is signed in, with cookies of their own."""

    def __init__(self, address, user):
        self.address = address
        visitor = Client()
        visitor.force_login(user)
        self.cookies = visitor.cookies

    def form(self, path, name):
        """The hidden fields of the page, the one ``name`` among them."""
        fields = dict(HIDDEN.findall(self._ask("GET", path).read().decode()))
        assert name in fields
        return fields

    def post(self, path, values, **headers):
        """The status of the answer."""
        headers |= {"Referer": self.address + path, "Content-Type": "application/x-www-form-urlencoded"}
        return self._ask("POST", path, urllib.parse.urlencode(values), **headers).status

    def _ask(self, method, path, body=None, **headers):
        line = HTTPConnection(urllib.parse.urlsplit(self.address).netloc, timeout=120)
        line.request(method, path, body, {"Cookie": self.cookies.output([], "", "; ")} | headers)
        answer = line.getresponse()
        self.cookies.load("; ".join(answer.headers.get_all("Set-Cookie", [])))
        return answer
