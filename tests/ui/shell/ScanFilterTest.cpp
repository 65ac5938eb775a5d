// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ScanFilter.h"
#include "hardware/simulated/scanner/SimulatedWedge.h"
#include "tests/support/Catch.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

/// A window with a field, and a button that has the focus and answers to Enter and to a key of its own.
class Desk
{
public:
    Desk()
    {
        auto *layout = new QVBoxLayout{&window};
        layout->addWidget(&field);
        layout->addWidget(&button);
        button.setShortcut(Qt::Key_5);
        QObject::connect(&button, &QPushButton::clicked, [this] { ++clicks; });
        button.setAutoDefault(true);
        window.show();
        REQUIRE(QTest::qWaitForWindowActive(&window));
        button.setFocus();
    }
    /// Through the whole of Qt, as the system would: shortcuts, focus, window.
    void type(const QString &text)
    {
        for (const QChar c : text)
            QTest::keyClick(window.windowHandle(), c.toLatin1());
    }
    void enter() { QTest::keyClick(window.windowHandle(), Qt::Key_Return); }

    ScanFilter filter;
    QSignalSpy scans{&filter, &ScanFilter::scanned};
    QWidget window;
    QLineEdit field{&window};
    QPushButton button{u"Payer"_s, &window};
    int clicks = 0;
};

TEST_CASE("a scan is heard once wherever the focus is; its Enter and its digits press no button")
{
    Desk desk;
    desk.type(u"x5410000000019"_s);
    desk.enter();
    REQUIRE(desk.scans.size() == 1);
    CHECK(desk.scans.front().front() == u"x5410000000019"_s);
    CHECK(desk.clicks == 0);
    desk.field.setFocus();
    desk.type(u"x12345"_s);
    desk.enter();
    CHECK(desk.scans.size() == 2);
    CHECK(desk.field.text().isEmpty());
}

TEST_CASE("what a person types arrives, in order, and Enter works as ever")
{
    Desk desk;
    desk.field.setFocus();
    for (const QChar c : u"Abbe"_s) {
        QTest::keyClick(desk.window.windowHandle(), c.toLatin1());
        QTest::qWait(60);
    }
    CHECK(desk.field.text() == u"Abbe"_s);
    desk.type(u"12"_s); // rolled
    QTest::qWait(60);
    CHECK(desk.field.text() == u"Abbe12"_s);
    desk.button.setFocus();
    desk.enter();
    CHECK(desk.clicks == 1);
    CHECK(desk.scans.empty());
}

TEST_CASE("a window that was busy while a scan arrived has still got a scan, and a person is still a person")
{
    Desk desk;
    desk.field.setFocus();
    SimulatedWedge{.gapMs = 60}.type(*desk.window.windowHandle(), u"lent"_s); // stamped slowly, delivered at once
    CHECK(desk.scans.empty());
    CHECK(desk.field.text() == u"lent"_s);
    SimulatedWedge{.gapMs = 5}.type(*desk.window.windowHandle(), u"5410000000019"_s);
    CHECK(desk.scans.size() == 1);
}

TEST_CASE("the settings say what a scan begins with")
{
    Desk desk;
    desk.filter.setScanner({.prefix = u"stx"_s});
    desk.field.setFocus();
    SimulatedWedge{}.type(*desk.window.windowHandle(), u"12345"_s);
    CHECK(desk.scans.empty());
    CHECK(desk.field.text() == u"12345"_s);
    SimulatedWedge{.prefix = QString{QChar{0x02}}}.type(*desk.window.windowHandle(), u"A1"_s);
    REQUIRE(desk.scans.size() == 1);
    CHECK(desk.scans.front().front() == u"A1"_s);
}

TEST_CASE("a window that closes while keys are held harms nothing")
{
    ScanFilter filter;
    auto window = std::make_unique<QWidget>();
    window->show();
    REQUIRE(QTest::qWaitForWindowActive(window.get()));
    QTest::keyClick(window->windowHandle(), 'a');
    window.reset();
    QTest::qWait(60);
    SUCCEED();
}

} // namespace
} // namespace guichet
