// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/Composition.h"
#include "app/guichet/TillOpening.h"
#include "core/ledger/Backup.h"
#include "tests/app/guichet/WaitFor.h"
#include "tests/support/Catch.h"
#include "ui/format/ErrorText.h"
#include "ui/start/FirstStartScreen.h"

#include <QAbstractButton>
#include <QFile>
#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

QApplication &application()
{
    return *qobject_cast<QApplication *>(QCoreApplication::instance());
}

void press(const QWidget *page, const QString &name)
{
    INFO(name);
    auto *button = page->findChild<QAbstractButton *>(name);
    REQUIRE(button);
    REQUIRE(button->isVisible());
    button->click();
}

bool shows(const QWidget *page, const QString &name)
{
    const auto *found = page ? page->findChild<QWidget *>(name) : nullptr;
    return found && found->isVisible();
}

QString sentence(const QWidget *page)
{
    return page->findChild<QLabel *>(u"failure.sentence"_s)->text();
}

FirstStartScreen *firstStart()
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (auto *page = qobject_cast<FirstStartScreen *>(widget))
            return page;
    return nullptr;
}

/// A folder with the demo till, and a composition on it.
struct TillOnDisk
{
    TillOnDisk()
    {
        TillCreation creation;
        creation.demo = true;
        creation.secretStore = u"file"_s;
        REQUIRE(createTill(folder.path(), creation, clock));
    }
    StartOptions options() const
    {
        return {.dataFolder = folder.path(), .language = Language::French, .mode = Mode::Light, .size = {1280, 800}, .clock = clock.now()};
    }
    Result<> open(TillThread &till) const { return till.open({.dataFolder = folder.path(), .clock = &clock}); }

    QTemporaryDir folder;
    SimulatedClock clock{fromRfc3339(u"2026-11-25T14:10:00.000+01:00"_s)};
};

} // namespace

TEST_CASE("A till that can be opened is on the screen without any page before it")
{
    const TillOnDisk disk;
    Composition composition{application(), disk.options()};
    composition.start();
    REQUIRE(waitFor([&] { return composition.window() != nullptr; }));
    CHECK(composition.window()->isVisible());
    CHECK_FALSE(composition.opening());
}

TEST_CASE("A second till on the folder is refused in words on the screen, and opens once the first is gone")
{
    const TillOnDisk disk;
    auto first = std::make_unique<TillThread>();
    REQUIRE(disk.open(*first));
    Composition composition{application(), disk.options()};
    composition.start();
    REQUIRE(waitFor([&] { return composition.opening()->page() && shows(composition.opening()->page(), u"failure.retry"_s); }));
    CHECK(sentence(composition.opening()->page()) == errorSentence({.code = ErrorCode::FolderInUse}));
    CHECK_FALSE(shows(composition.opening()->page(), u"failure.restore"_s));
    first.reset();
    press(composition.opening()->page(), u"failure.retry"_s);
    REQUIRE(waitFor([&] { return composition.window() != nullptr; }));
    CHECK_FALSE(composition.opening());
}

TEST_CASE("A damaged ledger is said on the screen; its backup comes back from there, once it was asked")
{
    const TillOnDisk disk;
    TillThread before;
    REQUIRE(disk.open(before));
    before.call([&](Workplace &workplace) { REQUIRE(backUp(workplace.db(), DataFolder{disk.folder.path()}, workplace.now())); }).result();
    before.close();
    QFile ledger{DataFolder{disk.folder.path()}.ledgerFile()};
    REQUIRE(ledger.open(QIODevice::WriteOnly));
    ledger.write(QByteArray(5000, 'x'));
    ledger.close();

    Composition composition{application(), disk.options()};
    composition.start();
    REQUIRE(waitFor([&] { return composition.opening()->page() && shows(composition.opening()->page(), u"failure.restore"_s); }));
    QWidget *page = composition.opening()->page();
    press(page, u"failure.restore"_s);
    press(page, u"failure.retry"_s); // *Ne rien changer*
    CHECK(QFileInfo{ledger.fileName()}.size() == 5000);
    press(page, u"failure.restore"_s);
    press(page, u"failure.restore"_s);
    REQUIRE(waitFor([&] { return shows(page, u"failure.advice"_s) && !shows(page, u"failure.restore"_s); }));
    press(page, u"failure.retry"_s); // *Ouvrir la caisse*
    REQUIRE(waitFor([&] { return composition.window() != nullptr; }));
    CHECK(composition.till().call([](Workplace &workplace) { return workplace.journal().identity().incarnation; }).result() == 2);
}

TEST_CASE("The first start closed while the till is being made leaves a whole till")
{
    const QTemporaryDir folder;
    const QString till = folder.filePath(u"till"_s);
    {
        Composition composition{application(), {.dataFolder = till, .mode = Mode::Light, .size = {1280, 800}}};
        composition.start();
        REQUIRE(firstStart());
        press(firstStart(), u"start.demo"_s);
        firstStart()->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        CHECK_FALSE(firstStart());
    }
    const SystemClock clock;
    TillThread made;
    REQUIRE(made.open({.dataFolder = till, .clock = &clock}));
    const auto tiles = made.call([](Workplace &workplace) { return Staff{workplace}.tiles(); }).result();
    REQUIRE(tiles);
    CHECK(tiles->size() == 5);
}

TEST_CASE("The demo is one tap from the first start to the till")
{
    const QTemporaryDir folder;
    Composition composition{application(), {.dataFolder = folder.filePath(u"till"_s), .mode = Mode::Light, .size = {1280, 800}}};
    composition.start();
    press(firstStart(), u"start.demo"_s);
    REQUIRE(waitFor([&] { return composition.window() != nullptr; }));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    CHECK_FALSE(firstStart());
}

} // namespace guichet
