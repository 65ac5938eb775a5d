// SPDX-License-Identifier: GPL-3.0-or-later
#include "hardware/simulated/scanner/SimulatedWedge.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWindow>

#include <array>
#include <chrono>

namespace guichet {
namespace {

quint64 stampNow()
{
    return static_cast<quint64>(
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch()).count());
}

void press(QWindow &window, int key, const QString &text, quint64 stamp)
{
    const auto modifiers = !text.isEmpty() && text[0] < u' ' && key != Qt::Key_Enter ? Qt::ControlModifier : Qt::NoModifier;
    for (const QEvent::Type type : std::array{QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event{type, key, modifiers, text};
        event.setTimestamp(stamp);
        QCoreApplication::sendEvent(&window, &event);
    }
}

} // namespace

void SimulatedWedge::type(QWindow &window, const QString &code) const
{
    quint64 stamp = stampNow();
    for (const QChar c : prefix + code) {
        press(window, c.toUpper().unicode(), QString{c}, stamp);
        stamp += static_cast<quint64>(gapMs);
    }
    if (end != Qt::Key_unknown)
        press(window, end, QStringLiteral("\r"), stamp);
}

} // namespace guichet
