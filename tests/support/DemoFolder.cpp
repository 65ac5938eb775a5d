// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/DemoFolder.h"

#include "core/usecases/TillCreation.h"
#include "tests/support/Catch.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

/// The folder that is copied; made at the first call.
const QTemporaryDir &original(const Clock &clock)
{
    static QTemporaryDir folder;
    static const bool made = [&clock] {
        TillCreation creation;
        creation.demo = true;
        creation.secretStore = u"file"_s;
        return createTill(folder.path(), creation, clock).has_value();
    }();
    REQUIRE(made);
    return folder;
}

} // namespace

void placeDemoTill(const QString &folder, const Clock &clock)
{
    const QDir from{original(clock).path()};
    QDirIterator files{from.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories};
    while (files.hasNext()) {
        const QString target = QDir{folder}.filePath(from.relativeFilePath(files.next()));
        REQUIRE(QDir{}.mkpath(QFileInfo{target}.path()));
        REQUIRE(QFile::copy(files.filePath(), target));
    }
}

} // namespace guichet
