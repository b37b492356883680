"""Everything that can be known without running the product: `python -m deploy.check`."""

import os
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BIN = Path(sys.executable).parent
MANAGE = [sys.executable, "manage.py"]
CHECKS = {
    "format": [BIN / "ruff", "format", "--check", "."],
    "lint": [BIN / "ruff", "check", "--output-format", "concise", "."],
    "import contracts": [BIN / "lint-imports", "--no-logo"],
    "migrations": [*MANAGE, "makemigrations", "--check", "--dry-run"],
    "translations": [sys.executable, "-m", "deploy.messages", "check"],
    "production settings": [*MANAGE, "check", "--deploy", "--fail-level", "WARNING"],
}


def production(folder):
    """The environment of a school's server, with data in `folder`."""
    own = ("DATABASE_URL", "HTTPS", "MENTORING_DEMO", "MENTORING_TODAY", "PROXIES")
    kept = {name: text for name, text in os.environ.items() if name not in own}
    return kept | {
        "SECRET_KEY": secrets.token_urlsafe(64),
        "ALLOWED_HOSTS": "school.example",
        "MENTORING_DATA": folder,
    }


def main():
    failed = []
    with tempfile.TemporaryDirectory(prefix="ryadom-check-") as folder:
        Path(folder, "static").mkdir()
        for title, command in CHECKS.items():
            started = time.monotonic()
            done = subprocess.run(command, env=production(folder), capture_output=True, text=True, check=False)
            verdict = "failed" if done.returncode else "ok"
            print(f"{title}: {verdict} ({time.monotonic() - started:.1f} s)", flush=True)
            if done.returncode:
                failed.append(title)
                print(done.stdout + done.stderr, flush=True)
    return f"Not in order: {', '.join(failed)}." if failed else None


if __name__ == "__main__":
    sys.exit(main())
