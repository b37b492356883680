#!/usr/bin/env bash
# Usage: deploy/debian.sh PURPOSE PACKAGE...
# Installs the Debian packages that are missing when it is root, otherwise prints the command.
# Exit code 1: some of them are still missing.
set -uo pipefail

purpose=$1
shift
missing=()
for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q '^install ok installed' || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

if ! command -v apt-get >/dev/null; then
    echo "$purpose needs what Debian calls ${missing[*]}. Install it with the package manager of this system." >&2
    exit 1
fi
command=(apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=120 "${missing[@]}")
if [ "$(id -u)" -ne 0 ]; then
    echo "$purpose needs a system package. Ask the administrator to run: sudo apt-get install -y ${missing[*]}" >&2
    exit 1
fi

export DEBIAN_FRONTEND=noninteractive
echo "Installing ${missing[*]}"
# A machine fresh from its image has no package lists, so the first try may fail for want of them.
if output=$("${command[@]}" 2>&1) || output=$(apt-get update 2>&1 && "${command[@]}" 2>&1); then
    exit 0
fi
tail -n 5 <<<"$output" >&2
echo "$purpose needs ${missing[*]}, which could not be installed. Try later: apt-get update && apt-get install -y ${missing[*]}" >&2
exit 1
