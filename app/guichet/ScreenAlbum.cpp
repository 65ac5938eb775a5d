// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guichet/ScreenAlbum.h"

#include "ui/sale/CartRows.h"
#include "ui/widgets/TabBar.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTableView>
#include <QWindow>

namespace guichet {

using namespace Qt::StringLiterals;

namespace {

constexpr int settleMs = 350;   ///< Movements on the screen end within it.
constexpr int longestChain = 4; ///< A page asks, and asks again with what it heard; no page more often.
constexpr int longestOpeningMs = 30'000;

/// A control of Qt's own inside another one is none of ours.
bool isPartOfControl(const QWidget &widget)
{
    for (const QWidget *parent = widget.parentWidget(); parent; parent = parent->parentWidget())
        if (qobject_cast<const QLineEdit *>(parent) || qobject_cast<const QComboBox *>(parent) ||
            qobject_cast<const QAbstractSpinBox *>(parent) || qobject_cast<const QAbstractItemView *>(parent))
            return true;
    return false;
}

bool canBeTouched(const QWidget &widget)
{
    return qobject_cast<const QAbstractButton *>(&widget) || qobject_cast<const QLineEdit *>(&widget) ||
           qobject_cast<const QPlainTextEdit *>(&widget) || qobject_cast<const QComboBox *>(&widget) ||
           qobject_cast<const QAbstractSpinBox *>(&widget) || qobject_cast<const QAbstractItemView *>(&widget) ||
           qobject_cast<const TabBar *>(&widget);
}

QString placeOf(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    while (parent && parent->objectName().isEmpty())
        parent = parent->parentWidget();
    return u"%1 in %2"_s.arg(QString::fromLatin1(widget.metaObject()->className()), parent ? parent->objectName() : u"window"_s);
}

} // namespace

QStringList unnamedControls(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>())
        if (widget->isVisible() && widget->objectName().isEmpty() && canBeTouched(*widget) && !isPartOfControl(*widget))
            found.append(placeOf(*widget));
    return found;
}

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
    for (const QString &control : unnamedControls(*m_composition.window()))
        m_unnamed.append(u"%1: %2"_s.arg(name, control));
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

bool ScreenAlbum::pressLine(int row)
{
    for (auto *line : m_composition.window()->findChildren<CartLineView *>())
        if (line->isVisible() && row-- == 0) {
            line->click();
            settle();
            return true;
        }
    return false;
}

void ScreenAlbum::tapRow(const QString &table, int row)
{
    auto *view = m_composition.window()->findChild<QTableView *>(table);
    Q_EMIT view->clicked(view->model()->index(row, 0));
    settle();
}

void ScreenAlbum::reveal(const QString &name)
{
    auto *part = m_composition.window()->findChild<QWidget *>(name);
    for (QWidget *parent = part ? part->parentWidget() : nullptr; parent; parent = parent->parentWidget())
        if (auto *area = qobject_cast<QScrollArea *>(parent))
            area->ensureWidgetVisible(part);
    settle();
}

void ScreenAlbum::closeSheet()
{
    press(u"sheetBack"_s);
}

void ScreenAlbum::chooseTab(const QString &bar, const QString &tab)
{
    auto *tabs = m_composition.window()->findChild<TabBar *>(bar);
    tabs->setCurrent(tab);
    Q_EMIT tabs->currentChanged(tab);
    settle();
}

void ScreenAlbum::choose(const QString &name, const QString &key)
{
    auto *box = m_composition.window()->findChild<QComboBox *>(name);
    box->setCurrentIndex(box->findData(key));
}

void ScreenAlbum::write(const QString &name, const QString &text)
{
    for (auto *field : m_composition.window()->findChildren<QLineEdit *>(name))
        if (field->isVisible()) {
            field->setText(text);
            Q_EMIT field->textEdited(text);
        }
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

void ScreenAlbum::passTime(std::chrono::hours hours)
{
    settle();
    m_composition.simulatedClock()->advance(hours);
}

void ScreenAlbum::go(Place place, const QString &subject)
{
    m_composition.window()->go(place, subject);
    settle();
}

} // namespace guichet
