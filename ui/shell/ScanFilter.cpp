// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ScanFilter.h"

#include "core/scan/Gs1.h"

#include <QCoreApplication>

namespace guichet {
namespace {

using namespace Qt::StringLiterals;

constexpr QChar startOfText{0x02};
constexpr QChar endOfText{0x03};

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_AltGr || key == Qt::Key_Control || key == Qt::Key_CapsLock;
}

/// AltGr is Ctrl + Alt on Windows: what it types is a character, what Ctrl or Alt alone gives is a command.
bool typesCharacter(const QKeyEvent &key)
{
    if (key.text().size() != 1)
        return false;
    const QChar c = key.text().at(0);
    const bool isCommand = key.modifiers().testFlag(Qt::ControlModifier) != key.modifiers().testFlag(Qt::AltModifier);
    return c == startOfText || c == groupSeparator || (c.isPrint() && !isCommand && !key.modifiers().testFlag(Qt::MetaModifier));
}

Keystroke keystrokeOf(const QKeyEvent &key, qint64 atMs)
{
    if (isModifier(key.key()))
        return {.kind = Keystroke::Kind::Modifier, .atMs = atMs};
    const bool ends = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter || key.key() == Qt::Key_Tab || key.text() == endOfText;
    if (ends)
        return {.kind = Keystroke::Kind::End, .atMs = atMs};
    if (key.key() >= Qt::Key_F1 && key.key() <= Qt::Key_F35)
        return {.kind = Keystroke::Kind::Function, .text = u"F%1"_s.arg(key.key() - Qt::Key_F1 + 1), .atMs = atMs};
    if (typesCharacter(key))
        return {.kind = Keystroke::Kind::Character, .text = key.text(), .atMs = atMs};
    return {.kind = Keystroke::Kind::Other, .atMs = atMs};
}

} // namespace

ScanFilter::ScanFilter(QObject *parent) : QObject{parent}
{
    m_clock.start();
    m_silence.setSingleShot(true);
    m_silence.setTimerType(Qt::PreciseTimer);
    connect(&m_silence, &QTimer::timeout, this, &ScanFilter::waitOn);
    QCoreApplication::instance()->installEventFilter(this);
}

void ScanFilter::setScanner(const ScannerSettings &settings)
{
    replay();
    m_reader = WedgeReader{settings};
}

/// Only what the system sends to a window: the same key comes again for each widget that it passes.
bool ScanFilter::eventFilter(QObject *watched, QEvent *event)
{
    const bool ofKeys =
        event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease || event->type() == QEvent::ShortcutOverride;
    if (!ofKeys || m_replaying || !watched->isWindowType())
        return false;
    const auto &key = *static_cast<QKeyEvent *>(event); // NOLINT(cppcoreguidelines-pro-type-static-cast-downcast): type() says so
    if (event->type() == QEvent::ShortcutOverride) {
        if (m_reader.isReading())
            event->accept(); // no shortcut of a button takes a key out of a scan
        return m_reader.isReading();
    }
    if (event->type() == QEvent::KeyRelease)
        return takeRelease(key);
    return key.isAutoRepeat() ? m_reader.isReading() : takeKey(qobject_cast<QWindow *>(watched), key);
}

bool ScanFilter::takeKey(QWindow *window, const QKeyEvent &key)
{
    const auto sent = static_cast<qint64>(key.timestamp()); // of the system: a busy window does not make a person fast, nor a scanner slow
    const WedgeStep step = m_reader.press(keystrokeOf(key, sent > 0 ? sent : m_clock.elapsed()));
    act(step);
    if (step.holdsKey) {
        m_window = window;
        m_held.push_back(std::unique_ptr<QKeyEvent>{key.clone()});
        m_lastChance = false;
        m_silence.start(m_reader.patienceMs());
    }
    const bool isOurs = step.holdsKey || step.swallowsKey;
    if (isOurs)
        m_swallowed.insert(key.key());
    return isOurs;
}

bool ScanFilter::takeRelease(const QKeyEvent &key)
{
    const auto pressed = m_swallowed.find(key.key());
    if (pressed == m_swallowed.end())
        return false;
    if (!key.isAutoRepeat())
        m_swallowed.erase(pressed);
    return true;
}

void ScanFilter::act(const WedgeStep &step)
{
    if (step.replaysHeld)
        replay();
    if (!step.scan)
        return;
    m_silence.stop();
    m_held.clear();
    Q_EMIT scanned(*step.scan);
}

/// Keys that arrived while the window was busy are in the queue behind this timer: they are heard first.
void ScanFilter::waitOn()
{
    if (!m_lastChance) {
        m_lastChance = true;
        m_silence.start(0);
        return;
    }
    act(m_reader.silence());
}

/// It was a person: the characters go where they were meant to.
void ScanFilter::replay()
{
    m_silence.stop();
    const auto held = std::exchange(m_held, {});
    m_replaying = true;
    for (const auto &key : held) {
        if (!m_window)
            break;
        QCoreApplication::sendEvent(m_window, key.get());
        QKeyEvent release{QEvent::KeyRelease, key->key(), key->modifiers(), key->text()};
        if (m_window)
            QCoreApplication::sendEvent(m_window, &release);
    }
    m_replaying = false;
}

} // namespace guichet
