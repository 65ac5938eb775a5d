// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/WholeFile.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace guichet;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file{path};
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

} // namespace

TEST_CASE("a file is written whole, over the one that was there")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"été.csv"_s);
    REQUIRE(writeWholeFile(path, "first, and longer\n"));
    REQUIRE(writeWholeFile(path, "second\n"));
    CHECK(contentOf(path) == "second\n");
}

TEST_CASE("what stops the writing of a file leaves the one that was there, and nothing beside it")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"facts.jsonl"_s);
    REQUIRE(writeWholeFile(path, "before\n"));
    const auto stopped = writeWholeFile(path, [](QIODevice &file) -> Result<> {
        file.write("half");
        return failure(ErrorCode::ChainBroken, u"fact 7"_s);
    });
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error() == Error{ErrorCode::ChainBroken, u"fact 7"_s});
    CHECK(contentOf(path) == "before\n");
    CHECK(QDir{folder.path()}.entryList(QDir::Files).size() == 1);
}

TEST_CASE("a file that cannot be written is named in the error")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"no/such/folder.csv"_s);
    bool asked = false;
    const auto refused = writeWholeFile(path, [&asked](QIODevice &) -> Result<> {
        asked = true;
        return {};
    });
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::FileFailed);
    CHECK(refused.error().detail.startsWith(path + u": "_s));
    CHECK(refused.error().values == QStringList{path});
    CHECK_FALSE(asked);
}
