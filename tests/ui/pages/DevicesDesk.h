// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/usecases/TerminalDesk.h"
#include "core/usecases/TerminalSecret.h"
#include "tests/support/Catch.h"
#include "tests/ui/support/FakeDeviceBench.h"
#include "tests/ui/support/PageDesk.h"
#include "ui/devices/DeviceCard.h"
#include "ui/devices/DevicesScreen.h"

#include <QComboBox>
#include <QLabel>

namespace guichet {

using namespace Qt::StringLiterals;

/// The page of the devices on a machine that a test makes up.
struct DevicesDesk
{
    DevicesDesk()
    {
        page = new DevicesScreen{desk.context(), bench, &desk};
        desk.show(page);
        enter();
    }
    ~DevicesDesk() { settle(); }
    void enter(const QString &subject = {})
    {
        page->enter(subject);
        settle();
    }
    void settle() { desk.settleAside(); }
    void press(const QString &name)
    {
        desk.press(name);
        settle();
    }
    void choose(const QString &name, const QString &key)
    {
        auto *box = desk.findChild<QComboBox *>(name);
        REQUIRE(box->findData(key) >= 0);
        box->setCurrentIndex(box->findData(key));
    }
    QString says(const QString &name) const
    {
        for (const auto *label : desk.findChildren<QLabel *>(name)) // each form has its own
            if (label->isVisible())
                return label->text();
        return {};
    }
    /// What stands in the rows of a card.
    QStringList wordsOf(const QString &card) const
    {
        QStringList words;
        for (const auto *label : desk.findChild<DeviceCard *>(card)->findChildren<QLabel *>())
            words << label->text();
        return words;
    }
    TerminalSettings terminal()
    {
        return *desk.ask([](Workplace &workplace) { return TerminalDesk{workplace}.settings(); });
    }
    QByteArray secret() { return keptTerminalSecret(terminal(), bench).value_or(QByteArray{}); }
    void chooseZvt(const QString &address)
    {
        press(u"terminal.setUp"_s);
        choose(u"terminal.kind"_s, u"zvt-tcp"_s);
        desk.type(u"terminal.address"_s, address);
    }

    FakeDeviceBench bench;
    PageDesk desk{PageDesk::Till::Open, u"Claire"_s, u"5555"_s};
    DevicesScreen *page;
};

} // namespace guichet
