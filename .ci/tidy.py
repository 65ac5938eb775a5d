#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""clang-tidy on what changed last, then on the rest of the tree, until the time is used up (decisions 30; docs/decisions/0002).

The files of a folder are checked together as the preset tidy compiles them (GUICHET_UNITY): most of the time goes into the headers they share.
Fails on any warning. File names after the options: only these. --minutes 120: the whole tree.
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


def tracked_files():
    """Tracked .cpp files, those changed last first."""
    recent = git("diff", "--name-only", "HEAD") + [name for name in git("log", "--format=", "--name-only", f"-{COMMITS}") if name]
    tracked = git("ls-files", "*.cpp")
    known = set(tracked)
    changed = (str(pathlib.Path(name).with_suffix(".cpp")) for name in recent)
    return list(dict.fromkeys([name for name in changed if name in known] + tracked))


def units(names):
    """The translation units that hold these files, in their order; a unit of several files includes them by their paths."""
    holders = {}
    for entry in json.loads((BUILD / "compile_commands.json").read_text()):
        unit = pathlib.Path(entry["file"])
        together = re.findall(r'^#include "(/[^"]+)"', unit.read_text(), re.MULTILINE) if unit.suffix == ".cxx" else [entry["file"]]
        holders.update(dict.fromkeys(together, str(unit)))
    return list(dict.fromkeys(holders[str(ROOT / name)] for name in names if str(ROOT / name) in holders))


def tidy(name, deadline):
    left = deadline - time.monotonic()
    if left < 5:
        return name, None, ""
    command = ["clang-tidy-22", "--quiet", "-p", BUILD, "--warnings-as-errors=*", "--extra-arg=-Wno-unknown-warning-option",
               "--extra-arg=-Wno-deprecated-declarations", "--extra-arg=-Wno-c2y-extensions", name]  # Catch counts with __COUNTER__
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=left, check=False)
    except subprocess.TimeoutExpired:
        return name, None, ""
    findings = [line for line in done.stdout.split("\n") if re.search(r": (warning|error): ", line)]
    return name, done.returncode == 0, "\n".join(dict.fromkeys(findings)) or done.stdout + done.stderr


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=15)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    deadline = time.monotonic() + 60 * arguments.minutes
    configured = subprocess.run(["cmake", "--preset", "tidy"], cwd=ROOT, capture_output=True, text=True, check=False)
    if configured.returncode != 0:
        sys.exit(configured.stderr[-4000:])
    names = units(arguments.files or tracked_files())
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        results = list(pool.map(lambda name: tidy(name, deadline), names))
    for name, good, output in results:
        if good is False:
            print(f"--- {name}\n{output}".replace(f"{ROOT}/", ""))
    checked = sum(good is not None for _, good, _ in results)
    bad = sum(good is False for _, good, _ in results)
    print(f"clang-tidy: {checked} of {len(names)} units checked, {bad} with warnings, {len(names) - checked} left for want of time")
    return 1 if bad or checked == 0 else 0


if __name__ == "__main__":
    sys.exit(main())
