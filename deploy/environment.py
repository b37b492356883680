"""The environment of a machine that has no configuration of its own.

What the administrator set always wins. `python -m deploy.environment COMMAND …` runs the command in it.
"""

import os
import secrets
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOOPBACK = ("localhost", "127.0.0.1")


def data_folder():
    """Folder of the database, the files and the key; made if it is missing."""
    folder = Path(os.environ.get("MENTORING_DATA") or ROOT / "var")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def secret_key(folder):
    """The key kept in `folder`, readable by its owner only; made at the first call."""
    path = folder / "secret_key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    key = secrets.token_urlsafe(64)
    with os.fdopen(handle, "w") as file:
        file.write(key)
    return key


def own_names(host):
    """Names and addresses under which this machine answers when it listens on `host`."""
    if host in LOOPBACK:
        return list(LOOPBACK)
    addresses = subprocess.run(["hostname", "-I"], capture_output=True, text=True, check=False).stdout.split()
    return [*LOOPBACK, socket.gethostname(), *([host] if host != "0.0.0.0" else addresses)]


def prepare():
    """Fill what is not set in os.environ: key, data folder, plain HTTP, the demonstration."""
    folder = data_folder()
    defaults = {
        "DJANGO_SETTINGS_MODULE": "mentoring.settings",
        "MENTORING_DATA": str(folder),
        "HOST": "127.0.0.1",
        "PORT": "8000",
        "HTTPS": "0",
        "MENTORING_DEMO": "1",
    }
    for name, value in defaults.items():
        if not os.environ.get(name):
            os.environ[name] = value
    if not os.environ.get("SECRET_KEY"):
        os.environ["SECRET_KEY"] = secret_key(folder)
    if not os.environ.get("ALLOWED_HOSTS"):
        os.environ["ALLOWED_HOSTS"] = ",".join(own_names(os.environ["HOST"]))


if __name__ == "__main__":
    prepare()
    os.execvp(sys.argv[1], sys.argv[1:])
