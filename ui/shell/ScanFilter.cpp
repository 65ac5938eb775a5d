// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ScanFilter.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QWindow>

namespace guichet {
namespace {

bool endsScan(const QKeyEvent &key)
{
    return key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab;
}

bool isCharacter(const QKeyEvent &key)
{
    const auto modifiers = key.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier | Qt::GroupSwitchModifier);
    return key.text().size() == 1 && (key.text().at(0).isPrint() || key.text().at(0) == QChar{0x1D}) && modifiers == Qt::NoModifier;
}

} // namespace

ScanFilter::ScanFilter(const ScanTiming &timing, QObject *parent) : QObject{parent}, m_timing{timing}
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(m_timing.longestGapMs);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, &ScanFilter::replay);
    QCoreApplication::instance()->installEventFilter(this);
}

void ScanFilter::setEnabled(bool enabled)
{
    if (!enabled)
        replay();
    m_enabled = enabled;
}

bool ScanFilter::eventFilter(QObject *watched, QEvent *event)
{
    const bool keyEvent = event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    if (!keyEvent || !m_enabled || m_replaying || !watched->isWindowType())
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast): type() says so
    if (event->type() == QEvent::KeyRelease)
        return !m_held.empty();
    return !key.isAutoRepeat() && takeKey(qobject_cast<QWindow *>(watched), key);
}

bool ScanFilter::takeKey(QWindow *window, const QKeyEvent &key)
{
    const bool fast = !m_held.empty() && m_sinceLast.elapsed() <= m_timing.longestGapMs;
    if (endsScan(key)) {
        if (fast && m_text.size() >= m_timing.fewestCharacters) {
            finishScan();
            return true;
        }
        replay();
        return false;
    }
    if (!isCharacter(key)) {
        if (key.key() != Qt::Key_Shift)
            replay();
        return false;
    }
    if (!fast)
        replay();
    m_window = window;
    m_held.push_back(std::unique_ptr<QKeyEvent>{key.clone()});
    m_text += key.text();
    m_sinceLast.restart();
    m_silence.start();
    return true;
}

void ScanFilter::finishScan()
{
    m_silence.stop();
    m_held.clear();
    Q_EMIT scanned(std::exchange(m_text, {}));
}

/// It was a person: the characters go where they were meant to.
void ScanFilter::replay()
{
    m_silence.stop();
    const auto held = std::exchange(m_held, {});
    m_text.clear();
    if (!m_window || held.empty())
        return;
    m_replaying = true;
    for (const auto &key : held) {
        QCoreApplication::sendEvent(m_window, key.get());
        QKeyEvent release{QEvent::KeyRelease, key->key(), key->modifiers(), key->text()};
        QCoreApplication::sendEvent(m_window, &release);
    }
    m_replaying = false;
}

} // namespace guichet
