"""The catalog of translations: `python -m deploy.messages compile | check | update`.

compile  .po to .mo, by Babel, so that a machine without gettext can run the product
check    every message of the code and the templates has its Russian text, whole and confirmed
update   bring the .po up to the messages of the code (needs Debian's gettext)
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
CATALOG = ROOT / "locale" / "ru" / "LC_MESSAGES" / "django.po"
SOURCES = ("mentoring", "people", "programs", "reports", "templates", "deploy")


def read_catalog(path):
    """The catalog in the file at `path`."""
    with path.open("rb") as file:
        return read_po(file, locale="ru")


def compile_catalogs():
    """Write the .mo beside the .po if it is missing or older; a reader never sees half a file."""
    target = CATALOG.with_suffix(".mo")
    if not CATALOG.exists() or (target.exists() and target.stat().st_mtime >= CATALOG.stat().st_mtime):
        return
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as file:
        write_mo(file, read_catalog(CATALOG))
    os.chmod(file.name, 0o644)
    os.replace(file.name, target)


def make_messages(folder, *options):
    """Run Django's makemessages over `folder`; whole words only, no guesses."""
    code = (
        "import sys; from django.core.management import execute_from_command_line;"
        "from django.core.management.commands.makemessages import Command;"
        "Command.msgmerge_options = [*Command.msgmerge_options, '--no-fuzzy-matching'];"
        "execute_from_command_line(['', 'makemessages', *sys.argv[1:]])"
    )
    environment = {name: text for name, text in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    arguments = [
        "--locale=ru",
        "--no-obsolete",
        "--no-wrap",
        "--add-location=file",
        "--verbosity=0",
        *options,
    ]
    subprocess.run([sys.executable, "-c", code, *arguments], cwd=folder, env=environment, check=True)


def extract(keep):
    """What `keep` makes of a temporary folder with the sources and the catalog brought up to them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for source in SOURCES:
            if (ROOT / source).exists():
                shutil.copytree(ROOT / source, folder / source, ignore=shutil.ignore_patterns("migrations", "*.pyc"))
        catalog = folder / CATALOG.relative_to(ROOT)
        catalog.parent.mkdir(parents=True)
        if CATALOG.exists():
            shutil.copy(CATALOG, catalog)
        make_messages(folder)
        return keep(catalog)


def faults_of(message, catalog):
    """Why the translation of `message` cannot be shown to a person."""
    texts = message.string if isinstance(message.string, tuple) else (message.string,)
    if message.fuzzy:
        yield "fuzzy"
    if not all(texts) or (message.pluralizable and len(texts) != catalog.num_plurals):
        yield "not translated"


def placeholders():
    """Sentences of gettext about translations whose placeholders are not those of the message."""
    command = ["msgfmt", "--check-format", f"--output-file={os.devnull}", str(CATALOG)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.stderr.splitlines() if done.returncode else []


def check():
    """Sentences about every message that is missing, unconfirmed, incomplete or no longer used."""
    if not CATALOG.exists():
        return [f"{CATALOG.relative_to(ROOT)} is missing"]
    ours, wanted = read_catalog(CATALOG), extract(read_catalog)
    found = [f"{fault}: {message.id}" for message in wanted if message.id for fault in faults_of(message, wanted)]
    used = {(message.id, message.context) for message in wanted}
    unused = [f"no longer used: {m.id}" for m in ours if (m.id, m.context) not in used]
    obsolete = [f"no longer used: {m.id}" for m in ours.obsolete.values()]
    return found + unused + obsolete + placeholders()


def update():
    """Rewrite the .po; without the moment of writing, which would change in every commit."""
    text = extract(lambda catalog: catalog.read_text())
    CATALOG.parent.mkdir(parents=True, exist_ok=True)
    CATALOG.write_text(re.sub(r'"POT-Creation-Date:.*\n', "", text))


def main(command):
    if command == "compile":
        return compile_catalogs()
    if not shutil.which("msgmerge"):
        return "The messages are read by gettext. Install it: apt-get install gettext"
    if command == "update":
        return update()
    return "\n".join(check()) or None


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
