#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves the arrows of docs/architecture.md and the rules of the house that a compiler does not see.

Usage: check_layers.py [ROOT]. Prints a line for each offender and exits with 1, or nothing and 0.
"""
import pathlib
import re
import sys

# Who may know whom. A folder belongs to its longest key; "core" is every folder of core that is not named here: plain values, pure functions.
KNOWS = {
    "core": {"core"},
    "core/crypto": {"core/base", "core/crypto"},
    "core/ledger": {"core", "core/crypto", "core/ledger"},
    "core/usecases": {"core", "core/crypto", "core/ledger", "core/usecases"},
    "hardware": {"core", "hardware"},
    "sync": {"core", "core/crypto", "core/ledger", "sync"},
    "ui": {"core", "core/usecases", "ui"},
    "app": {"core", "core/crypto", "core/ledger", "core/usecases", "hardware", "sync", "ui", "app"},
}

TOKEN = re.compile(
    r'(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<include>^[ \t]*#[ \t]*include[ \t]*["<][^">\n]*[">])'
    r'|(?P<raw>R"(?P<mark>[^()\\\s]*)\((?P<body>.*?)\)(?P=mark)")|(?P<string>"(?:\\.|[^"\\\n])*")|(?P<number>\b[0-9][0-9a-zA-Z\']*)'
    r"|(?P<char>'(?:\\.|[^'\\\n])+')",
    re.DOTALL | re.MULTILINE)
SQL = re.compile(r"\b(SELECT\s+\S|INSERT\s+(INTO|OR)\b|UPDATE\s+\w+\s+SET\b|DELETE\s+FROM\b|(CREATE|DROP|ALTER)\s+(TABLE|TRIGGER|INDEX|VIEW)\b"
                 r"|PRAGMA\s+\w|BEGIN\s+IMMEDIATE\b|VACUUM\b)")
STORES_OF_THE_CENTRE = {"sync/central/AccountRows.cpp", "sync/central/AccountStore.cpp", "sync/central/FormerTillStore.cpp"}
# What SQLite 3.40 understands and PostgreSQL 15 does not, or otherwise (decisions 26): it stands in core/ledger/EngineSqlite.cpp alone.
DIALECT = re.compile(r"\b(INSERT\s+OR\s+\w+|UPDATE\s+OR\s+\w+|REPLACE\s+INTO|PRAGMA|VACUUM|REINDEX|ATTACH|BEGIN\s+(?:IMMEDIATE|EXCLUSIVE)"
                     r"|sqlite_\w+|rowid|AUTOINCREMENT|GLOB|LIKE|MATCH|REGEXP|ISNULL|NOTNULL|IS\s+NOT\s+(?!NULL)[\w:?]+|IS\s+(?!NULL|NOT)[\w:?]+"
                     r"|INDEXED\s+BY|COLLATE\s+NOCASE)\b|\bLIMIT\s+[\w:?]+\s*,|\b(IFNULL|IIF|INSTR|TYPEOF|PRINTF|UNICODE|RANDOMBLOB|ZEROBLOB|QUOTE|HEX"
                     r"|GROUP_CONCAT|TOTAL|JULIANDAY|UNIXEPOCH|STRFTIME|DATE|TIME|DATETIME|CHANGES|LAST_INSERT_ROWID|JSON\w*)\s*\("
                     r"|\b(MIN|MAX)\s*\([^()]*,|==|->>?|\[\w+\]|`|(?<!')\bx'[0-9a-f]", re.IGNORECASE)
# PostgreSQL makes a SUM of BIGINT numeric, QPSQL a double of that.
BARE_SUM = re.compile(r"(?<!CAST\()(?<!CAST\(-)(?<!CAST\(COALESCE\()\bSUM\s*\(")
CLOCK = re.compile(r"\b(QDateTime::currentDateTime(Utc)?|QDateTime::current(M?Secs|Secs)SinceEpoch|QDate::currentDate|QTime::currentTime"
                   r"|system_clock::now)\b")
SINGLETON = re.compile(r"\bstatic\s[^;(){}]*[&*]\s*(instance|self|singleton)\s*\(\s*\)|\b(?!Q[A-Z])\w+::instance\s*\(\s*\)")
TRANSLATION = re.compile(r"(?<![\w.>])(?:\w+::)?tr\s*\(|\bQCoreApplication::translate\s*\(|\bQT_TR(ANSLATE)?_NOOP\w*\s*\(")
SENTENCE = re.compile(r"[^\x00-\x7F\u00b7\u2192]")  # what is not ASCII in a literal is French or Dutch; · and → join keys and titles
# What is of POSIX, Linux or Windows alone: hardware/transport and app keep it behind interfaces.
SYSTEM = re.compile(r"(sys|linux|netinet|arpa|net|mach)/.*|(unistd|fcntl|poll|termios|dirent|dlfcn|pthread|semaphore|netdb|pwd|grp|sched|spawn|syslog|strings"
                    r"|windows|winsock2|io)\.h")
INEXACT = re.compile(r"\b(double|float|qreal)\b")


class Source:
    """A file, taken apart: what it includes, its string literals, and its code without them and without comments."""

    def __init__(self, root, path):
        self.name = path.relative_to(root).as_posix()
        self.includes, self.strings = [], []
        self.code = TOKEN.sub(self._sort, path.read_text(encoding="utf-8"))

    def _sort(self, match):
        if match["include"]:
            self.includes.append(re.search(r'["<]([^">]*)', match["include"])[1])
        elif match["raw"]:
            self.strings.append(match["body"])
        elif match["string"]:
            self.strings.append(match["string"][1:-1])
        elif match["number"]:
            return match[0]
        return '""' if match["raw"] or match["string"] else " "

    def within(self, *folders):
        return any(self.name.startswith(folder + "/") for folder in folders)


def layer_of(name):
    parts = name.split("/")
    pair = "/".join(parts[:2])
    return pair if pair in KNOWS else parts[0]


def may_know(layer, included):
    folder = included.rsplit("/", 1)[0]
    return any(layer_of(included) == known or folder == known for known in KNOWS[layer])


def arrows(source):
    layer = layer_of(source.name)
    for included in source.includes:
        if "/" not in included or layer_of(included) not in KNOWS and not included.startswith("tests/"):
            if layer.startswith("core") and layer != "core/ledger" and included.startswith("QSql"):
                yield f"{layer} must not know <{included}>: SQL stands in core/ledger"
        elif included.startswith("tests/") or not may_know(layer, included):
            yield f"{layer} must not know {included}"


def systems(source):
    if source.within("core", "ui", "sync"):
        for included in source.includes:
            if SYSTEM.fullmatch(included):
                yield f"of one system only, it stands in hardware/transport or app: <{included}>"


def dialects(source):
    """Statements are found by their first words; those that are put together from pieces begin with a blank or a clause."""
    for text in source.strings:
        if not (SQL.search(text) or re.match(r"\s*(AND|OR|FROM|WHERE|ORDER|GROUP|UNION|JOIN)\b", text)):
            continue
        if found := DIALECT.search(text):
            yield f"SQLite only, it belongs in EngineSqlite.cpp: {' '.join(found[0].split())!r}"
        if BARE_SUM.search(text):
            yield "a SUM is cast to BIGINT"


def habits(source):
    if not source.within("core/ledger", "app/bench") and source.name not in STORES_OF_THE_CENTRE:
        for text in source.strings:
            if found := SQL.search(text):
                yield f"SQL stands in core/ledger only: {found[0]!r}"
    if source.within("core/ledger", "sync/central") and not source.name.startswith("core/ledger/Engine"):
        yield from dialects(source)
    if source.name not in ("core/base/Clock.cpp", "core/base/Id.cpp"):
        for found in CLOCK.finditer(source.code):
            yield f"the time is an argument (core/base/Clock.h): {found[0]}"
    for found in SINGLETON.finditer(source.code):
        yield f"no singletons: {' '.join(found[0].split())}"
    if not source.within("ui", "core/receipt"):
        for found in TRANSLATION.finditer(source.code):
            yield f"text for people stands in ui and core/receipt only: {found[0].strip()}"
    if source.within("core/usecases", "core/ledger", "core/planning", "core/pricing"):
        for text in source.strings:
            if found := SENTENCE.search(text):
                yield f"text for people stands in ui and core/receipt only: {found[0]!r}"
    if source.within("core/money", "core/pricing", "core/payment", "core/selling", "core/reports"):
        for found in INEXACT.finditer(source.code):
            yield f"no inexact numbers near money: {found[0]}"


def offenders(root):
    for top in sorted({key.split("/")[0] for key in KNOWS}):
        for path in sorted((root / top).rglob("*")):
            if path.suffix in (".h", ".cpp", ".def") and path.is_file():
                source = Source(root, path)
                for offence in [*arrows(source), *systems(source), *habits(source)]:
                    yield f"{source.name}: {offence}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
    found = list(offenders(root))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
