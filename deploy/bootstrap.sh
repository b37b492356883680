#!/usr/bin/env bash
# Usage: deploy/bootstrap.sh LOCK
# Makes .venv and installs the packages that LOCK pins, unless they are there already. PYTHON says with which Python.
set -euo pipefail
cd "$(dirname "$0")/.."

lock=$1
stamp=.venv/.installed-$(basename "$lock")
wanted=$(sha256sum <"$lock")

fail() {
    echo "$1" >&2
    exit 1
}

# The system's own Python comes first: Debian builds it with every optimization, while one compiled at hand
# usually is half as slow again. Whichever can make an environment by itself goes before one that lacks a part.
find_python() {
    local candidate parts
    for parts in "ensurepip, venv" "sys"; do
        for candidate in ${PYTHON:-/usr/bin/python3.11 python3.11 python3}; do
            if "$candidate" -c "import sys, $parts; sys.exit(sys.version_info < (3, 11))" 2>/dev/null; then
                echo "$candidate"
                return
            fi
        done
    done
    fail "Python 3.11 or later was not found. Install it (Debian: apt-get install python3) and try again."
}

make_venv() {
    local python
    python=$(find_python)
    # Debian cuts ensurepip out of Python into python3-venv.
    if "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        "$python" -m venv .venv
    elif "$python" -m pip --version >/dev/null 2>&1 && "$python" -m venv --without-pip .venv 2>/dev/null; then
        "$python" -m pip --python .venv/bin/python install --quiet --disable-pip-version-check pip
    else
        deploy/debian.sh "The virtual environment" python3-venv || exit 1
        "$python" -m venv .venv
    fi
}

if ! .venv/bin/python -m pip --version >/dev/null 2>&1; then
    echo "Making the virtual environment"
    rm -rf .venv
    make_venv
fi
if [ "$(cat "$stamp" 2>/dev/null)" != "$wanted" ]; then
    echo "Installing the packages pinned in $lock"
    .venv/bin/python -m pip install --quiet --disable-pip-version-check -r "$lock" ||
        fail "The packages could not be installed. Check the way to the package index and run the command again."
    echo "$wanted" >"$stamp"
fi
