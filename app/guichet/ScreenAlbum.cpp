// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/ScreenAlbum.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QWindow>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 350;   ///< Movements on the screen end within it.
constexpr int longestChain = 4; ///< A page asks, and asks again with what it heard; no page more often.
constexpr int longestOpeningMs = 30'000;

} // namespace

void ScreenAlbum::settle() const
{
    for (int question = 0; question < longestChain; ++question) {
        m_composition.till().drain();
        QCoreApplication::processEvents();
    }
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < settleMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

bool ScreenAlbum::waitForWindow() const
{
    QElapsedTimer timer;
    timer.start();
    while (!m_composition.window() && timer.elapsed() < longestOpeningMs)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return m_composition.window();
}

void ScreenAlbum::keep(const QString &name)
{
    settle();
    const QString file = m_folder.filePath(name + u".png"_s);
    m_failed = !m_composition.window()->grab().save(file) || m_failed;
}

bool ScreenAlbum::press(const QString &name)
{
    for (auto *button : m_composition.window()->findChildren<QAbstractButton *>(name))
        if (button->isVisible()) {
            button->click();
            settle();
            return true;
        }
    return false;
}

void ScreenAlbum::choose(const QString &name, const QString &key)
{
    auto *box = m_composition.window()->findChild<QComboBox *>(name);
    box->setCurrentIndex(box->findData(key));
}

void ScreenAlbum::write(const QString &name, const QString &text)
{
    m_composition.window()->findChild<QLineEdit *>(name)->setText(text);
    settle();
}

void ScreenAlbum::scan(const QString &code)
{
    const auto type = [this](int key, const QString &text) {
        QKeyEvent press{QEvent::KeyPress, key, Qt::NoModifier, text};
        QCoreApplication::sendEvent(m_composition.window()->windowHandle(), &press);
    };
    for (const QChar character : code)
        type(Qt::Key_unknown, character);
    type(Qt::Key_Return, u"\r"_s);
    settle();
}

void ScreenAlbum::go(Place place, const QString &subject)
{
    m_composition.window()->go(place, subject);
    settle();
}

} // namespace guichet
