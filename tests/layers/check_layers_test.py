#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layer check finds what is planted, and only that."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECK = pathlib.Path(__file__).with_name("check_layers.py")


def check(files):
    """What the check prints about a tree of these files, and its exit status."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        done = subprocess.run([sys.executable, CHECK, folder], capture_output=True, text=True, check=False)
        return done.stdout.splitlines(), done.returncode


class Layers(unittest.TestCase):
    def assert_offends(self, name, text, sentence):
        self.assertEqual(check({name: text}), ([f"{name}: {sentence}"], 1))

    def assert_passes(self, name, text):
        self.assertEqual(check({name: text}), ([], 0))

    def test_a_screen_must_not_know_the_ledger(self):
        self.assert_offends("ui/x.h", '#include "core/ledger/Query.h"\n', "ui must not know core/ledger/Query.h")

    def test_no_arrow_points_up_or_aside(self):
        for name, included, layer in [
                ("core/money/a.h", "core/ledger/Query.h", "core"), ("core/money/a.h", "core/usecases/TillDesk.h", "core"),
                ("core/receipt/a.h", "core/crypto/Crypto.h", "core"), ("core/base/a.h", "ui/theme/Theme.h", "core"),
                ("core/crypto/a.h", "core/money/Money.h", "core/crypto"), ("core/ledger/a.h", "core/usecases/TillDesk.h", "core/ledger"),
                ("core/usecases/a.h", "hardware/escpos/EscPos.h", "core/usecases"), ("hardware/escpos/a.h", "core/ledger/Query.h", "hardware"),
                ("hardware/escpos/a.h", "core/usecases/TillDesk.h", "hardware"), ("hardware/escpos/a.h", "ui/theme/Theme.h", "hardware"),
                ("ui/sale/a.h", "hardware/escpos/EscPos.h", "ui"), ("ui/sale/a.h", "core/crypto/Crypto.h", "ui"),
                ("ui/sale/a.h", "app/Composition.h", "ui"), ("app/a.h", "tests/support/Catch.h", "app")]:
            with self.subTest(name=name, included=included):
                self.assert_offends(name, f'#include "{included}"\n', f"{layer} must not know {included}")

    def test_arrows_that_point_down_pass(self):
        for name, included in [
                ("core/money/a.h", "core/base/Error.h"), ("core/crypto/a.h", "core/base/Error.h"), ("core/ledger/a.h", "core/crypto/Crypto.h"),
                ("core/ledger/a.h", "core/facts/Fact.h"), ("core/usecases/a.h", "core/ledger/Query.h"), ("hardware/a.h", "core/ports/Scanner.h"),
                ("ui/sale/a.h", "core/usecases/TillDesk.h"), ("ui/sale/a.h", "ui/theme/Theme.h"), ("app/a.h", "core/ledger/Query.h"),
                ("app/a.h", "hardware/escpos/EscPos.h")]:
            with self.subTest(name=name, included=included):
                self.assert_passes(name, f'#include "{included}"\n')

    def test_what_is_of_one_system_stands_below(self):
        for name in ("core/ledger/a.cpp", "ui/sale/a.cpp", "sync/client/a.cpp"):
            for included in ("unistd.h", "fcntl.h", "sys/stat.h", "linux/uinput.h", "windows.h"):
                with self.subTest(name=name, included=included):
                    self.assert_offends(name, f"#include <{included}>\n",
                                        f"of one system only, it stands in hardware/transport or app: <{included}>")
        self.assert_passes("hardware/transport/a.cpp", "#include <fcntl.h>\n#include <sys/socket.h>\n")
        self.assert_passes("app/central/a.cpp", "#include <unistd.h>\n")
        self.assert_passes("core/ledger/a.cpp", "#include <ios>\n#include <QIODevice>\n#include <cerrno>\n")

    def test_an_include_in_a_comment_is_none(self):
        self.assert_passes("ui/x.h", '// #include "core/ledger/Query.h"\n/*\n#include "core/ledger/Query.h"\n*/\n')

    def test_statements_keep_to_what_both_engines_understand(self):
        for words, found in [
                ("INSERT OR REPLACE INTO fact VALUES (1)", "INSERT OR REPLACE"), ("SELECT IFNULL(x, 0) FROM fact", "IFNULL("),
                ("SELECT x FROM fact WHERE rowid = 1", "rowid"), ("SELECT x FROM fact WHERE name LIKE 'a'", "LIKE"),
                ("SELECT strftime('%H', at) FROM fact", "strftime("), ("SELECT json_extract(body, '$.a') FROM fact", "json_extract("),
                ("SELECT MAX(a, b) FROM fact", "MAX(a,"), ("PRAGMA user_version", "PRAGMA"), ("SELECT a FROM fact WHERE a == 1", "=="),
                ("SELECT a FROM fact WHERE a IS NOT :b", "IS NOT :b"), ("SELECT a FROM fact LIMIT 1, 2", "LIMIT 1,"),
                ("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)", "AUTOINCREMENT")]:
            with self.subTest(words=words):
                self.assert_offends("core/ledger/AStore.cpp", f'constexpr Sql q = R"({words})";\n',
                                    f"SQLite only, it belongs in EngineSqlite.cpp: {found!r}")
                self.assert_passes("core/ledger/EngineSqlite.cpp", f'constexpr Sql q = R"({words})";\n')

    def test_a_sum_is_cast(self):
        self.assert_offends("core/ledger/AStore.cpp", 'constexpr Sql q = "SELECT SUM(cents) FROM payment";\n', "a SUM is cast to BIGINT")

    def test_statements_in_the_common_subset_pass(self):
        for words in [
                "SELECT CAST(COALESCE(SUM(a), 0) AS BIGINT), CAST(-SUM(b) AS BIGINT) FROM t WHERE c IS NULL AND d IS NOT NULL",
                "INSERT INTO t (a) VALUES (:a) ON CONFLICT (a) DO UPDATE SET a = excluded.a", "SELECT MIN(at), MAX(at) FROM t ORDER BY 1 LIMIT 2"]:
            with self.subTest(words=words):
                self.assert_passes("core/ledger/AStore.cpp", f'constexpr Sql q = R"({words})";\n')

    def test_sql_stands_in_the_ledger_only(self):
        for text in ['auto q = "SELECT 1";', 'auto q = R"(\nselect\nINSERT INTO sale VALUES (1))";', 'auto q = u"PRAGMA user_version"_s;']:
            with self.subTest(text=text):
                offences, status = check({"core/usecases/a.cpp": text})
                self.assertEqual((len(offences), status), (1, 1))
                self.assertIn("SQL stands in core/ledger only", offences[0])
                self.assert_passes("core/ledger/EngineSqlite.cpp", text)
        self.assert_passes("core/usecases/a.cpp", 'auto q = "UPDATE"; // SELECT 1\n')
        self.assert_offends("core/usecases/a.cpp", "#include <QSqlQuery>\n", "core/usecases must not know <QSqlQuery>: SQL stands in core/ledger")

    def test_the_time_is_an_argument(self):
        text = "auto now = QDateTime::currentDateTimeUtc();"
        self.assert_offends("core/usecases/a.cpp", text, "the time is an argument (core/base/Clock.h): QDateTime::currentDateTimeUtc")
        self.assert_passes("core/base/Clock.cpp", text)

    def test_there_are_no_singletons(self):
        self.assert_offends("core/till/a.h", "static Till &instance();", "no singletons: static Till &instance()")
        self.assert_offends("ui/a.cpp", "Till::instance();", "no singletons: Till::instance()")
        self.assert_passes("ui/a.cpp", "QCoreApplication::instance();")

    def test_text_for_people_stands_in_ui_and_receipts_only(self):
        self.assert_offends("core/usecases/a.cpp", 'auto t = tr("Vente");', "text for people stands in ui and core/receipt only: tr(")
        self.assert_offends("app/a.cpp", 'auto t = QObject::tr("Vente");', "text for people stands in ui and core/receipt only: QObject::tr(")
        self.assert_passes("ui/a.cpp", 'auto t = tr("Vente");')
        self.assert_passes("core/receipt/a.cpp", 'auto t = tr("Vente");')
        self.assert_passes("core/usecases/a.cpp", 'str("x"); a.tr("x");')

    def test_a_sentence_in_core_is_found_by_its_accents(self):
        sentence = "text for people stands in ui and core/receipt only: 'é'"
        for folder in ("usecases", "ledger", "planning", "pricing"):
            self.assert_offends(f"core/{folder}/a.cpp", 'auto t = u"Stock négatif"_s;', sentence)
        self.assert_passes("core/receipt/a.cpp", 'auto t = u"Chèque"_s;')
        self.assert_passes("core/ledger/a.cpp", 'auto t = u"%1 → %2"_s + u" · "_s; // l’été')

    def test_money_is_never_inexact(self):
        self.assert_offends("core/money/a.h", "double price;", "no inexact numbers near money: double")
        self.assert_passes("core/money/a.h", "// never double\n")

    def test_digit_separators_do_not_open_a_literal(self):
        self.assert_offends("core/money/a.h", "int a = 10'000; double b; int c = 1'0;", "no inexact numbers near money: double")


if __name__ == "__main__":
    unittest.main()
