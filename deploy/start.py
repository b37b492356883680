"""What `make run` does once the packages are installed: makes the data ready, starts server and worker.

Each step may run again at every start. The messages are translated, so the catalog comes first.
"""

import hashlib
import os
import socket
import sys
from pathlib import Path

import django
from django.core.management import CommandError, call_command
from django.utils.translation import gettext as _

from deploy import environment, messages

BIN = Path(sys.executable).parent


def refusal(host, port):
    """Why nothing can listen on `host` and `port`, as a sentence; None if it can."""
    if not (port.isascii() and port.isdecimal()) or not 0 < int(port) < 65536:
        return _("PORT must be a number between 1 and 65535, for example: make run PORT=8001")
    try:
        address = socket.getaddrinfo(host, int(port), type=socket.SOCK_STREAM)[0]
        with socket.socket(*address[:2]) as listener:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address[4])
    except PermissionError:
        return _("Port %(port)s is for the administrator only. Take another: make run PORT=8001") % {"port": port}
    except socket.gaierror:
        return _("HOST=%(host)s is not an address of this machine.") % {"host": host}
    except OSError:
        return _("Port %(port)s is taken. Stop what uses it or take another: make run PORT=8001") % {"port": port}
    return None


def fingerprint_of_static():
    """Changes when a static file or the set of installed packages does."""
    files = [*sorted(Path("static").rglob("*")), Path("deploy/requirements.txt")]
    marks = [f"{path} {path.stat().st_size} {path.stat().st_mtime_ns}" for path in files if path.is_file()]
    return hashlib.sha256("\n".join(marks).encode()).hexdigest()


def collect_static():
    """Copy and compress the static files, unless that was done for exactly these."""
    from django.conf import settings

    stamp = settings.STATIC_ROOT / ".fingerprint"
    current = fingerprint_of_static()
    if stamp.exists() and stamp.read_text() == current:
        return
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp.write_text(current)


def load_demonstration():
    """Fill an empty database with the demonstration and list its accounts; real organizations are left alone."""
    from people.organizations.models import Organization

    if not Organization.objects.filter(is_demo=False).exists():
        call_command("load_demo")


def do_the_days_duties():
    """Let the calendar catch up; what it could not do is said and stops nobody from working."""
    try:
        call_command("tick")
    except CommandError as problem:
        print(problem)


def greeting(demo):
    """Where the product is and how to enter it."""
    address = f"http://{os.environ['HOST']}:{os.environ['PORT']}/"
    print("\n" + _("The product is at %(address)s (Ctrl+C stops it).") % {"address": address})
    if not demo:
        print(_('The first account: make manage ARGS="createsuperuser"'))
    print(flush=True)


def main():
    environment.prepare()
    messages.compile_catalogs()
    django.setup()
    from django.conf import settings

    problem = refusal(os.environ["HOST"], os.environ["PORT"])
    if problem:
        sys.exit(problem)
    print(_("Preparing the database…"), flush=True)
    call_command("migrate", interactive=False, verbosity=0)
    collect_static()
    if settings.DEMO:
        load_demonstration()
    do_the_days_duties()
    greeting(settings.DEMO)
    honcho = [str(BIN / "honcho"), "--procfile", "deploy/Procfile", "--env", os.devnull, "start"]
    os.execv(honcho[0], honcho)


if __name__ == "__main__":
    main()
