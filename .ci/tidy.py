#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy on what changed, the latest changes first, until the time is used up.

Changed is what differs from origin/main; without such a branch, or on it, what the last 20 commits touched; everything when there are no more commits.
A header is checked through the .cpp of its name. Fails on any warning; says how many files the time did not allow.
"""
import argparse
import concurrent.futures
import json
import pathlib
import re
import subprocess
import sys
import time

ROOT = pathlib.Path(__file__).resolve().parents[1]
BUILD = ROOT / "build/tidy"
COMMITS = 20


def git(*arguments):
    done = subprocess.run(["git", "-C", ROOT, *arguments], capture_output=True, text=True, check=False)
    return done.stdout.split("\n")[:-1] if done.returncode == 0 else []


def base_of_changes():
    head = git("rev-parse", "HEAD")
    base = git("merge-base", "origin/main", "HEAD")
    if base and base != head:
        return base[0]
    old = git("rev-parse", "--verify", "--quiet", f"HEAD~{COMMITS}")
    return old[0] if old else None


def changed_files():
    """Names of tracked C++ files to look at, those changed last first."""
    base = base_of_changes()
    if not base:
        return git("ls-files", "*.cpp", "*.h")
    recent = [name for name in git("log", "--format=", "--name-only", f"{base}..HEAD") if name]
    local = git("diff", "--name-only", "HEAD")
    return list(dict.fromkeys(local + recent))


def units(names, database):
    """The translation units of the compile database that stand for these files."""
    chosen = dict.fromkeys(str(pathlib.Path(name).with_suffix(".cpp")) for name in names if name.endswith((".h", ".cpp")))
    return [name for name in chosen if str(ROOT / name) in database]


def tidy(name, deadline):
    left = deadline - time.monotonic()
    if left < 5:
        return name, None, ""
    command = ["clang-tidy-19", "--quiet", "-p", BUILD, "--warnings-as-errors=*", "--extra-arg=-Wno-unknown-warning-option",
               "--extra-arg=-Wno-deprecated-declarations", ROOT / name]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=left, check=False)
    except subprocess.TimeoutExpired:
        return name, None, ""
    findings = [line for line in done.stdout.split("\n") if re.search(r": (warning|error): ", line)]
    return name, done.returncode == 0, "\n".join(dict.fromkeys(findings)) or done.stdout + done.stderr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=12)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    deadline = time.monotonic() + 60 * arguments.minutes
    configured = subprocess.run(["cmake", "--preset", "tidy"], cwd=ROOT, capture_output=True, text=True, check=False)
    if configured.returncode != 0:
        sys.exit(configured.stderr[-4000:])
    database = {entry["file"] for entry in json.loads((BUILD / "compile_commands.json").read_text())}
    names = units(arguments.files or changed_files(), database)
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        results = list(pool.map(lambda name: tidy(name, deadline), names))
    for name, good, output in results:
        if good is False:
            print(f"--- {name}\n{output}".replace(f"{ROOT}/", ""))
    checked = sum(good is not None for _, good, _ in results)
    bad = sum(good is False for _, good, _ in results)
    print(f"clang-tidy: {checked} of {len(names)} files checked, {bad} with warnings, {len(names) - checked} left for want of time")
    return 1 if bad or (names and not checked) else 0


if __name__ == "__main__":
    sys.exit(main())
