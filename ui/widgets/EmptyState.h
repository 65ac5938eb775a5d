// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/BigButton.h"

#include <QWidget>

class QLabel;

namespace guichet {

class TextLabel;

/// What an empty place says: an icon, a word, what to do next, perhaps a button that does it.
class EmptyState : public QWidget
{
    Q_OBJECT
public:
    explicit EmptyState(IconName icon, const QString &title, const QString &text, QWidget *parent = nullptr);
    void setTexts(const QString &title, const QString &text);
    /// An empty word: no button.
    void setAction(const QString &word, BigButton::Kind kind = BigButton::Kind::Normal, const QKeySequence &key = {});
    void focusAction();

Q_SIGNALS:
    void actionTriggered();

private:
    void changeEvent(QEvent *event) override;
    void drawIcon();

    IconName m_icon;
    QLabel *m_picture;
    TextLabel *m_title;
    TextLabel *m_text;
    BigButton *m_action;
};

} // namespace guichet
